"""Parts of screens. They are given what they show and talk upward by messages."""
