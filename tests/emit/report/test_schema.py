"""The schemas of the author's files, and an independent validator that judges by them as the loader does.

Each file is judged twice: with every scalar as text, as the loader reads it, and as an editor resolves it, to whom `98`
is a number and `no` is false.
"""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from jsonschema import Draft202012Validator

from flashgen.emit.report.schema import FILES, path_of, schema
from flashgen.kinds import KINDS
from flashgen.kinds.entry import COMMON
from tests.conftest import DECK, FORMULA, HEAD, SOURCE, Project
from tests.load.test_bad_sources import BAD_LINKS, GOOD_LINKS

SHIPPED = Path(__file__).parents[3]
VALIDATORS = {file: Draft202012Validator(json.loads(schema(file))) for file in FILES}
PATHS = {
    "deck": "decks/small/deck.yaml",
    "chapter": "decks/small/06-pattern.yaml",
    "source": "source/tucker-1999.yaml",
}
QUESTION = HEAD + "  - id: x\n    page: 98\n    ask: What grew?\n    answer: the state\n    "
ENTRY = HEAD + "  - id: x\n    page: 98\n    "
PAGES = SOURCE[SOURCE.index("pages:\n") :]
STYLES = HEAD + (SHIPPED / "tests/cases/good/yaml-styles.yaml").read_text("utf-8")
TITLE = "  title: Stalinism as Revolution from Above\n"


def readings(text: str) -> list[Any]:
    """Return what a file holds: in texts alone, and in the values that YAML makes of them, a date as a text."""
    resolved = json.dumps(yaml.safe_load(text), default=str)
    return [yaml.load(text, yaml.BaseLoader), json.loads(resolved)]


def verdicts(file: str, text: str) -> set[bool]:
    """Return what the validator says of a file, read in either way."""
    return {VALIDATORS[file].is_valid(reading) for reading in readings(text)}


GOOD = {
    "every kind": ("chapter", HEAD + (SHIPPED / "tests/cases/good/every-kind.yaml").read_text("utf-8")),
    "styles of YAML": ("chapter", STYLES.replace("null", "nil").replace("~", "nil")),
    "marks": ("chapter", HEAD + (SHIPPED / "tests/cases/good/marks.yaml").read_text("utf-8")),
    "no entries yet": ("chapter", HEAD.replace("entries:", "entries: []")),
    "a number as title": ("chapter", (HEAD + FORMULA).replace("The older pattern", "1999")),
    "words that editors take for truths": ("chapter", HEAD + "  - {id: no, page: 98, ask: 'no', answer: yes}\n"),
    "numbers as texts": ("chapter", HEAD + "  - {id: 1934, page: 98, ask: 1.10, answer: 1932-12-31}\n"),
    "a number as tag": ("chapter", QUESTION + "tags: [1934, a::b, leeches, unmarked::x, été, größe::日本, C++, a:b]\n"),
    "blanks around words": ("chapter", HEAD + "  - {id: ' x ', page: ' 96 – 97 ', ask: a, answer: b}\n"),
    "a deck": ("deck", DECK),
    "a font": ("deck", f"{DECK}fonts: built-in\n"),
    "fonts in order": ("deck", f"{DECK}fonts: [built-in, ' built-in ']\n"),
    "a name of parts": ("deck", DECK.replace("Small", '" History :: Small: "')),
    "a source": ("source", SOURCE),
    "a source with people": (
        "source",
        SOURCE.replace(
            TITLE, TITLE + "  author: [{family: Tucker}]\n  editor: [{literal: A Circle}]\n  issued: 1999\n"
        ),
    ),
} | {f"the link {link}": ("source", f"{SOURCE}links:\n  screen: '{link}'\n") for link in GOOD_LINKS}

BROKEN = {
    "this entry has no `id`": ("chapter", HEAD + "  - page: 98\n    ask: a\n    answer: b\n", "missing-id"),
    "an id in capitals": ("chapter", HEAD + "  - {id: Two, page: 98, ask: a, answer: b}\n", "bad-id"),
    "an id with a blank": ("chapter", HEAD + "  - {id: two words, page: 98, ask: a, answer: b}\n", "bad-id"),
    "a list as id": ("chapter", HEAD + "  - {id: [a], page: 98, ask: a, answer: b}\n", "wrong-type"),
    "keys as a page": ("chapter", HEAD + "  - {id: x, page: {a: b}, ask: a, answer: b}\n", "wrong-type"),
    "no pages of several": ("chapter", HEAD + "  - {id: x, page: [], ask: a, answer: b}\n", "blank"),
    "keys as a footnote": ("chapter", QUESTION + "note: [{a: b}]\n", "wrong-type"),
    "a misspelt key": ("chapter", QUESTION + "extar: More.\n", "unknown-key"),
    "a key of another kind": ("chapter", QUESTION + "means: a\n", "unknown-key"),
    "no kind": ("chapter", ENTRY + "hint: a\n", "no-kind"),
    "a misspelt kind": ("chapter", ENTRY + "clooze: '{{a}}'\n", "no-kind"),
    "two kinds": ("chapter", QUESTION + "list: a\n    items: [a, b]\n", "two-kinds"),
    "a text as entry": ("chapter", HEAD + "  - a\n", "wrong-type"),
    "keys as entries": ("chapter", HEAD + "    id: x\n", "wrong-type"),
    "nothing as entries": ("chapter", HEAD, "wrong-type"),
    "nothing as answer": ("chapter", ENTRY + "ask: a\n    answer:\n", "blank"),
    "a blank answer": ("chapter", ENTRY + "ask: a\n    answer: ' '\n", "blank"),
    "a list as question": ("chapter", ENTRY + "ask: [a]\n    answer: b\n", "wrong-type"),
    "keys as hint": ("chapter", QUESTION + "hint: {a: b}\n", "wrong-type"),
    "a text as tags": ("chapter", QUESTION + "tags: a\n", "wrong-type"),
    "no tags": ("chapter", QUESTION + "tags: []\n", "blank"),
    "a tag with a blank": ("chapter", QUESTION + "tags: [a b]\n", "bad-tag"),
    "a tag with an empty part": ("chapter", QUESTION + "tags: ['a::']\n", "bad-tag"),
    "a tag that Anki keeps for itself": ("chapter", QUESTION + "tags: ['a::Leech::b']\n", "bad-tag"),
    "a cloze that has no deletion": ("chapter", ENTRY + "cloze: The state.\n", "no-deletion"),
    "a cloze that hides blanks": ("chapter", ENTRY + "cloze: 'a {{ }}'\n", "no-deletion"),
    "a number as cloze": ("chapter", ENTRY + "cloze: 98\n", "no-deletion"),
    "a quote that has no deletion": ("chapter", ENTRY + "quote: a\n    by: b\n    of: c\n", "no-deletion"),
    "a list of one": ("chapter", ENTRY + "list: a\n    items: [a]\n", "wrong-length"),
    "a list of thirteen": ("chapter", ENTRY + f"list: a\n    items: [{'a, ' * 13}]\n", "wrong-length"),
    "a list among items": ("chapter", ENTRY + "list: a\n    items: [a, [b]]\n", "wrong-type"),
    "a pair of three": (
        "chapter",
        ENTRY + "pair: [a, b, c]\n    relation: cause\n    because: d\n",
        "wrong-length",
    ),
    "a text as pair": ("chapter", ENTRY + "pair: a\n    relation: cause\n    because: d\n", "wrong-type"),
    "a misspelt relation": (
        "chapter",
        ENTRY + "pair: [a, b]\n    relation: caus\n    because: d\n",
        "unknown-relation",
    ),
    "a name for a language": ("chapter", ENTRY + "term: a\n    means: b\n    language: Russian\n", "bad-language"),
    "an old id of two lines": ("chapter", QUESTION + "was: |\n      a\n      b\n", "wrong-type"),
    "a misspelt key of the head": ("chapter", HEAD.replace("title", "titel") + FORMULA, "unknown-key"),
    "a blank title": ("chapter", HEAD.replace("The older pattern", "''") + FORMULA, "blank"),
    "a deck without a uid": ("deck", DECK.replace(DECK.splitlines()[1], ""), "missing-key"),
    "a deck name with an empty part": ("deck", DECK.replace("Small", "A::::B"), "bad-deck-name"),
    "a deck name that ends in ::": ("deck", DECK.replace("Small", "'A:: '"), "bad-deck-name"),
    "a list as uid": ("deck", DECK.replace(DECK.splitlines()[1], "uid: [a]"), "wrong-type"),
    "no fonts": ("deck", f"{DECK}fonts: []\n", "blank"),
    "fonts by name": ("deck", f"{DECK}fonts: {{he: a.ttf}}\n", "wrong-type"),
    "a blank font": ("deck", f"{DECK}fonts: ['']\n", "blank"),
    "a source in a folder": ("deck", DECK.replace("tucker-1999", "../tucker-1999"), "bad-source"),
    "a language of one letter": ("deck", DECK.replace("language: en", "language: e"), "bad-language"),
    "a tag with a quote": ("deck", DECK.replace("tag: small", "tag: 'a\"b'"), "bad-tag"),
    "a misspelt key of a deck": ("deck", DECK.replace("term_language", "termlanguage"), "unknown-key"),
    "a source without a label": ("source", SOURCE.replace("label: Tucker 1999\n", ""), "missing-key"),
    "a citation without a title": ("source", SOURCE.replace(TITLE, "  issued: 1999\n"), "missing-key"),
    "a text as citation": ("source", SOURCE.replace("citation:\n" + TITLE, "citation: a book\n"), "bad-citation"),
    "a type that CSL lacks": ("source", SOURCE.replace(TITLE, TITLE + "  type: chaptre\n"), "bad-citation"),
    "a date of texts": ("source", SOURCE.replace(TITLE, TITLE + "  issued: {date-parts: [1]}\n"), "wrong-type"),
    "an author without a name": ("source", SOURCE.replace(TITLE, TITLE + "  author: [{}]\n"), "blank"),
    "an author as a text": ("source", SOURCE.replace(TITLE, TITLE + "  author: [Tucker]\n"), "wrong-type"),
    "pages of nothing": ("source", SOURCE.replace(PAGES, "pages: []\n"), "blank"),
    "a locator that CSL does not have": ("source", SOURCE + "locator: pages\n", "unknown-locator"),
    "no offsets": ("source", SOURCE.replace("-76", "{}"), "blank"),
    "a section without pages": ("source", SOURCE.replace("    pages: 89-94\n", ""), "missing-key"),
    "an offset with a fraction": ("source", SOURCE.replace("-76", "7.5"), "wrong-type"),
    "an offset that no book has": ("source", SOURCE.replace("-76", "1000000"), "wrong-type"),
    "a misspelt link": ("source", SOURCE + "links: {scren: 'https://example.org'}\n", "unknown-key"),
} | {f"the link {link}": ("source", f"{SOURCE}links:\n  print: '{link}'\n", rule) for link, rule in BAD_LINKS.items()}

LOADER_ALONE = {
    "one id twice": ("chapter", HEAD + FORMULA * 2, "same-id"),
    "a page that the source does not have": ("chapter", (HEAD + FORMULA).replace("98", "99"), "page-out-of-range"),
    "pages that run backwards": ("chapter", (HEAD + FORMULA).replace("98", "98-96"), "backwards-range"),
    "a section that the source does not have": ("chapter", (HEAD + FORMULA).replace("VI", "IX"), "no-such-section"),
    "a source that is not there": ("deck", DECK.replace("tucker-1999", "tukcer-1999"), "missing-file"),
    "this entry has no `page`": ("chapter", HEAD + "  - {id: x, ask: a, answer: b}\n", "no-source"),
    "no section": ("chapter", HEAD.replace("chapter: VI\n", "") + FORMULA, "missing-key"),
    "a page twice": ("source", SOURCE.replace("page: 92", "page: 91"), "same-page"),
    "no pages, but entries with pages": ("source", SOURCE.replace(PAGES, ""), "page-out-of-range"),
    "an image that is not there": ("chapter", QUESTION + "extra: '![](a.png)'\n", "missing-image"),
    "a deletion where none may be": ("chapter", QUESTION + "hint: '{{a}}'\n", "stray-deletion"),
    "a deletion that is not closed": ("chapter", (HEAD + FORMULA).replace("lean}}", "lean"), "unbalanced-cloze"),
    "a key twice": ("chapter", QUESTION + "answer: b\n", "repeated-key"),
    "a text cut off": ("chapter", ENTRY + "ask: a # b\n    answer: c\n", "cut-by-comment"),
}


@pytest.mark.parametrize("file", FILES)
def test_a_schema_is_one_of_draft_2020_12(file: str) -> None:
    Draft202012Validator.check_schema(json.loads(schema(file)))


@pytest.mark.parametrize("file", FILES)
def test_the_shipped_schema_is_the_one_that_is_made(file: str) -> None:
    assert path_of(file, SHIPPED).read_bytes() == schema(file)


@pytest.mark.parametrize(
    ("file", "path"),
    [("deck", path) for path in SHIPPED.glob("decks/*/deck.yaml")]
    + [("chapter", path) for path in sorted(SHIPPED.glob("decks/*/[0-9]*.yaml"))]
    + [("source", path) for path in SHIPPED.glob("source/*.yaml")],
    ids=str,
)
def test_a_shipped_file_is_valid(file: str, path: Path) -> None:
    assert verdicts(file, path.read_text("utf-8")) == {True}


@pytest.mark.parametrize(("file", "text"), GOOD.values(), ids=GOOD)
def test_the_validator_lets_pass_what_the_loader_does(file: str, text: str, project: Project) -> None:
    project.write(PATHS[file], text)
    assert (project.problems(), verdicts(file, text)) == ([], {True})


@pytest.mark.parametrize(("file", "text", "rule"), BROKEN.values(), ids=BROKEN)
def test_the_validator_refuses_what_the_loader_does(file: str, text: str, rule: str, project: Project) -> None:
    project.write(PATHS[file], text)
    assert rule in {problem.split()[1] for problem in project.problems()}
    assert verdicts(file, text) == {False}


@pytest.mark.parametrize(("file", "text", "rule"), LOADER_ALONE.values(), ids=LOADER_ALONE)
def test_some_faults_show_to_the_loader_alone(file: str, text: str, rule: str, project: Project) -> None:
    project.write(PATHS[file], text)
    assert rule in {problem.split()[1] for problem in project.problems()}
    assert verdicts(file, text) == {True}


def test_an_unquoted_null_is_a_text_for_the_loader_and_nothing_for_an_editor(project: Project) -> None:
    project.write(PATHS["chapter"], text := ENTRY + "ask: a\n    answer: null\n")
    assert (project.problems(), verdicts("chapter", text)) == ([], {True, False})


def whole(kind: str) -> dict[str, Any]:
    """Return an entry with a page of the source and every key that its kind needs, made of the examples of the keys."""
    (own,) = [one.keys for one in KINDS if one.name == kind]
    return {"page": 98} | {key.name: key.example for key in (*COMMON, *own) if key.needed}


@pytest.mark.parametrize("kind", [kind.name for kind in KINDS])
def test_a_key_is_needed_by_the_schema_if_and_only_if_the_loader_needs_it(kind: str, project: Project) -> None:
    entry = json.loads(json.dumps(whole(kind)))
    for left_out in ("", *(key for key in entry if key != "page")):
        kept = {key: value for key, value in entry.items() if key != left_out}
        text = HEAD + f"  - {json.dumps(kept)}\n"
        project.write(PATHS["chapter"], text)
        assert (project.problems() == [], verdicts("chapter", text)) == (not left_out, {not left_out})


def properties(shape: Any, root: Any) -> Iterator[tuple[str, Any]]:
    """Yield every key that a schema knows, with what is said of it."""
    if isinstance(shape, list):
        for inner in shape:
            yield from properties(inner, root)
    elif isinstance(shape, dict):
        for name, value in shape.get("properties", {}).items():
            yield name, root["$defs"][value["$ref"].rpartition("/")[2]] if "$ref" in value else value
        for inner in shape.values():
            yield from properties(inner, root)


@pytest.mark.parametrize("file", FILES)
def test_each_key_is_described(file: str) -> None:
    root = json.loads(schema(file))
    found = list(properties(root, root))
    assert found
    assert [name for name, shape in found if not shape["description"].endswith(".")] == []


def test_a_snippet_is_an_entry_with_stops_in_the_order_of_its_keys() -> None:
    snippets = {one["label"]: one["body"] for one in json.loads(schema("chapter"))["$defs"]["entry"]["defaultSnippets"]}
    assert list(snippets) == [kind.name for kind in KINDS]
    assert snippets["pair"] == {
        "id": "$1",
        "pair": ["$2", "$3"],
        "relation": "$4",
        "because": "$5",
        "page": "$6",
    }


@pytest.mark.parametrize("path", ["decks/stalinism-from-above/deck.yaml", "source/tucker-1999.yaml"])
def test_a_shipped_file_names_its_schema_in_its_first_line(path: str) -> None:
    line = (SHIPPED / path).read_text("utf-8").splitlines()[0]
    assert (SHIPPED / path).parent.joinpath(line.removeprefix("# yaml-language-server: $schema=")).is_file()
