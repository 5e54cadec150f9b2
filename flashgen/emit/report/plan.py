"""A plan as text for a terminal: a summary, then all that changes, word by word."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping

import click

from flashgen.emit.report.columns import ENDLESS, wrapped
from flashgen.emit.report.plan_json import as_json
from flashgen.emit.report.plan_markdown import as_markdown
from flashgen.emit.report.plan_words import (
    ADDED,
    KEPT,
    REMOVED,
    counted,
    counts,
    difference,
    field_name,
    first_field,
    looks,
    page_lines,
    plain,
    print_lines,
    told,
)
from flashgen.history.plan import Change, Edit, Plan, likely_renames
from flashgen.model.shown import shown

_REMOVED = "Anki shows no question on such cards, and Tools > Empty Cards deletes them"
_REPLACED = "nothing of the released front or answer is left; give the new fact its own id"

_LETTER = r"\w(?:[^\w\s\x00-\u02ff\u2000-\u2bff\u3000-\u303f\uff00-\uff65]|[\u200c\u200d])*"
"""A letter with the marks and joiners that belong to it."""

_WORDS = re.compile(
    rf"«[\u00a0\u202f]|[\u00a0\u202f]»|\{{\{{c[0-9]+::|\}}\}}|{_LETTER}(?:(?:['’-]|(?<=\d)–(?=\d))?{_LETTER})*|\s+|."
)
_MARKS: Mapping[str, tuple[str, str | None]] = {
    KEPT: ("{}", None),
    REMOVED: ("[-{}-]", "red"),
    ADDED: ("{{+{}+}}", "green"),
}
"""How words are marked, also without colour, and their colour."""

_RISK = "yellow"


def as_text(plans: Mapping[str, Plan], width: int = ENDLESS) -> str:
    """Return plans as coloured text, wrapped to a width; keys are names of decks."""
    return "\n\n".join("\n".join(_lines(name, plan, width)) for name, plan in plans.items())


FORMATS: Mapping[str, Callable[[Mapping[str, Plan], int], str]] = {
    "text": as_text,
    "json": lambda plans, _width: as_json(plans),
    "markdown": lambda plans, _width: as_markdown(plans),
}


_NOTHING = Plan(False, (), (), (), (), (), ())


def summary(name: str, plan: Plan | None = None) -> str:
    """Return one line about a deck's plan, or about none: counts of notes, and the reviews at risk."""
    plan = plan or _NOTHING
    said = f"{click.style(shown(name), bold=True)}: {counts(plan)}"
    if plan.first:
        return said
    lost = plan.cards_at_risk
    risk = click.style(f"the reviews of {counted(lost, 'card')} are at risk", fg=_RISK) if lost else "0 reviews at risk"
    return f"{said}; {risk}"


def _lines(name: str, plan: Plan, width: int) -> Iterator[str]:
    yield wrapped(summary(name, plan), width, below="  ")
    for heading, lines in _sections(plan):
        if lines:
            yield f"\n{click.style(heading, bold=True)}"
            for depth, line in lines:
                yield wrapped(line, width, "  " * depth, "  " * (depth + 1))


def _sections(plan: Plan) -> Iterator[tuple[str, list[tuple[int, str]]]]:
    """Yield each section of a plan: its heading, and its lines with their depths."""
    renames = [
        f'{new} looks like {old} under a new id; if it is, add "was: {old}" to {new}'
        for old, new in likely_renames(plan)
    ]
    new = [] if plan.first else [_item(note.id, first_field(note)) for note in plan.new]
    yield "New", _level(new)
    plan, others = told(plan)
    yield "Changed", [line for change in plan.changed for line in _change(change)]
    shared = (_shared(edit, ids) for edit, ids in plan.shared)
    yield "Changed on several notes", _level((*shared, *print_lines(others)))
    yield "Withdrawn", _level(_item(note.id, note.fields["Withdrawn"]) for note in plan.withdrawn)
    yield "Probably renamed", _level(shown(line) for line in renames)
    yield "Returned", _level(_name(note.id) for note in plan.returned)
    yield "New card design", _level([shown(looks(plan))] if plan.looks else [])
    yield "Source page", _level(map(shown, page_lines(plan.page)))


def _level(lines: Iterable[str]) -> list[tuple[int, str]]:
    return [(1, line) for line in lines]


def _change(change: Change) -> Iterator[tuple[int, str]]:
    yield 1, _name(change.id) + (f" (was {shown(change.was)})" if change.was else "")
    for edit in change.edits:
        yield 2, f"{shown(field_name(edit.field))}: {_difference(edit)}"
    if change.moved:
        yield 2, f"now in the chapter {shown(plain(change.moved))}; it stays in its deck"
    if change.added:
        yield 2, f"new {_numbers(change.added)}; the other cards keep their reviews"
    yield from ((2, click.style(line, fg=_RISK)) for line in _risks(change))


def _risks(change: Change) -> Iterator[str]:
    """Yield what puts reviews at risk."""
    if change.lost:
        yield f"{_numbers(change.lost)} removed, reviews at risk: {_REMOVED}"
    for old, new in change.renumbered:
        yield f"card {new} now asks what card {old} asked; its reviews are at risk, since they are for another fact"
    if change.replaced:
        yield f"{_numbers(change.replaced)}, reviews at risk: {_REPLACED}"


def _shared(edit: Edit, ids: tuple[str, ...]) -> str:
    return f"{shown(field_name(edit.field))} of {counted(len(ids), 'note')}: {_difference(edit)}"


def _item(name: str, html: str) -> str:
    return _name(name) + (f": {shown(plain(html))}" if html else "")


def _difference(edit: Edit) -> str:
    """Return the text with removed and added words marked."""
    old, new = (_WORDS.findall(plain(html)) for html in (edit.old, edit.new))
    if old == new:
        return "only the formatting changes"
    pieces = [(*_MARKS[kind], shown(words)) for kind, words in difference(old, new, "")]
    return "".join(click.style(mark.format(words), fg=colour) if colour else words for mark, colour, words in pieces)


def _name(name: str) -> str:
    return click.style(shown(name), bold=True)


def _numbers(numbers: tuple[int, ...]) -> str:
    return f"card{'s' * (len(numbers) > 1)} {', '.join(map(str, numbers))}"
