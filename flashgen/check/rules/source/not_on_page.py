"""Words that do not stand on the cited page: a quotation, a term, a name, a year or a number.

Whoever looks them up does not find them, and cannot tell a slip of the deck from one of the memory (Wozniak, rule 18:
provide sources). It takes the prints of the source, `source/<id>.prints`, or a copy: `flashgen check --text PATH`.

Wrong:

    ask: Whose formula is "the state swelled up"?
    answer: Kliuchevsky's
    page: 96

Right:

    ask: Whose formula is "the state swelled up"?
    answer: Kliuchevsky's
    page: 98
"""

import re
from collections.abc import Iterator

from flashgen.check.rule import Rule
from flashgen.load.numbers import NUMBER, spellings
from flashgen.load.words import words_of
from flashgen.model.deck import Deck
from flashgen.model.note import Note
from flashgen.model.prints import Prints
from flashgen.model.problem import Problem
from flashgen.model.text import Items, Text, words

_QUOTED = re.compile(r'["“]([^"“”]+)["”]')
_LEFT_OUT = re.compile(r"…|\.\s?\.\s?\.|\[[^]]*\]")
_NAME = re.compile(r"(?<!\w)[^\W\d_a-zß-öø-ÿ][\w'\u2019]*")
_SPAN = re.compile(r"[-–]\s*\d")
_MENTIONED = re.compile(r"\bpp?\. ?(\d+)(?:[-–](\d+))?")
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


def _check(deck: Deck) -> Iterator[Problem]:
    if prints := deck.prints:
        # Who wrote it, and what it is called, is true of every page.
        known = {*words_of(deck.source.citation.title), *words_of(" ".join(deck.source.citation.authors))}
        for note in deck.notes:
            yield from _problems(note, prints, known)


def _problems(note: Note, prints: Prints, known: set[str]) -> Iterator[Problem]:
    cited = range(note.cite.pages.first, note.cite.pages.last + 1)
    for text, said in _claims(note):
        pages = {*cited, *_mentioned(text)}
        forms = spellings(said)
        if not pages & prints.pages.keys() or known.issuperset(forms[0]):
            continue
        if not any(prints.stands(form, pages) for form in forms):
            found = ", ".join(map(str, sorted({page for form in forms for page in prints.found(form)})))
            sure = "found" if prints.sure(forms[0]) else "probably found"
            hint = (
                f"{sure} on p. {found}: cite that page" if found else "correct it: it stands on no page of the source"
            )
            message = f'"{said}" does not stand on p. {note.cite.pages}'
            yield Problem(text.place, "not-on-page", message, hint, words=said)


def _mentioned(text: Text) -> Iterator[int]:
    """Yield the pages that a text itself refers to."""
    for found in _MENTIONED.finditer(text.words):
        yield from range(int(found[1]), int(found[2] or found[1]) + 1)


def _claims(note: Note) -> Iterator[tuple[Text, str]]:
    """Yield what a note says in the words of the page, and the text in which it says so."""
    named = {name: text for name, text in zip(note.type.fields, note.fields, strict=True) if text}
    for text in filter(None, (*named.values(), note.hint, note.extra)):
        for quoted in _QUOTED.findall(text.words):
            yield from ((text, part.strip()) for part in _LEFT_OUT.split(quoted) if words_of(part))
    if "Term" in named:
        yield named["Term"], named["Term"].words
    for text, answer in _answers(note, named):
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


NOT_ON_PAGE = Rule("not-on-page", _check, compares_text=True)
