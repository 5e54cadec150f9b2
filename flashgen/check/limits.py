"""The thresholds of all rules, in words where nothing else is said; tuned on real decks."""

LONG_ANSWER = 15
"""Longer answers are warned of."""

WORDY_ANSWER = 8
"""Longer answers are noted."""
