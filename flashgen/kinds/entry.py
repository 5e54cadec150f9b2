"""An entry into a note: which kind it is, what it cites, and what its kind makes of the rest."""

import re
from collections.abc import Iterator

from flashgen.errors import suggested
from flashgen.kinds import KINDS
from flashgen.kinds.kind import Kind
from flashgen.load.chapter import ChapterFile
from flashgen.load.fields import Fields, fields
from flashgen.load.key import Key, names
from flashgen.load.nodes import Mapping, Node
from flashgen.load.shapes import SPAN_OF_PAGES, TAGS, TEXT, WORD, word
from flashgen.load.tag import is_tag
from flashgen.model.note import Chapter, Cite, Note
from flashgen.model.problem import Problem

_ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
COMMON = (
    Key(
        "id",
        "The entry's name, unique in the deck and kept for ever: learners' history hangs on it.",
        word(_ID, "write it like two-leninisms", "integer", "boolean"),
        "two-leninisms",
        needed=True,
    ),
    Key("page", "The page or pages that the fact stands on.", SPAN_OF_PAGES, 98, needed=True),
    Key("note", "The footnote or footnotes that it stands in.", SPAN_OF_PAGES, 49),
    Key("tags", "Tags in Anki, below the deck's own.", TAGS, ("terms", "parallels")),
    Key("hint", "Shown on the front when the learner asks for it.", TEXT),
    Key("extra", "Shown on the back, with paragraphs, lists and images of the deck's folder.", TEXT),
    Key("withdrawn", "Why the entry is taken back; its cards stay, and say so.", TEXT),
    Key("was", "The id that the entry was released under, where it has another now.", WORD),
)
_COMMON = names(COMMON)
_NAMED = {kind.name: kind for kind in KINDS}
_KNOWN = {kind.name: (*_COMMON, *names(kind.keys)) for kind in KINDS}


def notes(file: ChapterFile, term_language: str, problems: list[Problem]) -> Iterator[Note]:
    """Yield a note for each entry of a chapter file that can make one; what is wrong joins the problems."""
    for entry in file.entries:
        kind = _kind(entry, problems)
        if kind and (read := fields(entry, _KNOWN[kind.name], problems)):
            note = _note(read, kind, file.chapter, term_language)
            if note:
                yield note


def _kind(entry: Node, problems: list[Problem]) -> Kind | None:
    """Return the kind that an entry names; none and two are both reported."""
    keys = list(entry.pairs) if isinstance(entry, Mapping) else []
    named = [_NAMED[key] for key in keys if key in _NAMED]
    if len(named) == 1:
        return named[0]
    if named:
        said = f"an entry of {len(named)} kinds: {' and '.join(kind.name for kind in named)}"
        problems.append(Problem(entry.place, "two-kinds", said, "write an entry for each"))
        return None
    names = tuple(_NAMED)
    hints = [suggested(key, names) for key in keys if key not in _COMMON]
    hint = next((hint for hint in hints if '"' in hint), f"write one of {', '.join(names)}")
    problems.append(Problem(entry.place, "no-kind", "an entry of no kind", hint))
    return None


def _note(entry: Fields, kind: Kind, chapter: Chapter, term_language: str) -> Note | None:
    id, cite, values = _id(entry), _cite(entry), kind.values(entry, term_language)
    tags, hint, extra = _tags(entry), entry.text("hint"), entry.text("extra")
    withdrawn, was = entry.text("withdrawn"), entry.word("was")
    if not id or not cite or values is None:
        return None
    ordinals = () if kind.type.hiding else tuple(range(len(kind.type.cards)))
    place, type = entry.place_of("id"), kind.type
    return Note(id, place, type, values, ordinals, cite, chapter, tags, hint, extra, withdrawn, was)


def _id(entry: Fields) -> str:
    if "id" not in entry.values:
        entry.report(entry.place, "missing-id", "an entry without an id", "write id: a-few-words; it is kept for ever")
        return ""
    id = entry.word("id")
    if id and not _ID.fullmatch(id):
        said, hint = f'the id "{id}" is malformed', f"write it like {_suggested(id) or 'two-leninisms'}"
        entry.report(entry.place_of("id"), "bad-id", said, hint)
    return id


def _suggested(id: str) -> str:
    return "-".join(re.findall("[a-z0-9]+", id.lower()))


def _cite(entry: Fields) -> Cite | None:
    if "page" not in entry.values:
        entry.report(
            entry.place, "no-source", "an entry without a page", "write page: the page that the fact stands on"
        )
        return None
    pages, footnotes = entry.span("page"), entry.span("note")
    return Cite(pages, footnotes, entry.place_of("page"), entry.place_of("note")) if pages else None


def _tags(entry: Fields) -> tuple[str, ...]:
    tags = []
    for item in entry.items("tags"):
        tag = entry.one(item, "a tag")
        if tag and is_tag(entry, tag.value, tag.place):
            tags.append(tag.value)
    return tuple(tags)
