"""Which files a release makes: packages of the whole deck and of chapters, and update texts."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from flashgen.emit.anki.apkg import package
from flashgen.emit.anki.fields import tag_name
from flashgen.emit.anki.update import update
from flashgen.history.release import Release
from flashgen.model.lock import ReleasedNote
from flashgen.model.output import Output, Watch


def packages(
    of: Release, folder: Path, chapters: Sequence[str], whole: bool, fresh: bool = False, watch: Watch = iter
) -> Iterator[Output]:
    """Yield the packages of some chapters, by their stems, and before them that of the whole deck if it is wanted.

    A fresh package is for those who have none yet: nothing is in it that is withdrawn.
    """
    parts = {"": tuple(of.lock.notes)} if whole else {}
    for name, ids in (*parts.items(), *((f"-{stem}", of.parts[stem]) for stem in chapters)):
        notes = [of.lock.notes[id] for id in ids if not (fresh and of.lock.notes[id].withdrawn)]
        content = package(of.deck, of.lock, notes, not (name or fresh), watch)
        path = folder / f"{of.deck.slug}{name}{'-fresh' if fresh else ''}.apkg"
        yield _output(path, content, notes)


def updates(of: Release, folder: Path, chapters: Sequence[str]) -> Iterator[Output]:
    """Yield the update text of each note type: for the whole deck, or for each of some chapters."""
    parts = {f"-{stem}": of.parts[stem] for stem in chapters} or {"": tuple(of.lock.notes)}
    for name, ids in parts.items():
        for kind, type in sorted(of.lock.types.items()):
            notes = [of.lock.notes[id] for id in ids if of.lock.notes[id].kind == kind]
            if notes:
                path = folder / f"{of.deck.slug}{name}-update-{tag_name(kind).lower()}.txt"
                yield _output(path, update(of.deck, type, notes, of.lock.name), notes)


def _output(path: Path, content: bytes, notes: Sequence[ReleasedNote]) -> Output:
    return Output(path, content, len(notes), sum(len(note.cards) for note in notes))
