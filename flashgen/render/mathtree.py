"""A formula as a tree, which knows nothing of how it was written."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Node:
    """A piece of a formula: its kind, its letters or what tells more of the kind, and the formulas inside it."""

    kind: str
    said: str = ""
    parts: tuple["Formula", ...] = ()


Formula = tuple[Node, ...]


class UnknownTexError(ValueError):
    """A part of a formula that is not supported; the message names it."""


_SMALLER = {"fraction": 0, "stack": 0, "binom": 0, "scripts": 1, "limits": 1, "attach": 1, "corners": 1, "root": 1}
"""The kinds that set smaller letters, and the first of their parts that has them."""


def depth(formula: Formula) -> int:
    """Return how many times scripts and fractions nest: each level makes the letters smaller."""
    return max((_depth(node) for node in formula), default=0)


def _depth(node: Node) -> int:
    first = _SMALLER.get(node.kind, len(node.parts))
    levels = 2 if node.kind == "root" else 1  # the number of a root is as small as scripts of scripts
    smaller = [levels * (place >= first and part != ()) for place, part in enumerate(node.parts)]
    return max((depth(part) + down for part, down in zip(node.parts, smaller, strict=True)), default=0)
