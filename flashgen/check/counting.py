"""How many things words name: the numeral that announces them, and the items of an enumeration."""

import re

from flashgen.check.once import has_any

_NAMES = (
    *("two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen"),
    "fourteen",
)
_NUMERAL = re.compile(
    rf"(?<![\w.,–-])(?<!than )(?<!least )(?<!about )(?<!part )(?<!chapter )(?<!phase )(?<!war )"
    rf"({'|'.join(_NAMES)}|[2-9]|1[0-4]) +(?!(?:years?|months?|weeks?|days?|hours?|decades?|centur|times?|pairs?|per"
    r"|million|thousand|hundred|billion|or|to)\b)(?=[^\W\d])",
    re.IGNORECASE,
)
_DIGIT = re.compile("[1-9]")
_LEAD = re.compile(
    r"(?:in|for|according|by|under|on|at|to|with|from|after|before|during)\b[^,:]*[,:]\s+", re.IGNORECASE
)
_ASKING = re.compile(
    r".*?\b(?:list|set|series|sequence|order|names) of(?= )|(?:name|list|give)\s+"
    r"|(?:\w+ )?(?:what|which|who)(?: (?:are|were))?\s+",
    re.IGNORECASE,
)
_TURN = re.compile(
    r"\b(?:of|in|for|by|from|to|with|on|at|under|between|among|into|through|against|after|before|during|since|than|as"
    r"|that|which|who|whose|where|when|why|how|do|does|did|is|was|are|were)\b|[,:;?(]",
    re.IGNORECASE,
)
_ASIDE = re.compile(r"\s*\([^()]*\)")
_NUMBERED = re.compile(r"(?:^|(?<=[\s,;]))(?:\(?[0-9]{1,2}[.)]|\(?[a-h]\)|[-*•])\s+")
_FIRST = re.compile(r"(?:and|or|&)\s+")
_JOINT = re.compile(r"(?<!\s)\s+(?:and|or|&)\s+")
_ANY_JOINT = re.compile(r"[,;]\s+(?:(?:and|or|&)\s+)?|(?<!\s)\s+(?:and|or|&|as well as)\s+")


def announced(heading: str) -> tuple[str, int]:
    """Return the numeral with which a heading or question says how many there are, as written, and its number.

    It stands before any preposition or verb: "Tucker's five marks of the two stages". Nothing and 0 without one.
    """
    if not (has_any(heading, _NAMES) or _DIGIT.search(heading)):
        return "", 0
    asked = _LEAD.sub("", heading, count=1) if _LEAD.match(heading) else heading
    start = found.end() if (found := _ASKING.match(asked)) else 0
    turn = _TURN.search(asked, start)
    numerals = _NUMERAL.findall(asked, start, turn.start() + 1 if turn else len(asked))
    if len(numerals) != 1:
        return "", 0
    (numeral,) = numerals
    return numeral, int(numeral) if numeral.isdigit() else _NAMES.index(numeral.lower()) + 2


def spelt(number: int, like: str) -> str:
    """Return a number from 2 to 12 in digits or letters, capital or not, like another numeral."""
    if like.isdigit():
        return str(number)
    name = _NAMES[number - 2]
    return name.capitalize() if like[0].isupper() else name


def items(said: str) -> tuple[str, ...]:
    """Return the items of what may be an enumeration; words without a comma or an "and" are the only one."""
    said = _ASIDE.sub("", said).strip(" .")
    numbered = [piece.strip(" ,;") for piece in _NUMBERED.split(said)]
    if len(numbered) > 2 and not numbered[0]:
        return tuple(numbered[1:])
    is_parted = "; " in said
    *before, last = [piece.strip() for piece in re.split(r";\s+" if is_parted else r",\s+", said)]
    if found := _FIRST.match(last):
        return (*before, last[found.end() :])
    return (*before, last) if is_parted else (*before, *_JOINT.split(last, maxsplit=1))


def pieces(said: str) -> tuple[str, ...]:
    """Return as many parts of an enumeration as it can have, each "and" parting two."""
    return tuple(_ANY_JOINT.split(_ASIDE.sub("", said).strip(" .")))
