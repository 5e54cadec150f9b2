"""Which released note an entry without an id is, if it was released: the one that says the same, or nearly so."""

import re
from collections.abc import Iterable, Iterator
from html import unescape
from unicodedata import normalize

from flashgen.check.fix import scalars
from flashgen.kinds import KINDS
from flashgen.kinds.kind import Kind
from flashgen.load.key import names
from flashgen.load.nodes import Mapping as Node
from flashgen.model.lock import ReleasedNote
from flashgen.model.place import Place

_ALIKE, _SAME = 0.79, 0.5
"""More than this share of an entry's words a note has to have, if its prompt is another, and if it is the same."""

_LEAST = 0.4
"""The share of a note's words that an entry has to have: a note asks in words of its own too."""

_MARKS = re.compile(r"<!--.*?-->|</?[a-z][^>]*>|\{\{c[0-9]+::|::[^{}]*(?=\}\})|\{\{|\}\}", re.DOTALL)
_KINDS = {kind.type.name: kind for kind in KINDS}

Words = frozenset[str]


def kind_of(entry: Node) -> Kind | None:
    """Return the kind of an entry; None for one of none, or of several."""
    named = [kind for kind in KINDS if kind.name in entry.pairs]
    return named[0] if len(named) == 1 else None


def heirs(entries: Iterable[Node], notes: Iterable[ReleasedNote]) -> dict[Place, str]:
    """Return the ids of the notes that some entries are, by the entries' places; no two are one."""
    known = _Known(notes)
    ranked = sorted((-share, entry.place, id) for entry in entries for share, id in known.rivals(entry))
    found: dict[Place, str] = {}
    taken: set[str] = set()
    for _, place, id in ranked:
        if place not in found and id not in taken:
            found[place] = id
            taken.add(id)
    return found


class _Known:
    """Notes by what they say."""

    def __init__(self, notes: Iterable[ReleasedNote]) -> None:
        self.words: dict[str, Words] = {}
        self.having: dict[tuple[str, str], list[str]] = {}
        self.asking: dict[tuple[str, Words], list[str]] = {}
        for note in notes:
            own = [note.fields[name] for name in _KINDS[note.kind].type.fields if name in note.fields]
            self.words[note.id] = _words(own)
            self.asking.setdefault((note.kind, _words(own[:1])), []).append(note.id)
            for word in self.words[note.id]:
                self.having.setdefault((note.kind, word), []).append(note.id)

    def rivals(self, entry: Node) -> Iterator[tuple[float, str]]:
        """Yield the notes that an entry may be, each with how much of it they say; more than 1 for one prompt."""
        if (kind := kind_of(entry)) is None:
            return
        words, prompt = _words(_said(entry, names(kind.keys))), _words(_said(entry, [kind.name]))
        type = kind.type.name
        same = {*self.asking.get((type, prompt), ())} if prompt else set()
        # Of words of which most have to be there, one of the rarest is: the others need not be looked up.
        rare = sorted(words, key=lambda word: (len(self.having.get((type, word), ())), word))
        rare = rare[: int(len(words) * (1 - _ALIKE)) + 1]
        for id in same | {id for word in rare for id in self.having.get((type, word), ())}:
            both = len(words & self.words[id])
            enough = _SAME if id in same else _ALIKE
            if both > enough * len(words) and both >= _LEAST * len(self.words[id]):
                yield (id in same) + both / len(words), id


def _said(entry: Node, keys: Iterable[str]) -> list[str]:
    return [scalar.value for key in keys if key in entry.pairs for scalar in scalars(entry.pairs[key][1])]


def _words(texts: Iterable[str]) -> Words:
    """Return the words of Markdown or HTML, without marks, case and hints."""
    bare = unescape(_MARKS.sub("", " ".join(texts)))
    return frozenset(re.findall(r"\w+", normalize("NFC", bare).casefold()))
