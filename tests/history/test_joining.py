"""Two branches that both released, and what learners of each have once they are merged."""

import subprocess
from contextlib import suppress

import pytest

from tests.conftest import FORMULA, Project, Run
from tests.history.conftest import ADDED, INSTEAD, LOCK, OTHER, TIME, Git, build, numbers, released

BOTH = ADDED.replace("{{grew lean}}", "{{grew lean}} under {{its weight}}")
ORDERS = [("main", "branch"), ("branch", "main")]


def part(project: Project, run: Run, git: Git, ours: str, theirs: str) -> None:
    """Release some entries on each of two branches."""
    git("checkout", "-q", "-b", "branch")
    released(project, run, git, theirs)
    git("checkout", "-q", "main")
    (project.root / "dist/small.apkg").rename(project.root / "branch.apkg")
    released(project, run, git, ours)


def merge(project: Project, git: Git, order: tuple[str, str], entries: str, *options: str) -> None:
    """Merge one branch into another, and write what the entries shall be."""
    (project.root / "dist/small.apkg").unlink(missing_ok=True)
    git("checkout", "-q", order[0])
    with suppress(subprocess.CalledProcessError):
        git("merge", "-q", *options, order[1])
    project.entries(entries)


@pytest.mark.parametrize("order", ORDERS)
@pytest.mark.parametrize("style", ["merge", "diff3"])
def test_what_each_branch_added_stays_with_its_time(
    order: tuple[str, str], style: str, project: Project, run: Run, git: Git
) -> None:
    git("config", "merge.conflictStyle", style)
    ours, theirs = OTHER.replace("who", "aaa"), OTHER.replace("who", "zzz")
    part(project, run, git, FORMULA + OTHER + ours, FORMULA + OTHER + theirs)
    merge(project, git, order, FORMULA + OTHER + ours + theirs)
    code, said = build(project, run)
    assert (code, "a conflict of a merge [broken-lock]" in said) == (1, True)
    assert "if two branches were merged here, run `flashgen build --merge` to join their releases" in said
    assert build(project, run, "--merge")[0] == 0
    lock = project.deck().lock
    assert [*lock.notes] == ["aaa", "formula", "who", "zzz"]
    assert (lock.notes["aaa"].time, lock.notes["zzz"].time) == (TIME + 120, TIME + 60)
    assert lock.number >= 3
    assert build(project, run)[0] == 0


@pytest.mark.parametrize("order", ORDERS)
def test_a_number_that_both_gave_to_facts_of_their_own_is_given_to_neither(
    order: tuple[str, str], project: Project, run: Run, git: Git
) -> None:
    part(project, run, git, ADDED + OTHER, INSTEAD + OTHER)
    merge(project, git, order, BOTH + OTHER)
    assert build(project, run, "--merge")[0] == 0
    assert numbers(project) == (
        "The state {{c1::swelled up}}; {{c4::the people}} {{c2::grew lean}} under {{c5::its weight}}.",
        [3],
    )
    project.entries(ADDED + OTHER)
    build(project, run)
    project.entries(BOTH.replace("The state", "The {{state}}") + OTHER)
    assert build(project, run)[0] == 0
    assert numbers(project)[0].count("c3::") == 0


@pytest.mark.parametrize("order", ORDERS)
def test_a_number_that_both_gave_to_the_same_words_stays(
    order: tuple[str, str], project: Project, run: Run, git: Git
) -> None:
    part(project, run, git, ADDED + OTHER, ADDED.replace("lean}}", "lean}} now") + OTHER)
    merge(project, git, order, ADDED + OTHER)
    assert build(project, run, "--merge")[0] == 0
    assert numbers(project) == ("The state {{c1::swelled up}}; {{c3::the people}} {{c2::grew lean}}.", [])


@pytest.mark.parametrize("order", ORDERS)
def test_a_number_that_only_one_branch_gave_stays_with_its_fact(
    order: tuple[str, str], project: Project, run: Run, git: Git
) -> None:
    reworded = FORMULA.replace("swelled up", "swelled hugely")
    part(project, run, git, ADDED + OTHER, reworded + OTHER)
    merge(project, git, order, ADDED.replace("swelled up", "swelled hugely") + OTHER)
    assert build(project, run, "--merge")[0] == 0
    assert numbers(project) == ("The state {{c1::swelled hugely}}; {{c3::the people}} {{c2::grew lean}}.", [])


@pytest.mark.parametrize("order", ORDERS)
def test_of_two_answers_learners_of_both_branches_get_the_one_that_is_kept(
    order: tuple[str, str], project: Project, run: Run, git: Git
) -> None:
    part(project, run, git, FORMULA + OTHER.replace("Kl", "V. Kl"), FORMULA + OTHER.replace("Kl", "O. Kl"))
    merge(project, git, order, FORMULA + OTHER.replace("Kl", "V. O. Kl"))
    assert build(project, run, "--merge")[0] == 0
    assert project.deck().lock.notes["who"].time == TIME + 180


@pytest.mark.parametrize("order", ORDERS)
@pytest.mark.parametrize("kept", ["V. Kl", "O. Kl"])
def test_of_two_answers_of_one_time_the_one_that_is_kept_gets_a_later_one(
    kept: str, order: tuple[str, str], project: Project, run: Run, git: Git, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("flashgen.cli.packages.clock", lambda newest: newest + 60)
    part(project, run, git, FORMULA + OTHER.replace("Kl", "V. Kl"), FORMULA + OTHER.replace("Kl", "O. Kl"))
    merge(project, git, order, FORMULA + OTHER.replace("Kl", kept))
    assert build(project, run, "--merge")[0] == 0
    assert project.deck().lock.notes["who"].time == TIME + 120


@pytest.mark.parametrize("order", ORDERS)
def test_looks_of_one_time_get_a_later_one(
    order: tuple[str, str], project: Project, run: Run, git: Git, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("flashgen.cli.packages.clock", lambda newest: newest + 60)
    source = (project.root / "source/tucker-1999.yaml").read_text("utf-8")
    git("checkout", "-q", "-b", "branch")
    project.write("source/tucker-1999.yaml", source.replace("of 98 says", "98 tells").replace("page 97 says", "is"))
    released(project, run, git, FORMULA + OTHER)
    git("checkout", "-q", "main")
    (project.root / "dist/small.apkg").unlink()
    project.write("source/tucker-1999.yaml", source.replace("page 97 says", "was"))
    released(project, run, git, FORMULA + OTHER)
    merge(project, git, order, FORMULA + OTHER)
    project.write("source/tucker-1999.yaml", source.replace("page 97 says", "was"))
    assert build(project, run, "--merge")[0] == 0
    assert {type.time for type in project.deck().lock.types.values()} == {TIME + 120}


@pytest.mark.parametrize("order", ORDERS)
def test_an_id_that_both_gave_to_facts_of_their_own_is_withdrawn_and_each_fact_gets_a_new_one(
    order: tuple[str, str], project: Project, run: Run, git: Git
) -> None:
    ours = OTHER.replace("id: who", "id: peter").replace("Kl", "V. Kl")
    theirs = OTHER.replace("id: who", "id: peter").replace("Who wrote it", "Who reigned")
    part(project, run, git, FORMULA + OTHER + ours, FORMULA + OTHER + theirs)
    merge(project, git, order, FORMULA + OTHER + ours + theirs.replace("peter", "peter-i"))
    code, said = build(project, run, "--merge")
    assert code == 1
    assert 'two branches released "peter", for two different facts [reused-id]' in said
    assert "give each of them an unused id: learners of both branches have cards with this one" in said
    renamed = FORMULA + OTHER + ours.replace("peter", "author") + theirs.replace("peter", "peter-i")
    project.entries(renamed)
    assert build(project, run, "--merge")[0] == 0
    assert project.deck().lock.notes["peter"].withdrawn
    project.entries(renamed + ours)
    assert [problem.split()[1] for problem in project.problems()] == ["reused-id"]


@pytest.mark.parametrize("order", ORDERS)
def test_an_id_that_both_gave_to_one_fact_stays(order: tuple[str, str], project: Project, run: Run, git: Git) -> None:
    ours = OTHER.replace("id: who", "id: peter")
    part(project, run, git, FORMULA + OTHER + ours, FORMULA + OTHER + ours.replace("page", "hint: a man\n    page"))
    merge(project, git, order, FORMULA + OTHER + ours)
    assert build(project, run, "--merge")[0] == 0
    assert project.problems() == []


@pytest.mark.parametrize("order", ORDERS)
def test_an_id_of_two_kinds_is_given_to_neither(order: tuple[str, str], project: Project, run: Run, git: Git) -> None:
    cloze = FORMULA.replace("id: formula", "id: who-else")
    part(project, run, git, FORMULA + OTHER + cloze, FORMULA + OTHER + OTHER.replace("id: who", "id: who-else"))
    merge(project, git, order, FORMULA + OTHER + cloze)
    code, said = build(project, run, "--merge")
    assert (code, 'two branches released "who-else"' in said) == (1, True)


@pytest.mark.parametrize("order", ORDERS)
@pytest.mark.parametrize("first", ["renamed", "edited"])
def test_an_entry_that_one_branch_renamed_and_the_other_edited_is_one_note(
    first: str, order: tuple[str, str], project: Project, run: Run, git: Git
) -> None:
    renamed, edited = OTHER.replace("id: who", "id: author\n    was: who"), OTHER.replace("Kl", "V. Kl")
    both = renamed.replace("Kl", "V. Kl")
    sides = (renamed, edited) if first == "edited" else (edited, renamed)
    part(project, run, git, *[FORMULA + side for side in sides])
    merge(project, git, order, FORMULA + both)
    assert build(project, run, "--merge")[0] == 0
    assert [*project.deck().lock.notes] == ["author", "formula"]


@pytest.mark.parametrize("order", ORDERS)
def test_an_id_that_one_branch_renamed_to_and_the_other_gave_anew_stays_with_the_renamed(
    order: tuple[str, str], project: Project, run: Run, git: Git
) -> None:
    renamed = OTHER.replace("id: who", "id: author\n    was: who")
    new = OTHER.replace("id: who", "id: author").replace("wrote", "said")
    part(project, run, git, FORMULA + renamed, FORMULA + OTHER + new)
    merge(project, git, order, FORMULA + renamed + new.replace("author", "speaker"))
    assert build(project, run, "--merge")[0] == 0
    notes = project.deck().lock.notes
    assert ([*notes], notes["author"].withdrawn, notes["author-2"].withdrawn) == (
        ["author", "author-2", "formula", "speaker"],
        False,
        True,
    )


def test_a_merge_driver_that_keeps_all_lines_is_joined_too(project: Project, run: Run, git: Git) -> None:
    project.write(".gitattributes", "deck.lock merge=union\n")
    git("add", ".gitattributes")
    git("commit", "-q", "-m", "Union")
    part(project, run, git, ADDED + OTHER, INSTEAD + OTHER)
    merge(project, git, ORDERS[0], BOTH + OTHER)
    code, said = build(project, run)
    assert (code, "the first line of a lock is repeated here" in said, "build --merge" in said) == (1, True, True)
    assert build(project, run, "--merge")[0] == 0
    assert numbers(project)[1] == [3]


@pytest.mark.parametrize("known_by", ["tag", "package"])
@pytest.mark.parametrize("order", ORDERS)
@pytest.mark.parametrize("side", ["ours", "theirs"])
def test_a_merge_that_drops_the_lock_of_one_side_is_noticed_by_a_tag_or_a_package_of_it(
    side: str, order: tuple[str, str], known_by: str, project: Project, run: Run, git: Git
) -> None:
    part(project, run, git, ADDED + OTHER, INSTEAD + OTHER)
    dropped = order[1] if side == "ours" else order[0]
    git("tag", "small-r2", dropped)
    package = (project.root / {"main": "dist/small.apkg", "branch": "branch.apkg"}[dropped]).read_bytes()
    merge(project, git, order, BOTH + OTHER, "-X", side)
    release = "small-r2"
    if known_by == "package":
        git("tag", "-d", "small-r2")
        release = str(project.write("dist/small.apkg", package))
    code, said = build(project, run)
    assert (code, "is release 2 of the deck" in said) == (2, True)
    assert build(project, run, "--adopt", release)[0] == 0
    assert numbers(project) == (
        "The state {{c1::swelled up}}; {{c4::the people}} {{c2::grew lean}} under {{c5::its weight}}.",
        [3],
    )


def test_lines_that_are_lost_in_a_merge_are_not_joined(project: Project, run: Run, git: Git) -> None:
    part(project, run, git, ADDED + OTHER, INSTEAD + OTHER)
    merge(project, git, ORDERS[0], BOTH + OTHER)
    marked = project.lock().splitlines(keepends=True)
    project.write(LOCK, "".join(marked[:-1]))
    code, said = build(project, run, "--merge")
    assert (code, "one side of this merge had 2 notes, but this file has 1" in said) == (1, True)
    project.write(LOCK, "".join([line for line in marked if "flashgen lock" not in line]))
    assert build(project, run, "--merge")[0] == 1
    for old, new, found in (
        ("Kliuchevsky", "Miliukov", 'the line of "who" was changed by hand or damaged'),
        ('"looks":"', '"looks":"0', 'the line of "Cloze" was changed by hand or damaged'),
        ('"releases":{', '"releases":{"x":0,', "this line needs the values flashgen lock, uid, name, notes"),
    ):
        project.write(LOCK, "".join(marked).replace(old, new))
        assert found in build(project, run, "--merge")[1]


def test_merge_changes_nothing_where_nothing_was_merged(project: Project, run: Run, git: Git) -> None:
    before = project.lock()
    assert build(project, run, "--merge")[0] == 0
    assert project.lock() == before
