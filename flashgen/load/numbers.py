"""Numbers in a text, and the other forms that a page may have: sixteen hundred for 1,600, twenty-first for 21st."""

import re
from collections.abc import Iterator
from decimal import Decimal
from functools import lru_cache

from flashgen.load.words import NUMBERS, TENS, words_of

_NAMES = {number: name for name, number in NUMBERS.items()}
_SCALES = {"thousand": 10**3, "million": 10**6, "billion": 10**9}
_ORDINALS = {"one": "first", "two": "second", "three": "third", "five": "fifth", "eight": "eighth", "nine": "ninth"}
_ORDINALS |= {"twelve": "twelfth"}
_CARDINALS = {ordinal: name for name, ordinal in _ORDINALS.items()}
_CARDINAL = rf"(?:{'|'.join(sorted({*NUMBERS, *_SCALES, 'hundred', 'half'}, key=len, reverse=True))})"
_ORDINAL = rf"(?:{'|'.join(_CARDINALS)}|{_CARDINAL}th|(?:{'|'.join(name[:-1] for name in TENS)})ieth)"
_DIGITS = r"\d[\d,]*(?:\.\d+)?"
NUMBER = re.compile(
    rf"\d[\d,]*\s*[-–]\s*\d+|(?<!\w)(?:{_DIGITS}(?:st|nd|rd|th)\b|{_DIGITS}(?: (?:{'|'.join(_SCALES)})\b)?"
    rf"|(?=[A-Z])(?i:(?:a )?{_CARDINAL}\b(?:(?:-| a | and a | and | ){_CARDINAL}\b)*(?:(?:-| and | ){_ORDINAL}\b)?)"
    rf"|(?=[A-Z])(?i:{_ORDINAL})\b)"
)
"""A number in digits, or in words with a capital as names have; or a span of two."""

_LARGEST = 10**12


@lru_cache(maxsize=4096)
def spellings(written: str) -> tuple[tuple[str, ...], ...]:
    """Return the words in which a page may have a text: as written, and the other forms of a number."""
    number, is_ordinal = _value(written)
    if number is None or number > _LARGEST:
        return (words_of(written),)
    forms = _ordinal(int(number)) if is_ordinal else _cardinal(number)
    bare = re.match(_DIGITS, written)
    return tuple(dict.fromkeys(map(words_of, (written, *forms, *([bare.group()] if bare and not is_ordinal else [])))))


def _value(written: str) -> tuple[Decimal | None, bool]:
    """Return the number that is written, or None, and whether it is an ordinal."""
    total, part, is_ordinal = Decimal(0), Decimal(0), False
    words = re.findall(rf"{_DIGITS}|[a-z]+", written.casefold())
    for word in words:
        name = _CARDINALS.get(word) or re.sub(r"(?<=t)ieth$", "y", word).removesuffix("th")
        is_ordinal = is_ordinal or word in ("st", "nd", "rd", "th") or name != word
        if word[0].isdigit():
            part = Decimal(word.replace(",", ""))
        elif name in NUMBERS:
            part += NUMBERS[name]
        elif name == "half":
            part += Decimal("0.5")
        elif name == "hundred":
            part = (part or Decimal(1)) * 100
        elif name in _SCALES:
            total, part = total + (part or Decimal(1)) * _SCALES[name], Decimal(0)
        elif word not in ("a", "and", "st", "nd", "rd", "th"):
            return None, False
    return (total + part if words else None), is_ordinal


def _cardinal(number: Decimal) -> Iterator[str]:
    """Yield the forms of a cardinal number."""
    whole = int(number)
    if whole == number:
        yield str(whole)
        for joint in (" ", " and "):
            yield _name(whole, joint)
            yield re.sub("^one ", "a ", _name(whole, joint))
        century, rest = divmod(whole, 100)
        if 10 < century < 100 and (century % 10 or rest):
            yield f"{_name(century)} hundred" if not rest else f"{_name(century)} {_name(rest)}"
    for scale, size in _SCALES.items():
        count = number / size
        if count >= 1 and count == round(count, 3):
            yield f"{count.normalize():f} {scale}"
        if count % 1 == Decimal("0.5"):
            yield f"{_name(int(count))} and a half {scale}" if count > 1 else f"half a {scale}"


def _ordinal(number: int) -> Iterator[str]:
    """Yield the forms of an ordinal number."""
    tail = "th" if 10 < number % 100 < 20 else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    yield f"{number}{tail}"
    *before, last = re.split(r"(?<=[ -])", _name(number))
    yield "".join(before) + _ORDINALS.get(last, f"{re.sub('y$', 'ie', last)}th")


def _name(number: int, joint: str = " ") -> str:
    """Return a number in words."""
    for scale, size in reversed(_SCALES.items()):
        if number >= size:
            return f"{_name(number // size, joint)} {scale} {_name(number % size, joint)}".removesuffix(" zero")
    if number >= 100:
        return f"{_NAMES[number // 100]} hundred{joint}{_name(number % 100)}".removesuffix(f"{joint}zero")
    if number in _NAMES:
        return _NAMES[number]
    return f"{_NAMES[number // 10 * 10]}-{_NAMES[number % 10]}"
