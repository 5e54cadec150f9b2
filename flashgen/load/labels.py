"""Labels of pages and footnotes, and ranges of them: `1-350`, `i-xv`, `3:1-3:36`, `327a-327e`."""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from itertools import islice, product
from string import ascii_lowercase

from flashgen.languages import LANGUAGES
from flashgen.load.invisible import invisible
from flashgen.model.label import heads

MOST = 10_000
"""How many labels a range has at the most."""

DASH = re.compile(r"\s*(?:-{1,3}|[\u2010-\u2015\u2212])\s*")
"""What stands between the two ends of a range; TeX writes a dash as two hyphens or three."""

_LONGEST = 60
_UNFIT = re.compile(
    r'[\x00-\x1f\x7f-\x9f"<>&%#{}\\`^|\u2010-\u2015\u2212]|::|: |^:|:$|\[(?=\[|/?latex|/?\$|sound|anki)'
)
"""What breaks an address, a tag or HTML."""

_PIECE = re.compile(r"[0-9]+|[A-Za-z]+|[^0-9A-Za-z]+")
_DIGITS = re.compile("[0-9]+")
_NUMERALS = (
    *((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl")),
    *((10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i")),
)
_SIDES = "rv"
"""The two sides of a leaf: recto and verso."""

_SECTIONS = "abcde"
"""The parts of a page in editions of Plato."""


def bare(written: str, locator: str) -> str:
    """Return a label without blanks around it, and without the word or sign that says what it is: `§ 12`, `p. 12`."""
    return _words_for(locator).sub("", " ".join(written.split()))


@cache
def _words_for(locator: str) -> re.Pattern[str]:
    """Return a pattern of the words for a locator in any language, at the beginning of a text."""
    known = {locator, f"{locator}s", *[word for words in LANGUAGES for word in words.locators.get(locator, ())]}
    words = [re.escape(word) + (r"\b" if word[-1].isalpha() else "") for word in sorted(known, key=len, reverse=True)]
    return re.compile(rf"^(?:{'|'.join(words)})\s*(?=\S)", re.IGNORECASE)


def unfit(label: str) -> str:
    """Return what a label must not contain, as it is shown; nothing if it can be one."""
    found = _UNFIT.search(label)
    if found or len(label) > _LONGEST:
        return f'"{found.group()}"' if found else f"more than {_LONGEST} characters"
    return "an invisible character" if invisible(label) else ""


def ranged(first: str, last: str) -> list[str] | None:
    """Return the labels from a first to a last one, at most one more than `MOST`; none if they run backwards.

    None if they cannot be counted: they may differ in a number, in a letter, or in both like 1r-40v. The last may
    leave out what it shares with the first: 3:1-24.
    """
    counted = (_counted(first, one) for one in (last, *(f"{head}{last}" for head in heads(first))))
    return next((labels for labels in counted if labels is not None), None)


def _counted(first: str, last: str) -> list[str] | None:
    ends = list(zip(_PIECE.findall(first), _PIECE.findall(last), strict=False))
    alike = len(ends) == len(_PIECE.findall(first)) == len(_PIECE.findall(last))
    differing = [number for number, (one, other) in enumerate(ends) if one != other]
    letters = [number for number in differing if ends[number][0].isalpha()]
    if not alike or len(differing) > 2 or (len(differing) == 2 and letters != differing[1:]):
        return None
    steps = [_steps(*end, behind_digit=_is_behind_digit(ends, number)) for number, end in enumerate(ends)]
    if len(differing) == 2:
        steps[differing[1]] = _sections(*ends[differing[1]])
    counted = [step for step in steps if step is not None]
    if len(counted) < len(steps):
        return None
    labels = ["".join(pieces) for pieces in islice(product(*counted), MOST + 1 + len(ascii_lowercase))]
    return _between(labels, first, last)[: MOST + 1]


def _between(labels: list[str], first: str, last: str) -> list[str]:
    start = labels.index(first) if labels else 0
    end = labels.index(last) + 1 if last in labels else len(labels)
    return labels[start:end]


def _sections(first: str, last: str) -> Iterable[str] | None:
    """Return the letters that every page has: a and b, or a to e as in editions of Plato, or the sides of a leaf."""
    one, other = first.lower(), last.lower()
    if len(one + other) > 2 or first.isupper() != last.isupper() or not (first + last).isascii():
        return _steps(first, last, behind_digit=True)
    highest = max(one, other)
    letters = _SECTIONS if highest in "cd" else ascii_lowercase[: ascii_lowercase.index(highest) + 1]
    letters = _SIDES if {one, other} == set(_SIDES) else letters
    return letters.upper() if first.isupper() else letters


def _is_behind_digit(ends: Sequence[tuple[str, str]], number: int) -> bool:
    return number > 0 and ends[number - 1][0].isdigit()


def _steps(first: str, last: str, behind_digit: bool) -> Iterable[str] | None:
    """Return what runs from one piece of a label to another; None if that cannot be counted."""
    if first == last:
        return (first,)
    if _DIGITS.fullmatch(first) and _DIGITS.fullmatch(last):
        width = len(first) if first[0] == "0" else 0
        is_as_wide = last == f"{int(last):0{width}}"
        return [f"{number:0{width}}" for number in _range(int(first), int(last))] if is_as_wide else None
    upper = first.isupper() and last.isupper()
    if not (upper or (first.islower() and last.islower())):
        return None
    one, other = first.lower(), last.lower()
    if not behind_digit and value(one) and value(other) and not (len(one + other) == 2 and one != "i"):
        found: Iterable[str] = (_roman(number) for number in _range(value(one), value(other)))
    elif len(one) == len(other) == 1:
        found = _SIDES if one + other == _SIDES else map(chr, _range(ord(one), ord(other)))
    else:
        return None
    return [letters.upper() if upper else letters for letters in found]


def _range(first: int, last: int) -> range:
    return range(first, min(last, first + MOST) + 1)


def value(numeral: str) -> int:
    """Return the value of a roman numeral in small letters; 0 if it is none."""
    rest, total = numeral, 0
    for size, letters in _NUMERALS:
        while rest.startswith(letters):
            rest, total = rest.removeprefix(letters), total + size
    return total if not rest and _roman(total) == numeral else 0


def _roman(number: int) -> str:
    return "".join(_letters(number))


def _letters(number: int) -> Iterator[str]:
    for size, letters in _NUMERALS:
        yield letters * (number // size)
        number %= size
