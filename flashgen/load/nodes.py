"""What a YAML file holds, with places: every scalar is text, every key is known by its spot."""

from dataclasses import dataclass

from flashgen.model.place import Place


@dataclass(frozen=True, slots=True)
class Scalar:
    """A text as written; `cut` tells that an unquoted ` #` ended it.

    Most places are never asked for, so that only their numbers are kept, counted from 0 as the parser counts.
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
        """Whether all that was written is behind a #, which may be meant as text."""
        return self.cut and not self.value


@dataclass(frozen=True, slots=True)
class Sequence:
    """The items of a list."""

    items: tuple["Node", ...]
    place: Place


@dataclass(frozen=True, slots=True)
class Mapping:
    """Keys as written, and values, by key in file order.

    `lost` are keys whose values are no YAML; `again` tells that a key stood twice, of which the first is here.
    """

    pairs: dict[str, tuple[Scalar, "Node"]]
    place: Place
    lost: frozenset[str] = frozenset()
    again: bool = False


Node = Scalar | Sequence | Mapping
