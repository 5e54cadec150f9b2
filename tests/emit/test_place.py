"""Outputs into their places: all of the new, or all of the old."""

import os
from pathlib import Path

import pytest

from flashgen.emit.place import put
from flashgen.errors import UnwritableError


def files(folder: Path) -> dict[str, bytes]:
    """Return all files below a folder."""
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_outputs_replace_those_of_the_last_run(tmp_path: Path) -> None:
    put({tmp_path / "dist/a": b"old", tmp_path / "dist/b": b"old"})
    put({tmp_path / "dist/a": b"new", tmp_path / "dist/b": b"new"})
    assert files(tmp_path) == {"dist/a": b"new", "dist/b": b"new"}


def test_a_write_that_fails_leaves_the_old_files_and_no_others(tmp_path: Path) -> None:
    put({tmp_path / "a": b"old"})
    with pytest.raises(UnwritableError, match="what stood there still stands"):
        put({tmp_path / "a": b"new", tmp_path / "a/b": b"under a file"})
    assert files(tmp_path) == {"a": b"old"}


def test_a_folder_in_the_place_of_an_output_stops_all_of_them(tmp_path: Path) -> None:
    put({tmp_path / "a": b"old"})
    (tmp_path / "b").mkdir()
    with pytest.raises(UnwritableError, match="b cannot be written: a folder is in its place"):
        put({tmp_path / "a": b"new", tmp_path / "b": b"new"})
    assert files(tmp_path) == {"a": b"old"}


@pytest.mark.parametrize("stop", [KeyboardInterrupt, OSError(28, "No space left on device")])
def test_a_run_that_is_stopped_or_out_of_space_leaves_the_old_files_and_no_others(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, stop: BaseException
) -> None:
    put({tmp_path / "a": b"old", tmp_path / "b": b"old"})
    synced = []

    def full(_file: int) -> None:
        synced.append(1)
        if len(synced) == 2:
            raise stop

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises((KeyboardInterrupt, UnwritableError)):
        put({tmp_path / "a": b"new", tmp_path / "b": b"new"})
    assert files(tmp_path) == {"a": b"old", "b": b"old"}
