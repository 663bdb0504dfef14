"""All that is kept, as a whole: what is there, backups, taking it along, erasing it.

What was done is told in plain lines, the same for the commands and for the screen.
"""
