"""The languages that flashgen speaks: a file for each, and its line in this tuple."""

from pathlib import Path

from flashgen.languages.de import GERMAN
from flashgen.languages.en import ENGLISH
from flashgen.languages.es import SPANISH
from flashgen.languages.fr import FRENCH
from flashgen.languages.he import HEBREW
from flashgen.languages.ru import RUSSIAN
from flashgen.model.language import primary
from flashgen.model.quotes import QUOTES, Quotes
from flashgen.model.words import Words

LANGUAGES: tuple[Words, ...] = (ENGLISH, GERMAN, SPANISH, FRENCH, HEBREW, RUSSIAN)


def catalogue(tag: str) -> Words | None:
    """Return the words of a language tag: its own, or those of its language without script and region."""
    known = {words.language: words for words in LANGUAGES}
    return known.get(tag.lower()) or known.get(primary(tag))


def quotes(tag: str) -> Quotes | None:
    """Return the quotation marks of a language tag, with those of its region or script, if it has its own."""
    language, *parts = tag.lower().split("-")
    own = [known for part in parts if (known := QUOTES.get(f"{language}-{part}"))]
    words = catalogue(tag)
    return own[0] if own else words.quotes if words else QUOTES.get(language)


def samples(tag: str) -> tuple[str, str, str]:
    """Return comments on a deck's file and a source's, and a chapter, in the language of a tag, or in English.

    `$page` in the chapter is a place for a page.
    """
    language = (catalogue(tag) or ENGLISH).language
    deck, source, chapter = Path(__file__).with_name(f"{language}.yaml").read_text("utf-8").split("---\n")
    return deck, source, chapter
