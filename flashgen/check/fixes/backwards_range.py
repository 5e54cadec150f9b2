"""Pages or footnotes from a later to an earlier one are turned round.

`198-9` is left to its author, since it may well be short for 198 to 199, and so are labels with a hyphen of their own.
"""

import re
from collections.abc import Iterator

from flashgen.check.fix import Edit, Fix, Written

_LABEL = r"[^\s\\,'\"\[\]{}#\u2010-\u2015\u2212-]+"
_RANGE = re.compile(rf"""(["']?\s*)({_LABEL})(\s*[-–]\s*)({_LABEL})(?![^\s,'"\]}}])""")


def _edits(file: Written) -> Iterator[Edit]:
    for _, start in file.found("backwards-range"):
        range = _RANGE.match(file.text, start)
        if range and (len(range[2]) == len(range[4]) or not (range[2] + range[4]).isdecimal()):
            yield Edit(range.start(2), range.end(4), f"{range[4]}{range[3]}{range[2]}")


BACKWARDS_RANGE = Fix(("range turned round", "ranges turned round"), _edits)
