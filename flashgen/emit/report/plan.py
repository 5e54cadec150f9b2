"""A plan as text for people, and as release notes in Markdown."""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from difflib import SequenceMatcher
from html import unescape

from flashgen.emit.report.plan_json import as_json
from flashgen.history.newpage import NewPage
from flashgen.history.plan import Change, Edit, Plan, likely_renames
from flashgen.model.lock import ReleasedNote
from flashgen.model.shown import shown

_REMOVED = "Anki shows no question on such cards, and Tools > Empty Cards deletes them"
_REPLACED = "nothing of the released front or answer is left; give the new fact its own id"

_INLINE = re.compile("<!-- -->|</?(?:a|code|em|span|strong)\\b[^>]*>")
_WORDS = re.compile(r"\{\{c[0-9]+::|\}\}|\w+|\s+|.")


@dataclass(frozen=True, slots=True)
class _Style:
    """Format strings for plain text or Markdown; `escaped` matches the characters to escape."""

    deck: str
    heading: str
    line: str
    below: str
    name: str
    changed: tuple[str, str]
    escaped: str


_TEXT = _Style("{}: {}", "  {}", "    {}", "      {}", "{}", ("[-{}-]", "{{+{}+}}"), "")
_MARKDOWN = _Style("## {}\n\n{}", "\n### {}\n", "- {}", "  - {}", "**{}**", ("~~{}~~", "**{}**"), r"([\\`*_~<>\[\]])")


def as_text(plans: Mapping[str, Plan]) -> str:
    """Return plans as plain text for a terminal; keys are names of decks."""
    return "\n".join(line for name, plan in plans.items() for line in _lines(name, plan, _TEXT))


def as_markdown(plans: Mapping[str, Plan]) -> str:
    """Return plans as release notes in Markdown; keys are names of decks."""
    return "\n".join(line for name, plan in plans.items() for line in _lines(name, plan, _MARKDOWN))


FORMATS: Mapping[str, Callable[[Mapping[str, Plan]], str]] = {
    "text": as_text,
    "json": as_json,
    "markdown": as_markdown,
}


def _lines(name: str, plan: Plan, style: _Style) -> Iterator[str]:
    yield style.deck.format(_safe(name, style), _summary(plan))
    for heading, lines in _sections(plan, style):
        if lines:
            yield style.heading.format(heading)
            yield from lines


def _summary(plan: Plan) -> str:
    """Return a one-line summary: counts of notes, and the reviews at risk."""
    cards = sum(len(note.cards) for note in plan.new)
    if plan.first:
        return f"the first release, {_count(len(plan.new), 'note')} and {_count(cards, 'card')}"
    counts = {
        "new": len(plan.new),
        "changed": len({*[change.id for change in plan.changed], *[id for _, ids in plan.shared for id in ids]}),
        "withdrawn": len(plan.withdrawn),
        "returned": len(plan.returned),
    }
    parts = [f"{count} {what}" for what, count in counts.items() if count]
    parts += ["new card design"] if plan.looks else []
    parts += ["new source page"] if plan.page else []
    lost = plan.cards_at_risk
    risk = f"the reviews of {_count(lost, 'card')} are at risk" if lost else "0 reviews at risk"
    return f"{', '.join(parts) or 'nothing changes for learners'}; {risk}"


def _sections(plan: Plan, style: _Style) -> Iterator[tuple[str, list[str]]]:
    """Yield each section of a plan: its heading and its lines."""
    renames = [
        f'{new} looks like {old} under a new id; if it is, add "was: {old}" to {new}'
        for old, new in likely_renames(plan)
    ]
    yield "New", [] if plan.first else [_item(note.id, _first_field(note), style) for note in plan.new]
    yield "Changed", [line for change in plan.changed for line in _change(change, style)]
    yield "Changed on several notes", [_shared(edit, ids, style) for edit, ids in plan.shared]
    yield "Withdrawn", [_item(note.id, note.fields["Withdrawn"], style) for note in plan.withdrawn]
    yield "Probably renamed", [style.line.format(_safe(line, style)) for line in renames]
    yield "Returned", [style.line.format(_name(id, style)) for id in plan.returned]
    yield "New card design", [style.line.format(f"all {_safe(kind, style)} cards") for kind in plan.looks]
    yield "Source page", [style.line.format(line) for line in _page(plan.page)]


def _page(page: NewPage | None) -> Iterator[str]:
    """Yield what changed on the source page, and which cards link to it."""
    if page:
        gists = [f"the gist of {page_said}" for page_said in page.gists]
        yield ", ".join(gists) or "its citation, a section, a label, or the gist of a page that no entry cites"
        yield f"all {', '.join(page.kinds)} cards link to the new page; nothing else on them changes"


def _change(change: Change, style: _Style) -> Iterator[str]:
    was = f" (was {_safe(change.was, style)})" if change.was else ""
    yield style.line.format(_name(change.id, style) + was)
    for edit in change.edits:
        yield style.below.format(f"{_safe(edit.field, style)}: {_difference(edit, style)}")
    if change.moved:
        yield style.below.format(f"now in the chapter {_safe(_plain(change.moved), style)}; it stays in its deck")
    if change.added:
        yield style.below.format(f"new {_numbers(change.added)}; the other cards keep their reviews")
    if change.lost:
        yield style.below.format(f"{_numbers(change.lost)} removed, reviews at risk: {_REMOVED}")
    for old, new in change.renumbered:
        yield style.below.format(
            f"card {new} now asks what card {old} asked; its reviews are at risk, since they are for another fact"
        )
    if change.replaced:
        yield style.below.format(f"{_numbers(change.replaced)}, reviews at risk: {_REPLACED}")


def _shared(edit: Edit, ids: tuple[str, ...], style: _Style) -> str:
    return _item(f"{edit.field} of {_count(len(ids), 'note')}", "", style) + f": {_difference(edit, style)}"


def _item(name: str, html: str, style: _Style) -> str:
    words = f": {_safe(_plain(html), style)}" if html else ""
    return style.line.format(_name(name, style) + words)


def _first_field(note: ReleasedNote) -> str:
    """Return the value of the first filled field after the id."""
    return next((value for name, value in note.fields.items() if name != "Id"), "")


def _difference(edit: Edit, style: _Style) -> str:
    """Return the text with removed and added words marked."""
    old, new = (_WORDS.findall(_plain(html)) for html in (edit.old, edit.new))
    if old == new:
        return "only the formatting changes"
    pieces: list[str] = []
    for kind, a, b, c, d in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        removed, added = (_safe("".join(words), style) for words in (old[a:b], new[c:d]))
        if kind == "equal":
            pieces.append(removed)
        else:
            pieces += [mark.format(words) for mark, words in zip(style.changed, (removed, added), strict=True) if words]
    return "".join(pieces)


def _plain(html: str) -> str:
    """Return HTML as words on one line; deletions keep their marks."""
    return " ".join(unescape(re.sub("<[^>]*>", " ", _INLINE.sub("", html))).split())


def _name(name: str, style: _Style) -> str:
    return style.name.format(_safe(name, style))


def _safe(words: str, style: _Style) -> str:
    words = shown(words)
    return re.sub(style.escaped, r"\\\1", words) if style.escaped else words


def _numbers(numbers: tuple[int, ...]) -> str:
    return f"card{'s' * (len(numbers) > 1)} {', '.join(map(str, numbers))}"


def _count(number: int, what: str) -> str:
    return f"{number} {what}{'s' * (number != 1)}"
