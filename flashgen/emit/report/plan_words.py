"""What all formats of a plan say in the same words: its summary, its notes, and the differences of a field."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from difflib import SequenceMatcher
from html import unescape

from flashgen.history.newpage import NewPage
from flashgen.history.plan import Edit, Plan
from flashgen.model.lock import ReleasedNote
from flashgen.model.note import SPARES
from flashgen.render.typography.straight import straightened

KEPT, REMOVED, ADDED = "kept", "removed", "added"
"""What becomes of words of a field."""

_NAMES = {
    **dict(zip(SPARES, ("Question of the reverse card", "Link of the page", "Citation"), strict=True)),
    "Means": "Meaning",
    "Whole": "List",
    "tags": "Tags",
}
"""Fields whose names do not say what they are for."""

_COMPARED = 1_000_000
"""Compare at most this many pairs of words: their number grows with the square of a text's length."""

_INLINE = re.compile("<!-- -->|</?(?:a|code|em|span|strong)\\b[^>]*>")
_ITEM = re.compile("</li>\\s*<li[^>]*>")
_BLANKS = re.compile("[ \t\r\n]+")
_TAG = re.compile("<[^>]*>")


def counts(plan: Plan) -> str:
    """Return how many notes are new, changed, withdrawn and returned, and what else is new."""
    if plan.first:
        cards = sum(len(note.cards) for note in plan.new)
        return f"the first release, {counted(len(plan.new), 'note')} and {counted(cards, 'card')}"
    numbers = {
        "new": len(plan.new),
        "changed": len(changed_ids(plan)),
        "withdrawn": len(plan.withdrawn),
        "returned": len(plan.returned),
    }
    parts = [f"{number} {what}" for what, number in numbers.items() if number]
    parts += ["new card design"] if plan.looks else []
    parts += ["new source page"] if plan.page else []
    return ", ".join(parts) or "nothing changes for learners"


def counted(number: int, what: str) -> str:
    """Return a number of things in words."""
    return f"{number} {what}{'s' * (number != 1)}"


def field_name(field: str) -> str:
    """Return what a field is called in a plan."""
    return _NAMES.get(field, field)


def first_field(note: ReleasedNote) -> str:
    """Return the value of the first filled field after the id."""
    return next((value for name, value in note.fields.items() if name != "Id"), "")


def plain(html: str) -> str:
    """Return HTML as words on one line; deletions keep their marks."""
    return _BLANKS.sub(" ", unescape(_TAG.sub(" ", _ITEM.sub("; ", _INLINE.sub("", html))))).strip()


def told(plan: Plan) -> tuple[Plan, int]:
    """Return a plan without the edits of quotation marks and dashes, and in how many notes nothing else changes."""
    changes = [
        replace(change, edits=tuple(edit for edit in change.edits if not _is_of_print(edit))) for change in plan.changed
    ]
    seen = tuple(change for change in changes if change.is_seen)
    shared = tuple((edit, ids) for edit, ids in plan.shared if not _is_of_print(edit))
    less = replace(plan, changed=seen, shared=shared)
    return less, len(changed_ids(plan) - changed_ids(less))


def changed_ids(plan: Plan) -> set[str]:
    """Return the ids of the notes that change."""
    return {*[change.id for change in plan.changed], *[id for _, ids in plan.shared for id in ids]}


def print_lines(others: int) -> Iterator[str]:
    """Yield what is said of notes in which nothing but quotation marks and dashes changes."""
    if others:
        yield f"only quotation marks and dashes, on {counted(others, 'note')}"


def _is_of_print(edit: Edit) -> bool:
    old, new = plain(edit.old), plain(edit.new)
    return old != new and _typed([old]) == _typed([new])


def _typed(words: Sequence[str]) -> list[str]:
    """Return words with one mark for all quotation marks: a quotation inside another takes other ones in print."""
    return [straightened(word).replace('"', "'") for word in words]


def looks(plan: Plan) -> str:
    """Return which cards have a new design."""
    return f"all {', '.join(plan.looks)} cards"


def page_lines(page: NewPage | None) -> Iterator[str]:
    """Yield what changed on the source page, and which cards link to it."""
    if page:
        gists = [f"the gist of {label}" for label in page.gists]
        yield ", ".join(gists) or "its citation, a section, a label, or the gist of a page that no entry cites"
        yield f"all {', '.join(page.kinds)} cards link to the new page; nothing else on them changes"


def difference(old: Sequence[str], new: Sequence[str], space: str) -> Iterator[tuple[str, str]]:
    """Yield the pieces of two lists of words; `space` is what stands between the words.

    A word that only its quotation marks or dashes part from another is the same.
    """
    typed, now = _typed(old), _typed(new)
    start = _alike(typed, now)
    end = _alike(typed[start:][::-1], now[start:][::-1])
    one, other = slice(start, len(old) - end), slice(start, len(new) - end)
    inside = [
        (kind, (old[one] if kind == REMOVED else new[other])[first:last])
        for kind, first, last in _pieces(typed[one], now[other])
    ]
    pieces = [(KEPT, new[:start]), *inside, (KEPT, new[len(new) - end :])]
    yield from ((kind, space.join(words)) for kind, words in pieces if words)


def _alike(one: Sequence[str], other: Sequence[str]) -> int:
    """Return with how many words in common two lists begin."""
    pairs = enumerate(zip(one, other, strict=False))
    return next((place for place, (word, rival) in pairs if word != rival), min(len(one), len(other)))


def _pieces(old: Sequence[str], new: Sequence[str]) -> Iterator[tuple[str, int, int]]:
    """Yield the pieces of lists that differ at both ends, with where they begin and end; kept ones are of the new list.

    Of very long lists, all words are removed or added.
    """
    if len(old) * len(new) > _COMPARED:
        operations: Sequence[Operation] = [("replace", 0, len(old), 0, len(new))]
    else:
        operations = SequenceMatcher(None, old, new, autojunk=False).get_opcodes()
    for kind, a, b, c, d in _joined(operations, old):
        yield from ((KEPT, c, d),) if kind == "equal" else ((REMOVED, a, b), (ADDED, c, d))


Operation = tuple[str, int, int, int, int]


def _joined(operations: Sequence[Operation], old: Sequence[str]) -> list[Operation]:
    """Return the operations, two of them as one where only white space stands between them."""
    found: list[Operation] = []
    for place, (kind, a, b, c, d) in enumerate(operations):
        between = kind == "equal" and 0 < place < len(operations) - 1 and not "".join(old[a:b]).strip()
        if found and (between or (found[-1][0] == "joined" and kind != "equal")):
            found[-1] = ("joined", found[-1][1], b, found[-1][3], d)
        else:
            found.append((kind, a, b, c, d))
    return found
