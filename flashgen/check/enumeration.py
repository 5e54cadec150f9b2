"""Whether an answer is an enumeration, or one item with asides."""

import re

from flashgen.check import limits
from flashgen.check.counting import items

_BESIDE = re.compile(
    r"(?:and|or|who|whom|whose|which|that|where|when|while|as|though|but|not|then|so|yet|if|because|with|without|in|on"
    r"|at|by|for|from|of|to|under|beneath|after|before|since|until|during|instead|rather|including|such|especially"
    r"|particularly|notably|namely|above|like|less|more|first|later|even|both|either|neither|now|once|only|alone|perhaps"
    r"|against|among|between|through|into|being|\w+ly)\b",
    re.IGNORECASE,
)
_DETERMINER = re.compile(r"^(?:the|an?|his|her|its|their)\s+", re.IGNORECASE)
_VERB = r"(?:is|are|was|were|has|have|had|can|will)"
_LEAD = re.compile(
    r"[^.:;?…\n]{0,80}\b(?:is|are|was|were|includ(?:es?|ed)|comprise[sd]?|contains?|namely|due to"
    r"|consist(?:s|ed)? of|(?:because|made up|composed) of|(?:divided|split|classified|grouped) into|caused by)\b:?\s+"
    r"|[^.:;?…\n]{1,80}:\s+",
    re.IGNORECASE,
)
"""What leads to the first item: "the causes were"."""

_TAIL = re.compile(rf"\s+{_VERB} (?:the|its|his|their|all|among)\b.*")
"""What is said of all items, behind the last: "were the causes"."""

_SAID = re.compile(rf"\b{_VERB}\b")
_CLAUSE = re.compile(
    r"\b(?:that|which|who|whose|where|like|such as|for example|e\.g\.)\b|\bto (?:help )?\w+$|[{}]|[.?!] [A-Z]"
)
"""In the first item: the enumeration is then inside one item, is done to one item, or follows another sentence."""

_DOING = re.compile(r"\w+ing \w", re.IGNORECASE)
_SEVERAL = re.compile(
    r"(?:what|which) (?:are|were|(?!is|was|does|has)\w+s)\b|(?:name|list|give)\b|.*\b(?:three|four|five|[3-9])\b",
    re.IGNORECASE,
)
_PARTED = re.compile(r"[,;0-9)*•-]")
"""One of these is in any enumeration of three."""

_BLANK = re.compile(r"_{2,}")
"""A blank as in exercises; a prompt with several asks for a word in each."""

_ADJECTIVE = re.compile(
    r"\w{3,}(?:al|an|ar|ic|ive|ous|ary|ful|less|(?<!m)ent|ant|ish|able|ible|ern)|old|new|young|rich|poor"
    r"|big|calm|cheap|clear|cold|cool|dark|deep|dense|dry|fast|flat|hard|heavy|high|hot|large|light|long|low|mild|narrow"
    r"|pale|pure|quick|rough|round|safe|sharp|short|simple|slow|small|smooth|soft|strong|sweet|tall|thick|thin|warm|weak"
    r"|wet|wide"
)


def enumerated(said: str, asked: str = "") -> tuple[str, ...]:
    """Return the items that words enumerate, or none where they name one thing or two, or it is not plain.

    What is `asked` tells whether adjectives are several answers, or describe one thing: "hot, dry and windy".
    """
    if not _PARTED.search(said):
        return ()
    named = _bare(items(said))
    if len(named) < limits.SET or not all(named) or any(" and " in item for item in named):
        return ()
    if _CLAUSE.search(named[0]) or all(len(item) == 1 for item in named) or _is_besides(named):
        return ()
    if not _SEVERAL.match(asked) and (_are_adjectives(named) or _are_choices(named, said) or _are_qualities(named)):
        return ()
    if len(_BLANK.findall(asked)) > 1:
        return ()
    starts = {item.split()[0].lower() for item in named}
    return named if (len(starts) == 1 and starts != {"…"}) or _are_alike(named, said) else ()


def _bare(named: tuple[str, ...]) -> tuple[str, ...]:
    """Return items without what leads to the first and what is said of all behind the last."""
    *before, last = named
    named = (*before, _TAIL.sub("", last))
    lead = _LEAD.match(named[0])
    return (named[0][lead.end() :], *named[1:]) if lead and not any(map(_SAID.search, named[1:])) else named


def _is_besides(named: tuple[str, ...]) -> bool:
    """Tell whether the second item says what else the first does: "they stretch, slowing and softening the fall"."""
    return bool(_DOING.match(named[1])) and not _DOING.match(named[0])


def _are_adjectives(named: tuple[str, ...]) -> bool:
    """Tell whether items are single words of which all but one at the most look like adjectives."""
    found = sum(bool(item.islower() and _ADJECTIVE.fullmatch(item)) for item in named)
    return found >= len(named) - 1 and not any(" " in item for item in named)


def _are_choices(named: tuple[str, ...], said: str) -> bool:
    """Tell whether the last item stands behind an "or": one of them is enough to be meant."""
    return bool(re.search(rf"\bor\s+{re.escape(named[-1])}", said))


def _are_qualities(named: tuple[str, ...]) -> bool:
    """Tell whether adjectives share the noun behind the last: "a mix of social, legal, and moral norms"."""
    first, *middle, last = [item.split() for item in named]
    words = [first[-1], *[word for item in middle for word in item], last[0]]
    return len(first) > 1 and len(last) > 1 and all(map(_ADJECTIVE.fullmatch, words))


def _are_alike(named: tuple[str, ...], said: str) -> bool:
    if any(_BESIDE.match(item) for item in named[1:]) or _is_title(named) or _is_chain(named, said):
        return False
    sizes = [len(_DETERMINER.sub("", item).split()) for item in named]
    longest = limits.LONG_ITEM if "; " in said or _is_joined(named, said) else limits.LONG_BARE_ITEM
    return max(sizes) <= longest and not any(item.isdigit() for item in named)


def _is_joined(named: tuple[str, ...], said: str) -> bool:
    """Tell whether the last item stands behind an "and"."""
    return bool(re.search(rf"(?:\band|\bor|&)\s+{re.escape(named[-1])}", said))


def _is_title(named: tuple[str, ...]) -> bool:
    """Tell whether the second of three says what the first is: "Bukharin, the theorist, and Rykov"."""
    first, second, *_, last = named
    with_article = [bool(_DETERMINER.match(item)) for item in (first, second, last)]
    return len(named) == 3 and first[0].isupper() and with_article == [False, True, False]


def _is_chain(named: tuple[str, ...], said: str) -> bool:
    """Tell whether adjectives tell of one noun, before it or behind it: "a poor, backward and agrarian country"."""
    bare = [_DETERMINER.sub("", item).split() for item in named]
    parted = re.search(r"[,;] (?:and|or)\b", said) or _DETERMINER.match(named[-1])
    before = all(len(item) == 1 for item in bare[:-1]) and len(bare[-1]) > 1 and not parted
    behind = len(bare[0]) > 1 and all(len(item) == 1 and _ADJECTIVE.fullmatch(item[0]) for item in bare[1:])
    return before or behind or bare[-2][-1:] == bare[-1][:1]
