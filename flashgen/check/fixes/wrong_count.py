"""The number that the heading of a list says is made that of its items.

Only of a list, whose items are there to be counted, and where the heading says the number once. Whether it is rather an
item that is missing, only the author can know: look at the diff first.
"""

import re
from collections.abc import Iterator

from flashgen.check.counting import spelt
from flashgen.check.fix import Edit, Fix, Written
from flashgen.kinds.list import LIST
from flashgen.load.key import names
from flashgen.load.nodes import Mapping, Node, Scalar, Sequence
from flashgen.model.problem import Problem


def _edits(file: Written) -> Iterator[Edit]:
    for problem, start in file.found("wrong-count"):
        heading, count = _list(problem, file)
        numeral = re.compile(rf"(?<![\w-]){problem.words}(?![\w-])")
        said = numeral.search(file.text, start) if problem.length else None
        if said and len(numeral.findall(heading)) == 1:
            yield Edit(said.start(), said.end(), spelt(count, like=problem.words))


def _list(problem: Problem, file: Written) -> tuple[str, int]:
    """Return the heading of the list that a problem is about, and how many items it has; nothing where it is none."""
    entry = [entry for entry in file.entries.items if entry.place <= problem.place][-1]
    heading, items = [_value(entry, key) for key in names(LIST.keys[:2])]
    return (heading.value, len(items.items)) if isinstance(heading, Scalar) and isinstance(items, Sequence) else ("", 0)


def _value(entry: Node, key: str) -> Node | None:
    return entry.pairs[key][1] if isinstance(entry, Mapping) and key in entry.pairs else None


WRONG_COUNT = Fix(("number made to agree", "numbers made to agree"), _edits)
