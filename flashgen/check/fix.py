"""A fix: a mechanical edit of a file's text that leaves everything else as it is."""

from bisect import bisect_right
from collections import abc
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from unicodedata import is_normalized, normalize

from flashgen.load.decode import starts_of
from flashgen.load.nodes import Mapping, Node, Scalar, Sequence
from flashgen.model.place import Place
from flashgen.model.problem import Problem


@dataclass(frozen=True, slots=True)
class Edit:
    """Replace the characters of a text from `start` up to `end`, exclusive, with `new`."""

    start: int
    end: int
    new: str


@dataclass(frozen=True, slots=True)
class Written:
    """A file that can be read: its text, what that holds, and what is wrong in it, each at its very spot.

    `starts` are the offsets of its lines. `taken` are the ids that a new entry of the deck cannot have; a fix that
    gives one to an entry adds it. `heirs` are the ids that entries without one were released under, by their places;
    None where that cannot be known.
    """

    text: str
    node: Node
    problems: tuple[Problem, ...]
    taken: set[str]
    starts: tuple[int, ...]
    heirs: abc.Mapping[Place, str] | None = field(default_factory=dict)

    def offset(self, place: Place) -> int:
        """Return the offset of a place in the text; an empty value may be below the last line.

        A place counts composed letters (NFC); the text may have others.
        """
        start, end = [*self.starts[place.line - 1 : place.line + 1], len(self.text), len(self.text)][:2]
        line = self.text[start:end]
        if is_normalized("NFC", line):
            return start + place.column - 1
        ends = range(len(line) + 1)
        return start + bisect_right(ends, place.column - 1, key=lambda end: len(normalize("NFC", line[:end]))) - 1

    def found(self, rule: str) -> Iterator[tuple[Problem, int]]:
        """Yield the findings of a rule in the file, with their offsets."""
        for problem in self.problems:
            if problem.rule == rule:
                yield problem, self.offset(problem.place)

    @property
    def entries(self) -> Sequence:
        """The entries of a chapter file; none of another file."""
        pairs = self.node.pairs if isinstance(self.node, Mapping) else {}
        _, node = pairs.get("entries", (None, None))
        return node if isinstance(node, Sequence) else Sequence((), self.node.place)


def written(text: str, node: Node, problems: Iterable[Problem], taken: set[str]) -> Written:
    """Return a file that can be read, of whose entries none was released."""
    return Written(text, node, tuple(problems), taken, tuple(starts_of(text)))


@dataclass(frozen=True, slots=True)
class Fix:
    """A fix; `did` describes one edit and several edits, after their number.

    It finds nothing in its own result; otherwise fixing would never end.
    """

    did: tuple[str, str]
    edits: Callable[[Written], Iterator[Edit]]

    def said(self, count: int) -> str:
        """Return a description of this many edits."""
        return f"{count} {self.did[count > 1]}"


def scalars(node: Node) -> Iterator[Scalar]:
    """Yield every text in a node, keys apart."""
    if isinstance(node, Scalar):
        yield node
        return
    for inner in node.items if isinstance(node, Sequence) else [value for _, value in node.pairs.values()]:
        yield from scalars(inner)
