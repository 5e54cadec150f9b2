"""The nouns of flashgen, frozen; this room imports nothing of ours but itself."""
