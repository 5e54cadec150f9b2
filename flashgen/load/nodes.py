"""The content of a YAML file with places. Every scalar is text."""

from dataclasses import dataclass
from typing import NamedTuple

from flashgen.model.place import Place


class Scalar(NamedTuple):
    """A text as written; `cut` is whether an unquoted ` #` ended it.

    Most places are never needed, so only their numbers are stored, counted from 0 as the parser counts. A file has so
    many of these that it is a named tuple, which is made in half the time.
    """

    value: str
    path: str
    line: int
    column: int
    cut: bool = False

    @property
    def place(self) -> Place:
        """Where it begins."""
        return Place(self.path, self.line + 1, self.column + 1)

    @property
    def is_comment(self) -> bool:
        """Whether the whole value is after a #, which may be meant as text."""
        return self.cut and not self.value


@dataclass(frozen=True, slots=True)
class Sequence:
    """The items of a list."""

    items: tuple["Node", ...]
    place: Place


@dataclass(frozen=True, slots=True)
class Mapping:
    """Keys as written, and values, by key in file order.

    `lost` are keys whose values are not YAML; `again` is whether a key was repeated. The first value counts.
    """

    pairs: dict[str, tuple[Scalar, "Node"]]
    place: Place
    lost: frozenset[str] = frozenset()
    again: bool = False


Node = Scalar | Sequence | Mapping
