"""What a deck begins with: its source, its files, and what a project has beside them."""
