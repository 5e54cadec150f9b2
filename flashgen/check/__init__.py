"""Notes into problems: every rule of the shelf, on every note."""
