"""Make a note of an entry: find its kind and its citation, and let the kind read the rest."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import islice

from flashgen.kinds import KINDS
from flashgen.kinds.kind import Kind, Setting, Values
from flashgen.languages import catalogue
from flashgen.load.chapter import ChapterFile
from flashgen.load.choice import chosen
from flashgen.load.cited import footnotes, named_source, pages
from flashgen.load.fields import MANY, Fields, fields
from flashgen.load.key import Key, names
from flashgen.load.meant import meant
from flashgen.load.nodes import Mapping
from flashgen.load.shapes import LABELS, LANGUAGE_TAG, TAGS, TEXT, WORD, word
from flashgen.load.tag import is_tag
from flashgen.model.language import primary
from flashgen.model.note import NO_TYPE, Chapter, Cite, Note, NoteType
from flashgen.model.problem import Problem
from flashgen.model.source import Source
from flashgen.model.text import Text
from flashgen.model.tier import CORE, MORE, TIERS

LANGUAGE, RELATION = "language", "relation"
_ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
COMMON = (
    Key(
        "id",
        "The name of the entry, unique in the deck. Never change it after a release: learners' history depends on it.",
        word(_ID, "write small letters, digits and hyphens", "integer", "boolean"),
        "natural-selection",
        needed=True,
    ),
    Key("page", "The page or pages that state the fact, as the source lists them.", LABELS, 61),
    Key("note", "The footnote or footnotes that state the fact.", LABELS, 49),
    Key("source", "The source that states the fact, if it is not that of the chapter.", WORD, "darwin"),
    Key("tier", "`core` for what everybody should know; the rest is `more`.", {"enum": [*TIERS]}, CORE),
    Key("tags", "Tags in Anki, below the deck's tag.", TAGS, ("terms", "parallels")),
    Key("hint", "Shown on the front when the learner asks for it.", TEXT),
    Key("extra", "Shown on the back. May have paragraphs, lists, and images from the deck's folder.", TEXT),
    Key(LANGUAGE, "The language of the entry (BCP 47), if it is not the deck's.", LANGUAGE_TAG, "la"),
    Key("withdrawn", "Why the entry is withdrawn. Its cards stay, and show the reason.", TEXT),
    Key("was", "The id that the entry was released under, if it has changed.", WORD),
)
USUAL = ("id", "page")
"""The keys that a new entry begins with; only a source without pages is cited without one."""

_NO = ("no", "false", "off", "n", "0", "none", "null", "~")
_YES_OR_NO = (*_NO, "yes", "true", "on", "y", "1", "x")
_COMMON = names(COMMON)
_NAMED = {kind.name: kind for kind in KINDS}


def notes(file: ChapterFile, setting: Setting, problems: list[Problem]) -> Iterator[Note]:
    """Yield a note for each entry of a chapter file. What is wrong joins the problems."""
    for entry in file.entries:
        kinds = (
            [_NAMED[key] for key in (*entry.pairs, *entry.lost) if key in _NAMED] if isinstance(entry, Mapping) else []
        )
        known = (*_COMMON, *[name for kind in kinds for name in names(kind.keys)])
        # Without a kind, no key is reported as unknown.
        if read := fields(entry, known if kinds or not isinstance(entry, Mapping) else None, problems):
            kind = _kind(read, kinds)
            yield _note(*_spoken(read, kind, setting), kind, file)


def _kind(entry: Fields, named: Sequence[Kind]) -> Kind:
    """Return the kind of an entry. No kind, or several, is reported, and makes no card."""
    if len(named) == 1:
        return named[0]
    if named:
        _report_two(entry, [kind.name for kind in named])
    else:
        *others, last = [f"`{name}`" for name in _NAMED]
        hints = [meant(key, tuple(_NAMED)) for key in islice(entry.values, MANY) if key not in _COMMON]
        hint = next((hint for hint in hints if '"' in hint), "add the key for the kind of card you want")
        entry.report(entry.place, "no-kind", f"this entry has no {', '.join(others)} or {last}", hint)
    return Kind((), NO_TYPE, lambda entry, setting: _no_values(entry, named, setting))


def _report_two(entry: Fields, names: Sequence[str]) -> None:
    """Report the kinds of an entry, unless a repeated key already shows where a dash is missing."""
    if entry.again:
        return
    second = entry.values[names[1]][0].place if names[1] in entry.values else entry.place
    message = f"this entry has both {' and '.join(f'`{name}`' for name in names)}"
    hint = f'if a "- " is missing before line {second.line}, add it; otherwise split the entry'
    entry.report(entry.place, "two-kinds", message, hint)


def _no_values(entry: Fields, named: Sequence[Kind], setting: Setting) -> Values:
    """Report what is wrong in the values of an entry of several kinds, but not what is missing for each of them."""
    problems: list[Problem] = []
    for kind in named:
        kind.values(replace(entry, problems=problems), setting)
    entry.problems.extend(problem for problem in problems if problem.rule != "missing-key")
    return ()


def _spoken(entry: Fields, kind: Kind, setting: Setting) -> tuple[Fields, Setting]:
    """Return an entry in its own language, if it has one, and the words of its questions in that, if there are any."""
    if LANGUAGE in names(kind.keys):  # there it means something else
        return entry, setting
    language = entry.language(LANGUAGE)
    if not language or language == setting.language:
        return entry, setting
    words = catalogue(language) if primary(language) != primary(setting.language) else None
    spoken = replace(setting, words=words, asking=language) if words else setting
    return replace(entry, spoken=language), spoken


def _note(entry: Fields, setting: Setting, kind: Kind, file: ChapterFile) -> Note:
    values, type = kind.values(entry, setting), kind.type
    return Note(
        id=_id(entry),
        place=entry.place_of("id"),
        type=type,
        fields=values,
        ordinals=() if type.hiding else tuple(_ordinals(type, values)),
        cite=_cite(entry, file.chapter, file.sources),
        chapter=file.chapter,
        tags=_tags(entry),
        hint=entry.text("hint"),
        extra=entry.text("extra"),
        withdrawn=_withdrawn(replace(entry, spoken="")),
        was=entry.word("was"),
        language=entry.spoken,
        tier=chosen(entry, "tier", TIERS) or MORE,
        relation=_relation(entry, kind),
    )


def _relation(entry: Fields, kind: Kind) -> str:
    """Return what joins the sides of a pair; the kind itself reports what is wrong with it."""
    return replace(entry, problems=[]).word(RELATION) if RELATION in names(kind.keys) else ""


def _withdrawn(entry: Fields) -> Text | None:
    """Return why an entry is withdrawn. Learners read it, so a mere yes is reported."""
    reason = entry.text("withdrawn")
    if reason and reason.words.lower() in _YES_OR_NO:
        hint = "write the reason, for learners who have the card"
        if reason.words.lower() in _NO:
            hint = "delete the key: with any value, the entry is withdrawn"
        entry.report(reason.place, "wrong-type", f'"withdrawn" must be a reason, and is "{reason.words}"', hint)
    return reason


def _ordinals(type: NoteType, values: Values) -> Iterator[int]:
    """Yield the ordinals of the cards that have a question and an answer."""
    filled = {name for name, text in zip(type.fields, values, strict=True) if text}
    for ordinal, card in enumerate(type.cards):
        if {card.prompt[0], card.answer[0], card.question_field or card.prompt[0]} <= filled:
            yield ordinal


def _id(entry: Fields) -> str:
    if not entry.has("id"):
        hint = "add one, or let `flashgen check --fix` do it; never change it after a release"
        entry.report(entry.place, "missing-id", "this entry has no `id`", hint)
        return ""
    id = entry.word("id")
    if id and not _ID.fullmatch(id):
        hint = f"write {_suggested(id) or 'small letters, digits and hyphens'}"
        entry.report(entry.place_of("id"), "bad-id", f'the id "{id}" is malformed', hint)
    return id


def _suggested(id: str) -> str:
    return "-".join(re.findall("[a-z0-9]+", id.lower()))


def _cite(entry: Fields, chapter: Chapter, sources: Sequence[Source]) -> Cite:
    source = named_source(entry, sources) if entry.has("source") else chapter.source
    if not entry.has("page") and (source.pages or not source.whole):
        hint = f"add page: with the {source.locator} that states the fact"
        entry.report(entry.place, "no-source", "this entry has no `page`", hint)
    cited = pages(entry, "page", source)
    notes = footnotes(entry, "note", source, cited)
    return Cite(source, cited, notes, entry.place_of("page"))


def _tags(entry: Fields) -> tuple[str, ...]:
    tags = []
    for item in entry.items("tags"):
        tag = entry.one(item, "a tag")
        if tag and is_tag(entry, tag.value, tag.place):
            tags.append(tag.value)
    return tuple(tags)
