"""What a deck takes from its source word for word, and where each of it has to stand."""

import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from hashlib import blake2b
from unicodedata import normalize

from flashgen.load.numbers import NUMBER, spellings
from flashgen.load.words import words_of
from flashgen.model.copy import Copy
from flashgen.model.deck import Deck
from flashgen.model.note import Note
from flashgen.model.source import Source
from flashgen.model.text import Items, Text, words

_QUOTED = re.compile(r'["“]([^"“”]+)["”]')
_LEFT_OUT = re.compile(r"…|\.\s?\.\s?\.|\[[^]]*\]")
_NAME = re.compile(r"(?<!\w)[^\W\d_a-zß-öø-ÿ][\w'\u2019]*")
_SPAN = re.compile(r"[-–]\s*\d")
_MENTIONED = re.compile(r"\bpp?\. ?(\d{1,6})(?!\d)(?:[-–](\d{1,6})(?!\d))?")
_SMALL = {
    "i",
    "a",
    "an",
    "and",
    "as",
    "at",
    "because",
    "both",
    "by",
    "for",
    "from",
    "he",
    "his",
    "in",
    "it",
    "its",
    "no",
}
_SMALL |= {"not", "of", "on", "one", "that", "the", "their", "they", "this", "those", "to", "what", "with"}


@dataclass(frozen=True, slots=True)
class Lookup:
    """Words as written, the text that has them, and the pages that they may stand on."""

    text: Text
    said: str
    pages: frozenset[int]

    def fails(self, copy: Copy) -> bool:
        """Tell whether a copy has the pages, and the words do not stand there."""
        return self.pages <= copy.pages.keys() and not self._stands(copy)

    def lacking(self, copy: Copy) -> frozenset[int]:
        """Return the pages that a copy lacks; none where the words stand on those that it has."""
        lacking = self.pages - copy.pages.keys()
        return lacking if lacking and not self._stands(copy) else frozenset()

    def found(self, copy: Copy) -> list[int]:
        """Return the pages of a copy on which the words stand."""
        return sorted({page for form in spellings(self.said) for page in copy.found(form)})

    def _stands(self, copy: Copy) -> bool:
        return any(copy.has(form, self.pages) for form in spellings(self.said))


@dataclass(frozen=True, slots=True)
class Lookups:
    """What a note takes from its source; `source` is its id, `cited` are the labels of the cited pages."""

    source: str
    cited: tuple[str, ...]
    each: tuple[Lookup, ...]

    def lacking(self, copy: Copy) -> frozenset[int]:
        """Return the pages for want of which a copy cannot decide."""
        return frozenset().union(*[one.lacking(copy) for one in self.each])

    def hash(self, salt: bytes) -> str:
        """Return a keyed hash of all that is looked up, in any order, as the deck has it: nothing else is in it."""
        looked_up = sorted({(_plain(one.said), tuple(sorted(map(str, one.pages)))) for one in self.each})
        said = json.dumps([self.source, self.cited, looked_up])
        return blake2b(said.encode("ascii"), key=salt, digest_size=8).hexdigest()


def lookups(deck: Deck) -> Iterator[tuple[Note, Lookups]]:
    """Yield each note that takes words from its source, and what is looked up for it."""
    source = deck.source
    # Who wrote it, and what it is called, is true of every page.
    known = {*words_of(source.citation.title), *words_of(" ".join(source.citation.authors))}
    for note in deck.notes:
        cited = source.between(note.cite.pages.first, note.cite.pages.last)
        found = [Lookup(text, said, _pages(text, source, cited)) for text, said in _claims(note)]
        each = tuple([one for one in found if one.pages and not known.issuperset(words_of(one.said))])
        if each:
            yield note, Lookups(source.id, tuple(map(str, cited)), each)


def _plain(said: str) -> str:
    """Return words the same however their lines are broken and their letters composed."""
    return normalize("NFC", " ".join(said.split()))


def _pages(text: Text, source: Source, cited: Sequence[int]) -> frozenset[int]:
    """Return the cited pages, and those that a text itself names."""
    named = [source.between(int(first), int(last or first)) for first, last in _MENTIONED.findall(text.words)]
    return frozenset(cited).union(*named)


def _claims(note: Note) -> Iterator[tuple[Text, str]]:
    """Yield what a note says in the words of the page, and the text in which it says so."""
    named = {name: text for name, text in zip(note.type.fields, note.fields, strict=True) if text}
    for text in filter(None, (*named.values(), note.hint, note.extra)):
        for quoted in _QUOTED.findall(text.words):
            yield from ((text, part.strip()) for part in _LEFT_OUT.split(quoted) if words_of(part))
    if "Term" in named:
        yield named["Term"], named["Term"].words
    for text, asked in _answers(note, named):
        answer = _MENTIONED.sub("", asked)  # a page that an answer names is no number of its own
        yield from ((text, name) for name in _NAME.findall(NUMBER.sub("", answer)) if name.casefold() not in _SMALL)
        for number in NUMBER.findall(answer):
            yield from ((text, word) for word in (words_of(number) if _SPAN.search(number) else (number.strip(","),)))


def _answers(note: Note, named: dict[str, Text]) -> Iterator[tuple[Text, str]]:
    """Yield what the cards of a note ask for."""
    for name in note.type.hiding:
        if name in named:
            # A whole list says what its items say, and where they stand.
            single = [one for one in named[name].deletions if not any(isinstance(part, Items) for part in one.parts)]
            for deletion in single:
                inner = [part for part in deletion.parts if isinstance(part, Text)]
                yield from ((text, text.words) for text in inner) if inner else ((named[name], words(deletion.parts)),)
    for name in dict.fromkeys(name for card in note.type.cards for name in card.answer):
        if name in named and (not named[name].language or named[name].language.endswith("Latn")):
            yield named[name], named[name].words
