"""Pages that a text itself names, such as "(p. 98)" or "§§ 12-14"."""

import re
from collections.abc import Sequence

from flashgen.languages.en import ENGLISH
from flashgen.load.labels import DASH
from flashgen.model.source import Source
from flashgen.model.words import Words


def mentions(source: Source, words: Words) -> re.Pattern[str]:
    """Return a pattern of what names a page of a source: its word and a label, which is the group of a match.

    A label that is written without a word, as verses are, stands alone in parentheses.
    """
    known = {*words.locators.get(source.locator, ()), *ENGLISH.locators.get(source.locator, ())}
    pattern = "|".join(re.escape(word) for word in sorted(known, key=len, reverse=True))
    return re.compile(rf"(?<!\w)(?:{pattern})\s?([^\s,;()]*[^\s,;().:!?]+)" if pattern else r"\(([^()]{1,60})\)")


def mentioned(text: str, source: Source, pattern: re.Pattern[str]) -> frozenset[str]:
    """Return the labels of the pages that a text names."""
    return frozenset().union(*[_pages(written, source) for written in pattern.findall(text)])


def _pages(written: str, source: Source) -> Sequence[str]:
    """Return the label that is written, or those of a range."""
    ends = [(written, written), *[(written[: dash.start()], written[dash.end() :]) for dash in DASH.finditer(written)]]
    known = [(source.places.get(first), source.places.get(last)) for first, last in ends]
    spans = [(first, last) for first, last in known if first is not None and last is not None]
    return [page.label for page in source.pages[spans[0][0] : spans[0][1] + 1]] if spans else ()
