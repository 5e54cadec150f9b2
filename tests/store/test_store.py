"""Outputs into their places: all of the new, or all of the old."""

import os
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import pytest

from flashgen.errors import UnwritableError
from flashgen.store import files as store


def write_files(outputs: dict[Path, bytes], root: Path) -> None:
    """Write files as a build does, with no other one at work."""
    with store.exclusive(root):
        store.write_files(outputs, root)


def files(folder: Path) -> dict[str, bytes]:
    """Return all files below a folder, but for those that keep others waiting."""
    kept = (".flashgen/build.lock", ".flashgen/command.lock", ".flashgen/.gitignore")
    found = {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}
    return {name: data for name, data in found.items() if name not in kept}


def test_outputs_replace_those_of_the_last_run(tmp_path: Path) -> None:
    write_files({tmp_path / "dist/a.pdf": b"old", tmp_path / "dist/b.pdf": b"old"}, tmp_path)
    write_files({tmp_path / "dist/a.pdf": b"new", tmp_path / "dist/b.pdf": b"new"}, tmp_path)
    assert files(tmp_path) == {"dist/a.pdf": b"new", "dist/b.pdf": b"new"}


def test_a_write_that_fails_leaves_the_old_files_and_no_others(tmp_path: Path) -> None:
    write_files({tmp_path / "a.pdf": b"old"}, tmp_path)
    with pytest.raises(UnwritableError, match="the earlier file was not changed"):
        write_files({tmp_path / "a.pdf": b"new", tmp_path / "a.pdf/b.pdf": b"under a file"}, tmp_path)
    assert files(tmp_path) == {"a.pdf": b"old"}


def test_a_folder_in_the_place_of_an_output_stops_all_of_them(tmp_path: Path) -> None:
    write_files({tmp_path / "a.pdf": b"old"}, tmp_path)
    (tmp_path / "b.pdf").mkdir()
    with pytest.raises(UnwritableError, match=r"b\.pdf cannot be written: a folder is in its place"):
        write_files({tmp_path / "a.pdf": b"new", tmp_path / "b.pdf": b"new"}, tmp_path)
    assert files(tmp_path) == {"a.pdf": b"old"}


def test_on_a_disk_without_second_names_the_old_files_are_kept_as_copies(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "link", failing)
    write_files({tmp_path / "a.pdf": b"old", tmp_path / "b.pdf": b"old"}, tmp_path)
    write_files({tmp_path / "a.pdf": b"new", tmp_path / "b.pdf": b"new"}, tmp_path)
    assert files(tmp_path) == {"a.pdf": b"new", "b.pdf": b"new"}
    monkeypatch.setattr(store.Path, "replace", failing_on(store.Path.replace, ".b.pdf.new", "b.pdf"))
    with pytest.raises(UnwritableError):
        write_files({tmp_path / "a.pdf": b"newer", tmp_path / "b.pdf": b"newer"}, tmp_path)
    assert files(tmp_path) == {"a.pdf": b"new", "b.pdf": b"new"}


def failing_on(replace: Callable[[Path, Path], Path], source: str, target: str) -> Callable[[Path, Path], Path]:
    """Return what renames files, but fails for one."""

    def renaming(old: Path, new: Path) -> Path:
        if (old.name, new.name) == (source, target):
            raise OSError(28, "No space left on device")
        return replace(old, new)

    return renaming


@pytest.mark.parametrize("stop", [KeyboardInterrupt, OSError(28, "No space left on device")])
def test_a_run_that_is_stopped_or_out_of_space_leaves_the_old_files_and_no_others(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, stop: BaseException
) -> None:
    write_files({tmp_path / "a.pdf": b"old", tmp_path / "b.pdf": b"old"}, tmp_path)
    synced = []

    def full(_file: int) -> None:
        synced.append(1)
        if len(synced) == 3:
            raise stop

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises((KeyboardInterrupt, UnwritableError)):
        write_files({tmp_path / "a.pdf": b"new", tmp_path / "b.pdf": b"new"}, tmp_path)
    assert files(tmp_path) == {"a.pdf": b"old", "b.pdf": b"old"}


def test_a_file_keeps_the_mode_that_it_has(tmp_path: Path) -> None:
    write_files({tmp_path / "a.pdf": b"old"}, tmp_path)
    (tmp_path / "a.pdf").chmod(0o600)
    write_files({tmp_path / "a.pdf": b"new"}, tmp_path)
    assert (tmp_path / "a.pdf").stat().st_mode & 0o777 == 0o600


def test_what_is_no_file_is_left_in_its_place(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "a.pdf")
    with pytest.raises(UnwritableError, match=r"a\.pdf cannot be written: a special file is in its place"):
        write_files({tmp_path / "a.pdf": b"new"}, tmp_path)
    assert (tmp_path / "a.pdf").is_fifo()


def outside(folder: Path) -> Path:
    """Return a file outside of the folder `project`, and beside that."""
    (folder / "victim").write_bytes(b"precious")
    (folder / "project").mkdir()
    return folder / "victim"


def test_an_output_replaces_a_link_and_never_writes_through_it(tmp_path: Path) -> None:
    victim, root = outside(tmp_path), tmp_path / "project"
    for name in ("a.pdf", ".b.pdf.new", ".b.pdf.old", ".c.pdf.old"):
        (root / name).symlink_to(victim)
    os.link(victim, root / "d.pdf")
    (root / "e.pdf").symlink_to("nowhere")
    (root / "f.pdf").symlink_to(tmp_path)
    outputs = {root / f"{name}.pdf": b"new" for name in "abcdef"}
    write_files(outputs, root)
    assert victim.read_bytes() == b"precious"
    assert [(path.read_bytes(), path.is_symlink()) for path in outputs] == [(b"new", False)] * 6
    assert files(root).keys() == {path.name for path in outputs}


@pytest.mark.parametrize("second_names", [True, False])
def test_a_link_is_put_back_where_a_run_fails(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, second_names: bool
) -> None:
    victim, root = outside(tmp_path), tmp_path / "project"
    (root / "a.pdf").symlink_to(victim)
    if not second_names:
        monkeypatch.setattr(os, "link", failing)
    monkeypatch.setattr(store.Path, "replace", failing_on(store.Path.replace, ".b.pdf.new", "b.pdf"))
    with pytest.raises(UnwritableError):
        write_files({root / "a.pdf": b"new", root / "b.pdf": b"new"}, root)
    assert ((root / "a.pdf").readlink(), victim.read_bytes()) == (victim, b"precious")


def failing(*_: object, **__: object) -> None:
    """Give no second name."""
    raise OSError(1, "Operation not permitted")


@pytest.mark.parametrize("name", [".a.pdf.new", ".a.pdf.old"])
def test_a_folder_in_the_place_of_what_is_kept_for_a_while_stops_a_run_before_it_begins(
    tmp_path: Path, name: str
) -> None:
    (tmp_path / name).mkdir()
    with pytest.raises(UnwritableError, match=f"{name} cannot be written: a folder is in its place"):
        write_files({tmp_path / "a.pdf": b"new"}, tmp_path)
    assert files(tmp_path) == {}


@pytest.mark.parametrize("inside", [True, False])
def test_a_folder_that_a_link_takes_out_of_the_project_is_no_place_for_outputs(tmp_path: Path, inside: bool) -> None:
    outside(tmp_path)
    root, away = tmp_path / "project", tmp_path / ("project/away" if inside else "away")
    away.mkdir()
    (root / "dist").symlink_to(away)
    if inside:
        write_files({root / "dist/a.pdf": b"new"}, root)
        assert (away / "a.pdf").read_bytes() == b"new"
    else:
        with pytest.raises(
            UnwritableError, match=r"a link leads out of the project; .*: to write there, name that folder"
        ):
            write_files({root / "dist/a.pdf": b"new"}, root)
        write_files({away / "a.pdf": b"new", tmp_path / "more/b.pdf": b"new"}, root)
        assert [sorted(files(folder)) for folder in (away, tmp_path / "more")] == [["a.pdf"], ["b.pdf"]]


def test_version_control_is_no_place_for_outputs(tmp_path: Path) -> None:
    with pytest.raises(UnwritableError):
        write_files({tmp_path / ".git/a.pdf": b"new"}, tmp_path)


@pytest.mark.parametrize("name", [".flashgen", ".flashgen/command.lock", ".flashgen/.gitignore"])
@pytest.mark.parametrize("link", [os.symlink, os.link])
def test_a_link_in_the_place_of_what_keeps_others_waiting_is_never_followed(
    tmp_path: Path, name: str, link: Callable[[Path, Path], None]
) -> None:
    victim, root = outside(tmp_path), tmp_path / "project"
    (root / name).parent.mkdir(exist_ok=True)
    link(victim, root / name)
    with suppress(UnwritableError):
        write_files({root / "a.pdf": b"new"}, root)
    assert victim.read_bytes() == b"precious"
    assert (root / "a.pdf").exists() == (name == ".flashgen/.gitignore")
