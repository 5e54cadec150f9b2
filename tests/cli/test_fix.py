"""`flashgen check --fix` and `--diff`, as typed."""

import os
import subprocess
from errno import ENOSPC

import pytest

from tests.conftest import DECK, FORMULA, HEAD, Project, Run

ENTRIES = "  - ask: Who said so?\n    answer: Kliuchevsky\n    page: 98-97  # both\n"
MENDED = "  - id: who-said-so\n    ask: Who said so?\n    answer: Kliuchevsky\n    page: 97-98  # both\n"
CHAPTER = "decks/small/06-pattern.yaml"


def content(project: Project) -> dict[str, bytes]:
    """Return all files of a project but those of the tool itself."""
    return {
        str(path.relative_to(project.root)): path.read_bytes()
        for path in sorted(project.root.rglob("*"))
        if path.is_file() and ".flashgen" not in path.parts
    }


def test_fix_says_what_it_did_in_each_file_and_then_what_is_left(project: Project, run: Run) -> None:
    project.entries(ENTRIES + "  - {id: X, ask: a, answer: b, page: 98}\n")
    done = run("check", "--fix", "-C", project.root)
    said = done.err.splitlines()
    assert done.code == 1
    assert said[0] == f"{os.path.relpath(project.root / CHAPTER)}: 1 id minted, 1 range turned round"
    assert said[1] == 'error[bad-id]: the id "X" is malformed'
    assert (project.root / CHAPTER).read_text("utf-8") == HEAD + MENDED + "  - {id: X, ask: a, answer: b, page: 98}\n"


def test_a_second_fix_changes_nothing_and_prints_nothing(project: Project, run: Run) -> None:
    project.entries(ENTRIES)
    run("check", "--fix", "-C", project.root)
    before = content(project)
    done = run("check", "--fix", "-C", project.root)
    assert (done.code, done.out, done.err) == (0, "1 entry in 1 deck: no findings\n", "")
    assert content(project) == before


def test_diff_shows_the_lines_that_would_change_and_changes_nothing(project: Project, run: Run) -> None:
    project.entries(ENTRIES)
    before = content(project)
    done = run("check", "--diff", "-C", project.root)
    assert (done.code, content(project)) == (1, before)
    assert done.out == (
        f"--- a/{CHAPTER}\n+++ b/{CHAPTER}\n@@ -1,6 +1,7 @@\n chapter: VI\n title: The older pattern\n entries:\n"
        "-  - ask: Who said so?\n+  - id: who-said-so\n+    ask: Who said so?\n     answer: Kliuchevsky\n"
        "-    page: 98-97  # both\n+    page: 97-98  # both\n"
    )


def test_without_anything_to_fix_diff_shows_nothing(project: Project, run: Run) -> None:
    done = run("check", "--diff", "-C", project.root)
    assert (done.code, done.out, done.err) == (0, "", "")


@pytest.mark.parametrize("line_end", ["\n", "\r\n"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
@pytest.mark.parametrize("last", ["", "\n"])
def test_a_diff_that_git_applies_gives_what_fix_gives(
    line_end: str, mark: str, last: str, project: Project, run: Run
) -> None:
    written = HEAD + ENTRIES.replace("  # both\n", last)
    project.write(CHAPTER, (mark + written).replace("\n", line_end))
    project.write("decks/small/deck.yaml", DECK.replace("ru\n", "ru \n"))
    before = content(project)
    diff = run("check", "--diff", "-C", project.root).out
    subprocess.run(["git", "apply", "--whitespace=nowarn"], cwd=project.root, input=diff.encode(), check=True)
    applied = content(project)
    for name, old in before.items():
        project.write(name, old)
    run("check", "--fix", "-C", project.root)
    assert content(project) == applied
    assert applied != before


@pytest.mark.parametrize("written", [1, 2, 3])
def test_either_all_files_are_fixed_or_none(
    written: int, project: Project, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    project.entries(ENTRIES)
    project.write("decks/small/deck.yaml", DECK.replace("ru\n", "ru \n"))
    before, left = content(project), iter(range(written - 1))

    def full(_: int) -> None:
        if next(left, None) is None:
            raise OSError(ENOSPC, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    done = run("check", "--fix", "-C", project.root)
    assert (done.code, content(project)) == (3, before)
    assert "No space left on device" in done.told


def test_only_the_named_decks_are_fixed(project: Project, run: Run) -> None:
    project.entries(ENTRIES)
    project.write("decks/twin/deck.yaml", DECK.replace("0b8e", "1b8e").replace("Small", "Twin"))
    project.write("decks/twin/06-pattern.yaml", HEAD + FORMULA)
    assert run("check", "twin", "--diff", "-C", project.root).out == ""


def test_a_deck_that_does_not_exist_is_wrong_usage(project: Project, run: Run) -> None:
    assert run("check", "biggest", "--fix", "-C", project.root).code == 2
