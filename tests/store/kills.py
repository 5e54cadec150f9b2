"""Builds a project again and again, and stops it at each file operation in turn; prints what is found afterwards.

python -m tests.store.kills PROJECT kill|fail|half

`kill` ends the process at once, `half` ends it with the file it writes cut in half, `fail` says that the disk is full.
Each line is JSON: the exit code, what was said, and the files' content as a hash once another command has run.
"""

import json
import os
import shutil
import sys
from collections.abc import Callable
from hashlib import sha256
from itertools import count
from pathlib import Path
from typing import Any

from flashgen.cli.main import main
from flashgen.store.files import undo_unfinished

CHANGES = ("os.rename", "os.link", "os.remove", "os.mkdir")
"""What Python tells an audit hook before it changes a folder; opening a file to write comes as `open`."""

Snapshot = dict[str, str]


def snapshot(root: Path) -> Snapshot:
    """Return the hash of each file of the author and of each output that a person sees, by its name."""
    files = [file for folder in ("dist", "decks") for file in (root / folder).rglob("[!.]*") if file.is_file()]
    return {str(file.relative_to(root)): sha256(file.read_bytes()).hexdigest()[:12] for file in sorted(files)}


def stopping(root: Path, stop: Callable[[str, bool], None]) -> None:
    """Call `stop` before each operation that changes something: with the file, and whether its content is under way."""
    inside = str(root)
    sync = os.fsync

    def hook(event: str, arguments: tuple[Any, ...]) -> None:
        writes = event == "open" and isinstance(arguments[2], int) and arguments[2] & (os.O_WRONLY | os.O_RDWR)
        if (writes or event in CHANGES) and str(arguments[0]).startswith(inside):
            stop(str(arguments[0]), False)

    def synced(file: int) -> None:
        stop(str(Path(f"/proc/self/fd/{file}").readlink()), True)
        sync(file)

    sys.addaudithook(hook)
    os.fsync = synced


def build(root: Path, at: int, how: str) -> int:
    """Run a build in a process of its own that is stopped at an operation, counted from 1; return how it ended."""
    stopped = _mark(root)
    process = os.fork()
    if process:
        return os.waitstatus_to_exitcode(os.waitpid(process, 0)[1])
    done = count(1)

    def stop(name: str, under_way: bool) -> None:
        if next(done) == at:
            stopped.touch()
            if how == "fail":
                raise OSError(28, "No space left on device", name)
            if how == "half" and under_way:
                os.truncate(name, Path(name).stat().st_size // 2)
            os._exit(137)

    with (root / "said").open("w") as said:
        os.dup2(said.fileno(), 2)
    stopping(root, stop)
    sys.argv = ["flashgen", "build", "-q", "--each-chapter", "--update", "-C", str(root)]
    try:
        main()
    except SystemExit as left:
        os._exit(int(left.code or 0))
    os._exit(99)


def _mark(root: Path) -> Path:
    """Return the file that is there once a build was stopped."""
    return root.with_name("stopped")


def run(root: Path, how: str) -> None:
    """Stop at each operation in turn until a build runs through."""
    before = root.with_name("before")
    shutil.copytree(root, before)
    for at in count(1):
        shutil.rmtree(root)
        shutil.copytree(before, root)
        _mark(root).unlink(missing_ok=True)
        code = build(root, at, how)
        said = (root / "said").read_text()
        undo_unfinished(root)
        print(json.dumps({"code": code, "said": said, "found": snapshot(root)}))
        if not _mark(root).exists():
            return


if __name__ == "__main__":
    run(Path(sys.argv[1]), sys.argv[2])
