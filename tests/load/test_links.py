"""Links in a project: those that lead out of it are refused, those that stay in it are read like any other file."""

from collections.abc import Callable
from pathlib import Path

import pytest

from flashgen.errors import UnreadableError
from flashgen.load.files import deck_folders, lines_in
from flashgen.pipeline import fixed, read_decks
from tests.conftest import DECK, FORMULA, Project, Run
from tests.emit.paper.made import png

PNG = png(3, 2)
SECRET = "a private text\n"


@pytest.fixture
def away(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder outside the project."""
    return tmp_path_factory.mktemp("away")


def moved(project: Project, path: str, to: Path) -> Path:
    """Move a file or folder of a project, put a link to it in its place, and return that."""
    file = project.root / path
    to.parent.mkdir(parents=True, exist_ok=True)
    file.rename(to)
    file.symlink_to(to)
    return file


FILES = {
    "a chapter": ("decks/small/06-pattern.yaml", ["06-pattern.yaml:1:1 outside-link"]),
    "a deck's own file": ("decks/small/deck.yaml", ["deck.yaml:1:1 outside-link"]),
    "a lock": ("decks/small/deck.lock", ["deck.lock:1:1 outside-link"]),
    "a source": ("source/tucker-1999.yaml", ["tucker-1999.yaml:1:1 outside-link"]),
    "a proof": ("decks/small/deck.proof", ["deck.proof:1:1 outside-link"]),
    "a folder of sources": ("source", ["tucker-1999.yaml:1:1 outside-link"]),
    "a deck": (
        "decks/small",
        ["deck.lock:1:1 outside-link", "deck.proof:1:1 outside-link", "deck.yaml:1:1 outside-link"],
    ),
}


@pytest.fixture
def whole(project: Project, run: Run) -> Project:
    """Return a project that has all files that a project may have."""
    project.entries(FORMULA + '    extra: In Kliuchevsky\'s words, "the people grew lean".\n')
    project.build(1_790_000_000)
    assert run("check", "--text", project.texts(), "-C", project.root).code == 0
    return project


@pytest.mark.parametrize(("path", "expected"), FILES.values(), ids=FILES)
def test_a_link_that_leads_out_of_the_project_is_an_error_at_its_place(
    whole: Project, away: Path, path: str, expected: list[str], run: Run
) -> None:
    moved(whole, path, away / "there")
    assert set(whole.problems()) <= set(expected)
    assert whole.problems()
    assert run("check", "-C", whole.root).code == 1


@pytest.mark.parametrize("path", [path for path, _ in FILES.values() if path != "decks/small"])
def test_a_link_that_stays_in_the_project_is_read(whole: Project, path: str) -> None:
    moved(whole, path, whole.root / "kept/there")
    assert whole.problems() == []
    assert whole.deck().notes


def test_what_is_behind_a_link_is_never_printed(project: Project, away: Path, run: Run) -> None:
    (away / "secret").write_text(SECRET)
    (project.root / "decks/small/07-more.yaml").symlink_to(away / "secret")
    done = run("check", "-C", project.root)
    assert (done.code, "07-more.yaml:1:1: error: a link here leads out of the project" in done.told) == (1, True)
    assert SECRET.strip() not in done.told


def test_decks_that_lie_elsewhere_are_not_read(project: Project, away: Path) -> None:
    moved(project, "decks", away / "decks")
    with pytest.raises(UnreadableError, match="decks cannot be read: a link there leads out of the project"):
        deck_folders(project.root, ())


def test_a_project_may_itself_be_behind_a_link(project: Project, away: Path) -> None:
    (away / "link").symlink_to(project.root)
    assert read_decks(away / "link", ())[1] == ()


@pytest.mark.parametrize(
    ("target", "rule"),
    [("nowhere", "missing-file"), ("../../../nowhere", "outside-link"), ("deck.lock", "missing-file")],
)
def test_a_lock_that_leads_nowhere_is_no_deck_that_was_never_released(project: Project, target: str, rule: str) -> None:
    (project.root / "decks/small/deck.lock").symlink_to(target)
    assert project.problems() == [f"deck.lock:1:1 {rule}"]


def test_a_link_that_leads_to_itself_is_a_missing_file(project: Project) -> None:
    (project.root / "decks/small/07-more.yaml").symlink_to("07-more.yaml")
    assert project.problems() == ["07-more.yaml:1:1 missing-file"]


def test_a_device_behind_a_link_is_not_read(project: Project) -> None:
    (project.root / "decks/small/07-more.yaml").symlink_to("/dev/zero")
    assert project.problems() == ["07-more.yaml:1:1 outside-link"]


@pytest.mark.parametrize("inside", [True, False])
def test_an_image_travels_only_from_within_the_project(project: Project, away: Path, inside: bool) -> None:
    folder = project.root if inside else away
    (folder / "p").write_bytes(PNG)
    (project.root / "decks/small/p.png").symlink_to(folder / "p")
    project.entries(FORMULA + "    extra: '![p](p.png)'\n")
    assert project.problems() == ([] if inside else ["06-pattern.yaml:8:18 unsafe-media"])


def test_a_link_that_no_entry_shows_does_no_harm(project: Project, away: Path) -> None:
    (away / "p").write_text(SECRET)
    (project.root / "decks/small/p.png").symlink_to(away / "p")
    assert project.deck().images == {}


@pytest.mark.parametrize("inside", [True, False])
def test_fixing_leaves_links_and_what_they_lead_to(project: Project, away: Path, inside: bool, run: Run) -> None:
    project.entries(FORMULA.replace("page: 98", "page: 98  "))
    target = (project.root if inside else away) / "kept.yaml"
    link = moved(project, "decks/small/06-pattern.yaml", target)
    before = target.read_bytes()
    assert fixed(project.root, ()) == ()
    run("check", "--fix", "-C", project.root)
    assert (link.is_symlink(), target.read_bytes()) == (True, before)


def test_a_text_that_a_link_takes_from_elsewhere_proves_nothing(project: Project, away: Path, run: Run) -> None:
    texts = project.texts()
    (away / "secret").write_text(SECRET)
    (texts / "p095.txt").symlink_to(texts / "p096.txt")
    command = ("check", "--text", texts, "-C", project.root)
    assert run(*command).code == 0
    (texts / "p094.txt").symlink_to(away / "secret")
    done = run(*command)
    assert (done.code, f"p094.txt cannot be read: a link there leads out of {texts}" in done.told) == (3, True)


def test_a_proof_that_a_link_takes_from_elsewhere_is_left_alone(whole: Project, away: Path, run: Run) -> None:
    proof = whole.root / "decks/small/deck.proof"
    proof.unlink()
    victim = planted(whole, away, "decks/small/deck.proof")
    done = run("check", "--text", whole.texts(), "-C", whole.root)
    assert (done.code, "[outside-link]" in done.told) == (1, True)
    assert (proof.is_symlink(), victim.read_text()) == (True, SECRET)


def planted(project: Project, away: Path, path: str) -> Path:
    """Put a link to a file outside into a place of the project, and return that file."""
    victim, link = away / "victim", project.root / path
    victim.write_text(SECRET)
    link.parent.mkdir(parents=True, exist_ok=True)
    link.unlink(missing_ok=True)
    link.symlink_to(victim)
    return victim


WRITING: dict[str, tuple[str, Callable[[Project], tuple[object, ...]]]] = {
    "a package": ("dist/small.apkg", lambda _: ("build",)),
    "a package of a chapter": ("dist/small-06-pattern.apkg", lambda _: ("build", "-c", "VI")),
    "an update text": ("dist/small-update-cloze.txt", lambda _: ("build", "--update")),
    "sheets": ("dist/small-sheets.pdf", lambda _: ("sheets", "--layout", "list")),
    "sheets in a named file": ("my.pdf", lambda of: ("sheets", "--layout", "list", "-o", of.root / "my.pdf")),
    "a schema": ("decks/.schema/deck.json", lambda _: ("schema", "--write")),
}


@pytest.mark.parametrize(("path", "command"), WRITING.values(), ids=WRITING)
def test_a_command_replaces_a_link_and_leaves_what_it_led_to(
    project: Project, away: Path, run: Run, path: str, command: Callable[[Project], tuple[object, ...]]
) -> None:
    project.build(1_790_000_000)
    victim = planted(project, away, path)
    assert run(*command(project), "-C", project.root).code == 0
    assert victim.read_text() == SECRET
    assert not (project.root / path).is_symlink()


@pytest.mark.parametrize("path", ["dist", ".flashgen"])
def test_a_folder_that_a_link_takes_elsewhere_gets_no_output(project: Project, away: Path, run: Run, path: str) -> None:
    (project.root / path).symlink_to(away)
    done = run("build", "-C", project.root)
    assert (done.code, " cannot be written: " in done.told) == (3, True)
    assert list(away.iterdir()) == []


def test_a_folder_elsewhere_that_is_named_gets_its_outputs(project: Project, away: Path, run: Run) -> None:
    assert run("build", "-o", away, "-C", project.root).code == 0
    assert [file.name for file in away.iterdir()] == ["small.apkg"]


def test_a_schema_is_not_written_behind_a_link(project: Project, away: Path, run: Run) -> None:
    (project.root / "decks/.schema").symlink_to(away)
    assert run("schema", "--write", "-C", project.root).code == 3
    assert list(away.iterdir()) == []


def test_two_decks_may_share_a_chapter_by_a_link(project: Project) -> None:
    project.write("decks/other/deck.yaml", DECK.replace("0b8e", "1b8e").replace("Small", "Other"))
    (project.root / "decks/other/06-pattern.yaml").symlink_to("../small/06-pattern.yaml")
    assert [len(deck.notes) for deck in read_decks(project.root, ())[0]] == [1, 1]


def test_a_line_that_the_disk_does_not_give_is_not_shown() -> None:
    assert lines_in(Path("/proc/self/mem"), Path("/proc")) == ()
