"""What earlier runs found out, in `.flashgen/cache/`: never needed, and safe to delete at any moment.

A file there counts only if this very flashgen has written it in this very folder. It names both in its first line: the
folder by when and where the file system made a file in it, which nobody can know who hands on a project with such
files. All is JSON, so that reading it runs nothing. What cannot be read or written is as if it were not there.
"""

import json
import os
import sys
from contextlib import suppress
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import Any

from flashgen import __version__
from flashgen.errors import UnwritableError
from flashgen.store.own import FOLDER, IGNORED, own_folder

_CACHE = "cache"
_HOUSE = Path(__file__).parent.parent


def recalled(root: Path, name: str) -> Any:
    """Return what is kept under a name; None for nothing that counts."""
    path = root / FOLDER / _CACHE / f"{name}.json"
    try:
        if not path.is_file():  # a pipe would never end
            return None
        with path.open("rb") as file:
            head = _head(root)
            if file.read(len(head)) != head:
                return None
            sum, _, body = file.read().partition(b"\n")
        return json.loads(body) if sum == _sum(body) else None
    except (OSError, ValueError, RecursionError):
        return None


def keep(root: Path, name: str, value: object) -> None:
    """Keep a value of JSON under a name; the disk may refuse."""
    body = json.dumps(value).encode("ascii")
    with suppress(OSError, UnwritableError):
        folder = own_folder(root) / _CACHE
        folder.mkdir(exist_ok=True)
        if not folder.is_symlink():
            new = folder / f"{name}.{os.urandom(8).hex()}"  # two runs may be at it
            new.write_bytes(_head(root) + _sum(body) + b"\n" + body)
            new.replace(folder / f"{name}.json")


def _sum(body: bytes) -> bytes:
    return sha256(body).hexdigest().encode("ascii")


def _head(root: Path) -> bytes:
    """Return how a file begins: who wrote it, and where."""
    mark = (root / FOLDER / IGNORED).lstat()
    return f"flashgen cache {_maker(__version__)} {mark.st_dev} {mark.st_ino} {mark.st_ctime_ns} ".encode("ascii")


@cache
def _maker(version: str) -> str:
    """Return a hash of flashgen's version and files, of Python's, and of the state of the installed packages.

    A run that keeps something of each of a thousand decks does not look at hundreds of files for each.
    """
    packages = [path for path in map(Path, sys.path) if path.match("*-packages") and path.is_dir()]
    folders = [Path(folder) for folder, _, _ in os.walk(_HOUSE) if not folder.endswith("__pycache__")]
    files = [_state(file.path) for folder in folders for file in os.scandir(folder) if file.is_file()]
    facts = (version, sys.version, sys.platform, [_state(path) for path in packages], sorted(files))
    return sha256(repr(facts).encode("utf-8", errors="surrogateescape")).hexdigest()


def _state(path: str | Path) -> tuple[str, int, int]:
    """Return the path of a file, its size, and the time of its last change."""
    about = os.stat(path)  # noqa: PTH116 - hundreds of paths, at twice the speed
    return str(path), about.st_size, about.st_mtime_ns
