"""Which files a release makes: packages of the whole deck and of chapters, and update texts."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

from flashgen.emit.apkg import package
from flashgen.emit.fields import tag_name
from flashgen.emit.update import update
from flashgen.history.release import Release
from flashgen.model.output import Output

Watch = Callable[[Sequence[Any]], Iterable[Any]]
"""Hands on what is worked on, and may show how far it is."""


def packages(
    of: Release, folder: Path, chapters: Sequence[str], whole: bool, fresh: bool = False, watch: Watch = iter
) -> Iterator[Output]:
    """Yield the packages of some chapters, by their stems, and before them that of the whole deck if it is wanted.

    A fresh package is for those who have none yet: nothing is in it that is withdrawn.
    """
    parts = {of.deck.slug: tuple(of.lock.notes)} if whole else {}
    for name, ids in (*parts.items(), *((f"{of.deck.slug}-{stem}", of.parts[stem]) for stem in chapters)):
        notes = [of.lock.notes[id] for id in ids if not (fresh and of.lock.notes[id].withdrawn)]
        content = package(of.deck, of.lock, notes, watch)
        cards = sum(len(note.cards) for note in notes)
        yield Output(folder / f"{name}{'-fresh' if fresh else ''}.apkg", content, len(notes), cards)


def updates(of: Release, folder: Path) -> Iterator[Output]:
    """Yield the update text of each note type."""
    for kind, type in sorted(of.lock.types.items()):
        notes = [note for note in of.lock.notes.values() if note.kind == kind]
        path = folder / f"{of.deck.slug}-update-{tag_name(kind).lower()}.txt"
        cards = sum(len(note.cards) for note in notes)
        yield Output(path, update(of.deck, type, notes, of.lock.name), len(notes), cards)
