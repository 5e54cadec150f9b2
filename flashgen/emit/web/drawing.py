"""A graph of concepts laid out for SVG: boxes with words in them, and lines between."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate
from textwrap import wrap
from unicodedata import east_asian_width

from flashgen.emit.web.concepts import Concepts, Tie

_WIDTH, _LINE, _PADDING = 156.0, 15.0, 8.0
_ACROSS, _DOWN = 22.0, 34.0
"""The gaps between boxes: side by side, and one above the other, where a line and its label need room."""

_LABELLED = 92.0
"""The gap between two columns that have lines with labels between them."""

_COLUMNS = 20
"""How many letters fit into a line of a box."""


@dataclass(frozen=True, slots=True)
class Box:
    """A concept: its corner and size, its words line by line, and the id of the note that it leads to."""

    x: float
    y: float
    height: float
    lines: tuple[str, ...]
    id: str
    width: float = _WIDTH

    @property
    def middle(self) -> tuple[float, float]:
        """The point in its middle."""
        return self.x + self.width / 2, self.y + self.height / 2


@dataclass(frozen=True, slots=True)
class Line:
    """A relation: where it begins and ends, its name, the id of its note, and where its name stands."""

    start: tuple[float, float]
    end: tuple[float, float]
    relation: str
    id: str
    label: tuple[float, float]


@dataclass(frozen=True, slots=True)
class Drawing:
    """A connected part of the map, in pixels."""

    width: float
    height: float
    boxes: tuple[Box, ...]
    lines: tuple[Line, ...]


def drawing(graph: Concepts) -> Drawing:
    """Return a graph laid out in layers, which stand side by side where that takes less room across."""
    lines = [_wrapped(node.words) for node in graph.nodes]
    heights = [len(rows) * _LINE + 2 * _PADDING for rows in lines]
    layers = _layers(graph)
    is_upright = all(len(layer) == 1 for layer in layers)
    corners = _stacked(layers, heights) if is_upright else _abreast(layers, heights)
    boxes = tuple(
        [
            Box(*corners[place], height, rows, node.note.id)
            for place, (node, rows, height) in enumerate(zip(graph.nodes, lines, heights, strict=True))
        ]
    )
    return Drawing(
        max(box.x + box.width for box in boxes) + 2,
        max(box.y + box.height for box in boxes) + 2,
        boxes,
        tuple(_lines(graph.ties, boxes)),
    )


def _layers(graph: Concepts) -> list[list[int]]:
    """Return the nodes of each layer in their order."""
    from igraph import Graph  # its layout is compiled, and the same for the same graph

    made = Graph(len(graph.nodes), [(tie.one, tie.other) for tie in graph.ties], directed=True)
    coordinates = made.layout_sugiyama(maxiter=200).coords[: len(graph.nodes)]
    rows: dict[float, list[int]] = {}
    for place in sorted(range(len(graph.nodes)), key=lambda place: coordinates[place][0]):
        rows.setdefault(coordinates[place][1], []).append(place)
    return [rows[key] for key in sorted(rows)]


def _stacked(layers: Sequence[Sequence[int]], heights: Sequence[float]) -> Mapping[int, tuple[float, float]]:
    order = [layer[0] for layer in layers]
    tops = accumulate([heights[place] + _DOWN for place in order], initial=1.0)
    return {place: (1.0, top) for place, top in zip(order, tops, strict=False)}


def _abreast(layers: Sequence[Sequence[int]], heights: Sequence[float]) -> Mapping[int, tuple[float, float]]:
    """Return the corners of boxes in columns, each in the middle of the height."""
    tall = [sum(heights[place] + _ACROSS for place in layer) for layer in layers]
    corners: dict[int, tuple[float, float]] = {}
    for column, layer in enumerate(layers):
        tops = accumulate([heights[place] + _ACROSS for place in layer], initial=1 + (max(tall) - tall[column]) / 2)
        for place, top in zip(layer, tops, strict=False):
            corners[place] = (1 + column * (_WIDTH + _LABELLED), top)
    return corners


def _lines(ties: Sequence[Tie], boxes: Sequence[Box]) -> Iterator[Line]:
    for tie in ties:
        one, other = boxes[tie.one], boxes[tie.other]
        start, end = _edge(one, other), _edge(other, one)
        yield Line(start, end, tie.relation, tie.note.id, ((start[0] + end[0]) / 2, (start[1] + end[1]) / 2))


def _edge(box: Box, towards: Box) -> tuple[float, float]:
    """Return the point at the edge of a box from which a line to another begins."""
    (x, y), (to_x, _) = box.middle, towards.middle
    if to_x != x:
        return box.x + box.width * (to_x > x), y
    return x, box.y + box.height * (towards.y > box.y)


def _wrapped(words: str) -> tuple[str, ...]:
    """Return words in lines; letters of full width take the room of two."""
    wide = any(east_asian_width(letter) in "FW" for letter in words)
    return tuple(wrap(words, _COLUMNS // (2 if wide else 1))) or ("–",)
