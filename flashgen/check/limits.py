"""Thresholds of the rules, counted in words unless stated otherwise; tuned on real decks."""

LONG_ANSWER = 15
"""Longer answers get a warning."""

WORDY_ANSWER = 8
"""Longer answers get a note."""

LONG_PROMPT = 40
"""Longer prompts get a warning."""

SHORT_PROMPT = 3
"""Shorter prompts get a warning; so does a prompt of this length without a main verb."""

SET = 3
"""An answer with this many items gets a warning."""

LONG_ITEM = 5
"""Longer parts of an answer do not count as items."""

LONG_BARE_ITEM = 3
"""The same, if no "and" precedes the last item: it may be an aside."""

MOST_DELETIONS = 3
"""More deletions on one note get a warning."""

MOST_HIDDEN = 0.5
"""A text with several deletions that hide more than this share gets a warning."""

LEAST_SHOWN = 4
"""Fewer words around a blank, its hint included, get a warning."""

STEM = 5
"""Words that share this many first letters count as one family."""

ALIKE = 6
"""Prompts interfere if they share at least this many main words and differ in one at most."""

CARDS = 50
"""Only this many cards of a note are checked; `crowded-note` reports a note with more."""
