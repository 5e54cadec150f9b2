"""What the labels of a range share, and the last one leaves out: 3:16–18 is 3:16–3:18, 327a–e is 327a–327e."""

import re

_CUT = re.compile(r"(?<=\w[\s:.,;/])(?=\w)|(?<=\w[.,] )(?=\w)|(?<=[0-9])(?=[^\W\d_])")


def heads(label: str) -> list[str]:
    """Return what may stand before the last part of a label, the longest first."""
    return [label[: cut.start()] for cut in _CUT.finditer(label)][::-1]


def tail(first: str, last: str) -> str:
    """Return what the last label of a range adds to the first."""
    shared = set(heads(first)).intersection(heads(last))
    short = last.removeprefix(max(shared, key=len, default=""))
    return last if short.startswith("0") else short
