"""What the author wrote reaches the note as it was written, whatever the file's letters, line ends and quotes."""

from unicodedata import normalize

import pytest

from flashgen.model.note import Note
from tests.conftest import DECK, FORMULA, HEAD, SOURCE, Project

VALUES = {
    "no": "no",
    "true": "true",
    "~": "~",
    "null": "null",
    "1.10": "1.10",
    "012": "012",
    "0x1f": "0x1f",
    "1e3": "1e3",
    "12:30:45": "12:30:45",
    "1932-12-31": "1932-12-31",
    "1932-12-31T10:00:00Z": "1932-12-31T10:00:00Z",
    "=": "=",
    "<<": "<<",
    ".inf": ".inf",
    "a:b": "a:b",
    "a#b": "a#b",
    "-b": "-b",
    "a, b [c] {d}": "a, b [c] {d}",
    'the "state" \\n': 'the "state" \\n',
    "'a: b # c'": "a: b # c",
    '"a: b # c"': "a: b # c",
    "'it''s'": "it's",
    '"tab\\there \\u00e9 \\U0001F600"': "tab\there é 😀",
    r"'\q and \x1f'": r"\q and \x1f",
    "' a '": "a",
    "one\n      two\n\n      three": "one two\nthree",
    ">-\n      one: two # three\n      four": "one: two # three four",
    "|\n      one\n      two": "one\ntwo",
    "# nothing\n      later": "later",
    "漢字 😀 \ufeff": "漢字 😀 \ufeff",
}


def asked(project: Project) -> Note:
    """Return the only note of a project without problems."""
    (note,) = project.deck().notes
    return note


def answer(project: Project) -> str:
    """Return the answer of the only question."""
    text = asked(project).fields[1]
    assert text
    return text.words


@pytest.mark.parametrize(("written", "read"), VALUES.items())
def test_a_value_is_the_text_that_was_written(written: str, read: str, project: Project) -> None:
    project.entries(f"  - id: x\n    page: 98\n    ask: a\n    answer: {written}\n")
    assert answer(project) == read


@pytest.mark.parametrize("word", ["no", "012", "null", "1932-12-31"])
def test_an_id_and_a_tag_are_what_was_written_too(word: str, project: Project) -> None:
    project.entries(f"  - {{id: {word}, page: 98, ask: a, answer: b, tags: [{word}]}}")
    assert (asked(project).id, asked(project).tags) == (word, (word,))


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"], ids=ascii)
def test_line_ends_of_all_systems_are_read(end: str, project: Project) -> None:
    for path, text in (("source/tucker-1999", SOURCE), ("decks/small/deck", DECK)):
        project.write(f"{path}.yaml", text.replace("\n", end))
    project.entries("  - id: x\n    page: 98\n    ask: >\n      one\n      two\n    answer: b\n".replace("\n", end))
    note = asked(project)
    assert note.fields[0]
    assert note.fields[0].words == "one two"


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r", "\x85", "\u2028"], ids=ascii)
def test_a_place_counts_each_line_end_that_yaml_knows(end: str, project: Project) -> None:
    project.entries((HEAD + "  - id: x\n    ask: a\n    answer: b # c\n    page: 98\n").replace("\n", end), head="")
    assert project.problems() == ["06-pattern.yaml:6:13 cut-by-comment"]


def test_a_byte_order_mark_is_no_letter(project: Project) -> None:
    project.write("decks/small/06-pattern.yaml", b"\xef\xbb\xbf" + (HEAD + FORMULA).encode())
    project.write("decks/small/deck.yaml", b"\xef\xbb\xbf" + DECK.encode())
    assert asked(project).id == "formula"


@pytest.mark.parametrize(
    "last", ["    note: 49", "    note: 49 # the end", "    note: 49\n# the end", "    note: 49\n "]
)
def test_a_file_without_a_last_line_end_is_read(last: str, project: Project) -> None:
    project.entries("  - id: formula\n    cloze: '{{a}}'\n    page: 98\n" + last)
    assert asked(project).cite.footnotes == ("49",)


@pytest.mark.parametrize("last", ["? extra # the end", "{id: y # the end", "extra: '#'\n    ? hint # the end"])
def test_a_file_that_ends_in_a_comment_where_a_value_is_expected_gives_problems(last: str, project: Project) -> None:
    project.entries(f"  - id: formula\n    cloze: '{{{{a}}}}'\n    page: 98\n    {last}")
    assert project.problems()


def test_marks_of_a_document_around_the_one_document_are_read(project: Project) -> None:
    project.entries(f"---\n{HEAD}{FORMULA}...\n# the end\n", head="")
    assert asked(project).id == "formula"


@pytest.mark.parametrize("name", ["06 a pattern.yaml", "06-образец.yaml", "06-a.b.yaml", "☭.yaml"])
def test_a_chapter_file_may_have_any_name(name: str, project: Project) -> None:
    (project.root / "decks/small/06-pattern.yaml").unlink()
    project.entries(FORMULA, file=name)
    assert asked(project).chapter.stem == name.removesuffix(".yaml")


def test_a_deck_and_a_source_may_have_names_in_any_script(project: Project) -> None:
    project.write("source/Такер 1999.yaml", SOURCE)
    deck = DECK.replace("tucker-1999", "Такер 1999").replace("0b8e", "1b8e").replace("Small", "Сталинизм сверху")
    project.write("decks/сталинизм сверху/deck.yaml", deck)
    project.write("decks/сталинизм сверху/01.yaml", HEAD + FORMULA)
    assert project.problems() == []


@pytest.mark.parametrize("word", ["café", '"cafe\\u0301"'])
def test_letters_and_their_accents_are_one_character(word: str, project: Project) -> None:
    project.entries(normalize("NFD", f"  - id: x\n    page: 98\n    ask: a\n    answer: {word}\n"))
    assert answer(project) == "caf\u00e9"


def test_an_empty_chapter_is_a_chapter(project: Project) -> None:
    project.entries("", head=HEAD.replace("entries:", "entries: []"))
    assert [chapter.stem for chapter in project.deck().chapters] == ["06-pattern"]


def test_a_range_is_written_with_a_hyphen_or_a_dash_with_or_without_spaces(project: Project) -> None:
    ranges = ("96-97", "96–97", "96 - 97", '" 96 – 97 "', "096-097")
    project.entries("".join(f"  - {{id: x{n}, page: {pages}, ask: a, answer: b}}\n" for n, pages in enumerate(ranges)))
    assert {note.cite.source.ranges(note.cite.pages) for note in project.deck().notes} == {"96–97"}
