"""Prints from their file; its first line that is not as it was written is a problem, and nothing is guessed at."""

import json
import re
from collections.abc import Mapping
from itertools import pairwise
from pathlib import Path
from typing import Any

from flashgen.errors import UnreadableError
from flashgen.load.files import prints_file, read_text
from flashgen.load.pages import prints_of
from flashgen.load.printsfile import FORMAT, HEAD, PAGE, RUNS, digits, line_hash
from flashgen.model.place import Place
from flashgen.model.prints import Numbers, PagePrints, Prints
from flashgen.model.problem import Problem
from flashgen.model.source import Source

LARGEST = 1 << 25
"""Bytes: the prints of a book of a thousand pages take fewer."""

WIDEST = 1 << 40
"""Numbers: no space of a page has so many."""

_SALT = re.compile(r"[0-9a-f]{32}")
_DIGITS = re.compile(r"[0-9a-f]*")
_Line = Mapping[str, Any]


def prints(source: Source, root: Path, text: Path | None, problems: list[Problem]) -> Prints | None:
    """Return the prints of a copy of a source; without one, those beside its file. Errors as there, NoPageError."""
    return prints_of(text, source) if text else read_prints(source, root, problems)


def read_prints(source: Source, root: Path, problems: list[Problem]) -> Prints | None:
    """Return the prints beside a source's file; None where there are none, or where something is wrong in them.

    UnreadableError where the disk fails, or the file is far too large.
    """
    lines = _lines(source, root, problems)
    head = _head(lines[0], source, root, problems) if lines else None
    if head is None:
        return None
    pages: dict[int, PagePrints] = {}
    for number, text in enumerate(lines[1:], 2):
        line = _object(text)
        if said := _fault(line, head, source, max(pages, default=-1)):
            problems.append(_broken(source, root, number, said))
            return None
        pages[line["page"]] = _page(line)
    if len(pages) != head["pages"]:
        said = f"the file ends after {len(pages)} of {head['pages']} pages"
        problems.append(_broken(source, root, len(lines), said))
        return None
    return Prints(pages, bytes.fromhex(head["salt"]), tuple(head["rates"]))


def kept_salt(source: Source, root: Path, problems: list[Problem]) -> bytes | None:
    """Return the salt of the prints that are there, or None. Of problems, only prints that are newer count."""
    found: list[Problem] = []
    lines = _lines(source, root, found)
    head = _head(lines[0], source, root, found) if lines else None
    problems.extend(problem for problem in found if problem.rule == "newer-prints")
    return bytes.fromhex(head["salt"]) if head else None


def _lines(source: Source, root: Path, problems: list[Problem]) -> list[str]:
    """Return the lines of a source's prints; none where there is no such file, or it is no text."""
    path = prints_file(root, source.id)
    if not path.exists():
        return []
    if path.stat().st_size > LARGEST:
        raise UnreadableError(str(path), f"no prints take more than {LARGEST >> 20} MB")
    text = read_text(path, root, problems)
    return [] if text is None else text.removesuffix("\n").split("\n")


def _head(text: str, source: Source, root: Path, problems: list[Problem]) -> _Line | None:
    """Return the values of the first line; None where something is wrong in them."""
    line = _object(text)
    version = line.get("flashgen prints")
    if type(version) is int and version > FORMAT:
        said = f"prints of a newer format than {FORMAT}"
        problems.append(Problem(_place(source, root, 1), "newer-prints", said, "install a newer flashgen"))
        return None
    if _fits(line, HEAD) and version == FORMAT and _SALT.fullmatch(line["salt"]) and _are_sizes(line["rates"]):
        return line
    problems.append(_broken(source, root, 1, f"this line has not the values {', '.join(HEAD)}"))
    return None


def _object(text: str) -> _Line:
    """Return the values of a line; none where it is no JSON object."""
    try:
        line = json.loads(text)
    except (ValueError, RecursionError):
        return {}
    return line if isinstance(line, dict) else {}


def _fits(line: _Line, shape: Mapping[str, type]) -> bool:
    """Tell whether a line has the keys that it must have, each with a value of its type."""
    return [*line] == [*shape] and all(type(line[key]) is shape[key] for key in shape)


def _are_sizes(values: list[Any]) -> bool:
    """Tell whether a list has for words, pairs and triples what may be a rate or the size of a space."""
    return len(values) == len(RUNS) and all(type(value) is int and 1 < value <= WIDEST for value in values)


def _fault(line: _Line, head: _Line, source: Source, last: int) -> str:
    """Return what is wrong in the line of a page that follows a last one; nothing where it is as it was written."""
    if not _fits(line, PAGE) or not _are_sizes(line["spaces"]):
        return f"this line has not the values {', '.join(PAGE)}"
    if line_hash(line, head) != line["hash"]:
        return "this line is not as it was written"
    if line["page"] not in source.pages:
        return f"{source.label} has no such page"
    if line["page"] <= last:
        return "this line is out of order"
    sizes = zip(RUNS, line["spaces"], head["rates"], strict=True)
    if not all(_are_numbers(line[name], space, rate) for name, space, rate in sizes):
        return "the numbers of this line do not fit their spaces"
    return ""


def _are_numbers(written: str, space: int, rate: int) -> bool:
    """Tell whether digits are numbers of a space, ascending, and no more than the rate allows."""
    if not _DIGITS.fullmatch(written) or len(written) % digits(space):
        return False
    found = _split(written, space)
    ascending = all(one < other for one, other in pairwise([*found, space]))
    return ascending and len(found) * rate <= space


def _split(written: str, space: int) -> list[int]:
    width = digits(space)
    return [int(written[at : at + width], 16) for at in range(0, len(written), width)]


def _page(line: _Line) -> PagePrints:
    spaces = zip(RUNS, line["spaces"], strict=True)
    return tuple(Numbers(space, frozenset(_split(line[name], space))) for name, space in spaces)


def _broken(source: Source, root: Path, line: int, said: str) -> Problem:
    hint = f"restore the file, or make it anew: flashgen source prints {source.id} --text PATH"
    return Problem(_place(source, root, line), "broken-prints", said, hint)


def _place(source: Source, root: Path, line: int) -> Place:
    return Place(prints_file(root, source.id).relative_to(root).as_posix(), line, 1)
