"""A command need not run again if nothing has changed since it last ran to its end with the same options."""

import time
from collections.abc import Iterable, Mapping, Sequence
from hashlib import sha256
from pathlib import Path
from typing import Any, NamedTuple

from flashgen.history.revision import tags
from flashgen.load.contents import contents, hashes
from flashgen.store.cache import keep, recalled
from flashgen.store.own import is_unfinished

Seen = Mapping[str, str]
"""All that a run looks at: the hash of each file by its path, and of git's tags."""

_TAGS = "tags of git"


class Earlier(NamedTuple):
    """The last run of a command with the same options: its result, as JSON has it, if it would be the same again.

    `seen` is what there is to look at now; None where it cannot be told, and then nothing is kept either.
    """

    root: Path
    name: str
    folders: Sequence[Path]
    seen: Seen | None
    result: Any = None

    def keep(self, result: object, written: Mapping[Path, str], newest: int = 0) -> bool:
        """Keep the result of a run that wrote some files, given with their hashes, if nothing else has changed since.

        It counts until one of the files has changed, and not if the clock shows a time before `newest`. Tell whether it
        is kept.
        """
        now = _seen(self.root, self.folders, written)
        if self.seen is not None and now == {
            **self.seen,
            **{str(path.absolute()): hash for path, hash in written.items()},
        }:
            value = {"seen": _digest(now), "files": [*map(str, written)], "newest": newest, "result": result}
            keep(self.root, self.name, value)
            return True
        return False


def earlier(root: Path, command: str, options: object, folders: Sequence[Path] = ()) -> Earlier:
    """Return the last run of a command with these options, which also looks at the packages in some folders."""
    name = f"{command}-{sha256(repr(options).encode('utf-8', errors='surrogatepass')).hexdigest()[:16]}"
    seen, last = _seen(root, folders), recalled(root, name)
    if not last or seen is None or last["newest"] > time.time() or is_unfinished(root):
        return Earlier(root, name, folders, seen)
    made = hashes(map(Path, last["files"]))
    same = made is not None and _digest({**seen, **made}) == last["seen"]
    return Earlier(root, name, folders, seen, last["result"] if same else None)


def _seen(root: Path, folders: Iterable[Path], files: Iterable[Path] = ()) -> Seen | None:
    packages = [path for folder in folders for path in folder.glob("*.apkg")]
    read, found = contents(root), hashes([*packages, *files])
    if read is None or found is None:
        return None
    return {**read, **found, _TAGS: _digest(dict.fromkeys(tags(root), ""))}


def _digest(seen: Seen) -> str:
    return sha256(repr(sorted(seen.items())).encode("utf-8", errors="surrogatepass")).hexdigest()
