"""What an answer is, so that wrong ones of the same sort can stand beside it. Where that is unsure, it is nothing."""

import re
from collections.abc import Iterable, Iterator

from flashgen.check.card import Card
from flashgen.kinds.quote import QUOTE
from flashgen.kinds.term import TERM
from flashgen.load.words import words_of
from flashgen.model.note import Note
from flashgen.model.text import words as said
from flashgen.model.words import Words

PERSON, PLACE, TITLE, WORD, MEANING = "person", "place", "title", "term", "meaning"

_LONGEST = 4
"""The most words of a name, a number or a date."""

_EARLY = 2
"""Among so many first words stands what a question asks with: "by whom"."""

_TITLE = re.compile(r"([*_])[^*_]+ [^*_]+\1")
_YEAR = re.compile("[12][0-9]{3}")
_NAME = re.compile(r"[^\W\d_][\w.\u2019'-]*")
_POSSESSIVE = re.compile("['\u2019]s$")
_PARTICLES = frozenset(("de", "of", "the", "von", "van", "der", "di", "da", "la", "le"))
_BEFORE = re.compile(r"(\w+)\W*\[…\]")


def sorts(notes: Iterable[Note], cards: Iterable[Card], words: Words) -> dict[Card, str]:
    """Return the sort of each card's answer, without those of no certain sort. Two of a sort could replace each other.

    `notes` are all of the deck: what they ask for by "who" and "where" tells which names are of persons and places.
    """
    names = _names(cards, notes, words)
    found = {card: _sort(card, words, names) for card in cards if len(card.answers) == 1 and not card.text.has_blocks}
    return {card: sort for card, sort in found.items() if sort}


def _sort(card: Card, words: Words, names: dict[str, str]) -> str:
    answer = card.answers[0].strip()
    before = {word.lower() for word in _BEFORE.findall(card.prompt)}
    if before & {"a", "an"}:  # the article tells how the answer begins
        return ""
    if card.note.type == TERM.type:
        return _term(card)
    if any(word.isdigit() for word in words_of(answer)):
        return "" if before & {*words.bounds} else _shape(answer, words)
    if _TITLE.fullmatch(answer):
        return TITLE
    sort = names.get(_plain(answer), "")
    return f"{sort}'s" if sort and _POSSESSIVE.search(answer) else sort


def _term(card: Card) -> str:
    """Return the sort of a term or its meaning: names, words of another script and plain words are not mixed."""
    term, script, _ = card.note.fields
    proper = any(letter.isupper() for letter in (term.words if term else ""))
    sort = WORD if card.text is term else MEANING
    return f"{sort}{' of another script' * bool(script)}{', a name' * proper}"


def _shape(answer: str, words: Words) -> str:
    """Return the form of a number or a date: years, months and numbers are all the same, other words as they are."""
    months = {word for month in words.months for word in words_of(month)}
    found = words_of(answer)
    shape = ["month" if word in months else _figure(word) for word in found]
    return " ".join(shape) if len(found) <= _LONGEST else ""


def _figure(word: str) -> str:
    if not word.isdigit():
        return "decade" if _YEAR.fullmatch(word[:-1]) and word.endswith("s") else word
    return "year" if _YEAR.fullmatch(word) else "number"


def _names(cards: Iterable[Card], notes: Iterable[Note], words: Words) -> dict[str, str]:
    """Return the sort of each name that the deck asks for as a person or as a place."""
    persons = {_plain(name) for note in notes for name in _speaker(note) if _is_name(name)}
    persons |= {_plain(name) for name in _asked(cards, words.who)}
    sites = {_plain(name) for name in _asked(cards, words.where)}
    return dict.fromkeys(persons - sites, PERSON) | dict.fromkeys(sites - persons, PLACE)


def _asked(cards: Iterable[Card], asking: Iterable[str]) -> Iterator[str]:
    """Yield the names that are asked for with some words."""
    for card in cards:
        first = {word.lower() for word in re.findall(r"\w+", card.prompt)[:_EARLY]}
        if first & {*asking} and _is_name(card.answers[0]):
            yield card.answers[0]


def _speaker(note: Note) -> Iterator[str]:
    """Yield who said what a note quotes."""
    asked = note.fields[1] if note.type == QUOTE.type else None
    for deletion in asked.deletions if asked else ():
        yield said(deletion.parts)


def _is_name(said: str) -> bool:
    first, *rest = said.split() or [""]
    names = [first, *[word for word in rest if word.lower() not in _PARTICLES]]
    proper = all(_NAME.fullmatch(word) and not word[0].islower() for word in names)
    return proper and first.lower() not in _PARTICLES and len(said.split()) <= _LONGEST


def _plain(name: str) -> str:
    return _POSSESSIVE.sub("", name.strip())
