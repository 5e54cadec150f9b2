"""A plan as release notes for learners, in Markdown that all readers of CommonMark and of GitHub's kind show alike.

What is struck or bold has white space around it and none at its ends, so that no reader takes the marks for text.
"""

import re
from collections.abc import Iterable, Iterator, Mapping

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
from flashgen.history.plan import Change, Edit, Plan
from flashgen.model.lock import ReleasedNote
from flashgen.model.shown import shown

_MARKS = {KEPT: "{}", REMOVED: "~~{}~~", ADDED: "**{}**"}

_ELSEWHERE = {"Source": ("Page", "Last page", "Footnote", "PDF page"), "Quotation": ("Gaps",)}
"""Fields that say again what another says."""

_STEP = "Step "
_LONGEST = 120
"""The characters that name a note in a list of notes."""

_MARK = re.compile(r"(\{\{c[0-9]+::|\}\})")
_SPECIAL = re.compile(r"[\\`*_~<>\[\]$&|@]|(?<=[a-zA-Z]):(?=//)|(?<=www)\.")
"""Characters that Markdown, or an address that it makes a link of, would not show."""

_FIRST = re.compile(r"(?:[#+=-]|[0-9]+[.)])(?=\s|[#=-]|$)")
"""What begins a heading, a list or a line at the beginning of a line."""


def as_markdown(plans: Mapping[str, Plan]) -> str:
    """Return plans as release notes; keys are names of decks."""
    return "\n".join(line for name, plan in plans.items() for line in _lines(name, plan))


def _lines(name: str, plan: Plan) -> Iterator[str]:
    yield f"## {_safe(name)}\n\n{_summary(plan)}"
    for heading, lines in _sections(plan):
        items = list(lines)
        if items:
            yield f"\n### {heading}\n"
            yield from items


def _summary(plan: Plan) -> str:
    said = f"{_capital(counts(plan))}."
    if plan.first:
        return said
    lost = plan.cards_at_risk
    return f"{said} The reviews of {counted(lost, 'card')} are at risk." if lost else f"{said} All your reviews stay."


def _sections(plan: Plan) -> Iterator[tuple[str, Iterable[str]]]:
    """Yield each section: its heading and its lines."""
    yield "New", [] if plan.first else [_item(_front(note)) for note in plan.new]
    plan, others = told(plan)
    yield "Changed", (line for change in plan.changed for line in _change(change))
    shared = (_shared(edit, ids) for edit, ids in plan.shared)
    yield "Changed on several notes", (*shared, *[_item(_capital(line)) for line in print_lines(others)])
    yield "Withdrawn", [f"{_item(_front(note))} – {_safe(plain(note.fields['Withdrawn']))}" for note in plan.withdrawn]
    yield "Returned", [_item(_front(note)) for note in plan.returned]
    yield "New card design", [_item(_capital(looks(plan)))] if plan.looks else []
    yield "Source page", [_item(_capital(line)) for line in page_lines(plan.page)]


def _change(change: Change) -> Iterator[str]:
    below = [*_edits(change.edits), *_cards(change)]
    if change.moved:
        below.append(f"Now in the chapter {_safe(plain(change.moved))}; it stays in its deck")
    if below:
        yield _item(_front(change.note))
        yield from (f"  - {line}" for line in below)


def _edits(edits: Iterable[Edit]) -> Iterator[str]:
    """Yield what changes in each field, but for those that say again what another says."""
    named = {edit.field for edit in edits}
    again = {field for other, fields in _ELSEWHERE.items() if other in named for field in fields}
    for edit in edits:
        told = "" if edit.field in again or (edit.field.startswith(_STEP) and "Whole" in named) else _difference(edit)
        if told:
            yield f"{_safe(field_name(edit.field))}: {told}"


def _cards(change: Change) -> Iterator[str]:
    """Yield what becomes of the note's cards, which are named by the words that they ask for."""
    old, new = (_deletions(edit.old for edit in change.edits), _deletions(edit.new for edit in change.edits))
    for number in change.added:
        yield f"One more card{_asks(new.get(number))}; the others keep their reviews"
    for number in change.lost:
        yield f"A card is gone{_asks(old.get(number))}: to delete it in Anki, use Tools > Empty Cards"
    for number in sorted({*change.replaced, *[number for _, number in change.renumbered]}):
        yield f"A card asks for another fact than before{_asks(new.get(number))}: its reviews are of the old one"


def _asks(words: str | None) -> str:
    return f" (“{_safe(words)}”)" if words else ""


def _shared(edit: Edit, ids: tuple[str, ...]) -> str:
    return f"- {_safe(field_name(edit.field))} of {counted(len(ids), 'note')}: {_difference(edit)}"


def _front(note: ReleasedNote) -> str:
    """Return what stands first on a note's cards, for its readers; they do not know its id."""
    words = _words(first_field(note))
    return words if len(words) <= _LONGEST else f"{words[:_LONGEST].rsplit(' ', 1)[0]} …"


def _item(words: str) -> str:
    safe = _safe(words)
    return f"- {_FIRST.sub(_escaped_last, safe, count=1) if _FIRST.match(safe) else safe}"


def _difference(edit: Edit) -> str:
    """Return the text with removed words struck and added ones bold; nothing if only its blanks change."""
    old, new = (_words(html).split(" ") for html in (edit.old, edit.new))
    if old == new:
        return "only the formatting changes" if _MARK.sub("", edit.old) != _MARK.sub("", edit.new) else ""
    return " ".join(_MARKS[kind].format(_safe(words)) for kind, words in difference(old, new, " ") if words)


def _words(html: str) -> str:
    """Return HTML as words on one line, without the marks of deletions and their hints."""
    return plain(_opened(html)[0])


def _deletions(values: Iterable[str]) -> dict[int, str]:
    """Return the words of each deletion in the HTML of some fields, by its number."""
    return {number: plain(words) for html in values for number, words in _opened(html)[1].items()}


def _opened(html: str) -> tuple[str, dict[int, str]]:
    """Return HTML without the marks of deletions and their hints, and what each deletion hides."""
    pieces, open_ones, found = [""], list[int](), dict[int, str]()
    for piece in _MARK.split(html):
        if piece.startswith("{{c") and _MARK.fullmatch(piece):
            open_ones.append(int(piece[3:-2]))
            pieces.append("")
        elif piece == "}}" and open_ones:
            hidden = pieces.pop().partition("::")[0]
            found.setdefault(open_ones.pop(), hidden)
            pieces[-1] += hidden
        else:
            pieces[-1] += piece
    return "".join(pieces), found


def _capital(sentence: str) -> str:
    return f"{sentence[:1].upper()}{sentence[1:]}"


def _safe(words: str) -> str:
    """Return words that Markdown shows as they are."""
    return _SPECIAL.sub(lambda found: f"\\{found.group()}", shown(words))


def _escaped_last(found: re.Match[str]) -> str:
    """Return the beginning of a list or heading with its last character escaped."""
    return f"{found.group()[:-1]}\\{found.group()[-1]}"
