"""The thresholds of all rules, in words where nothing else is said; tuned on real decks."""

LONG_ANSWER = 15
"""Longer answers are warned of."""

WORDY_ANSWER = 8
"""Longer answers are noted."""

LONG_PROMPT = 40
"""Longer prompts are warned of."""

SHORT_PROMPT = 3
"""Shorter prompts are warned of; one of that length too, if it has no verb that says anything."""

SET = 3
"""So many things on a par are warned of as one answer."""

LONG_ITEM = 5
"""What is longer is not taken for an item of an enumeration."""

LONG_BARE_ITEM = 3
"""The same where no "and" stands before the last item, so that it may as well be an aside."""

MOST_DELETIONS = 3
"""More on one note are warned of."""

MOST_HIDDEN = 0.5
"""A greater share of a text in several deletions is warned of."""

LEAST_SHOWN = 4
"""Fewer words around a gap, its hint included, are warned of."""

STEM = 5
"""How many letters two words must share from the beginning to tell one another."""

ALIKE = 6
"""Prompts interfere that share so many main words, or more, and differ in one at most."""

CARDS = 50
"""So many cards of a note are looked at; whoever has more is told by `crowded-note`."""
