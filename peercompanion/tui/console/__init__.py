"""The supporter's own terminal: what to say, what comes next, and the stage's remote control."""
