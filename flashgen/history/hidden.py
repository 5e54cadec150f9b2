"""Write a cloze's text with its deletion numbers, as the lock stores it, and split that text into words."""

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from html import unescape

from flashgen.kinds import KINDS
from flashgen.model.note import Note
from flashgen.model.text import Deletion, Math, Part, Parts, Text
from flashgen.render.typography.straight import straightened

_OWN = {kind.type.name: kind.type.own for kind in KINDS}
_NUMBER = re.compile(r"\{\{c([0-9]+)::")
_BRACES = re.compile(r"\{(?=\{)|\}(?=\})")
"""A brace before another of its kind: in code and formulas, these do not mark deletions."""

_MARK = re.compile(r"(\{\{c[0-9]+::|\}\})")
_OTHERS = re.compile(r"^<[ou]l>.*?(?=\{\{c)|(?<=\}\})</li></[ou]l>$", re.DOTALL)
_HINT = re.compile(r"(\{\{c[0-9]+::)|::.*?(?=\}\})", re.DOTALL)

CHARACTERS = r"\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
"""Chinese characters. Each counts as a word, because no spaces separate words."""

_HIRAGANA, _KATAKANA = r"\u3040-\u309f", r"\u30a0-\u30fa\u30fc-\u30ff"

_PROSE = (
    r"\s\\!\"'()*,.:;?\[\]_`{}\xa1\xa7\xab\xb6\xb7\xbb\xbf\u060c\u061b\u061f\u0964\u0965"
    r"\u2000-\u200b\u200e-\u2027\u2030-\u206f\u3000-\u3004\u3008-\u3020\u30fb"
    r"\uff01-\uff0f\uff1a-\uff1f\uff3b-\uff3d\uff5b-\uff65"
)
"""Characters that separate words and are not words themselves; joiners of letters are not among them."""

_SIGNS = r"#$%&+/<=>@^|~\-\xa2-\xa6\xac\xb0\xb1\xd7\xf7\u20a0-\u20cf\u2190-\u2bff"

_TOKEN = re.compile(
    r"(?P<open>\{\{c(?P<number>[0-9]+)::)|(?P<close>\}\})"
    r"|[0-9]{1,3}(?:[.,\u00a0\u202f][0-9]{3})+(?![0-9])"
    rf"|[{_SIGNS}{CHARACTERS}]|[{_HIRAGANA}]+|[{_KATAKANA}]+"
    rf"|\\?[^{_PROSE}{_SIGNS}{CHARACTERS}{_HIRAGANA}{_KATAKANA}]+"
)


@dataclass(frozen=True, slots=True)
class Spot:
    """A deletion in a stream: its index `place`, its number, and the words it hides, `first` up to but not `end`."""

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
    """A text as words without case and punctuation, and its deletions, an outer one before those inside it.

    `said` is the text of each deletion as written; `shown` are the indices of the words outside all deletions.
    """

    words: tuple[str, ...]
    spots: tuple[Spot, ...]
    said: tuple[str, ...]
    shown: frozenset[int]

    def hidden(self, spot: Spot) -> tuple[str, ...]:
        """Return the words of a deletion."""
        return self.words[spot.first : spot.end]

    @property
    def open_words(self) -> list[str]:
        """The words outside all deletions."""
        return [word for place, word in enumerate(self.words) if place in self.shown]


def hidden(note: Note) -> str:
    """Return the own texts of a note with the number of each deletion, one field a line."""
    return "\n".join([_marked(text.parts) for text in note.own_texts])


def told_by(kind: str, fields: Mapping[str, str]) -> str:
    """Return the own texts of a note of a kind as far as its fields in Anki tell them, one field a line."""
    return "\n".join([html_hidden(own_item(fields[name])) for name in _OWN.get(kind, ()) if name in fields])


def numbers(text: str) -> list[int]:
    """Return the deletion numbers in a numbered text, in reading order."""
    return [int(number) for number in _NUMBER.findall(text)]


def hidden_by(text: str, number: int) -> list[tuple[str, ...]]:
    """Return the words of each deletion with this number in a numbered text."""
    content = stream(text)
    return [content.hidden(spot) for spot in content.spots if spot.number == number]


def without(text: str, numbers: Collection[int]) -> str:
    """Return a numbered text without the deletions of these numbers; their words stay."""
    kept: list[str] = []
    opened: list[bool] = []
    for part in _MARK.split(text):
        number = _NUMBER.fullmatch(part)
        if number:
            opened.append(int(number[1]) not in numbers)
        if not (number or (part == "}}" and opened)) or (opened[-1] if number else opened.pop()):
            kept.append(part)
    return "".join(kept)


def stream(text: str) -> Stream:
    """Split a numbered text into words and deletions; straight marks and those of print are the same."""
    words: list[str] = []
    spots: list[Spot | None] = []
    said: list[str] = []
    opened: list[tuple[int, int, int, int]] = []
    text = straightened(text)
    for token in _TOKEN.finditer(text):
        if token["open"]:
            opened.append((len(spots), int(token["number"]), len(words), token.end()))
            spots.append(None)
            said.append("")
        elif not token["close"]:
            words.append(token.group().casefold())
        elif opened:
            place, number, first, start = opened.pop()
            said[place] = _MARK.sub("", text[start : token.start()]).strip()
            if len(words) == first and said[place]:
                words.append(said[place])  # punctuation alone: take it as the word
            spots[place] = Spot(place, number, first, len(words))
    closed = tuple(spot for spot in spots if spot is not None)
    covered = {word for spot in closed for word in range(spot.first, spot.end)}
    return Stream(tuple(words), closed, tuple(said), frozenset(range(len(words))) - covered)


def text_words(text: Text) -> frozenset[str]:
    """Return the words of a text without case and punctuation."""
    return frozenset(word for word in stream(text.words).words if word[0].isalnum())


def html_words(html: str) -> frozenset[str]:
    """Return the words of a field in Anki without case and punctuation."""
    return frozenset(word for word in stream(html_hidden(html)).words if word[0].isalnum())


def own_item(html: str) -> str:
    """Return a field in Anki; of a step of a list, only the item that it asks for."""
    return _OTHERS.sub("", html)


def html_hidden(html: str) -> str:
    """Return a field in Anki as a numbered text, as far as possible: Markdown and hints are lost."""
    if "<" not in html and "&" not in html and html.count("::") == html.count("{{c"):
        return html
    spaced = re.sub(r"<!-- -->|</?(?:blockquote|br|h[1-6]|hr|img|li|ol|p|pre|ul)\b[^>]*>", " ", _HINT.sub(r"\1", html))
    return unescape(re.sub("<[^>]*>", "", spaced))


def _marked(parts: Parts) -> str:
    return "".join(map(_part, parts))


def _part(part: Part) -> str:
    if isinstance(part, str):
        return _BRACES.sub(r"\g<0> ", part)
    if isinstance(part, Deletion):
        return f"{{{{c{part.number}::{_marked(part.parts)}}}}}"
    if isinstance(part, (Text, Math)):
        return _marked(part.parts)
    # A list repeats the items of other cards: keep only the row that has a deletion, so that `ordered` changes nothing.
    return "\n".join([_marked(row) for row in part.rows if any(isinstance(inner, Deletion) for inner in row)])
