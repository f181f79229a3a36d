"""Whether a kiosk is well: one module a question, each a function of what it is told."""
