"""Letters and their accents are composed (Unicode's NFC) in values, as the loader reads them anyway."""

from bisect import bisect_right
from collections.abc import Iterator
from itertools import groupby, pairwise
from unicodedata import is_normalized, normalize

from flashgen.check.fix import Edit, Fix, Written
from flashgen.load.values import value_spans


def _edits(file: Written) -> Iterator[Edit]:
    if is_normalized("NFC", file.text):
        return
    for _, pieces in groupby(_pieces(file), lambda piece: piece[0]):
        parts = [(start, end) for _, start, end in pieces]
        first, last = parts[0][0], parts[-1][1]
        between = [file.text[end:start] for (_, end), (start, _) in pairwise(parts)]
        composed = [normalize("NFC", file.text[start:end]) for start, end in parts]
        new = "".join(said for pair in zip(composed, [*between, ""], strict=True) for said in pair)
        if new != file.text[first:last]:
            yield Edit(first, last, new)


def _pieces(file: Written) -> Iterator[tuple[int, int, int]]:
    """Yield the parts of values that stand on one line, each with the number of the line."""
    for start, end in value_spans(file.text):
        row = bisect_right(file.starts, start)
        while start < end:
            stop = min([end, *file.starts[row : row + 1]])
            yield row, start, stop
            start, row = stop, row + 1


NOT_COMPOSED = Fix(("line composed (NFC)", "lines composed (NFC)"), _edits)
