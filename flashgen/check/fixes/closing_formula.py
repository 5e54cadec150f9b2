r"""Two braces that close in a formula, as in `\(x^{y^{2}}\)`, get a space between them: elsewhere they end a deletion.

TeX reads them as before, and the card is the same to the byte, because a build parts them anyway. Where there are
deletions, or braces that may be meant for one, nothing changes. A formula in a double-quoted text may have its
backslashes doubled.
"""

import re
from collections.abc import Iterator

from flashgen.check.fix import Edit, Fix, Written, scalars
from flashgen.load.syntax import parse
from flashgen.load.tex import unclear
from flashgen.model.text import Deletion, Math, Parts

_CLOSING = re.compile(r"\}(?=\})")
_WRITTEN = ((re.escape("\\"), r"\\{1,2}"), ("'", "'{1,2}"), ('"', r'\\?"'))
"""How a character may stand in a file, according to the quotes around the text."""


def _edits(file: Written) -> Iterator[Edit]:
    for scalar in scalars(file.node):
        text = parse(scalar.value.strip(), scalar.place, []) if "}}" in scalar.value else None
        start = file.offset(scalar.place)
        for written in _closing(text.parts if text else ()):
            if found := _pattern(written).search(file.text, start):
                yield Edit(found.start(), found.end(), _CLOSING.sub("} ", found.group()))
                start = found.end()


def _closing(parts: Parts) -> Iterator[str]:
    """Yield the formulas with two braces that close."""
    for part in parts:
        if isinstance(part, Math) and "}}" in part.tex and not (part.deletions or any(unclear(part.tex))):
            yield part.written
        elif isinstance(part, Deletion):
            yield from _closing(part.parts)


def _pattern(written: str) -> re.Pattern[str]:
    pattern = r"\s+".join(map(re.escape, written.split()))
    for plain, quoted in _WRITTEN:
        pattern = pattern.replace(plain, quoted)
    return re.compile(pattern)


CLOSING_FORMULA = Fix(("formula with its braces parted", "formulas with their braces parted"), _edits)
