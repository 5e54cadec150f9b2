"""Letters and their accents are composed (Unicode's NFC), as the loader reads them anyway.

A place counts composed letters, so that no other fix can work on a file before this one has.
"""

from collections.abc import Iterator
from unicodedata import normalize

from flashgen.check.fix import Edit, Fix, Written


def _edits(file: Written) -> Iterator[Edit]:
    for start, end in zip(file.starts, (*file.starts[1:], len(file.text)), strict=True):
        line = file.text[start:end]
        if (composed := normalize("NFC", line)) != line:
            yield Edit(start, end, composed)


NOT_COMPOSED = Fix(("line composed (NFC)", "lines composed (NFC)"), _edits)
