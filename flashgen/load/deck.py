"""The file `deck.yaml`, which describes a deck."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from flashgen.load.choice import chosen
from flashgen.load.fields import Fields, fields
from flashgen.load.key import Key, names
from flashgen.load.layout import SHAPE, layout
from flashgen.load.link import SITE, is_site
from flashgen.load.named import NAME, named_sources
from flashgen.load.nodes import Node, Scalar
from flashgen.load.phrases import SHAPE as WORDS
from flashgen.load.phrases import words
from flashgen.load.shapes import LANGUAGE_TAG, TAG_OF_ANKI, WORD, matching, one_or_several, word
from flashgen.load.tag import is_tag
from flashgen.model.allow import Allow
from flashgen.model.layout import Layout
from flashgen.model.place import Place
from flashgen.model.problem import Problem
from flashgen.model.words import Words

_PART = r"(?:(?!::)[\s\S])*?(?!::)\S(?:(?!::)[\s\S])*"
_NAME = re.compile(rf"{_PART}(?:::{_PART})*")

IN_ORDER, CORE_FIRST = "in order", "core first"
KEYS = (
    Key(
        "name",
        "The deck's name in Anki; `::` makes decks within decks.",
        word(_NAME, "write a name on each side of ::, or a single name", "number", "boolean"),
        "On the Origin of Species",
        needed=True,
    ),
    Key(
        "uid",
        "A random word, written once. The identity of every card depends on it: never change it.",
        WORD,
        "4f0d9d5c-6a0e-4c62-9d53-2f1f0a5d7f10",
        needed=True,
    ),
    Key(
        "source",
        "The name of a file in `source/`, without `.yaml`; or a list of such names.",
        one_or_several(NAME),
        "darwin",
        needed=True,
    ),
    Key("language", "The language of the cards (BCP 47).", LANGUAGE_TAG, "en", needed=True),
    Key(
        "author", "Who made the deck: the author of its PDFs; or a list of names.", one_or_several(WORD), "Ada Lovelace"
    ),
    Key(
        "report",
        "Where learners report a slip: an address on the web, of e-mail, or other words. Anki shows it below the deck.",
        WORD,
        "https://example.org/slips",
    ),
    Key("term_language", "The language of the terms that have a `script` (BCP 47).", LANGUAGE_TAG, "grc"),
    Key("words", "Phrases of your own, in place of those that the language has.", WORDS),
    Key("tag", "The parent of all tags of the deck.", TAG_OF_ANKI, "darwin", needed=True),
    Key(
        "allow",
        "Rules whose findings to keep in the whole deck, each with the reason.",
        {"type": "object", "additionalProperties": WORD},
    ),
    Key(
        "fonts",
        "Fonts for printed sheets, in order: font files, or folders of them, in the deck's folder or the project's.",
        one_or_several(WORD),
        "NotoSerifHebrew-Regular.ttf",
    ),
    Key(
        "site",
        "Where you publish `dist/site`: cards and sheets then link there.",
        matching(SITE, "write an address that begins with https://, without ? or #"),
        "https://example.org/cards",
    ),
    Key("new_cards", "Which cards new learners meet first.", {"enum": [IN_ORDER, CORE_FIRST]}, CORE_FIRST),
    Key("layout", "How card sheets are laid out: the name of a layout, or your own.", SHAPE, "avery-5371"),
)
_EXAMPLES = {
    "name": "the deck's name in Anki",
    "uid": "a random word that never changes",
    "source": "the name of a file in source/, without .yaml",
    "language": "a tag such as en or de",
    "tag": "a word without spaces",
}


@dataclass(frozen=True, slots=True)
class DeckFile:
    """The content of `deck.yaml`, blank where a key is missing.

    `sources` are names of files in source/, each with its place; `allows` hold for the whole deck; `fonts` are names of
    files or folders; `core_first` is whether new learners meet the core first; `layout` is a layout or its name; `site`
    is the address where its pages are published.
    """

    name: str
    name_place: Place
    uid: str
    uid_place: Place
    sources: tuple[tuple[str, Place], ...]
    source_place: Place
    language: str
    language_place: Place
    term_language: str
    words: Words
    tag: str
    allows: tuple[Allow, ...]
    fonts: tuple[Scalar, ...]
    core_first: bool
    authors: tuple[str, ...]
    report: str
    layout: Layout | str
    layout_place: Place
    site: str


def deck_file(node: Node | None, place: Place, problems: list[Problem]) -> DeckFile:
    """Return the content of deck.yaml, blank where a key is missing; `place` is for a file that could not be read."""
    read = fields(node, names(KEYS), problems) if node else None
    if read is None:
        return _deck_file(Fields({}, place, []))
    for key, example in _EXAMPLES.items():
        read.missing(key, example)
    return _deck_file(read)


def _deck_file(read: Fields) -> DeckFile:
    tag, language = read.word("tag"), read.language("language")
    if tag:
        is_tag(read, tag, read.place_of("tag"))
    return DeckFile(
        name=_name(read),
        name_place=read.place_of("name"),
        uid=read.word("uid"),
        uid_place=read.place_of("uid"),
        sources=tuple(named_sources(read)),
        source_place=read.place_of("source"),
        language=language,
        language_place=read.place_of("language"),
        term_language=read.language("term_language"),
        words=words(read, language),
        tag=tag,
        allows=tuple(_allows(read)),
        fonts=tuple(read.each_word("fonts")),
        authors=tuple([name.value.strip() for name in read.each_word("author")]),
        report=read.word("report"),
        core_first=chosen(read, "new_cards", (IN_ORDER, CORE_FIRST)) == CORE_FIRST,
        layout=_layout(read),
        layout_place=read.place_of("layout"),
        site=_site(read),
    )


def _site(read: Fields) -> str:
    """Return the address of the site, if it is one."""
    site = read.word("site")
    if site and not is_site(site):
        hint = "write an address that begins with https://, without ? or #"
        read.report(read.place_of("site"), "bad-link", f'"{site}" is not the address of a site', hint)
        return ""
    return site


def _layout(read: Fields) -> Layout | str:
    """Return the layout that is written in the file, or the name of one."""
    if "layout" not in read.values or isinstance(read.values["layout"][1], Scalar):
        return read.word("layout")
    return layout(read.values["layout"][1], "deck.yaml", read.problems) or ""


def _name(read: Fields) -> str:
    name = read.word("name")
    if name and not _NAME.fullmatch(name):
        hint = "write a name on each side of ::, or a single name"
        read.report(read.place_of("name"), "bad-deck-name", f'the deck name "{name}" has an empty part', hint)
    return "::".join(part.strip() for part in name.split("::"))


def _allows(read: Fields) -> Iterator[Allow]:
    """Yield what is allowed in the whole deck: each rule that has a reason."""
    if inner := read.open("allow", "long-answer"):
        for rule, (key, _) in inner.values.items():
            if inner.word(rule):
                yield Allow(key.place, rule)
