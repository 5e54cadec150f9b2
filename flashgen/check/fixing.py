"""Fix what can be fixed automatically in the files of decks."""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TypeAlias

from flashgen.check.fix import Fix, Written, written
from flashgen.check.fixes import fixed_text
from flashgen.check.heirs import heirs
from flashgen.check.identified import without_id
from flashgen.load.compose import compose
from flashgen.load.copied import copied
from flashgen.load.files import read_bytes, read_text, source_files
from flashgen.load.values import can_be_parsed
from flashgen.model.deck import Deck
from flashgen.model.output import FixedFile
from flashgen.model.problem import Problem
from flashgen.model.shown import can_be_shown

Read: TypeAlias = Callable[[Path], tuple[Sequence[Deck], Sequence[Problem]]]
"""Read the decks of a project, and the problems in them."""

_Change: TypeAlias = tuple[bytes, Counter[Fix]]
"""The new content of a file, and how often each fix was applied."""

_MARK = "\ufeff".encode()
_ID = re.compile(r"""\b(?:id|was)["']?\s*:\s*["']?([a-z0-9-]+)""")


def fixed_files(root: Path, read: Read) -> Iterator[FixedFile]:
    """Yield each file of the decks that can be fixed; no file of the project is changed.

    One fix may make room for another, so the fixes run on a copy until nothing changes.
    """
    did: dict[str, Counter[Fix]] = {}
    with copied(root) as copy:
        while changed := dict(_changed(root, copy, *read(copy))):
            for path, (content, more) in changed.items():
                path.write_bytes(content)
                did.setdefault(path.relative_to(copy).as_posix(), Counter()).update(more)
        for name, counts in sorted(did.items()):
            said = tuple([fix.said(count) for fix, count in counts.items()])
            yield FixedFile(name, read_bytes(root / name), read_bytes(copy / name), said)


def _can_be_mended(root: Path, name: Path) -> bool:
    """Tell whether a file is a regular file, not a link, and has a name that a diff can show."""
    return not (root / name).is_symlink() and can_be_shown(str(name))


def _changed(
    root: Path, copy: Path, decks: Iterable[Deck], problems: Sequence[Problem]
) -> Iterator[tuple[Path, _Change]]:
    for deck in decks:
        said = {*_ids(copy / "decks" / deck.slug)}
        files = list(_files(deck, copy, problems, {*deck.lock.notes, *said}))
        lost = [note for id, note in deck.lock.notes.items() if id not in said]
        known = not any(problem.place.path == deck.lock.place.path for problem in problems)
        own = heirs([entry for _, file in files for entry in without_id(file)], lost) if known else None
        for path, file in files:
            text, did = fixed_text(replace(file, heirs=own))
            if did and _can_be_mended(root, path.relative_to(copy)):
                mark = _MARK if read_bytes(path).startswith(_MARK) else b""
                yield path, (mark + text.encode("utf-8"), did)


def _files(deck: Deck, root: Path, problems: Sequence[Problem], taken: set[str]) -> Iterator[tuple[Path, Written]]:
    """Yield the files of a deck that can be read without an error."""
    folder, known = root / "decks" / deck.slug, source_files(root)
    for path in filter(
        None,
        (
            folder / "deck.yaml",
            *[folder / f"{one.stem}.yaml" for one in deck.chapters],
            *[known.get(source.id) for source in deck.sources],
        ),
    ):
        name, text = path.relative_to(root).as_posix(), read_text(path, root, [])
        found: list[Problem] = []
        node = None if text is None else compose(text, name, found)
        if text is not None and node and not found and can_be_parsed(text):
            yield path, written(text, node, [one for one in problems if one.place.path == name], taken)


def _ids(folder: Path) -> Iterator[str]:
    """Yield the present and earlier ids of a deck's entries, even from files that cannot be parsed."""
    for path in folder.glob("*.yaml"):
        yield from _ID.findall(read_bytes(path).decode("utf-8", "replace"))
