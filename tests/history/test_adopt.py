"""A lock that was lost, made anew from a package."""

import json
import shutil
import sqlite3
import tempfile
import zipfile
from dataclasses import asdict
from io import BytesIO
from pathlib import Path

import pytest

from tests.conftest import DECK, FORMULA, SOURCE, Project, Run

TIME = 1_790_000_000
REST = """\
  - id: who
    ask: Who wrote it?
    answer: Kliuchevsky
    extra: A *course* of lectures.
    page: 98
  - id: marks
    list: Marks of that order
    items: [poverty, fear & trembling, chauvinism]
    page: 95
  - id: spans
    list: Spans of the Revolution, from the narrowest to the widest
    ordered: yes
    items: [1917, 1917 to 1921, 1917 to 1939]
    page: 95
  - id: swelled
    quote: The state {{swelled up::how}}.
    by: Kliuchevsky
    of: Russia
    page: 98
  - id: gone
    ask: What goes?
    answer: this
    page: 98
"""


@pytest.fixture
def released(project: Project) -> Project:
    """Return a project with a history: a deletion is buried, an entry withdrawn, a list reordered."""
    project.entries(FORMULA + REST)
    project.build(TIME)
    later = (FORMULA + REST).partition("  - id: gone")[0]
    later = later.replace("{{grew lean}}", "grew lean").replace(
        "poverty, fear & trembling", "fear & trembling, poverty"
    )
    project.entries(later)
    project.build(TIME + 60)
    return project


def lock(project: Project) -> dict[str, dict[str, object]]:
    """Return the note types and notes of the lock by id or type."""
    held = project.held()
    return {name: asdict(one) for name, one in {**held.types, **held.notes}.items()}


def lost(project: Project) -> None:
    """Lose the lock."""
    (project.root / "decks/small/deck.lock").unlink()


def test_a_lost_lock_comes_back_from_the_last_package(released: Project, run: Run, tmp_path: Path) -> None:
    package = released.root / "dist/small.apkg"
    before, content = lock(released), package.read_bytes()
    old = released.write("old.apkg", content)
    lost(released)
    assert run("build", "--adopt", old, "-C", released.root).code == 0
    assert package.read_bytes() == content
    after = lock(released)
    for id, line in before.items():
        changing = ("hidden", "hash", "buried")
        assert {k: v for k, v in after[id].items() if k not in changing} == {
            k: v for k, v in line.items() if k not in changing
        }
    assert after["formula"]["buried"] == before["formula"]["buried"]


def test_numbers_go_on_from_an_adopted_lock(released: Project, run: Run) -> None:
    old = released.write("old.apkg", (released.root / "dist/small.apkg").read_bytes())
    lost(released)
    run("build", "--adopt", old, "-C", released.root)
    entries = (released.root / "decks/small/06-pattern.yaml").read_text().partition("entries:\n")[2]
    released.entries(entries.replace("the people", "{{the people}}").replace("[fear", "[rank, fear"))
    released.build(TIME + 120)
    assert lock(released)["formula"]["cards"] == (1, 3)
    assert (
        lock(released)["marks"]["hidden"]
        == "{{c5::rank}}\n{{c3::fear & trembling}}\n{{c2::poverty}}\n{{c4::chauvinism}}"
    )


def test_a_lock_that_is_there_is_not_replaced(released: Project, run: Run) -> None:
    before = released.lock()
    done = run("build", "--adopt", released.root / "dist/small.apkg", "-C", released.root)
    assert (done.code, "deck.lock has releases that" in done.told) == (2, True)
    assert released.lock() == before


def test_with_several_decks_one_must_be_named(released: Project, run: Run) -> None:
    package = released.write("old.apkg", (released.root / "dist/small.apkg").read_bytes())
    lost(released)
    released.write("decks/other/deck.yaml", DECK.replace("0b8e", "1b8e").replace("Small", "Other"))
    released.write("decks/other/06-x.yaml", "chapter: VI\ntitle: X\nentries: []\n")
    done = run("build", "--adopt", package, "-C", released.root)
    assert (done.code, "can be adopted for only one deck" in done.told, "small" in done.told) == (2, True, True)
    assert run("build", "small", "--adopt", package, "-C", released.root).code == 0


def test_what_is_not_of_the_deck_is_passed_over(released: Project, run: Run) -> None:
    package = (released.root / "dist/small.apkg").read_bytes()
    with zipfile.ZipFile(BytesIO(package)) as archive:
        files = {name: archive.read(name) for name in archive.namelist()}
    database = sqlite3.connect(":memory:")
    database.deserialize(files["collection.anki2"])
    models = json.loads(database.execute("SELECT models FROM col").fetchone()[0])
    database.execute("UPDATE col SET models = ?", [json.dumps({**models, "7": {"name": "Basic"}})])
    database.execute("INSERT INTO notes VALUES (7, 'foreign', 7, 1, -1, '', 'a', 'a', 0, 0, '')")
    database.execute(
        "INSERT INTO notes SELECT 8, 'cardless', mid, mod, usn, tags, flds, sfld, csum, flags, '' FROM notes LIMIT 1"
    )
    database.commit()
    content = BytesIO()
    with zipfile.ZipFile(content, "w") as archive:
        for name, data in (files | {"collection.anki2": database.serialize()}).items():
            archive.writestr(name, data)
    before = lock(released)
    lost(released)
    assert run("build", "--adopt", released.write("old.apkg", content.getvalue()), "-C", released.root).code == 0
    assert lock(released).keys() == before.keys()


def with_collection(change: str) -> bytes:
    """Return a package of the right deck whose collection was changed by a statement."""
    folder = Path(tempfile.mkdtemp())
    project = Project(folder)
    project.write("source/tucker-1999.yaml", SOURCE)
    project.write("decks/small/deck.yaml", DECK)
    project.entries(FORMULA)
    package = project.build(TIME)[0].read_bytes()
    shutil.rmtree(folder)
    with zipfile.ZipFile(BytesIO(package)) as archive:
        files = {name: archive.read(name) for name in archive.namelist()}
    database = sqlite3.connect(":memory:")
    database.deserialize(files["collection.anki2"])
    database.execute(change)
    database.commit()
    content = BytesIO()
    with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in (files | {"collection.anki2": database.serialize()}).items():
            archive.writestr(name, data)
    return content.getvalue()


def damaged() -> bytes:
    """Return a package with some bytes of its collection overwritten."""
    content = bytearray(with_collection("UPDATE notes SET usn = 0"))
    content[200:260] = bytes(60)
    return bytes(content)


def without_tables() -> bytes:
    """Return a package whose collection is an empty database."""
    database = sqlite3.connect(":memory:")
    database.execute("CREATE TABLE col (a)")
    content = BytesIO()
    with zipfile.ZipFile(content, "w") as archive:
        archive.writestr("collection.anki2", database.serialize())
    return content.getvalue()


def without_collection() -> bytes:
    """Return a ZIP file with something else in it."""
    content = BytesIO()
    with zipfile.ZipFile(content, "w") as archive:
        archive.writestr("readme.txt", "hello")
    return content.getvalue()


FOREIGN = {
    "no zip": b"hello",
    "a damaged zip": damaged(),
    "a time in milliseconds": with_collection("UPDATE notes SET mod = 1790000000000"),
    "note types of another shape": with_collection("UPDATE col SET models = '[]'"),
    "another zip": without_collection(),
    "another database": without_tables(),
}


@pytest.mark.parametrize("content", FOREIGN.values(), ids=FOREIGN)
def test_what_is_no_package_is_refused(project: Project, run: Run, content: bytes) -> None:
    file = project.write("old.apkg", content)
    done = run("build", "--adopt", file, "-C", project.root)
    assert (
        done.code,
        "old.apkg is not an earlier package of the deck small: it cannot be read as one" in done.told,
    ) == (
        3,
        True,
    )
    assert not (project.root / "dist").exists()


def test_a_package_of_another_deck_is_refused(released: Project, run: Run) -> None:
    file = released.write("old.apkg", (released.root / "dist/small.apkg").read_bytes())
    lost(released)
    released.write("decks/small/deck.yaml", DECK.replace("0b8e", "1b8e"))
    done = run("build", "--adopt", file, "-C", released.root)
    assert (
        done.code,
        "old.apkg is not an earlier package of the deck small: it has none of its note types" in done.told,
    ) == (
        3,
        True,
    )


@pytest.mark.parametrize("part", [{"each": True}, {"fresh": True}])
def test_a_package_of_a_part_of_the_deck_is_refused(released: Project, run: Run, part: dict[str, bool]) -> None:
    package = released.build(TIME + 120, **part)[-1]
    old = released.write("old.apkg", package.read_bytes())
    lost(released)
    done = run("build", "--adopt", old, "-C", released.root)
    assert (done.code, "it is a part of it only: name a package of the whole deck" in done.told) == (3, True)


def test_the_lock_is_written_even_where_nothing_has_changed_since_the_package(project: Project, run: Run) -> None:
    project.entries(FORMULA)
    project.build(TIME)
    project.entries(FORMULA.replace("the people", "{{the people}}"))
    project.build(TIME + 60)
    old = project.write("old.apkg", (project.root / "dist/small.apkg").read_bytes())
    lost(project)
    assert run("build", "--adopt", old, "-C", project.root).code == 0
    project.entries(FORMULA.replace("the people", "{{the people}}").replace("The state", "A state"))
    project.build(TIME + 120)
    assert lock(project)["formula"]["hidden"] == "A state {{c1::swelled up}}; {{c3::the people}} {{c2::grew lean}}."


def test_a_lock_that_is_gone_stops_a_build_that_would_begin_anew(released: Project, run: Run) -> None:
    before = (released.root / "dist/small.apkg").read_bytes()
    lost(released)
    done = run("build", "-C", released.root)
    assert done.code == 2
    assert "dist/small.apkg was built, but decks/small/deck.lock is missing" in done.told
    assert "restore it from version control, or add --adopt" in done.told
    assert (released.root / "dist/small.apkg").read_bytes() == before
