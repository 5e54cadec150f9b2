"""A learner's Anki collection, read from a copy in memory: the learner's own file is never opened by SQLite."""
