"""An entry whose pages lie outside its chapter: its section, or the `pages` of its file.

Learners who study a section by its pages would not find the entry. Either the page is mistyped or the entry is in the
wrong chapter. An entry with at least one page in its chapter is not reported.

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
from flashgen.render.cite import located


def _check(deck: Deck) -> Iterator[Problem]:
    chapters = {chapter.stem: {*chapter.source.numbers(chapter.pages)} for chapter in deck.chapters}
    for note in deck.notes:
        own, cited = chapters[note.chapter.stem], note.cite.source.numbers(note.cite.pages)
        if own and cited and note.cite.source is note.chapter.source and own.isdisjoint(cited):
            yield _problem(note)


def _problem(note: Note) -> Problem:
    source, pages, chapter = note.cite.source, note.cite.pages, note.chapter
    name = f"section {chapter.numeral}" if chapter.section else "this chapter"
    message = f"{located(source, pages)} is outside {name} ({located(source, chapter.pages)})"
    cited = {*source.numbers(pages)}
    home = next((one.numeral for one in source.sections if one.numeral and cited <= {*source.numbers(one.pages)}), "")
    move = f", or move the entry to the chapter of section {home}" if home else ""
    return Problem(note.cite.place, "outside-chapter", message, f"correct the {source.locator}{move}", "warning")


OUTSIDE_CHAPTER = Rule("outside-chapter", _check, severity="warning")
