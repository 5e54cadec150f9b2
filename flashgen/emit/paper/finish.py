"""Add what the engine leaves out of a PDF: print without scaling, and the edge to flip the paper on.

The change is appended as a PDF update, so the engine's own bytes stay where they are.
"""

import re

_ROOT = re.compile(rb"/Root (\d+) 0 R")
_SIZE = re.compile(rb"/Size (\d+)")
_REST = re.compile(rb"/Info \d+ 0 R/ID\[.*?\]")
_NOT_SUSPECT = b"/Suspects false"
"""Says what is so without it; PDF 2.0 no longer has it, and some readers complain of it."""

_BORDER = re.compile(rb"(<</O/Layout)(/BorderColor\[[\d. ]*\])")
"""The colour of a table's lines, told to screen readers: Poppler complains of one that is the same on all sides."""

_LEAVES = re.compile(rb"/ViewerPreferences<</Direction/(?:L2R|R2L)")


def finished(pdf: bytes, duplex: str) -> bytes:
    """Return a PDF that asks to be printed in its own size, on one side ("Simplex") or both, as `duplex` names it."""
    pdf = _BORDER.sub(lambda found: found[1] + b" " * len(found[2]), pdf)
    trailer = pdf[pdf.rindex(b"trailer") :]
    (root,), (size,), (rest,) = (_found(pattern, trailer) for pattern in (_ROOT, _SIZE, _REST))
    start = pdf.rindex(b"\n%s 0 obj\n" % root) + 1
    catalog = pdf[start : pdf.index(b"endobj", start) + 7]
    wishes = f"/DisplayDocTitle true/PrintScaling/None/Duplex/{duplex}".encode("ascii")
    changed = _LEAVES.sub(lambda found: found.group() + wishes, catalog).replace(_NOT_SUSPECT, b"")
    before = int(trailer.rsplit(b"startxref", 1)[1].split()[0])
    table = b"xref\n0 1\n0000000000 65535 f\r\n%s 1\n%010d 00000 n\r\n" % (root, len(pdf) + 1)
    end = b"trailer\n<</Size %s/Root %s 0 R%s/Prev %d>>\nstartxref\n%d\n%%%%EOF" % (
        *(size, root, rest, before),
        len(pdf) + 1 + len(changed),
    )
    return pdf + b"\n" + changed + table + end


def _found(pattern: re.Pattern[bytes], text: bytes) -> tuple[bytes, ...]:
    found = pattern.search(text)
    return (found.groups() or (found.group(),)) if found else (b"",)
