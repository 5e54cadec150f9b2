"""Words of flashgen's own that stay English in a deck of another language.

flashgen has its words in some languages. A deck in any other has English questions and headings among its texts, until
`words` in `deck.yaml` says them in the deck's language. `flashgen schema` describes each.

Wrong:

    # deck.yaml
    language: it

Right:

    # deck.yaml
    language: it
    words:
      hint: Suggerimento
      page_says: Che cosa dice la pagina
      in_context: Nel contesto
      withdrawn: Ritirata.
      withdrawn_advice: Puoi sospendere o eliminare questa scheda.
      withdrawn_gone: Non fa più parte del mazzo.
      page_by_page: pagina per pagina
      footnotes: Note
      sheet_ask: Domanda
      sheet_cover: Copri questa colonna
      sheet_glossary: glossario
      sheet_code: Codice QR
      locators:
        page: [p., pp.]
        note: [n., nn.]
"""

import re
from collections.abc import Iterator

from flashgen.check.rule import Rule
from flashgen.model.deck import Deck
from flashgen.model.locator import PAGE
from flashgen.model.note import CORE
from flashgen.model.problem import Problem
from flashgen.model.words import PHRASES, PLACE

_ALWAYS = (
    *("hint", "withdrawn", "withdrawn_advice", "withdrawn_gone", "page_by_page", "footnotes"),
    *("sheet_ask", "sheet_cover", "sheet_glossary", "sheet_code", "note"),
)
"""The phrases and locators that any deck may show."""

_OF_KINDS = tuple(name for name in PHRASES if name.startswith(("pair_", "quote_", "reverse")))
_SHOWN = 3


def check(deck: Deck) -> Iterator[Problem]:
    """Report the words of a deck that stay English, once."""
    if not deck.words.english:
        return
    if lacking := [name for name in (*_ALWAYS, *_of_sources(deck), *_asked(deck)) if name in deck.words.english]:
        shown = ", ".join(f'"{_said(deck, name)}"' for name in lacking[:_SHOWN])
        more = f" and {len(lacking) - _SHOWN} more" if len(lacking) > _SHOWN else ""
        message = f'flashgen does not speak "{deck.language}": {shown}{more} would be in English'
        hint = f"write in deck.yaml, below words: {', '.join(lacking)}"
        yield Problem(deck.language_place, "untranslated-words", message, hint, "note")


def _said(deck: Deck, name: str) -> str:
    return deck.words.locators[name][0] if name in deck.words.locators else deck.words.phrase(name)


def _of_sources(deck: Deck) -> Iterator[str]:
    """Yield the names of the phrases and locators that the deck's sources bring."""
    locators = dict.fromkeys(source.locator for source in deck.sources)
    yield "page_says" if [*locators] == [PAGE] else "source_says"
    yield from dict.fromkeys("open" if source.screen else "in_context" for source in deck.sources)
    yield from locators


def _asked(deck: Deck) -> Iterator[str]:
    """Yield the names of the phrases that the deck's own entries bring."""
    types = {note.type.name: note.type for note in deck.notes}
    yield from ("sheet_core",) if any(note.tier == CORE for note in deck.notes) else ()
    yield from (card.question for type in types.values() for card in type.cards if card.question)
    texts = [field.words for note in deck.notes for field in note.fields if field]
    for name in _OF_KINDS:
        pieces = PLACE.split(deck.words.phrase(name))[::2]
        phrase = re.compile(".*".join(map(re.escape, pieces)), re.IGNORECASE | re.DOTALL)
        if any(map(phrase.search, texts)):
            yield name


UNTRANSLATED_WORDS = Rule("untranslated-words", check, severity="note")
