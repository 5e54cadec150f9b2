"""`flashgen source prints`, as typed, and what `check` makes of the prints."""

import json
import re
from pathlib import Path

import pytest

from flashgen.load.pages import prints_of
from flashgen.load.printsfile import written
from flashgen.model.prints import RATES
from tests.conftest import TEXTS, Project, Run

ASK = "  - {id: x, ask: Who said so?, answer: Kliuchevsky, page: 96}\n"
LONG = '  - {id: x, ask: Who said "the state swelled up the people"?, answer: a historian, page: 96}\n'


def file(project: Project) -> Path:
    """Return the file of the prints."""
    return project.root / "source/tucker-1999.prints"


def made(project: Project, run: Run) -> str:
    """Make prints, and return what was said."""
    done = run("source", "prints", "tucker-1999", "--text", project.texts(), "-C", project.root)
    assert (done.code, done.err) == (0, "")
    return done.out


def with_fixed_salt(project: Project) -> None:
    """Put prints into a project whose numbers are those of every run of the tests."""
    prints = prints_of(project.texts(), project.deck().source, bytes(range(16)), RATES)
    file(project).write_bytes(written(prints))


def test_it_says_what_it_has_written_and_which_pages_the_text_lacks(project: Project, run: Run) -> None:
    said = made(project, run)
    assert re.search(r"tucker-1999.prints: 3 pages, without p. 89, 90, 91, 92, 93, 94, 95, \d kB\n$", said)
    assert len(file(project).read_bytes().splitlines()) == 4


def test_of_a_whole_text_it_says_how_many_pages_there_are(project: Project, run: Run) -> None:
    for page in range(89, 96):
        project.write(f"texts/p{page:03}.txt", f"Page {page}.")
    assert re.search(r"tucker-1999.prints: 10 pages, \d kB\n$", made(project, run))


def test_one_page_is_one_page(project: Project, run: Run) -> None:
    project.write("one/98.txt", TEXTS[98])
    done = run("source", "prints", "tucker-1999", "--text", project.root / "one", "-C", project.root)
    assert "tucker-1999.prints: 1 page, without" in done.out


def test_quiet_says_nothing(project: Project, run: Run) -> None:
    done = run("source", "prints", "tucker-1999", "--text", project.texts(), "-q", "-C", project.root)
    assert (done.code, done.out) == (0, "")


def test_a_second_run_changes_only_the_lines_of_pages_that_changed(project: Project, run: Run) -> None:
    made(project, run)
    first = file(project).read_bytes()
    made(project, run)
    assert file(project).read_bytes() == first
    project.write("new/p096.txt", TEXTS[96])
    project.write("new/p097.txt", TEXTS[97])
    project.write("new/p098.txt", TEXTS[98].replace("lean", "fat"))
    run("source", "prints", "tucker-1999", "--text", project.root / "new", "-C", project.root)
    rows = zip(first.splitlines(), file(project).read_bytes().splitlines(), strict=True)
    assert [old == new for old, new in rows] == [True, True, True, False]


def test_new_prints_have_a_salt_of_their_own(project: Project, run: Run) -> None:
    salts = set()
    for _ in range(2):
        made(project, run)
        salts.add(json.loads(file(project).read_bytes().splitlines()[0])["salt"])
        file(project).unlink()
    assert len(salts) == 2


@pytest.mark.parametrize("content", [b"", b"\xff", b"<<<<<<< HEAD\n"])
def test_prints_that_are_broken_are_made_anew(project: Project, run: Run, content: bytes) -> None:
    file(project).write_bytes(content)
    made(project, run)
    assert run("check", "-C", project.root).code == 0


def test_prints_of_which_a_page_is_broken_keep_their_salt(project: Project, run: Run) -> None:
    made(project, run)
    whole = file(project).read_bytes()
    file(project).write_bytes(whole[:-30])
    made(project, run)
    assert file(project).read_bytes() == whole


def test_prints_of_a_newer_flashgen_are_left_alone(project: Project, run: Run) -> None:
    file(project).write_text('{"flashgen prints": 2}\n')
    done = run("source", "prints", "tucker-1999", "--text", project.texts(), "-C", project.root)
    assert (done.code, "[newer-prints]" in done.err) == (1, True)
    assert file(project).read_text() == '{"flashgen prints": 2}\n'


def test_a_source_that_is_not_there_is_wrong_usage(project: Project, run: Run) -> None:
    done = run("source", "prints", "tucker-1998", "--text", project.texts(), "-C", project.root)
    said = 'flashgen: no source "tucker-1998" in source/: did you mean "tucker-1999"?\n'
    assert (done.code, done.err) == (2, said)


def test_a_project_without_sources_has_none_to_mean(project: Project, run: Run) -> None:
    (project.root / "source/tucker-1999.yaml").unlink()
    (project.root / "source").rmdir()
    done = run("source", "prints", "x", "--text", project.texts(), "-C", project.root)
    assert (done.code, done.err) == (2, 'flashgen: no source "x" in source/: there is none\n')


@pytest.mark.parametrize("yaml", ["", "label: x\n"])
def test_a_broken_source_is_the_authors_problem(project: Project, run: Run, yaml: str) -> None:
    project.write("source/tucker-1999.yaml", yaml)
    done = run("source", "prints", "tucker-1999", "--text", project.texts(), "-C", project.root)
    assert (done.code, "source/tucker-1999.yaml:1:1" in done.err) == (1, True)
    assert not file(project).exists()


def test_without_a_text_it_is_wrong_usage(project: Project, run: Run) -> None:
    assert run("source", "prints", "tucker-1999", "-C", project.root).code == 2


def test_check_looks_words_up_by_the_prints_and_tells_where_they_probably_stand(project: Project, run: Run) -> None:
    project.entries(ASK)
    assert run("check", "-C", project.root).code == 0
    with_fixed_salt(project)
    done = run("check", "-C", project.root)
    assert (done.code, '"Kliuchevsky" does not stand on p. 96 [not-on-page]' in done.err) == (1, True)
    assert "probably found on p. 98: cite that page" in done.err


def test_where_a_longer_run_stands_is_sure(project: Project, run: Run) -> None:
    project.entries(LONG)
    with_fixed_salt(project)
    assert "    found on p. 98: cite that page" in run("check", "-C", project.root).err


def test_a_text_decides_whatever_the_prints_say(project: Project, run: Run) -> None:
    project.entries(ASK)
    with_fixed_salt(project)
    project.write("own/p096.txt", "Kliuchevsky stands here.")
    assert run("check", "--text", project.root / "own", "-C", project.root).code == 0


def test_a_build_does_not_look_at_the_prints(project: Project, run: Run) -> None:
    project.entries(ASK)
    file(project).write_bytes(b"broken")
    assert run("build", "-C", project.root).code == 0
    assert "[broken-prints]" in run("check", "-C", project.root).err


def test_an_allow_is_not_needless_because_prints_find_nothing(project: Project, run: Run) -> None:
    project.entries("  # flashgen: allow not-on-page -- a slip of the print\n" + ASK.replace("96", "98"))
    with_fixed_salt(project)
    assert "needless-allow" not in run("check", "-C", project.root).err
    assert "needless-allow" in run("check", "--text", project.texts(), "-C", project.root).err


def test_an_allow_lets_stand_what_is_found_by_prints(project: Project, run: Run) -> None:
    project.entries("  # flashgen: allow not-on-page -- a slip of the print\n" + ASK)
    with_fixed_salt(project)
    assert run("check", "-C", project.root).code == 0
