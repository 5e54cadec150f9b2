"""What a browser shows: the site of a deck."""
