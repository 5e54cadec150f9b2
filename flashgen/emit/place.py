"""Outputs into their places, all or none: written beside, then renamed."""

import os
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

from flashgen.errors import UnwritableError


def put(outputs: Mapping[Path, bytes]) -> None:
    """Write files; a run that fails or is stopped leaves the old ones. UnwritableError where the disk fails."""
    beside = {path: path.with_name(f".{os.getpid()}-{number}.new") for number, path in enumerate(outputs)}
    path = Path()
    try:
        for path, data in outputs.items():
            if path.is_dir():
                raise UnwritableError(str(path), "a folder is in its place")
            _write(beside[path], data)
        for path, new in beside.items():
            new.replace(path)
    except OSError as error:
        raise UnwritableError(str(path), error.strerror or str(error)) from error
    finally:
        for new in beside.values():
            with suppress(OSError):
                new.unlink()


def _write(path: Path, data: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())
