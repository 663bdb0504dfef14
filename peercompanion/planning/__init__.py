"""Writing and walking a plan, for both faces: their rows, and what choosing one makes of it."""
