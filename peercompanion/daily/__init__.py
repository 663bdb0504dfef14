"""The daily rooms, for both faces: their rows, and what choosing one leads to."""
