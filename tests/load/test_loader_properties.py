"""Whatever stands in a file, reading it never fails: it gives a deck, problems, or both."""

import tempfile
from pathlib import Path

import yaml
from hypothesis import example, given, settings
from hypothesis import strategies as st

from tests.conftest import DECK, FORMULA, HEAD, SOURCE, Project

CHAPTER_FILE, DECK_FILE, SOURCE_FILE = "decks/small/06-pattern.yaml", "decks/small/deck.yaml", "source/tucker-1999.yaml"

KNOWN_KEYS = (
    *("id", "page", "note", "tags", "hint", "extra", "cloze", "ask", "answer", "term", "script", "language", "means"),
    *("pair", "relation", "about", "because", "list", "items", "quote", "by", "of", "chapter", "title", "entries"),
    *("name", "uid", "source", "term_language", "tag", "label", "citation", "pdf_offset", "links", "sections", "pages"),
    *("section", "thesis", "gist", "footnotes", "screen", "print", "author", "editor", "family", "given", "literal"),
)
KNOWN_VALUES = (
    "VI",
    "98",
    "96-97",
    "97-96",
    "x",
    "en",
    "parallel",
    "{{a}}",
    "}}",
    "{{",
    "{{c501::a}}",
    r"\(",
    "a::b",
    "",
)

TEXTS = st.text() | st.sampled_from(KNOWN_VALUES)
SCALARS = TEXTS | st.none() | st.booleans() | st.integers() | st.floats() | st.dates() | st.datetimes() | st.binary()
KEYS = st.sampled_from(KNOWN_KEYS) | st.text()
VALUES = st.recursive(SCALARS, lambda inner: st.lists(inner) | st.dictionaries(KEYS, inner), max_leaves=10)

MARKS = [
    *"-:?[]{}#&*!|>'\"%@` \n\t0a,\\\x1f\x85\u2028\ufeff\u0301",
    "\r\n",
    ": ",
    " #",
    "\n  - ",
    "{{",
    "}}",
    "::",
    "\\(",
]
MARKED = st.lists(st.sampled_from(MARKS), max_size=40).map("".join) | st.text()

often = settings(max_examples=120, deadline=None)


def check(path: str, content: str | bytes) -> None:
    """Read a project in which one file has this content; each problem must stand inside the file."""
    with tempfile.TemporaryDirectory() as folder:
        project = Project(Path(folder))
        for good in ((SOURCE_FILE, SOURCE), (DECK_FILE, DECK), (CHAPTER_FILE, HEAD + FORMULA)):
            project.write(*good)
        project.write(path, content)
        deck, problems = project.read()
    assert deck or problems
    for problem in problems:
        assert problem.place.line >= 1
        assert problem.place.column >= 1
        assert problem.message
        assert problem.hint


def dumped(value: object) -> str:
    """Return a value as YAML."""
    return str(yaml.safe_dump(value, allow_unicode=True, sort_keys=False))


def indented(content: str) -> str:
    """Return YAML as an entry of a chapter file."""
    return HEAD + "  -\n" + "".join(f"    {line}" for line in content.splitlines(keepends=True))


@often
@given(VALUES)
@example([[]])
@example(["-", 0])
@example("\x1f")
def test_any_value_may_stand_in_a_chapter_file(value: object) -> None:
    check(CHAPTER_FILE, dumped(value))


@often
@given(VALUES)
def test_any_value_may_stand_in_deck_yaml(value: object) -> None:
    check(DECK_FILE, dumped(value))


@often
@given(VALUES)
def test_any_value_may_stand_in_a_source(value: object) -> None:
    check(SOURCE_FILE, dumped(value))


@often
@given(st.lists(VALUES))
def test_any_values_may_stand_as_entries(entries: list[object]) -> None:
    check(CHAPTER_FILE, dumped({"chapter": "VI", "title": "x", "entries": entries}))


@often
@given(st.sampled_from(["cloze", "ask", "term", "pair", "list", "quote"]), st.dictionaries(KEYS, VALUES), VALUES)
@example("pair", {"relation": "cause", "because": "c", "about": "}}"}, ["a", "b"])
def test_any_values_may_stand_in_an_entry(kind: str, rest: dict[str, object], value: object) -> None:
    check(
        CHAPTER_FILE, dumped({"chapter": "VI", "title": "x", "entries": [{"id": "x", "page": 98, kind: value} | rest]})
    )


@often
@given(st.dictionaries(st.sampled_from(("name", "uid", "source", "language", "term_language", "tag")), VALUES))
@example({"source": "/etc/nothing"})
@example({"source": "a" * 300})
def test_any_values_may_stand_at_the_keys_of_deck_yaml(changed: dict[str, object]) -> None:
    check(DECK_FILE, dumped(yaml.safe_load(DECK) | changed))


@often
@given(st.dictionaries(st.sampled_from(("label", "citation", "pdf_offset", "links", "sections", "pages")), VALUES))
@example({"pages": []})
def test_any_values_may_stand_at_the_keys_of_a_source(changed: dict[str, object]) -> None:
    check(SOURCE_FILE, dumped(yaml.safe_load(SOURCE) | changed))


@often
@given(st.sampled_from([CHAPTER_FILE, DECK_FILE, SOURCE_FILE]), MARKED)
@example(CHAPTER_FILE, "? a # b")
def test_any_characters_may_stand_in_a_file(path: str, content: str) -> None:
    check(path, content)


@often
@given(MARKED)
@example("? a # b")
def test_any_characters_may_stand_in_an_entry(content: str) -> None:
    check(CHAPTER_FILE, indented(content))


@often
@given(st.sampled_from(["cloze", "ask", "extra"]), MARKED)
@example("cloze", "'" + "{{" * 1000 + "'")
@example("extra", "'![x](<>)'")
def test_any_characters_may_stand_in_a_value(key: str, content: str) -> None:
    check(CHAPTER_FILE, HEAD + f"  - id: x\n    page: 98\n    answer: a\n    {key}: {content}")


@often
@given(st.binary(max_size=40))
def test_any_bytes_may_stand_in_a_file(content: bytes) -> None:
    check(CHAPTER_FILE, content)
