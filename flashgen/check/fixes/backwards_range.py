"""Pages or footnotes from a higher to a lower number are turned round.

Only where both have as many digits: `198-9` may well be short for 198 to 199, so that it is left to its author.
"""

import re
from collections.abc import Iterator

from flashgen.check.fix import Edit, Fix, Written

_RANGE = re.compile(r"""(["']?\s*)([0-9]+)(\s*[-–]\s*)([0-9]+)""")


def _edits(file: Written) -> Iterator[Edit]:
    for _, start in file.found("backwards-range"):
        range = _RANGE.match(file.text, start)
        if range and len(range[2]) == len(range[4]):
            yield Edit(range.start(2), range.end(4), f"{range[4]}{range[3]}{range[2]}")


BACKWARDS_RANGE = Fix(("range turned round", "ranges turned round"), _edits)
