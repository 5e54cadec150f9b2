"""Quotation marks, apostrophes and primes in place of straight marks, as the letters around these tell."""

import re
from collections.abc import Iterator
from unicodedata import combining

from flashgen.model.language import primary
from flashgen.model.quotes import Quotes
from flashgen.render.typography.addresses import ADDRESS
from flashgen.render.typography.pieces import OPAQUE
from flashgen.render.typography.unspaced import UNSPACED

_MARKS = "\"'“”„‘’‚«»‹›「」『』"
_PIECE = re.compile(rf"{ADDRESS}|[{_MARKS}]")
"""An address, in which nothing is a mark, or a mark."""

_OPENING = frozenset("([{<—–-/¿¡«„‚「『")
_APOSTROPHES = frozenset("'’")
_HEBREW = re.compile("[\u05d0-\u05ea]")
_PREFIXED = re.compile('(?<![\u05d0-\u05ea])[ובהכלמש]{1,3}"(?=[\u05d0-\u05ea]{2})')
"""Hebrew "and", "in", "the" and the like, which are written together with the word after them, and its mark."""

_UNSPACED = re.compile(f"[{UNSPACED}]")
_SINGLE = re.compile(
    r"(?P<opens>(?<![^\s\"'(\[{<—–\-/¿¡«„‚「『“”])'(?='{0,2}[^\s']))"
    rf"|(?P<closes>(?<=\S)'(?![^\W{UNSPACED}]))"
)
_DECADE = re.compile(r"'\d\ds\b")
_ELIDED = {
    "en": re.compile(
        r"(?<=\w )'n(?='? \w)|'(?:tis|twas|twere|twill|twould|twixt|em|til|cause|bout|neath|gainst)\b(?!'(?!t\b))"
        r"|'(?:tisn|twasn|twouldn)'t\b",
        re.IGNORECASE,
    ),
    "de": re.compile(r"'(?:s|n|ne[mnrs]?)\b(?!')"),
    "nl": re.compile(r"'(?:s|t|n|k)\b(?!')"),
}
"""Words that have lost their beginning, by language."""

_BY = re.compile('" ?[x×]')
_PRIMES = re.compile(
    r"\d(?P<feet>')(?= ?\d+(?:[.,]\d+)?(?P<inches>\")|\d)"
    r"|° ?\d+(?:[.,]\d+)?(?P<minutes>')(?: ?\d+(?:[.,]\d+)?(?P<seconds>\"))?"
)
_PRIME = {"'": "′", '"': "″"}


def curled(said: str, quotes: Quotes, language: str) -> list[str]:
    """Return each letter of a paragraph, or what stands in its place in print."""
    return _Reader(said, quotes, _ELIDED.get(primary(language))).letters


class _Reader:
    """Reads the marks of a paragraph; `open` are the marks that wait for their other half, with whether it is inner."""

    def __init__(self, said: str, quotes: Quotes, elided: re.Pattern[str] | None) -> None:
        self.said, self.quotes, self.elided = said, quotes, elided
        self.letters = list(said)
        self.open: list[tuple[str, bool]] = []
        self.waiting = {"'": 0, '"': 0}
        self.opened = -1
        self.after = _next_letters(said)
        self.openers = frozenset(_openers(said))
        for found in _PRIMES.finditer(said):
            for place in map(found.start, found.groupdict()):
                if place >= 0:
                    self.letters[place] = _PRIME[said[place]]
        for found in _PIECE.finditer(said):
            if found.end() == found.start() + 1 and self.letters[found.start()] == found[0]:
                self.letters[found.start()] = self._read(found.start())

    def _read(self, at: int) -> str:
        mark, before, after = self.said[at], self.said[at - 1 : at], self.after[at]
        starts = not before or before.isspace() or before in _OPENING or self.opened == at - 1 >= 0
        starts = starts or (_is_unspaced(before) and not self.waiting.get(mark))
        leads = starts and bool(after) and not after.isspace()
        if mark == '"':
            return self._double(at, before, after, leads)
        return self._single(at, before, after, leads) if mark == "'" else self._typed(at, after)

    def _double(self, at: int, before: str, after: str, leads: bool) -> str:
        if _HEBREW.match(before) and _HEBREW.match(after) and not self._is_before_name(at):
            return "״"
        if self.waiting['"'] and not leads:
            return self._closed('"')
        if before.isdigit() and (not _is_of_word(after) or _BY.match(self.said, at)):
            return "″"
        if leads or (_is_of_word(after) and (before in _APOSTROPHES or self._is_closed(at))):
            return self._opened('"', at)
        return self._closed('"') if before.strip() and before not in "\"'" and not _is_of_word(after) else '"'

    def _is_closed(self, at: int) -> bool:
        """Tell whether another mark comes after one, at the end of a word."""
        other = self.said.find('"', at + 1)
        return other >= 0 and not self.said[other - 1].isspace() and not _is_of_word(self.after[other])

    def _is_before_name(self, at: int) -> bool:
        """Tell whether a mark between Hebrew letters opens words: those before it are as "and", "in", "the" are."""
        lead = self.said[max(0, at - 4) : at + 3]
        return not self.waiting['"'] and self._is_closed(at) and bool(_PREFIXED.search(lead))

    def _single(self, at: int, before: str, after: str, leads: bool) -> str:
        if _is_of_word(before) and not leads and (_is_joined(before, after) or not self.waiting["'"]):
            if _HEBREW.match(before):
                return "׳"
            return "′" if before.isdigit() and not _is_of_word(after) else "’"
        if self._is_elided(at):
            return "’"
        if leads:
            is_closed = at in self.openers or (_is_unspaced(before) and self.said.find("'", at + 1) > at)
            return self._opened("'", at) if is_closed else "’"
        return self._closed("'") if self.waiting["'"] else "’" if before.strip() else "'"

    def _is_elided(self, at: int) -> bool:
        """Tell whether letters are left out before a word: '90s, rock 'n' roll."""
        return bool(_DECADE.match(self.said, at) or (self.elided and self.elided.match(self.said, at)))

    def _typed(self, at: int, after: str) -> str:
        """Keep a mark that the author wrote, and count it as one that opens or closes."""
        mark, own = self.said[at], self.quotes
        pairs = {'"': (own.open.strip(), own.close.strip()), "'": (own.open_inner.strip(), own.close_inner.strip())}
        for straight, (opening, closing) in pairs.items():
            if mark == opening != closing:
                self._opened(straight, at)
            elif mark == closing and self.waiting[straight] and not (mark == "’" and _is_of_word(after)):
                self._closed(straight)
        return mark

    def _opened(self, mark: str, at: int) -> str:
        is_inner = not self.open[-1][1] if self.open else mark == "'"
        self.open.append((mark, is_inner))
        self.waiting[mark] += 1
        self.opened = at
        return self.quotes.open_inner if is_inner else self.quotes.open

    def _closed(self, mark: str) -> str:
        one, is_inner = "", mark == "'"
        while self.waiting[mark] and one != mark:
            one, is_inner = self.open.pop()
            self.waiting[one] -= 1
        return self.quotes.close_inner if is_inner else self.quotes.close


def _openers(said: str) -> Iterator[int]:
    """Yield the places of single marks that may open words, and find another that may close them."""
    closers = 0
    for found in reversed([*_SINGLE.finditer(said)]):
        if found["closes"]:
            closers += 1
        elif closers:
            closers -= 1
            yield found.start()


def _is_joined(before: str, after: str) -> bool:
    """Tell whether a mark between two letters is in a word."""
    return _is_of_word(after) and not _is_unspaced(before) and not _is_unspaced(after)


def _is_unspaced(letter: str) -> bool:
    return bool(_UNSPACED.match(letter))


def _is_of_word(letter: str) -> bool:
    return letter.isalnum() or letter == OPAQUE or bool(letter and combining(letter))


def _next_letters(said: str) -> list[str]:
    """Return what follows each letter, straight marks left out; nothing at the end."""
    following, after = [""] * len(said), ""
    for place in range(len(said) - 1, -1, -1):
        following[place] = after
        after = after if said[place] in "'\"" else said[place]
    return following
