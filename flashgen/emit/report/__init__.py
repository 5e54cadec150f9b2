"""What a person or a machine reads about a run: findings, plans, diffs, schemas."""
