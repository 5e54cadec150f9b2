"""White space at the end of a line is deleted, but in blocks (`|`, `>`), where it is part of the text.

Two blanks at the end of a line below `|` are a line break of Markdown. Behind a backslash a blank may be escaped.
"""

import re
from collections.abc import Iterator

from flashgen.check.fix import Edit, Fix, Written
from flashgen.load.blocks import lines_in_blocks
from flashgen.load.decode import lines_of

_TRAILING = re.compile(r"(?<![\\ \t])[ \t]+\Z")


def _edits(file: Written) -> Iterator[Edit]:
    kept = lines_in_blocks(file.text)
    for number, (start, line) in enumerate(zip(file.starts, lines_of(file.text), strict=True), 1):
        if number not in kept and (found := _TRAILING.search(line)):
            yield Edit(start + found.start(), start + found.end(), "")


TRAILING_SPACE = Fix(("line trimmed", "lines trimmed"), _edits)
