"""The shelf of outputs: each makes bytes of a deck."""
