"""The key `words` of `deck.yaml`: phrases of the deck's own, in place of those of its language."""

import re
from dataclasses import replace
from typing import Any

from flashgen.languages import catalogue
from flashgen.languages.en import ENGLISH
from flashgen.load.fields import Fields
from flashgen.load.key import Key, Shape, mapping, names
from flashgen.load.nodes import Scalar
from flashgen.load.shapes import WORD, texts
from flashgen.model.locator import LOCATORS
from flashgen.model.words import PHRASES, PLACE, Words, places


def _phrase(name: str) -> Key:
    said = ENGLISH.phrase(name)
    has = f" Its places: {', '.join(f'`{{{place}}}`' for place in places(said))}." if places(said) else ""
    return Key(name, f"In English, `{said}`.{has}", WORD, said)


def _locator(name: str) -> Key:
    one, several = ENGLISH.locators.get(name, ("", ""))
    said = f"In English, `{one}` and `{several}`." if one else "In English, nothing."
    example = (one, several) if one else None
    return Key(name, f"{said} One text, or two: for one and for several.", {"oneOf": [WORD, texts(2, 2)]}, example)


_OF_LOCATORS = tuple(map(_locator, LOCATORS))
KEYS = (
    *map(_phrase, PHRASES),
    Key("locators", "What stands before the label of a page, a section, a line and so on.", mapping(_OF_LOCATORS)),
)
SHAPE: Shape = mapping(KEYS)


def words(read: Fields, language: str) -> Words:
    """Return the words of a deck: those of its language, or English ones, with its own in their place."""
    spoken = catalogue(language)
    known, own = spoken or ENGLISH, read.inner("words", names(KEYS))
    changed: dict[str, Any] = {}
    locators: dict[str, tuple[str, str]] = {}
    if own:
        changed = {name: said for name in PHRASES if name in own.values and (said := _said(own, name))}
        locators = _locators(own)
    english = frozenset() if spoken else frozenset((*PHRASES, *known.locators)).difference(changed, locators)
    return replace(known, language=language, english=english, locators={**known.locators, **locators}, **changed)


def _said(own: Fields, name: str) -> str:
    """Return a phrase, if it has the places that it needs."""
    said, needed = own.word(name), places(ENGLISH.phrase(name))
    had = places(said)
    stray = re.search("[{}]", PLACE.sub("", said))
    if not said or (sorted(had) == sorted(needed) and not stray):
        return said
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
        said = read.word(name)
        return (said, said) if said else None
    forms = [read.one(item, f'an item of "{name}"') for item in read.items(name)]
    both = [form.value.strip() for form in forms if form and form.value.strip()]
    if len(forms) == len(both) == 2:
        return both[0], both[1]
    if forms and None not in forms:
        message, hint = (
            f'"{name}" has {len(both)} form{"s" * (len(both) != 1)}',
            "write one text, or two: for one and for several",
        )
        read.report(read.place_of(name), "wrong-length", message, hint)
    return None
