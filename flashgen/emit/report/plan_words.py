"""What all formats of a plan say in the same words: its summary, its notes, and the differences of a field."""

import re
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from html import unescape

from flashgen.history.newpage import NewPage
from flashgen.history.plan import Plan
from flashgen.model.lock import ReleasedNote
from flashgen.model.note import SPARES

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
_TAG = re.compile("<[^>]*>")


def counts(plan: Plan) -> str:
    """Return how many notes are new, changed, withdrawn and returned, and what else is new."""
    if plan.first:
        cards = sum(len(note.cards) for note in plan.new)
        return f"the first release, {counted(len(plan.new), 'note')} and {counted(cards, 'card')}"
    numbers = {
        "new": len(plan.new),
        "changed": len({*[change.id for change in plan.changed], *[id for _, ids in plan.shared for id in ids]}),
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
    return " ".join(unescape(_TAG.sub(" ", _ITEM.sub("; ", _INLINE.sub("", html)))).split())


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
    """Yield the pieces of two lists of words; `space` is what stands between the words."""
    start = _alike(old, new)
    end = _alike(old[start:][::-1], new[start:][::-1])
    before, inside, after = old[:start], old[start : len(old) - end], old[len(old) - end :]
    changed = new[start : len(new) - end]
    pieces = [(KEPT, before), *_pieces(inside, changed), (KEPT, after)]
    yield from ((kind, space.join(words)) for kind, words in pieces if words)


def _alike(one: Sequence[str], other: Sequence[str]) -> int:
    """Return with how many words in common two lists begin."""
    pairs = enumerate(zip(one, other, strict=False))
    return next((place for place, (word, rival) in pairs if word != rival), min(len(one), len(other)))


def _pieces(old: Sequence[str], new: Sequence[str]) -> Iterator[tuple[str, Sequence[str]]]:
    """Yield the pieces of lists that differ at both ends; of very long ones, all words are removed or added."""
    if len(old) * len(new) > _COMPARED:
        operations: Sequence[Operation] = [("replace", 0, len(old), 0, len(new))]
    else:
        operations = SequenceMatcher(None, old, new, autojunk=False).get_opcodes()
    for kind, a, b, c, d in _joined(operations, old):
        yield from ((KEPT, old[a:b]),) if kind == "equal" else ((REMOVED, old[a:b]), (ADDED, new[c:d]))


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
