"""Files in decks/ that stand where nothing reads them: which of them are a mistake, and which are not."""

from pathlib import Path

import pytest

from flashgen.load.stray import strays
from flashgen.pipeline import checked_decks
from tests.conftest import DECK, FORMULA, HEAD, Project

CHAPTER = HEAD + FORMULA
LATER = "# yaml-language-server: $schema=../.schema/chapter.json\n\n---\n" + CHAPTER.replace("formula", "later")


def found(project: Project) -> list[tuple[str, str, str, str, str]]:
    """Return what is found, as the file from decks/ on, the rule, the severity, the message and the hint."""
    _, problems = checked_decks(project.root, ())
    return [
        (Path(p.place.path).relative_to("decks").as_posix(), p.rule, p.severity, p.message, p.hint)
        for p in problems
        if p.rule != "same-prompt"
    ]


INSIDE = "no build reads a chapter in a folder below decks/small"
INTO = "move it into decks/small, or out of decks/"
ENDING = "no build reads this file, since its name does not end in .yaml"

MISTAKES = {
    "a chapter in a folder below": (
        ("small/part/07.yaml", LATER),
        ("small/part/07.yaml", "stray-file", "error", INSIDE, INTO),
    ),
    "a chapter far below": (
        ("small/a/b/c/07.yaml", LATER),
        ("small/a/b/c/07.yaml", "stray-file", "error", INSIDE, INTO),
    ),
    "a chapter below, with another ending": (
        ("small/part/07.txt", LATER),
        ("small/part/07.txt", "stray-file", "error", INSIDE, INTO),
    ),
    "another YAML file below": (
        ("small/images/credits.yaml", "a: 1\n"),
        (
            "small/images/credits.yaml",
            "stray-file",
            "warning",
            "no build reads a file in a folder below decks/small",
            "move it out of decks/ if no deck needs it",
        ),
    ),
    "a deck in a deck": (
        ("small/inner/deck.yaml", DECK),
        (
            "small/inner/deck.yaml",
            "stray-file",
            "error",
            "no build reads a deck in a folder below decks/small",
            "move it, with its chapters, into its own folder in decks/",
        ),
    ),
    "a chapter beside the decks": (
        ("07.yaml", LATER),
        (
            "07.yaml",
            "stray-file",
            "error",
            "no build reads a chapter outside of a deck's folder",
            "move it into the folder of its deck, or out of decks/",
        ),
    ),
    "a deck's file beside the decks": (
        ("deck.yaml", DECK),
        (
            "deck.yaml",
            "stray-file",
            "error",
            "no build reads a deck outside of a deck's folder",
            "move it, with its chapters, into its own folder in decks/",
        ),
    ),
    "a file that ends in .yml": (
        ("small/07.yml", LATER),
        ("small/07.yml", "wrong-suffix", "error", ENDING, "rename it to 07.yaml"),
    ),
    "a file that ends in .YAML": (
        ("small/07.YAML", LATER),
        ("small/07.YAML", "wrong-suffix", "error", ENDING, "rename it to 07.yaml"),
    ),
    "a chapter with the ending of a text": (
        ("small/07.txt", LATER),
        ("small/07.txt", "wrong-suffix", "error", ENDING, "rename it to 07.yaml"),
    ),
    "a chapter without an ending": (
        ("small/07", LATER),
        ("small/07", "wrong-suffix", "error", ENDING, "rename it to 07.yaml"),
    ),
    "a backup whose chapter is gone": (
        ("small/07.yaml.bak", LATER),
        ("small/07.yaml.bak", "wrong-suffix", "error", ENDING, "rename it to 07.yaml"),
    ),
    "an editor's copy whose chapter is gone": (
        ("small/#07.yaml#", "\ufeff" + LATER),
        ("small/#07.yaml#", "wrong-suffix", "error", ENDING, "rename it to 07.yaml"),
    ),
}


@pytest.mark.parametrize(("file", "finding"), MISTAKES.values(), ids=MISTAKES)
def test_a_file_that_would_be_passed_over_is_found(
    file: tuple[str, str], finding: tuple[str, ...], project: Project
) -> None:
    path, content = file
    project.write(f"decks/{path}", content)
    assert found(project) == [finding]


HARMLESS = {
    "an image": ("small/map.png", b"\x89PNG\r\n\x1a\n"),
    "what a Mac leaves": ("small/.DS_Store", b"\x00\x00\x00\x01Bud1"),
    "a README": ("small/README.md", "# Small\n\ntitle and entries of a chapter:\n\n```yaml\n" + CHAPTER + "```\n"),
    "a README beside the decks": ("README.md", "chapters: see below\n"),
    "notes": ("small/notes.txt", "To do: ask about page 98.\n"),
    "a table of another program": ("small/words.csv", "title,entries\n"),
    "an editor's copy of a chapter": ("small/06-pattern.yaml~", CHAPTER),
    "a backup of a chapter": ("small/06-pattern.bak", CHAPTER),
    "an editor's unsaved work": ("small/#06-pattern.yaml#", CHAPTER),
    "what a merge left": ("small/06-pattern.yaml.orig", CHAPTER),
    "a hidden file": ("small/.06-pattern.yaml.swp", CHAPTER),
    "a hidden folder": ("small/.drafts/07.yaml", LATER),
    "schemas": (".schema/chapter.yaml", LATER),
    "an image below": ("small/images/map.png", b"\x89PNG\r\n\x1a\n"),
    "many blank lines": ("small/notes", "\n" * 4000 + "x"),
}


@pytest.mark.parametrize(("path", "content"), HARMLESS.values(), ids=HARMLESS)
def test_a_file_that_is_no_chapter_is_not_found(path: str, content: str | bytes, project: Project) -> None:
    project.write(f"decks/{path}", content)
    assert found(project) == []


MOVED = {
    "into a folder below": ("small/part/06-pattern.yaml", INSIDE),
    "beside the decks": ("06-pattern.yaml", "no build reads a chapter outside of a deck's folder"),
    "under another ending": ("small/06-pattern.txt", ENDING),
}


@pytest.mark.parametrize(("path", "message"), MOVED.values(), ids=MOVED)
def test_it_tells_how_many_released_entries_went_astray(path: str, message: str, project: Project) -> None:
    project.entries(FORMULA.replace("formula", "another"), "05-first.yaml")
    project.build(1_790_000_000)
    moved = project.root / "decks" / path
    moved.parent.mkdir(exist_ok=True)
    (project.root / "decks/small/06-pattern.yaml").rename(moved)
    (_, _, _, said, _) = found(project)[0]
    assert said == f"{message}: its 1 released entry would be withdrawn"


def test_links_are_passed_over(project: Project, tmp_path_factory: pytest.TempPathFactory) -> None:
    elsewhere = tmp_path_factory.mktemp("elsewhere")
    (elsewhere / "07.yaml").write_text(LATER, "utf-8")
    (project.root / "decks/small/part").symlink_to(elsewhere)
    (project.root / "decks/small/07.txt").symlink_to(elsewhere / "07.yaml")
    assert found(project) == []


def test_a_file_that_may_not_be_read_is_passed_over(project: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    project.write("decks/small/07.txt", LATER)

    def refused(*_: object, **__: object) -> None:
        raise PermissionError

    with monkeypatch.context() as patched:
        patched.setattr(Path, "open", refused)
        assert [*strays(project.root, (project.root / "decks/small",), ())] == []


TWO = HEAD + FORMULA + FORMULA.replace("formula", "another").replace("The state", "A state")
COPIES = {
    "the same file": ("06-pattern (copy).yaml", TWO, "06-pattern (copy).yaml", "2 of its 2 entries"),
    "the same file, under another number": ("16-pattern.yaml", TWO, "16-pattern.yaml", "2 of its 2 entries"),
    "a copy with an entry more": (
        "06-pattern 2.yaml",
        TWO + FORMULA.replace("formula", "third"),
        "06-pattern 2.yaml",
        "2 of its 3 entries",
    ),
    "a copy whose words have changed": (
        "06-pattern-old.yaml",
        TWO.replace("swelled", "grew"),
        "06-pattern-old.yaml",
        "2 of its 2 entries",
    ),
}


@pytest.mark.parametrize(("name", "content", "at", "how_many"), COPIES.values(), ids=COPIES)
def test_a_copy_of_a_chapter_is_found_once(name: str, content: str, at: str, how_many: str, project: Project) -> None:
    project.write("decks/small/06-pattern.yaml", TWO)
    project.write(f"decks/small/{name}", content)
    assert found(project) == [
        (
            f"small/{at}",
            "copied-file",
            "error",
            f"{how_many} have the same ids as entries of 06-pattern.yaml",
            "delete this file if it is a copy; otherwise delete these entries from one of the two",
        )
    ]


def test_a_file_that_repeats_few_ids_is_told_entry_by_entry(project: Project) -> None:
    project.write("decks/small/06-pattern.yaml", TWO)
    project.entries(FORMULA + FORMULA.replace("formula", "third"), "07-more.yaml")
    assert {rule for _, rule, *_ in found(project)} == {"same-id"}


def test_a_folder_in_decks_without_a_deck_is_told_with_both_ways_out(project: Project) -> None:
    project.write("decks/images/map.png", b"")
    assert found(project)[0] == (
        "images/deck.yaml",
        "missing-file",
        "error",
        "this file is missing",
        "write it, or move its folder out of decks/; `flashgen new NAME` makes a whole deck",
    )


def test_a_chapter_among_the_sources_is_told_and_a_source_is_not(project: Project) -> None:
    project.entries(FORMULA.replace("formula", "another"), "05-first.yaml")
    project.build(1_790_000_000)
    (project.root / "decks/small/06-pattern.yaml").rename(project.root / "source/06-pattern.yaml")
    (problem,) = project.read()[1]
    assert (problem.place.path, problem.rule) == ("source/06-pattern.yaml", "stray-file")
    assert problem.message == "no build reads a chapter in source/: its 1 released entry would be withdrawn"
    assert problem.hint == "move it into the folder of its deck, or out of source/"
