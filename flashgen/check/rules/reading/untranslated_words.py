"""Words of flashgen's own that stay English in a deck of another language.

A deck in a language that flashgen does not have shows English questions and headings among its texts, until `words` in
`deck.yaml` translates them. `flashgen schema` describes each. Those of the site count where `deck.yaml` names a `site`.

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
      back: Torna alla scheda
      footnote: Nota
      footnotes: Note
      sheet_ask: Domanda
      sheet_cover: Copri questa colonna
      sheet_glossary: glossario
      sheet_code: Codice QR
      paper_title: esame
      paper_mock: simulazione d'esame
      paper_key: soluzioni
      paper_version: Versione {version}
      paper_name: Nome
      paper_date: Data
      paper_mark: Voto
      paper_points: Punti
      paper_choice: Scegli la risposta giusta.
      paper_fill: Completa gli spazi vuoti.
      paper_match: "Abbina: scrivi accanto a ogni numero la lettera della risposta giusta."
      paper_order: "Metti in ordine: numera le voci dalla prima all'ultima."
      paper_names: Elenca tutto ciò che è richiesto, in qualsiasi ordine.
      paper_short: Rispondi in poche parole.
      paper_essay: Scrivi un saggio.
      paper_thesis: "«{title}»: che cosa sostiene qui il testo, e con quali prove?"
      paper_origin: seme {seed}, mazzo {state}
      locators:
        page: [p., pp.]
        note: [n., nn.]
"""

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from flashgen.check.rule import Rule
from flashgen.load.fields import LANGUAGE
from flashgen.load.link import leads_to_site
from flashgen.model.deck import Deck
from flashgen.model.locator import PAGE
from flashgen.model.problem import Problem
from flashgen.model.tier import CORE
from flashgen.model.words import PHRASES, PLACE
from flashgen.render.citation import cited_sources

_ALWAYS = (
    *("hint", "withdrawn", "withdrawn_advice", "withdrawn_gone", "page_by_page", "back", "footnote", "footnotes"),
    *("sheet_ask", "sheet_cover", "sheet_glossary", "sheet_code", "note"),
    *[name for name in PHRASES if name.startswith("paper_")],
)
"""The phrases and locators that any deck may show, on cards, on sheets and on exam papers."""

_OF_KINDS = tuple(name for name in PHRASES if name.startswith(("pair_", "quote_", "reverse")))
_MOST_SHOWN = 3
_OTHERS = ("\0",) * 12


def check(deck: Deck) -> Iterator[Problem]:
    """Report the words of a deck that stay English, once."""
    if not deck.words.english or not LANGUAGE.fullmatch(deck.language):
        return
    if lacking := [
        *dict.fromkeys(
            name
            for name in (*_ALWAYS, *_of_sources(deck), *_of_site(deck), *_cited(deck), *_asked(deck))
            if name in deck.words.english
        )
    ]:
        shown = ", ".join(f'"{_shown(deck, name)}"' for name in lacking[:_MOST_SHOWN])
        more = f" and {len(lacking) - _MOST_SHOWN} more" if len(lacking) > _MOST_SHOWN else ""
        message = f'flashgen has no words in "{deck.language}": {shown}{more} would be in English'
        phrases = [name for name in lacking if name not in deck.words.locators]
        locators = [name for name in lacking if name in deck.words.locators]
        keys = [f"{key}: {', '.join(some)}" for key, some in (("words", phrases), ("locators", locators)) if some]
        hint = f"write in deck.yaml, below {'; below its '.join(keys)}"
        yield Problem(deck.language_place, "untranslated-words", message, hint, "note")


def _shown(deck: Deck, name: str) -> str:
    if name in deck.words.locators:
        return deck.words.locators[name][0]
    return deck.words.phrase(name) if name in PHRASES else getattr(deck.words, name)[0]


def _of_sources(deck: Deck) -> Iterator[str]:
    """Yield the names of the phrases and locators that the deck's sources bring."""
    locators = dict.fromkeys(source.locator for source in deck.sources)
    yield "page_says" if [*locators] == [PAGE] else "source_says"
    yield from dict.fromkeys("open" if source.screen else "in_context" for source in deck.sources)
    yield from locators


def _of_site(deck: Deck) -> Iterator[str]:
    """Yield the names of the phrases that the pages of a published site show."""
    if leads_to_site(deck.source.screen):
        yield from [name for name in PHRASES if name.startswith("site_")]
        yield from dict.fromkeys(f"relation_{note.relation}" for note in deck.notes if note.relation)


def _cited(deck: Deck) -> Iterator[str]:
    """Yield the names of the words in the sources' bibliography: those without which it would be another."""
    printed, words = cited_sources(deck.sources, deck.words), deck.words
    for name in sorted(words.english):
        other: dict[str, Any] = {name: f"{words.phrase(name)}{_OTHERS[0]}" if name in PHRASES else _OTHERS}
        if name in words.locators:
            other = {"locators": {**words.locators, name: _OTHERS[:2]}}
        is_read = any(map(str.isalpha, _shown(deck, name)))
        if is_read and cited_sources(deck.sources, replace(words, **other)) != printed:
            yield name


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
