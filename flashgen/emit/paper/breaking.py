"""How a paragraph breaks into lines, by the widths of its words."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import accumulate

from flashgen.emit.paper.widths import width
from flashgen.render.inline import ANSWER, GAP, Run
from flashgen.render.runs import Line

BLANK = 0.25
"""The width of a space, in ems."""

FEED = -1.0
"""In place of the width of a word: the end of a line."""

_ALONE = 5
"""Words that fill this part of a line may stand alone on it."""

_BREAK = re.compile(r"\n|(?<![(\[{]) (?![!?;:,./)\]}])")
"""Where lines may break: at spaces, but for those before and behind some marks."""


def words(runs: Line) -> Iterator[float]:
    """Yield the width of each word in ems, and FEED for the end of a line. A blank is one word, with brackets."""
    open, done = 0.0, (0, 0)
    for place, start, feed in [*_breaks(runs), (len(runs), 0, False)]:
        first, begin = done
        for number in range(first, min(place + 1, len(runs))):
            said, run = _said(runs[number]), runs[number]
            piece = said[begin if number == first else 0 : start if number == place else None]
            open += width(piece, run.bold or run.mark == ANSWER, run.italic)
        yield open
        yield from (FEED,) if feed else ()
        open, done = 0.0, (place, start + 1)


def _said(run: Run) -> str:
    return f"[{run.words}]".replace(" ", "\u00a0") if run.mark == GAP else run.words


def _breaks(runs: Line) -> Iterator[tuple[int, int, bool]]:
    """Yield where lines may break: the run, the place in its words, and whether a line ends there in any case."""
    said = [_said(run) for run in runs]
    ends, place, before = list(accumulate(map(len, said))), 0, 0
    for found in _BREAK.finditer("".join(said)):
        while ends[place] <= found.start():
            place, before = place + 1, ends[place]
        yield place, found.start() - before, found[0] == "\n"


def broken(words: Sequence[float], most: float) -> list[int]:
    """Return where each line of words ends that is at most so long; nothing if a word is longer."""
    ends, used = list[int](), 0.0
    for place, word in enumerate(words):
        if word > most:
            return []
        if word == FEED:
            ends.append(place + 1)
            used = 0.0
        elif used and used + BLANK + word > most:
            ends.append(place)
            used = word
        else:
            used += word + (BLANK if used else 0)
    return [*ends, len(words)]


def length(words: Sequence[float]) -> float:
    """Return how long a line of words is, in ems."""
    return sum(words) + BLANK * (len(words) - 1)


def lone(widths: Sequence[float], ends: Sequence[int], most: float) -> int:
    """Return how many of the last words to keep together, so that the last line is neither short nor the longer one."""
    if len(ends) < 2 or widths[ends[-2] - 1] == FEED:
        return 0
    start, cut = [0, *ends][-3], ends[-2]
    count, place = 0, cut
    while length(widths[place:]) * _ALONE < most and place - 1 > start:
        place -= 1
        if length(widths[place:]) > length(widths[start:place]):
            break
        count = len(widths) - place
    return count


def joined(runs: Line, count: int) -> Line:
    """Return a paragraph whose last words are tied, so many of them."""
    letters = [[*run.words] for run in runs]
    for place, start, _ in [*_breaks(runs)][1 - count :]:
        letters[place][start] = "\u00a0"
    return tuple([replace(run, words="".join(said)) for run, said in zip(runs, letters, strict=True)])


def parted(runs: Line, count: int) -> tuple[Line, Line]:
    """Return a paragraph in two: so many words, as `words` counts them, and the rest."""
    seen = 0
    for place, start, feed in _breaks(runs):
        seen += 1 + feed
        if seen == count:
            run = runs[place]
            before, after = run.words[:start], run.words[start + 1 :]
            return (*runs[:place], replace(run, words=before)), (replace(run, words=after), *runs[place + 1 :])
    return runs, ()
