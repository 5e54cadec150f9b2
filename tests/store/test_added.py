"""Files that are added to a project: what is there stays, and what fails leaves nothing."""

import os
from pathlib import Path

import pytest

from flashgen.errors import UnwritableError
from flashgen.store.added import add_files


def files(root: Path) -> dict[Path, bytes]:
    """Return two files, and two more for a new folder."""
    names = ("source/a.yaml", ".gitignore", "decks/a/deck.yaml", "decks/a/01-first.yaml")
    return {root / name: f"new {name}".encode() for name in names}


def found(root: Path) -> dict[str, str]:
    """Return the content of every file, hidden ones too."""
    return {str(file.relative_to(root)): file.read_text("utf-8") for file in root.rglob("*") if file.is_file()}


def test_every_file_is_written_with_the_folders_that_it_needs(tmp_path: Path) -> None:
    assert add_files(files(tmp_path), tmp_path / "decks/a", tmp_path) == tuple(files(tmp_path))
    assert found(tmp_path) == {
        name: f"new {name}" for name in ("source/a.yaml", ".gitignore", "decks/a/deck.yaml", "decks/a/01-first.yaml")
    }


@pytest.mark.parametrize("links", [True, False], ids=["", "no hard links"])
def test_a_file_that_is_there_stays_and_is_not_among_those_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, links: bool
) -> None:
    if not links:
        monkeypatch.setattr(os, "link", lambda *_: (_ for _ in ()).throw(OSError(95, "Operation not supported")))
    (tmp_path / ".gitignore").write_text("mine")
    made = add_files(files(tmp_path), tmp_path / "decks/a", tmp_path)
    assert tmp_path / ".gitignore" not in made
    assert len(made) == 3
    assert found(tmp_path)[".gitignore"] == "mine"
    assert found(tmp_path)["source/a.yaml"] == "new source/a.yaml"


def test_a_file_that_comes_in_between_stays_too(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    link = os.link

    def late(old: Path, path: Path) -> None:
        if path.name == ".gitignore":
            path.write_text("theirs")
        link(old, path)

    monkeypatch.setattr(os, "link", late)
    made = add_files(files(tmp_path), tmp_path / "decks/a", tmp_path)
    assert tmp_path / ".gitignore" not in made
    assert found(tmp_path)[".gitignore"] == "theirs"


def test_a_link_that_leads_nowhere_stays(tmp_path: Path) -> None:
    (tmp_path / ".gitignore").symlink_to("nowhere")
    add_files(files(tmp_path), tmp_path / "decks/a", tmp_path)
    assert (tmp_path / ".gitignore").is_symlink()
    assert not (tmp_path / "nowhere").exists()


def test_a_link_that_leads_out_of_the_project_is_not_followed(tmp_path: Path) -> None:
    (tmp_path / "project").mkdir()
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "project/source").symlink_to("../elsewhere")
    with pytest.raises(UnwritableError, match="out of the project"):
        add_files(files(tmp_path / "project"), tmp_path / "project/decks/a", tmp_path / "project")
    assert found(tmp_path) == {}


def test_a_run_that_fails_leaves_no_file(tmp_path: Path) -> None:
    (tmp_path / "decks").write_text("a file where the folder should be")
    before = found(tmp_path)
    with pytest.raises(UnwritableError, match="decks"):
        add_files(files(tmp_path), tmp_path / "decks/a", tmp_path)
    assert found(tmp_path) == before


def test_a_run_that_was_killed_leaves_nothing_in_the_way_of_the_next(tmp_path: Path) -> None:
    for name in ("decks/.a.new/deck.yaml", "source/.a.yaml.new"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text("ha")
    add_files(files(tmp_path), tmp_path / "decks/a", tmp_path)
    assert {name for name in found(tmp_path) if name.endswith(".new") or ".new/" in name} == set()
    assert len(found(tmp_path)) == 4
