"""What is printed: the engine that sets pages, and all that any printed page needs."""
