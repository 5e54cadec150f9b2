"""The languages that flashgen speaks: a file for each, and its line in this tuple."""

from flashgen.languages.en import ENGLISH
from flashgen.model.language import primary
from flashgen.model.words import Words

LANGUAGES: tuple[Words, ...] = (ENGLISH,)


def catalogue(tag: str) -> Words | None:
    """Return the words of a language tag: its own, or those of its language without script and region."""
    known = {words.language: words for words in LANGUAGES}
    return known.get(tag.lower()) or known.get(primary(tag))
