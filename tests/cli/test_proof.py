"""`flashgen check --text` and `--proved`, as typed."""

import json
import os
from pathlib import Path

import pytest

from flashgen.emit.report.findings import FORMATS
from tests.conftest import DECK, HEAD, SOURCE, Project, Run

ENTRY = "  - {id: author, ask: Who wrote the formula?, answer: Kliuchevsky, page: 98}\n"
OTHER = "  - {id: maker, ask: Who built the war industry?, answer: Peter, page: 97}\n"
WRONG = ENTRY.replace("98", "96")


@pytest.fixture
def small(project: Project) -> Project:
    """Return a project with two entries."""
    project.entries(ENTRY + OTHER)
    return project


def proof(project: Project) -> Path:
    """Return the file of the proof."""
    return project.root / "decks/small/deck.proof"


def test_a_written_proof_is_reported_once(small: Project, run: Run) -> None:
    done = run("check", "--text", small.texts(), "-C", small.root)
    assert (done.code, done.err) == (0, "")
    said = f"{os.path.relpath(proof(small))}: 2 entries compared with the text\n"
    assert done.out == f"2 entries in 1 deck: no findings\n{said}"
    again = run("check", "--text", small.texts(), "-C", small.root)
    assert (again.code, again.out) == (0, "2 entries in 1 deck: no findings\n")


def test_one_entry_is_counted_in_the_singular(small: Project, run: Run) -> None:
    small.entries(ENTRY)
    assert "1 entry compared with" in run("check", "--text", small.texts(), "-C", small.root).out


def test_each_new_proof_gets_its_own_salt_and_keeps_it(small: Project, run: Run) -> None:
    heads = []
    for entries in (ENTRY, ENTRY + OTHER):
        small.entries(entries)
        run("check", "--text", small.texts(), "-C", small.root)
        heads.append(proof(small).read_text().splitlines()[0])
    proof(small).unlink()
    run("check", "--text", small.texts(), "-C", small.root)
    heads.append(proof(small).read_text().splitlines()[0])
    assert heads[0] == heads[1] != heads[2]


@pytest.mark.parametrize("form", FORMATS)
def test_formats_for_machines_prove_too_and_have_nothing_else_on_standard_output(
    form: str, small: Project, run: Run
) -> None:
    done = run("check", "--text", small.texts(), "--format", form, "-C", small.root)
    assert (done.code, done.err, "entries compared" in done.out) == (0, "", False)
    assert len(proof(small).read_bytes().splitlines()) == 3


def test_quiet_proves_and_prints_nothing(small: Project, run: Run) -> None:
    assert run("check", "-q", "--text", small.texts(), "-C", small.root).out == ""
    assert proof(small).exists()


def test_an_error_keeps_no_other_entry_from_being_proved(small: Project, run: Run) -> None:
    small.entries(WRONG + OTHER)
    done = run("check", "--text", small.texts(), "-C", small.root)
    assert (done.code, "[not-on-page]" in done.told) == (1, True)
    assert "author" not in proof(small).read_text()
    assert "maker" in proof(small).read_text()


def test_entries_with_findings_in_the_baseline_are_not_proved(small: Project, run: Run) -> None:
    small.entries(WRONG + OTHER)
    old = small.write("old.json", run("check", "--text", small.texts(), "--format", "json", "-C", small.root).out)
    done = run("check", "--text", small.texts(), "--baseline", old, "-C", small.root)
    assert done.code == 0
    assert "author" not in proof(small).read_text()


def test_unproved_entries_can_be_in_a_baseline(small: Project, run: Run) -> None:
    old = small.write("old.json", run("check", "--proved", "--format", "json", "-C", small.root).out)
    assert run("check", "--proved", "--baseline", old, "-C", small.root).code == 0
    small.entries(ENTRY + OTHER.replace("maker", "builder"))
    assert run("check", "--proved", "--baseline", old, "-C", small.root).code == 1


def test_a_change_is_a_note_and_fails_only_with_proved(small: Project, run: Run) -> None:
    run("check", "--text", small.texts(), "-C", small.root)
    assert run("check", "--proved", "-C", small.root).code == 0
    small.entries(ENTRY.replace("98", "97-98") + OTHER)
    done = run("check", "-C", small.root)
    assert (done.code, done.out) == (0, "2 entries in 1 deck: no findings; 1 note not shown (use --notes)\n")
    assert run("check", "--strict", "-C", small.root).code == 0
    shown = run("check", "--notes", "-C", small.root).told
    assert 'note: the entry "author" changed since it was compared with the text [unproved]' in shown
    proved = run("check", "--proved", "-q", "-C", small.root)
    assert proved.code == 1
    assert 'error: the entry "author" changed since it was compared with the text [unproved]' in proved.told
    assert proved.told.endswith(": run flashgen check --text PATH with your copy\n1 error\n")


@pytest.mark.parametrize("form", ["text", *FORMATS])
def test_a_deck_that_was_never_compared_fails_with_proved(form: str, small: Project, run: Run) -> None:
    assert run("check", "--format", form, "-C", small.root).code == 0
    assert run("check", "--proved", "--format", form, "-C", small.root).code == 1
    assert not proof(small).exists()


def test_a_run_that_proves_everything_passes_with_proved(small: Project, run: Run) -> None:
    assert run("check", "--proved", "--text", small.texts(), "-C", small.root).code == 0


def test_a_copy_without_some_pages_is_a_warning_and_fails_with_strict(small: Project, run: Run) -> None:
    text = small.write("part/p098.txt", "Kliuchevsky wrote it.").parent
    done = run("check", "--text", text, "-C", small.root)
    said = "1 entry could not be compared with the text: the copy lacks p. 97 [missing-pages]"
    assert (done.code, f"warning: {said}" in done.told) == (0, True)
    assert run("check", "--text", text, "--strict", "-C", small.root).code == 1
    assert run("check", "--text", text, "--proved", "-C", small.root).code == 1
    found = json.loads(run("check", "--text", text, "--format", "json", "-C", small.root).out)["findings"]
    assert [one["source"] for one in found if one["rule"] == "missing-pages"] == ["source: tucker-1999"]


def test_a_deck_may_allow_that_its_copy_lacks_pages(small: Project, run: Run) -> None:
    small.write("decks/small/deck.yaml", f"{DECK}allow:\n  missing-pages: the copy has only the last chapter\n")
    text = small.write("part/p098.txt", "Kliuchevsky wrote it.").parent
    assert run("check", "--text", text, "--strict", "-C", small.root).code == 0
    assert run("check", "--strict", "-C", small.root).code == 0


def test_decks_about_two_sources_are_not_compared_with_one_text(small: Project, run: Run) -> None:
    small.write("source/cohen-1973.yaml", SOURCE)
    small.write(
        "decks/other/deck.yaml",
        DECK.replace("Small", "Other").replace("0b8e", "1b8e").replace("tucker", "cohen").replace("1999", "1973"),
    )
    small.write("decks/other/07-other.yaml", HEAD + ENTRY)
    text = small.texts()
    done = run("check", "--text", text, "-C", small.root)
    said = f"{text} is a copy of one source, but these decks are about cohen-1973 and tucker-1999"
    cure = f"write --text cohen-1973={text}, or name only decks about one of them"
    assert (done.code, done.told) == (2, f"error: {said}: {cure}\n")
    assert run("check", "small", "--text", text, "-C", small.root).code == 0
    assert run("check", "--proved", "small", "-C", small.root).code == 0
    assert run("check", "--proved", "-C", small.root).code == 1


def test_a_build_does_not_look_at_the_proof(small: Project, run: Run) -> None:
    proof(small).write_bytes(b"broken")
    assert run("build", "-C", small.root).code == 0
    assert "[broken-proof]" in run("check", "-C", small.root).told


def test_a_broken_proof_is_rewritten_as_its_hint_says(small: Project, run: Run) -> None:
    proof(small).write_bytes(b"<<<<<<< HEAD\n")
    assert "run flashgen check --text PATH again: it rewrites the file" in run("check", "-C", small.root).told
    assert run("check", "--text", small.texts(), "-C", small.root).code == 0
    assert run("check", "--proved", "-C", small.root).code == 0


def test_fixes_come_first_and_are_proved(small: Project, run: Run) -> None:
    small.entries(ENTRY + OTHER.replace("page: 97", "page: 97-96"))
    assert run("check", "--fix", "--text", small.texts(), "-C", small.root).code == 0
    assert run("check", "--proved", "-C", small.root).code == 0


def test_diff_proves_nothing(small: Project, run: Run) -> None:
    run("check", "--diff", "--text", small.texts(), "-C", small.root)
    assert not proof(small).exists()


def test_a_folder_in_the_place_of_the_proof_is_a_finding_and_nothing_is_written(small: Project, run: Run) -> None:
    proof(small).mkdir()
    done = run("check", "-q", "--text", small.texts(), "-C", small.root)
    assert (done.code, "deck.proof:1:1: error: this is a folder, and must be a file" in done.told) == (1, True)
    assert proof(small).is_dir()


def test_a_read_only_project_is_checked_and_the_failure_is_one_sentence(
    small: Project, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    small.entries(WRONG + OTHER)
    text = small.texts()
    (small.root / ".flashgen").write_text("in the way of the folder")
    done = run("check", "-q", "--text", text, "-C", small.root)
    assert done.code == 3
    assert "[not-on-page]" in done.told
    assert "error: " in done.told.splitlines()[-1]
    assert "cannot be written: " in done.told
    assert not proof(small).exists()


def test_an_unchanged_proof_is_not_written(small: Project, run: Run) -> None:
    run("check", "--text", small.texts(), "-C", small.root)
    for path in (small.root / ".flashgen").iterdir():
        path.unlink()
    (small.root / ".flashgen").rmdir()
    (small.root / ".flashgen").write_text("in the way of the folder")
    assert run("check", "--text", small.texts(), "-C", small.root).code == 0
