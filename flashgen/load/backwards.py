"""A range that runs backwards, and how to write it."""

import re

from flashgen.load.fields import Fields
from flashgen.model.place import Place
from flashgen.model.source import RANGE

NUMBER = re.compile("[0-9]{1,6}")


def report_backwards(read: Fields, place: Place, first: str, last: str) -> None:
    """Report a range whose last label stands before the first, or is a number without its first digits."""
    hint = f"write {last}-{first}"
    if is_short(first, last):
        full = first[: len(first) - len(last)] + last  # 102-4 is short for 102-104
        hint = f"write the last number in full: {first}-{full}"
    read.report(place, "backwards-range", f"the range {first}{RANGE}{last} runs backwards", hint)


def is_short(first: str, last: str) -> bool:
    """Tell whether the last number of a range may lack its first digits."""
    digits = all(map(NUMBER.fullmatch, (first, last)))
    return digits and len(last) < len(first) and int(last) < int(first)
