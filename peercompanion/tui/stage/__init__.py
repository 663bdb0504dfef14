"""The window that is shared: it shows an exercise, and knows nothing of anybody's life."""
