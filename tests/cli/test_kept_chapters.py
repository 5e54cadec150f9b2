"""Chapters that have not changed are not read again, and a build makes of them what it would if it read them."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

import flashgen.load.folder
from tests.cli.test_unchanged import said
from tests.conftest import DECK, FORMULA, SOURCE, Outcome, Project, Run
from tests.emit.paper.made import png

TIME = 1_500_000_000
FIRST = "chapter: V\ntitle: The first factor\nentries:\n"
LAST = "chapter: VI\ntitle: The older *pattern*\nentries:\n"
ASK = "  - id: who\n    ask: Who wrote it?\n    answer: Kliuchevsky\n    page: [90, 92-94]\n    tier: core\n"
TERM = "  - id: term\n    term: dubina\n    script: дубина\n    means: cudgel\n    page: 91\n"
PAIR = "  - id: pair\n    pair: [serf, kolkhoznik]\n    relation: parallel\n    because: bound\n    page: 98\n"
GONE = "  - id: gone\n    ask: What was it?\n    answer: corvée\n    page: 98\n    withdrawn: it was wrong\n"
PICTURE = (
    "  - id: seen\n    ask: Where was it?\n    answer: there\n    extra: '![an estate](estate.png)'\n    page: 97\n"
)
OTHER = "  - id: other\n    cloze: They built a {{war-industrial}} base.\n    page: 97\n"


@pytest.fixture
def course(project: Project) -> Project:
    """Return a project with three chapters, the last with a title in Markdown."""
    project.write("decks/small/estate.png", png(3, 2))
    project.entries(ASK + TERM, "05-first.yaml", FIRST)
    project.entries(FORMULA + PAIR + PICTURE)
    project.entries(OTHER, "07-last.yaml", LAST)
    return project


@pytest.fixture
def read(monkeypatch: pytest.MonkeyPatch) -> Callable[[], list[str]]:
    """Return a function that tells which chapters were read since it was last asked."""
    names: list[str] = []
    real = flashgen.load.folder.chapter_file

    def reading(path: Path, *given: object) -> object:
        names.append(path.name)
        return real(path, *given)  # type: ignore[arg-type]

    monkeypatch.setattr(flashgen.load.folder, "chapter_file", reading)

    def asked() -> list[str]:
        found = sorted(names)
        names.clear()
        return found

    return asked


def built(project: Project, run: Run, monkeypatch: pytest.MonkeyPatch, time: int, *options: str) -> Outcome:
    """Build at a time."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", str(time))
    return run("build", "-C", project.root, *options)


def edit(path: str, old: str, new: str) -> Callable[[Project], object]:
    """Return a function that replaces words in a file."""
    return lambda project: project.write(
        f"decks/small/{path}", (project.root / "decks/small" / path).read_text("utf-8").replace(old, new)
    )


ALL = ["05-first.yaml", "06-pattern.yaml", "07-last.yaml"]

EDITS: dict[str, tuple[Callable[[Project], object], list[str]]] = {
    "a word of one chapter": (edit("05-first.yaml", "cudgel", "club"), ["05-first.yaml"]),
    "a comment in one": (edit("06-pattern.yaml", "entries:", "entries:  # three"), ["06-pattern.yaml"]),
    "a new entry in front": (
        lambda p: p.entries(OTHER.replace("id: other", "id: new") + ASK + TERM, ALL[0], FIRST),
        ALL[:1],
    ),
    "an entry that vanishes": (lambda p: p.entries(ASK, ALL[0], FIRST), ALL[:1]),
    "an entry that is withdrawn": (edit(ALL[0], "means: cudgel", "means: cudgel\n    withdrawn: it is wrong"), ALL[:1]),
    "an entry that moves": (
        lambda p: (p.entries(TERM, ALL[0], FIRST), p.entries(OTHER + ASK, ALL[2], LAST)),
        [ALL[0], ALL[2]],
    ),
    "an id that changes": (edit(ALL[0], "id: who", "id: author\n    was: who"), ALL[:1]),
    "an id twice": (lambda p: p.entries(OTHER + FORMULA, ALL[2], LAST), ALL[2:]),
    "an id that was, and is": (edit(ALL[2], "id: other", "id: another\n    was: formula"), ALL[2:]),
    "another kind": (lambda p: p.entries(ASK.replace("who", "other"), ALL[2], LAST), ALL[2:]),
    "a fault": (edit(ALL[2], "page: 97", "page: 5"), ALL[2:]),
    "another title": (edit(ALL[1], "The older pattern", "The pattern"), ALL[1:2]),
    "another tag": (lambda p: p.write("decks/small/deck.yaml", DECK.replace("tag: small", "tag: other")), ALL),
    "the core first": (lambda p: p.write("decks/small/deck.yaml", DECK + "new_cards: core first\n"), ALL),
    "a gist": (lambda p: p.write("source/tucker-1999.yaml", SOURCE.replace("the pattern", "it")), ALL),
    "a link to pages": (
        lambda p: p.write("source/tucker-1999.yaml", SOURCE + "links:\n  screen: https://example.org/{page}\n"),
        ALL,
    ),
    "a picture": (lambda p: p.write("decks/small/estate.png", png(5, 2)), ALL),
    "a chapter before the others": (
        lambda p: p.entries(OTHER.replace("id: other", "id: new"), "01-new.yaml", FIRST),
        ["01-new.yaml", *ALL],
    ),
    "a chapter after the others": (
        lambda p: p.entries(OTHER.replace("id: other", "id: new"), "09-new.yaml", LAST),
        ["09-new.yaml"],
    ),
    "a chapter that vanishes": (lambda p: (p.root / "decks/small/07-last.yaml").unlink(), []),
    "a lock with other line ends": (edit("deck.lock", "\n", "\r\n"), ALL),
    "a stray deck": (lambda p: p.write("decks/stray.yaml", "chapter: I\n"), []),
}


@pytest.mark.parametrize("change", [change for change, _ in EDITS.values()], ids=EDITS)
def test_what_is_built_is_what_a_build_makes_that_reads_everything(
    change: Callable[[Project], object],
    course: Project,
    run: Run,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    assert built(course, run, monkeypatch, TIME).code == 0
    change(course)
    twin = Project(course.root.with_name(f"{course.root.name}-twin"))
    shutil.copytree(course.root, twin.root, ignore=shutil.ignore_patterns(".flashgen"))
    for time, options in enumerate(((), ("--accept",), ("--accept",)), TIME + 1):
        found = [
            (said(of, built(of, run, monkeypatch, time, *options, *more)), files(of))
            for of, more in ((course, ()), (twin, ("--no-cache",)))
        ]
        assert found[0] == found[1]


def files(project: Project) -> dict[str, bytes]:
    """Return the lock and the packages of a project."""
    return {path.name: path.read_bytes() for path in project.root.glob("d*/**/*.[al][po][kc]*")}


@pytest.mark.parametrize(("change", "again"), EDITS.values(), ids=EDITS)
def test_a_chapter_is_read_if_anything_that_goes_into_its_notes_changed(
    change: Callable[[Project], object],
    again: list[str],
    course: Project,
    run: Run,
    read: Callable[[], list[str]],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    built(course, run, monkeypatch, TIME)
    change(course)
    read()
    built(course, run, monkeypatch, TIME + 1)
    assert read() == again


def test_a_chapter_that_was_not_built_is_read_by_the_next_build(
    course: Project, run: Run, read: Callable[[], list[str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    built(course, run, monkeypatch, TIME)
    for name in ALL[:2]:
        edit(name, "page:", "page:  ")(course)
    built(course, run, monkeypatch, TIME + 1, "-c", "V")
    read()
    built(course, run, monkeypatch, TIME + 2, "--update")
    assert read() == ALL[1:2]


def test_an_entry_that_is_withdrawn_before_its_release_is_read_each_time(
    course: Project, run: Run, read: Callable[[], list[str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    course.entries(OTHER + GONE, ALL[2], LAST)
    built(course, run, monkeypatch, TIME)
    edit(ALL[0], "cudgel", "club")(course)
    read()
    built(course, run, monkeypatch, TIME + 1)
    assert read() == [ALL[0], ALL[2]]


def test_a_title_with_a_formula_is_read_each_time(
    course: Project, run: Run, read: Callable[[], list[str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    course.entries(OTHER, ALL[2], LAST.replace("*pattern*", r"pattern \(x\)"))
    built(course, run, monkeypatch, TIME)
    edit(ALL[0], "cudgel", "club")(course)
    read()
    built(course, run, monkeypatch, TIME + 1)
    assert read() == [ALL[0], ALL[2]]


def test_several_decks_keep_their_chapters_apart(
    course: Project, run: Run, read: Callable[[], list[str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    course.write("decks/other/deck.yaml", DECK.replace("0b8e", "1b8e").replace("Small", "Other"))
    course.write("decks/other/05-first.yaml", FIRST + ASK)
    built(course, run, monkeypatch, TIME)
    edit(ALL[0], "cudgel", "club")(course)
    read()
    assert built(course, run, monkeypatch, TIME + 1, "--accept").code == 0
    assert read() == ALL[:1]
    edit("../other/05-first.yaml", "Kliuchevsky", "Miliukov")(course)
    assert built(course, run, monkeypatch, TIME + 2, "other", "--accept").code == 0
    assert read() == ALL[:1]
