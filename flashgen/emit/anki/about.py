"""What Anki says below a deck's name: what it cites, its release, where to report a slip; for a chapter, its thesis."""

import re
from datetime import UTC, datetime

from flashgen.emit.anki.fields import deck_names
from flashgen.model.deck import Deck
from flashgen.model.lock import Lock
from flashgen.model.words import phrased
from flashgen.render.citation import cited_sources
from flashgen.render.direction import language_attributes
from flashgen.render.text import field, inline, plain
from flashgen.render.typography import Compositor

_ADDRESS = re.compile(r"https?://[^\s\"<>]+")


def about_deck(deck: Deck, lock: Lock) -> str:
    """Return the description of a deck as it is in a release."""
    day = datetime.fromtimestamp(lock.newest, UTC).date().isoformat()
    said = [
        inline(cited_sources(deck.sources, deck.words), deck.term_language),
        plain(phrased(deck.words.deck_release, number=str(lock.number), date=day)),
    ]
    if deck.report:
        report = phrased(deck.words.deck_report, address=deck.report)
        said.append(_ADDRESS.sub(lambda found: f'<a href="{found[0]}">{found[0]}</a>', plain(report)))
    return _in(deck, "<br>".join(said))


def about_chapters(deck: Deck) -> dict[str, str]:
    """Return the description of each chapter whose section has a thesis, by the name of its deck."""
    names = deck_names(deck)
    theses = {
        names[chapter.stem]: section.thesis
        for chapter in deck.chapters
        for section in chapter.source.sections
        if chapter.section and section.numeral == chapter.numeral
    }
    return {
        name: _in(deck, field(Compositor(deck.words).text(thesis), deck.term_language, deck.language))
        for name, thesis in theses.items()
        if thesis
    }


def _in(deck: Deck, html: str) -> str:
    return f"<div {language_attributes(deck.language)}>{html}</div>"
