"""What builds keep of chapters, so that those that have not changed are not read again."""

import os
from collections.abc import Mapping, Sequence
from hashlib import sha256
from pathlib import Path

from flashgen.cli.unchanged import Earlier, Seen
from flashgen.history.kept import Kept, Known, keepsake, kept
from flashgen.history.release import Release
from flashgen.store.cache import keep, recalled


def kept_chapters(root: Path, last: Earlier | None, site: str) -> Known:
    """Return the function that tells what is kept of a deck's chapters, for links to a site of that address.

    Nothing is kept if there is no `last` run to go by.
    """
    seen = last.seen if last else None
    if seen is None:
        return Kept
    shared, decks = _by_deck(root, seen)
    return lambda folder: kept(
        folder, root, shared | decks.get(folder.name, {}), recalled(root, _name(folder.name)), site
    )


def _by_deck(root: Path, seen: Seen) -> tuple[dict[str, str], dict[str, dict[str, str]]]:
    """Return the hashes of the files of sources, and those of each deck by its folder's name."""
    source, home = str(root.absolute() / "source"), f"{root.absolute() / 'decks'}{os.sep}"
    shared: dict[str, str] = {}
    decks: dict[str, dict[str, str]] = {}
    for path, hash in seen.items():
        if path.startswith(source):
            shared[path] = hash
        elif path.startswith(home):
            decks.setdefault(path[len(home) :].split(os.sep, 1)[0], {})[path] = hash
    return shared, decks


def keep_chapters(root: Path, of: Release, chosen: Sequence[str], known: Known, files: Mapping[Path, str]) -> None:
    """Keep the chapters of a release that was written; `files` are the hashes of what was."""
    lock = root / of.lock.place.path
    stems = of.deck.stems(chosen) if chosen else [chapter.stem for chapter in of.deck.chapters]
    before = known(lock.parent)
    hash = files.get(lock) or before.seen[str(lock.absolute())]
    keep(root, _name(of.deck.slug), keepsake(of, before, stems, hash))


def _name(deck: str) -> str:
    return f"chapters-{sha256(deck.encode('utf-8', errors='surrogatepass')).hexdigest()[:16]}"
