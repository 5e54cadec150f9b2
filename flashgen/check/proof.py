"""Proof that a fix has changed nothing but what it was to change: the result is read back, and compared."""

from bisect import bisect_right
from collections.abc import Iterable

from flashgen.check.fix import Edit, Written, scalars
from flashgen.load.compose import compose
from flashgen.load.nodes import Mapping, Node, Scalar, Sequence
from flashgen.model.place import Place
from flashgen.model.problem import Problem


def proved(file: Written, text: str, edits: Iterable[Edit]) -> bool:
    """Tell whether a text can be read, and says what the file says, but for edited values and ids that it lacked."""
    problems: list[Problem] = []
    node = compose(text, file.node.place.path, problems)
    values = sorted((file.offset(scalar.place), scalar.place) for scalar in scalars(file.node))
    starts = [start for start, _ in values]
    places = [values[at - 1][1] for edit in edits if (at := bisect_right(starts, edit.start))]
    return node is not None and not problems and _same(file.node, node, {*places})


def _same(before: Node, after: Node, edited: set[Place]) -> bool:
    if isinstance(before, Scalar):
        return isinstance(after, Scalar) and (before.value == after.value or before.place in edited)
    if isinstance(before, Sequence):
        pairs = zip(before.items, after.items, strict=False) if isinstance(after, Sequence) else ()
        return (
            isinstance(after, Sequence)
            and len(before.items) == len(after.items)
            and all(_same(one, other, edited) for one, other in pairs)
        )
    return isinstance(after, Mapping) and _same_keys(before, after, edited)


def _same_keys(before: Mapping, after: Mapping, edited: set[Place]) -> bool:
    """Tell whether two mappings say the same, where the later one may have an id that the other lacked."""
    added = after.pairs.keys() - before.pairs.keys()
    known = [key for key in after.pairs if key not in added]
    if [*before.pairs] != known or not added <= {"id"}:
        return False
    for key, (_, value) in before.pairs.items():
        free = edited if key != "id" or not (isinstance(value, Scalar) and value.value) else set()
        if not _same(value, after.pairs[key][1], free):
            return False
    return True
