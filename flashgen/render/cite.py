"""What a note rests on, as cards, sheets and findings say it: "Tucker 1999, pp. 96–97, n. 48", "Gen 3:16"."""

import re

from flashgen.languages.en import ENGLISH
from flashgen.model.language import direction
from flashgen.model.locator import VERSE
from flashgen.model.note import Cite
from flashgen.model.source import RANGE, Pages, Source
from flashgen.model.words import Words, spaced
from flashgen.render.direction import END, ISOLATE, is_apart, runs
from flashgen.render.text import plain

_LABEL = re.compile(rf"[^\s{RANGE},][^{RANGE},]*")


def cite(cited: Cite, words: Words) -> str:
    """Return the whole citation of a note."""
    source, text, comma = cited.source, _label(cited.source.label, words), spaced(words.comma)
    if cited.pages:
        text += f"{' ' if source.locator == VERSE else comma}{located(source, cited.pages, words)}"
    if cited.footnotes:
        many = len(cited.footnotes) > 1 or RANGE in cited.footnotes[0]
        text += f"{comma}{counted('note', ', '.join(cited.footnotes), words, many)}"
    return text


def located(source: Source, pages: Pages, words: Words = ENGLISH) -> str:
    """Return pages with the word for what they are: p. 98, §§ 12–14, 3:16."""
    return counted(source.locator, source.ranges(pages), words, len(source.numbers(pages)) > 1)


def counted(locator: str, labels: str, words: Words = ENGLISH, many: bool = False) -> str:
    """Return labels with the word for one, or for many; some are written without a word."""
    word = words.locators.get(locator, ("", ""))[many]
    labels = _LABEL.sub(lambda label: _label(label[0], words), labels).replace(", ", spaced(words.comma))
    return f"{word} {labels}" if word else labels


def tied(citation: str, words: Words) -> str:
    """Return a citation whose lines never end between p. and its number, or inside of a range."""
    known = "|".join(sorted({re.escape(word) for forms in words.locators.values() for word in forms}))
    return re.sub(rf"(?<!\S)({known}) ", "\\1\u00a0", citation).replace(RANGE, f"\u2060{RANGE}\u2060")


def html(citation: str, words: Words) -> str:
    """Return a citation as HTML, set apart as a whole if all of it runs the other way than the words do."""
    if is_apart(citation, words.language):
        citation = f"{ISOLATE}{citation.replace(ISOLATE, '').replace(END, '')}{END}"
    return plain(citation).replace(ISOLATE, "<bdi>").replace(END, "</bdi>")


def _label(label: str, words: Words) -> str:
    """Return a label, set apart among words that run to the left: there, 98* would be *98."""
    return f"{ISOLATE}{label}{END}" if direction(words.language) == "rtl" and runs(label) != "rtl" else label
