"""The text of a cloze with the number of each deletion, as one line that a lock can keep, and that line as words."""

import re
from dataclasses import dataclass
from html import unescape

from flashgen.model.note import Note
from flashgen.model.text import Deletion, Items, Math, Parts, Text

_NUMBER = re.compile(r"\{\{c([0-9]+)::")
_TOKEN = re.compile(r"(?P<open>\{\{c(?P<number>[0-9]+)::)|(?P<close>\}\})|[^\W_]+|[^\w\s`*\\\[\]()<>&{}:]")


@dataclass(frozen=True, slots=True)
class Spot:
    """A deletion in a stream, the `place`th: its number, and which words it hides, from `first` to before `end`."""

    place: int
    number: int
    first: int
    end: int

    def __contains__(self, word: int) -> bool:
        return self.first <= word < self.end

    def __len__(self) -> int:
        return self.end - self.first


@dataclass(frozen=True, slots=True)
class Stream:
    """A text as words without case and marks, and where its deletions stand, an outer one before those inside it."""

    words: tuple[str, ...]
    spots: tuple[Spot, ...]


def own_texts(note: Note) -> list[Text]:
    """Return the texts of a note that hide words, those left out whose deletions the kind numbers."""
    own = note.type.own
    return [text for name, text in zip(note.type.fields, note.fields, strict=True) if text and name in own]


def hidden(note: Note) -> str:
    """Return those texts with the number of each deletion, a field a line."""
    return "\n".join([_marked(text.parts) for text in own_texts(note)])


def numbers(text: str) -> list[int]:
    """Return the numbers in such a text, in reading order."""
    return [int(number) for number in _NUMBER.findall(text)]


def stream(text: str) -> Stream:
    """Return such a text as words."""
    words: list[str] = []
    spots: list[Spot | None] = []
    opened: list[tuple[int, int, int, int]] = []
    for token in _TOKEN.finditer(text):
        if token["open"]:
            opened.append((len(spots), int(token["number"]), len(words), token.end()))
            spots.append(None)
        elif not token["close"]:
            words.append(token.group().casefold())
        elif opened:
            place, number, first, start = opened.pop()
            if len(words) == first and (marks := text[start : token.start()].strip()):
                words.append(marks)  # a deletion of nothing but marks is known by these
            spots[place] = Spot(place, number, first, len(words))
    return Stream(tuple(words), tuple(spot for spot in spots if spot is not None))


def text_words(text: Text) -> frozenset[str]:
    """Return the words of a text without case and marks."""
    return frozenset(word for word in stream(text.words).words if word[0].isalnum())


def html_words(html: str) -> frozenset[str]:
    """Return the words of a field in Anki, in the same way."""
    return frozenset(word for word in stream(unescape(re.sub("<[^>]*>", "", html))).words if word[0].isalnum())


def _marked(parts: Parts) -> str:
    return "".join([_apart(part) if isinstance(part, str) else _part(part) for part in parts])


def _apart(words: str) -> str:
    """Return words whose braces are no marks of deletions: in code and in formulas they may stand side by side."""
    return words.replace("{{", "{ {").replace("}}", "} }")


def _part(part: Math | Deletion | Items | Text) -> str:
    if isinstance(part, Deletion):
        return f"{{{{c{part.number}::{_marked(part.parts)}}}}}"
    if isinstance(part, Text):
        return _marked(part.parts)
    if isinstance(part, Math):
        return _apart(part.tex)
    # A list shows earlier items again and again: an item is told by its own words alone.
    return "\n".join([_marked(row) for row in part.rows if any(isinstance(inner, Deletion) for inner in row)])
