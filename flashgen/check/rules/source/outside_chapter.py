"""An entry whose pages lie outside its chapter's section.

Either the page is mistyped or the entry is in the wrong chapter. Learners who study the section by its pages would not
find it. An entry with at least one page in its section is not reported.

Wrong:

    # 06-chapter.yaml
    chapter: VI
    title: The older pattern
    entries:
      - id: formula-author
        ask: Who said that the state swelled up?
        answer: Kliuchevsky
        page: 89

Right:

    # 06-chapter.yaml
    chapter: VI
    title: The older pattern
    entries:
      - id: formula-author
        ask: Who said that the state swelled up?
        answer: Kliuchevsky
        page: 98
"""

from collections.abc import Iterator

from flashgen.check.rule import Rule
from flashgen.model.deck import Deck
from flashgen.model.note import Note
from flashgen.model.problem import Problem
from flashgen.model.source import Section, Span


def _check(deck: Deck) -> Iterator[Problem]:
    sections = deck.source.sections
    for note in deck.notes:
        pages = note.cite.pages
        # `page-out-of-range` reports a page that the source does not have.
        if note.chapter.position and pages and pages in deck.source.span:
            section = sections[note.chapter.position - 1]
            if section.pages and not _overlap(pages, section.pages):
                yield _problem(note, section, sections)


def _overlap(pages: Span, others: Span) -> bool:
    return pages.first <= others.last and others.first <= pages.last


def _problem(note: Note, section: Section, sections: tuple[Section, ...]) -> Problem:
    pages = note.cite.pages
    message = f"p. {pages} is outside section {section.numeral} (p. {section.pages})"
    home = next((other.numeral for other in sections if other.numeral and pages in other.pages), "")
    move = f", or move the entry to the chapter of section {home}" if home else ""
    return Problem(note.cite.place, "outside-chapter", message, f"correct the page{move}", "warning")


OUTSIDE_CHAPTER = Rule("outside-chapter", _check, severity="warning")
