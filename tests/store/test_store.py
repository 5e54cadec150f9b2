"""Outputs into their places: all of the new, or all of the old."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from flashgen import store
from flashgen.errors import UnwritableError


def put(outputs: dict[Path, bytes], root: Path) -> None:
    """Write files as a build does, with no other one at work."""
    with store.alone(root):
        store.put(outputs, root)


def files(folder: Path) -> dict[str, bytes]:
    """Return all files below a folder, but for what the lock on it takes."""
    found = {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}
    return {name: data for name, data in found.items() if name not in (".flashgen/lock", ".flashgen/.gitignore")}


def test_outputs_replace_those_of_the_last_run(tmp_path: Path) -> None:
    put({tmp_path / "dist/a": b"old", tmp_path / "dist/b": b"old"}, tmp_path)
    put({tmp_path / "dist/a": b"new", tmp_path / "dist/b": b"new"}, tmp_path)
    assert files(tmp_path) == {"dist/a": b"new", "dist/b": b"new"}


def test_a_write_that_fails_leaves_the_old_files_and_no_others(tmp_path: Path) -> None:
    put({tmp_path / "a": b"old"}, tmp_path)
    with pytest.raises(UnwritableError, match="what stood there still stands"):
        put({tmp_path / "a": b"new", tmp_path / "a/b": b"under a file"}, tmp_path)
    assert files(tmp_path) == {"a": b"old"}


def test_a_folder_in_the_place_of_an_output_stops_all_of_them(tmp_path: Path) -> None:
    put({tmp_path / "a": b"old"}, tmp_path)
    (tmp_path / "b").mkdir()
    with pytest.raises(UnwritableError, match="b cannot be written: a folder is in its place"):
        put({tmp_path / "a": b"new", tmp_path / "b": b"new"}, tmp_path)
    assert files(tmp_path) == {"a": b"old"}


def test_on_a_disk_without_second_names_the_old_files_are_kept_as_copies(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def unsupported(*_: object) -> None:
        raise OSError(1, "Operation not permitted")

    monkeypatch.setattr(os, "link", unsupported)
    put({tmp_path / "a": b"old", tmp_path / "b": b"old"}, tmp_path)
    put({tmp_path / "a": b"new", tmp_path / "b": b"new"}, tmp_path)
    assert files(tmp_path) == {"a": b"new", "b": b"new"}
    monkeypatch.setattr(store.Path, "replace", failing_on(store.Path.replace, ".b.new", "b"))
    with pytest.raises(UnwritableError):
        put({tmp_path / "a": b"newer", tmp_path / "b": b"newer"}, tmp_path)
    assert files(tmp_path) == {"a": b"new", "b": b"new"}


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
    put({tmp_path / "a": b"old", tmp_path / "b": b"old"}, tmp_path)
    synced = []

    def full(_file: int) -> None:
        synced.append(1)
        if len(synced) == 3:
            raise stop

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises((KeyboardInterrupt, UnwritableError)):
        put({tmp_path / "a": b"new", tmp_path / "b": b"new"}, tmp_path)
    assert files(tmp_path) == {"a": b"old", "b": b"old"}


def test_a_file_keeps_the_mode_that_it_has(tmp_path: Path) -> None:
    put({tmp_path / "a": b"old"}, tmp_path)
    (tmp_path / "a").chmod(0o600)
    put({tmp_path / "a": b"new"}, tmp_path)
    assert (tmp_path / "a").stat().st_mode & 0o777 == 0o600


def test_what_is_no_file_is_left_in_its_place(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "a")
    with pytest.raises(UnwritableError, match="a cannot be written: no file is in its place"):
        put({tmp_path / "a": b"new"}, tmp_path)
    assert (tmp_path / "a").is_fifo()
