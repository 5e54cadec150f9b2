"""Phrases as they begin a sentence, and ordinal numbers."""

from flashgen.model.words import Words


def capital(phrase: str) -> str:
    """Return a phrase as it begins a sentence."""
    return phrase[:1].upper() + phrase[1:]


def ordinal(number: str, words: Words) -> str:
    """Return a number as an ordinal: 1st, 22nd, 13th. A language may have one ending for all."""
    last = 0 if number[-2:] in ("11", "12", "13") else int(number[-1])
    return number + words.ordinals[last if last < len(words.ordinals) else 0]
