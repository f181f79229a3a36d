"""Using the screen without seeing it: fingers, what lies below them, and what is said of it."""
