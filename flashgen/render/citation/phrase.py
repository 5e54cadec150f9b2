"""Phrases of a language with plain words in their places."""

from flashgen.model.words import PLACE, Words


def phrased(phrase: str, **values: str) -> str:
    """Return a phrase with words in its places."""
    return PLACE.sub(lambda place: values.get(place[1], place[0]), phrase)


def capital(phrase: str) -> str:
    """Return a phrase as it begins a sentence."""
    return phrase[:1].upper() + phrase[1:]


def ordinal(number: str, words: Words) -> str:
    """Return a number as an ordinal: 1st, 22nd, 13th. A language may have one ending for all."""
    last = 0 if number[-2:] in ("11", "12", "13") else int(number[-1])
    return number + words.ordinals[last if last < len(words.ordinals) else 0]
