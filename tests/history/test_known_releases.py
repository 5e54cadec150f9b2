"""Releases that were taken back, or that come from another branch: nobody is left with what they said."""

from collections.abc import Callable

import pytest

from tests.conftest import FORMULA, Project, Run
from tests.history.conftest import ADDED, INSTEAD, LOCK, OTHER, Git, build, numbers, package, released

TAKEN_BACK: dict[str, Callable[[Git], object]] = {
    "a revert": lambda git: git("revert", "--no-edit", "HEAD"),
    "a reset": lambda git: git("reset", "-q", "--hard", "HEAD~"),
    "an old branch": lambda git: git("checkout", "-q", "-b", "old", "HEAD~"),
    "an old file": lambda git: git("checkout", "HEAD~", "--", "decks"),
}


@pytest.mark.parametrize("took_back", TAKEN_BACK.values(), ids=TAKEN_BACK)
def test_a_release_that_was_taken_back_stops_the_build_until_it_is_adopted(
    took_back: Callable[[Git], object], project: Project, run: Run, git: Git
) -> None:
    released(project, run, git, ADDED + OTHER)
    later = project.deck().lock.newest
    took_back(git)
    code, said = build(project, run)
    assert code == 2
    assert "small.apkg is release 2 of the deck, which decks/small/deck.lock (release 1) does not record" in said
    planned = run("plan", "-C", project.root)
    assert (planned.code, planned.out, planned.told) == (2, "", said)
    assert run("plan", "--since", "HEAD", "-C", project.root).code == 0
    assert f"--adopt {package(project)}" not in said  # the path is as short as it can be
    assert build(project, run, "--adopt", str(package(project)))[0] == 0
    assert numbers(project) == ("The state {{c1::swelled up}}; the people {{c2::grew lean}}.", [3])
    lock = project.deck().lock
    assert lock.number == 3
    assert lock.notes["formula"].time > later
    assert build(project, run)[0] == 0


def test_an_entry_that_was_taken_back_with_its_release_is_withdrawn(project: Project, run: Run, git: Git) -> None:
    released(project, run, git, FORMULA + OTHER + OTHER.replace("id: who", "id: author"))
    git("revert", "--no-edit", "HEAD")
    assert build(project, run, "--adopt", str(package(project)))[0] == 0
    assert [note.id for note in project.deck().lock.notes.values() if note.withdrawn] == ["author"]


def test_a_number_that_was_taken_back_is_never_given_to_another_fact(project: Project, run: Run, git: Git) -> None:
    released(project, run, git, ADDED + OTHER)
    git("revert", "--no-edit", "HEAD")
    project.entries(INSTEAD + OTHER)
    assert build(project, run, "--adopt", str(package(project)))[0] == 0
    assert numbers(project) == (
        "The state {{c1::swelled up}}; the people {{c2::grew lean}} under {{c4::its weight}}.",
        [3],
    )


def test_a_tag_knows_of_a_release_where_no_package_is_left(project: Project, run: Run, git: Git) -> None:
    released(project, run, git, ADDED + OTHER)
    git("tag", "small-r2")
    git("revert", "--no-edit", "HEAD")
    for file in (project.root / "dist").iterdir():
        file.unlink()
    code, said = build(project, run)
    assert code == 2
    assert "small-r2 is release 2 of the deck" in said
    assert "add --adopt small-r2" in said
    assert build(project, run, "--adopt", "small-r2")[0] == 0
    assert numbers(project) == ("The state {{c1::swelled up}}; the people {{c2::grew lean}}.", [3])
    assert build(project, run)[0] == 0


@pytest.mark.parametrize("tag", ["small-r1", "small-2", "smaller-r9", "small-rc1", "v9"])
def test_tags_of_what_the_lock_knows_and_of_anything_else_stop_nothing(
    tag: str, project: Project, run: Run, git: Git
) -> None:
    git("tag", tag)
    released(project, run, git, ADDED + OTHER)
    assert build(project, run)[0] == 0


def test_a_tag_without_a_lock_tells_by_its_number(project: Project, run: Run, git: Git) -> None:
    git("rm", "-q", "--cached", LOCK)
    git("commit", "-q", "-m", "Without")
    git("tag", "small-r1")
    assert build(project, run)[0] == 0
    git("tag", "small-r7")
    code, said = build(project, run)
    assert (code, "small-r7 is release 7 of the deck" in said) == (2, True)
    code, said = build(project, run, "--adopt", "small-r7")
    assert (code, f"small-r7 is neither a package nor a revision: it has no {LOCK}" in said) == (3, True)


def test_a_tag_of_no_commit_tells_by_its_number(project: Project, run: Run, git: Git) -> None:
    git("tag", "small-r8", git("hash-object", "-w", "--", LOCK).strip())
    code, said = build(project, run)
    assert (code, "small-r8 is release 8" in said) == (2, True)


def test_a_lost_lock_is_taken_from_a_revision(project: Project, run: Run, git: Git) -> None:
    before = project.lock()
    (project.root / LOCK).unlink()
    assert build(project, run, "--adopt", "HEAD")[0] == 0
    assert project.lock() == before


def test_what_the_lock_knows_already_is_not_adopted(project: Project, run: Run, git: Git) -> None:
    released(project, run, git, ADDED + OTHER)
    before = project.lock()
    code, said = build(project, run, "--adopt", "HEAD~")
    assert (code, f"{LOCK} has releases that HEAD~ does not: name a newer package" in said) == (2, True)
    assert project.lock() == before


def test_an_older_package_does_not_mend_a_broken_lock(project: Project, run: Run, git: Git) -> None:
    old = project.write("old.apkg", package(project).read_bytes())
    released(project, run, git, ADDED + OTHER)
    project.write(LOCK, "".join(project.lock().splitlines(keepends=True)[:-1]))
    code, said = build(project, run, "--adopt", str(old))
    assert (code, "deck.lock has releases that" in said) == (2, True)
    assert build(project, run, "--adopt", str(package(project)))[0] == 0
    assert project.deck().lock.number == 2


@pytest.mark.parametrize("content", [b"", b"PK"])
def test_a_file_in_dist_that_is_no_package_of_the_deck_stops_nothing(
    content: bytes, project: Project, run: Run, git: Git
) -> None:
    project.write("dist/small-copy.apkg", content)
    assert build(project, run)[0] == 0


def test_a_newer_package_of_a_chapter_or_for_new_learners_counts_too(project: Project, run: Run, git: Git) -> None:
    project.entries(ADDED + OTHER)
    assert build(project, run, "--fresh", "--each-chapter")[0] == 0
    git("checkout", "-q", "--", "decks")
    package(project).unlink()
    code, said = build(project, run)
    assert (code, "is release 2 of the deck" in said) == (2, True)


@pytest.mark.parametrize("left", ["out/small.apkg", "dist/small.apkg"])
def test_packages_in_another_folder_count_as_well_as_those_in_dist(
    left: str, project: Project, run: Run, git: Git
) -> None:
    project.entries(ADDED + OTHER)
    assert build(project, run, "-o", str(project.root / "out"))[0] == 0
    git("checkout", "-q", "--", "decks")
    for file in {"out/small.apkg", "dist/small.apkg"} - {left}:
        (project.root / file).unlink()
    assert build(project, run, "-o", str(project.root / "out"))[0] == 2


def test_a_lost_lock_is_what_the_build_says_before_an_entry_that_was_another(project: Project, run: Run) -> None:
    assert run("build", "-C", project.root).code == 0
    (project.root / LOCK).unlink()
    project.entries(FORMULA.replace("id: formula", "id: words\n    was: formula"))
    done = run("build", "-C", project.root)
    assert done.code == 2
    assert "deck.lock is missing" in done.told
    assert "add --adopt" in done.told
    assert run("plan", "-C", project.root).err == done.err
    assert (
        f"if {LOCK} was lost, restore it, or rebuild it with `flashgen build --adopt`; otherwise delete was:"
        in run("check", "-C", project.root).told
    )
