"""Pages that a text itself names, such as "(p. 98)" or "§§ 12-14"."""

import re
from collections.abc import Sequence

from flashgen.languages.en import ENGLISH
from flashgen.load.citable import labels_of
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
    first, last = labels_of(source).ends(written) or (0, -1)
    return [page.label for page in source.pages[first : last + 1]]
