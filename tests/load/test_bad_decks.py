"""Faults of a deck's folder: its deck.yaml, the heads of its chapter files, and the files that are not there."""

import pytest

from tests.conftest import DECK, FORMULA, HEAD, SOURCE, Project

KEYS = ("name", "uid", "source", "language", "tag")

DECK_FAULTS = {
    "a name with an empty part": ("Small", "A::::B", "1:7 bad-deck-name", "a name on each side of ::"),
    "a blank name": ("Small", "''", "1:7 blank", "write a value"),
    "a name that ends in ::": ("Small", '"A:: "', "1:7 bad-deck-name", "or a single name"),
    "a uid of two lines": ("uid: ", "uid: |\n  one\n  ", "2:6 wrong-type", "write it on one line"),
    "a blank uid": (DECK.splitlines()[1], "uid: ' '", "2:6 blank", "write a value, or delete the key"),
    "a list as uid": (DECK.splitlines()[1], "uid: [a]", "2:6 wrong-type", "write one text"),
    "a source in a folder": ("tucker-1999", "./tucker-1999", "3:9 bad-source", "without .yaml"),
    "a source somewhere else": ("tucker-1999", "/etc/passwd", "3:9 bad-source", "without .yaml"),
    "a source in a folder above": ("tucker-1999", "../tucker-1999", "3:9 bad-source", "without .yaml"),
    "a source in a folder of Windows": ("tucker-1999", r"sub\tucker", "3:9 bad-source", "the name of a file"),
    "a source with a name that no file can have": ("tucker-1999", "a" * 300, "3:9 missing-file", "correct the name"),
    "a blank source": ("tucker-1999", "''", "3:9 blank", "write a value"),
    "a list of lists as source": ("tucker-1999", "[[tucker-1999]]", "3:10 wrong-type", "write one text"),
    "a source twice": ("tucker-1999", "[tucker-1999, tucker-1999]", "3:23 bad-source", "delete one of the two"),
    "no sources": ("tucker-1999", "[]", "3:9 blank", "write its items"),
    "a source that is not there": ("tucker-1999", "tukcer-1999", "3:9 missing-file", "or correct the name"),
    "a name for a language": ("language: en", "language: English", "4:11 bad-language", "such as en or de"),
    "a blank language": ("language: en", "language: ''", "4:11 blank", "write a value"),
    "a bad language of terms": ("term_language: ru", "term_language: r", "5:16 bad-language", "such as en or de"),
    "a tag with a space": ("tag: small", "tag: very small", "6:6 bad-tag", "without spaces"),
    "a tag with a quote": ("tag: small", "tag: 'a\"b'", "6:6 bad-tag", "without spaces, quotes"),
    "a tag that Anki keeps for itself": (
        "tag: small",
        "tag: small::Leech",
        "6:6 bad-tag",
        '"leech" and "marked" are reserved',
    ),
    "a blank tag": ("tag: small", "tag: ''", "6:6 blank", "write a value"),
    "an order that is none": (
        "tag: small",
        "tag: small\nnew_cards: core",
        "7:12 wrong-type",
        "write in order or core first",
    ),
    "an order under another name": (
        "tag: small",
        "tag: small\ncore_first: yes",
        "7:1 unknown-key",
        'did you mean "new_cards"?',
    ),
    "a misspelt key": ("term_language: ru", "termlanguage: ru", "5:1 unknown-key", 'did you mean "term_language"?'),
    "a repeated key": ("tag: small", "tag: small\ntag: big", "7:1 repeated-key", "delete one of the two"),
}

HEAD_FAULTS = {
    "no chapter": (
        "chapter: VI\n",
        "",
        "1:1 missing-key",
        "write chapter: V or VI, or add a section to source/tucker-1999.yaml",
    ),
    "no title": ("title: The older pattern\n", "", "1:1 missing-key", "write title: its title"),
    "no entries": ("entries:\n" + FORMULA, "", "1:1 missing-key", "write entries: a list"),
    "a section that the source does not have": (
        "VI",
        "IX",
        "1:10 no-such-section",
        "write one of V, VI, or add this section to source/tucker-1999.yaml",
    ),
    "entries of nothing": (FORMULA, "", "3:9 wrong-type", "write one item a line"),
    "entries as keys": ("  - id", "    id", "4:5 wrong-type", "write one item a line"),
    "a blank title": ("The older pattern", "''", "2:8 blank", "write a value"),
    "a title that hides words": ("The older pattern", "'{{a}}'", "2:8 stray-deletion", "delete {{ and }}"),
    "a misspelt key": ("title:", "subtitle: one\ntitle:", "2:1 unknown-key", 'did you mean "title"?'),
}


@pytest.mark.parametrize(("old", "new", "expected", "hint"), DECK_FAULTS.values(), ids=DECK_FAULTS)
def test_a_fault_in_deck_yaml(old: str, new: str, expected: str, hint: str, project: Project) -> None:
    assert old in DECK
    project.write("decks/small/deck.yaml", DECK.replace(old, new, 1))
    assert project.problems() == [f"deck.yaml:{expected}"]
    assert hint in project.read()[1][0].hint


@pytest.mark.parametrize("key", KEYS)
def test_a_deck_needs_each_of_its_keys(key: str, project: Project) -> None:
    project.write("decks/small/deck.yaml", "".join(line for line in DECK.splitlines(True) if not line.startswith(key)))
    _, (problem,) = project.read()
    assert project.problems() == ["deck.yaml:1:1 missing-key"]
    assert problem.message == f'"{key}" is missing'
    assert problem.hint.startswith(f"write {key}: ")


def test_a_deck_needs_no_language_of_terms(project: Project) -> None:
    project.write("decks/small/deck.yaml", DECK.replace("term_language: ru\n", ""))
    assert project.deck().term_language == ""


def test_the_parts_of_a_deck_name_lose_the_spaces_around_them(project: Project) -> None:
    project.write("decks/small/deck.yaml", DECK.replace("Small", '" History :: Small "'))
    assert project.deck().name == "History::Small"


@pytest.mark.parametrize(("old", "new", "expected", "hint"), HEAD_FAULTS.values(), ids=HEAD_FAULTS)
def test_a_fault_in_the_head_of_a_chapter(old: str, new: str, expected: str, hint: str, project: Project) -> None:
    assert old in HEAD + FORMULA
    project.entries((HEAD + FORMULA).replace(old, new, 1), head="")
    assert project.problems() == [f"06-pattern.yaml:{expected}"]
    assert hint in project.read()[1][0].hint


def test_a_source_without_sections_has_chapters_by_file(project: Project) -> None:
    sections, pages = SOURCE.index("sections:"), SOURCE.index("pages:\n")
    project.write("source/tucker-1999.yaml", SOURCE[:sections] + SOURCE[pages:])
    project.entries(FORMULA.replace("formula", "other"), "07-later.yaml", "title: Later\nentries:\n")
    assert [(one.numeral, one.position) for one in project.deck().chapters] == [("VI", 1), ("2", 2)]


def test_a_chapter_may_be_about_a_section_whose_numeral_is_missing(project: Project) -> None:
    project.write("source/tucker-1999.yaml", SOURCE.replace("section: VI\n", "section: ''\n"))
    assert project.problems() == ["tucker-1999.yaml:9:14 blank"]


def test_a_project_without_a_folder_for_sources(project: Project) -> None:
    (project.root / "source/tucker-1999.yaml").unlink()
    (project.root / "source").rmdir()
    assert project.problems() == ["deck.yaml:3:9 missing-file"]


def test_a_deck_without_deck_yaml(project: Project) -> None:
    (project.root / "decks/small/deck.yaml").unlink()
    deck, _ = project.read()
    assert deck
    assert [note.id for note in deck.notes] == ["formula"]
    assert project.problems() == ["deck.yaml:1:1 missing-file"]


def test_a_deck_without_chapter_files(project: Project) -> None:
    (project.root / "decks/small/06-pattern.yaml").unlink()
    project.write("decks/small/.07-hidden.yaml", HEAD + FORMULA)
    assert project.problems() == ["deck.yaml:1:1 no-chapter"]


def test_a_chapter_file_with_the_wrong_ending_is_not_passed_over_in_silence(project: Project) -> None:
    project.write("decks/small/07-more.yml", "[")
    assert project.problems() == ["07-more.yml:1:1 wrong-suffix"]


def test_files_that_are_no_chapters_are_passed_over(project: Project) -> None:
    for name in ("notes.txt", ".#06-pattern.yaml", "06-pattern.yaml~"):
        project.write(f"decks/small/{name}", "[")
    assert project.problems() == []


def test_two_decks_with_one_uid(project: Project) -> None:
    project.write("decks/twin/deck.yaml", DECK.replace("Small", "Twin"))
    project.write("decks/twin/06-pattern.yaml", HEAD + FORMULA)
    (problem,) = project.read()[1]
    assert str(problem.place) == "decks/twin/deck.yaml:2:6"
    assert (problem.rule, problem.message) == ("same-uid", "the deck small has the same uid")


@pytest.mark.parametrize("name", ["Small", "SMALL", '" small "'])
def test_two_decks_with_one_name(project: Project, name: str) -> None:
    project.write("decks/twin/deck.yaml", DECK.replace("0b8e", "1b8e").replace("name: Small", f"name: {name}"))
    project.write("decks/twin/06-pattern.yaml", HEAD + FORMULA)
    (problem,) = project.read()[1]
    assert str(problem.place) == "decks/twin/deck.yaml:1:7"
    assert (problem.rule, problem.message) == ("same-name", "the deck small has the same name")


def test_two_decks_with_a_uid_and_a_name_each_may_share_ids_and_a_source(project: Project) -> None:
    project.write("decks/twin/deck.yaml", DECK.replace("0b8e", "1b8e").replace("Small", "Small::Twin"))
    project.write("decks/twin/06-pattern.yaml", HEAD + FORMULA)
    assert project.problems() == []
