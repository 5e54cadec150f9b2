"""The file `source/<id>.prints`: JSON, a line for the source and one for each page, so that a diff shows the pages.

The first line has the number of the format, the salt, the rates (see model/prints.py) and how many pages follow. The
line of a page has the sizes of its three number spaces; the numbers of its words, pairs and triples, ascending, each in
as many hexadecimal digits as the highest of its space takes; and a hash of the line, the salt and the rates, by which
it shows whether it is as it was written. The number of a run is blake2b(run, key=salt, digest_size=8), big-endian,
modulo the size of the space; the words of a run are those of load/words.py, with a blank between. If these become
other words, the format becomes another one.
"""

import json
from collections.abc import Mapping
from hashlib import sha256

from flashgen.model.prints import Numbers, PagePrints, Prints

FORMAT = 1
HEAD = {"flashgen prints": int, "salt": str, "rates": list, "pages": int}
RUNS = ("words", "pairs", "triples")
PAGE = {"page": int, "spaces": list} | dict.fromkeys(RUNS, str) | {"hash": str}


def written(prints: Prints) -> bytes:
    """Return prints as the content of their file."""
    values = (FORMAT, prints.salt.hex(), prints.rates, len(prints.pages))
    head = dict(zip(HEAD, values, strict=True))
    lines = [head, *[_line(page, prints.pages[page], head) for page in sorted(prints.pages)]]
    return "".join([json.dumps(line) + "\n" for line in lines]).encode("ascii")


def line_hash(line: Mapping[str, object], head: Mapping[str, object]) -> str:
    """Return the hash of a page's line, which it has itself as its last value, below a first line."""
    said = [head["salt"], head["rates"], *[line[key] for key in PAGE if key != "hash"]]
    return sha256(json.dumps(said).encode("ascii")).hexdigest()[:16]


def digits(space: int) -> int:
    """Return how many hexadecimal digits the numbers of a space take."""
    return len(f"{space - 1:x}")


def _line(page: int, prints: PagePrints, head: Mapping[str, object]) -> dict[str, object]:
    line: dict[str, object] = {"page": page, "spaces": [numbers.space for numbers in prints]}
    line |= dict(zip(RUNS, map(_digits, prints), strict=True))
    return line | {"hash": line_hash(line, head)}


def _digits(numbers: Numbers) -> str:
    width = digits(numbers.space)
    return "".join(f"{number:0{width}x}" for number in sorted(numbers.held))
