"""The words that a deck takes from its source, and the pages on which each must be."""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from hashlib import blake2b
from unicodedata import normalize

from flashgen.check.mentions import mentioned, mentions
from flashgen.check.written import texts
from flashgen.kinds.quote import QUOTE, SUBJECT
from flashgen.load.numbers import NUMBER, spellings
from flashgen.load.words import words_of
from flashgen.model.copy import Copy
from flashgen.model.deck import Deck
from flashgen.model.language import has_capital_nouns
from flashgen.model.note import Note
from flashgen.model.source import Source
from flashgen.model.text import Items, Text, words

_QUOTED = re.compile(r'(?<![^\W\d_])["“„«»]([^"“”„«»]+)["“”«»](?![^\W\d_])')
"""A quotation between the marks of any language; a mark inside a word shows an abbreviation in Hebrew."""

_LEFT_OUT = re.compile(r"…|\.\s?\.\s?\.|\[[^]]*\]")
_WORD = re.compile(r"(?<!\w)[^\W\d_][\w'\u2019]*")
_SPAN = re.compile(r"[-–]\s*\d")
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
    """Words as written, the text that contains them, and the labels of the pages that they may be on."""

    text: Text
    words: str
    pages: frozenset[str]

    def fails(self, copy: Copy) -> bool:
        """Tell whether a copy has the pages but not the words on them."""
        return self.pages <= copy.pages.keys() and not self._is_in(copy)

    def lacking(self, copy: Copy) -> frozenset[str]:
        """Return the pages that a copy lacks, or none if the words are on a page that it has."""
        missing = self.pages - copy.pages.keys()
        return missing if missing and not self._is_in(copy) else frozenset()

    def found_on(self, copy: Copy) -> list[str]:
        """Return the pages of a copy that have the words, in the order of the source."""
        found = {page for form in spellings(self.words) for page in copy.found(form)}
        return [page for page in copy.pages if page in found]

    def _is_in(self, copy: Copy) -> bool:
        return any(copy.has(form, self.pages) for form in spellings(self.words))


@dataclass(frozen=True, slots=True)
class Lookups:
    """The words that a note takes from its source: `source` is its id, `cited` are the labels of the cited pages."""

    source: str
    cited: tuple[str, ...]
    each: tuple[Lookup, ...]

    def lacking(self, copy: Copy) -> frozenset[str]:
        """Return the pages that a copy lacks and that the words may be on."""
        return frozenset().union(*[lookup.lacking(copy) for lookup in self.each])

    def hash(self, salt: bytes) -> str:
        """Return a keyed hash of the words and pages to look up, independent of their order, and of nothing else."""
        pairs = sorted({(_plain(lookup.words), tuple(sorted(lookup.pages))) for lookup in self.each})
        content = json.dumps([self.source, self.cited, pairs])
        return blake2b(content.encode("ascii"), key=salt, digest_size=8).hexdigest()


def lookups(deck: Deck) -> Iterator[tuple[Note, Lookups]]:
    """Yield each note that takes words from its source, with the words to look up."""
    known = {source.id: (_named_anywhere(source), mentions(source, deck.words)) for source in deck.sources}
    for note in (note for note in deck.notes if note.cite.source.id in known):
        source, cited = note.cite.source, note.cite.source.labels(note.cite.pages)
        named_anywhere, named = known[source.id]
        found = [(text, claim, mentioned(text.words, source, named)) for text, claim in _claims(note, deck, named)]
        claims = [Lookup(text, claim, pages.union(cited)) for text, claim, pages in found]
        each = tuple([it for it in claims if it.pages and not named_anywhere.issuperset(words_of(it.words))])
        if each:
            yield note, Lookups(source.id, tuple(cited), each)


def _named_anywhere(source: Source) -> set[str]:
    """Return the words of the author and the title, which are true of every page."""
    return {*words_of(source.citation.title), *words_of(" ".join(map(str, source.citation.author)))}


def _plain(text: str) -> str:
    """Return a text on one line and in composed letters (NFC), so that equal words compare equal."""
    return normalize("NFC", " ".join(text.split()))


def _claims(note: Note, deck: Deck, mentions: re.Pattern[str]) -> Iterator[tuple[Text, str]]:
    """Yield each quotation, term, name and number of a note, with the text that contains it."""
    named, has_names = note.named, not any(map(has_capital_nouns, (deck.language, note.language)))
    for text in texts(replace(note, withdrawn=None)):
        for quoted in _QUOTED.findall(text.words):
            yield from ((text, part.strip()) for part in _LEFT_OUT.split(quoted) if words_of(part))
    if note.type is QUOTE.type and (saying := named.get("Quotation")):
        yield from ((saying, part.strip()) for part in _LEFT_OUT.split(saying.words) if words_of(part))
    if "Term" in named:
        yield named["Term"], named["Term"].words
    for text, written in _answers(note, named):
        answer = mentions.sub("", written)  # the number of a page is not looked up
        yield from ((text, name) for name in _names(NUMBER.sub("", answer)) if has_names)
        for number in NUMBER.findall(answer):
            yield from ((text, word) for word in (words_of(number) if _SPAN.search(number) else (number.strip(","),)))


def _names(answer: str) -> Iterator[str]:
    """Yield the words with a capital letter; scripts without capitals do not tell what is a name."""
    yield from (word for word in _WORD.findall(answer) if word[0].isupper() and word.casefold() not in _SMALL)


def _hidden(text: Text) -> Iterator[tuple[Text, str]]:
    """Yield what a text hides, with the text that contains it: for an item of a list, that is the item alone."""
    is_step = any(isinstance(part, Items) for part in text.parts)
    # A card about a whole list has the same words and pages as those about its items.
    for deletion in (it for it in text.deletions if not any(isinstance(part, Items) for part in it.parts)):
        inner = [part for part in deletion.parts if isinstance(part, Text)]
        around = Text(deletion.parts, text.place) if is_step else text
        yield from ((one, one.words) for one in inner) if inner else ((around, words(deletion.parts)),)


def _answers(note: Note, named: dict[str, Text]) -> Iterator[tuple[Text, str]]:
    """Yield the answers of a note's cards, and the subject of a quotation, each with the text that contains it."""
    for name in note.type.hiding:
        if name in named:
            yield from _hidden(named[name])
    if note.type is QUOTE.type and "Speaker" in named and SUBJECT - 1 not in note.ordinals:
        shown = [
            part for part in named["Speaker"].parts if isinstance(part, Text) and not (part.leads or part.deletions)
        ]
        yield from ((part, part.words) for part in shown if part != named["Quotation"])
    for name in dict.fromkeys(name for card in note.type.cards if not card.question_field for name in card.answer):
        if name in named and (not named[name].language or named[name].language.endswith("Latn")):
            yield named[name], named[name].words
