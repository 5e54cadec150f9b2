"""The key `words` of `deck.yaml`: phrases of the deck's own, in place of those of its language."""

import re
from collections.abc import Collection
from dataclasses import replace
from typing import Any

from flashgen.languages import catalogue, quotes
from flashgen.languages.en import ENGLISH
from flashgen.load.fields import Fields
from flashgen.load.key import Key, Shape, mapping, names
from flashgen.load.nodes import Scalar
from flashgen.load.shapes import WORD, texts
from flashgen.model.locator import LOCATORS
from flashgen.model.words import PHRASES, PLACE, Words, places


def _phrase(name: str) -> Key:
    phrase = ENGLISH.phrase(name)
    has = f" Its places: {', '.join(f'`{{{place}}}`' for place in places(phrase))}." if places(phrase) else ""
    return Key(name, f"In English, `{phrase}`.{has}", WORD, phrase)


def _locator(name: str) -> Key:
    one, several = ENGLISH.locators.get(name, ("", ""))
    described = f"In English, `{one}` and `{several}`." if one else "In English, nothing."
    example = (one, several) if one else None
    return Key(name, f"{described} One text, or two: for one and for several.", {"oneOf": [WORD, texts(2, 2)]}, example)


_LISTS = {
    "ordinals": ("The endings of ordinal numbers", range(1, 11), "one for all, or one for each last digit from 0 on"),
    "months": ("The months in a date", (12, 24), "twelve, or another twelve as they stand without a day"),
}
_OF_LOCATORS = tuple(map(_locator, LOCATORS))
KEYS = (
    *map(_phrase, PHRASES),
    *[
        Key(name, f"{what}: {how}.", texts(min(counts), max(counts)), getattr(ENGLISH, name))
        for name, (what, counts, how) in _LISTS.items()
    ],
    Key("locators", "What stands before the label of a page, a section, a line and so on.", mapping(_OF_LOCATORS)),
)
SHAPE: Shape = mapping(KEYS)


def words(read: Fields, language: str) -> Words:
    """Return the words of a deck: those of its language, or English ones, with its own in their place."""
    spoken = catalogue(language)
    marks: dict[str, Any] = {} if spoken else _quotes(language)
    known, own = spoken or replace(ENGLISH, **marks), read.inner("words", names(KEYS))
    changed: dict[str, Any] = {}
    locators: dict[str, tuple[str, str]] = {}
    if own:
        changed = {name: phrase for name in PHRASES if name in own.values and (phrase := _written(own, name))}
        locators = _locators(own)
        changed |= {name: several for name in _LISTS if name in own.values and (several := _list(own, name))}
    english = (
        frozenset() if spoken else frozenset((*PHRASES, *_LISTS, *known.locators)).difference(changed, locators, marks)
    )
    return replace(known, language=language, english=english, locators={**known.locators, **locators}, **changed)


def _quotes(language: str) -> dict[str, str]:
    """Return the phrases for the quotation marks of a language that flashgen does not speak."""
    if marks := quotes(language):
        return {
            "open_quote": marks.open,
            "close_quote": marks.close,
            "open_inner": marks.open_inner,
            "close_inner": marks.close_inner,
            "end_of_quote": f"{marks.close}.",
        }
    return {}


def _written(own: Fields, name: str) -> str:
    """Return a phrase, if it has the places that it needs; a space that does not break may be at its ends."""
    value, needed = own.values[name][1], places(ENGLISH.phrase(name))
    phrase = value.value.strip(" \t\n") if own.word(name) and isinstance(value, Scalar) else ""
    had = places(phrase)
    stray = re.search("[{}]", PLACE.sub("", phrase))
    if not phrase or (sorted(had) == sorted(needed) and not stray):
        return phrase
    wrong = [place for place in had if place not in needed]
    lacking = [place for place in needed if place not in had]
    message = f'"{name}" has a brace that is no place'
    if wrong:
        message = f'"{name}" has no place {{{wrong[0]}}}'
    elif lacking:
        message = f'"{name}" lacks the place {{{lacking[0]}}}'
    elif len(had) > len(needed):
        message = f'"{name}" has one place twice'
    hint = f"write {' and '.join(f'{{{place}}}' for place in needed)}, each once" if needed else "write no braces"
    own.report(own.place_of(name), "bad-words", message, hint)
    return ""


def _locators(own: Fields) -> dict[str, tuple[str, str]]:
    read = own.inner("locators", LOCATORS)
    found = {name: _forms(read, name) for name in LOCATORS if name in read.values} if read else {}
    return {name: forms for name, forms in found.items() if forms}


def _forms(read: Fields, name: str) -> tuple[str, str] | None:
    """Return the form for one and the form for several; a single text is both."""
    if isinstance(read.values[name][1], Scalar):
        form = read.word(name)
        return (form, form) if form else None
    forms = _listed(read, name, (2,), "one text, or two: for one and for several")
    return (forms[0], forms[1]) if forms else None


def _list(own: Fields, name: str) -> tuple[str, ...]:
    _, counts, how = _LISTS[name]
    return _listed(own, name, counts, how)


def _listed(read: Fields, name: str, counts: Collection[int], how: str) -> tuple[str, ...]:
    """Return a list of words, if it is as long as it may be."""
    items = [read.one(item, f'an item of "{name}"') for item in read.items(name)]
    words = tuple([item.value.strip() for item in items if item and item.value.strip()])
    if len(words) == len(items) and len(words) in counts:
        return words
    if items and None not in items:
        message = f'"{name}" has {len(words)} item{"s" * (len(words) != 1)}'
        read.report(read.place_of(name), "wrong-length", message, f"write {how}")
    return ()
