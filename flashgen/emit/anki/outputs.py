"""Choose the files of a release: packages of the deck and its chapters, and update texts."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from flashgen.emit.anki.apkg import package
from flashgen.emit.anki.fields import tag_name
from flashgen.emit.anki.update import update
from flashgen.history.release import Release
from flashgen.model.lock import ReleasedNote
from flashgen.model.output import Output, Track


def packages(
    of: Release, folder: Path, chapters: Sequence[str], whole: bool, fresh: bool = False, track: Track = iter
) -> Iterator[Output]:
    """Yield the package of all that is released, which no build may leave behind, and what else is wanted.

    That is a package for each of some chapters, by their stems; fresh ones are for those who have none yet, so that
    nothing is in them that is withdrawn. `whole` is whether a fresh one of the whole deck is wanted.
    """
    everything = tuple(of.lock.notes)
    wanted = [("", everything, False)] + [("", everything, True)] * (whole and fresh)
    for name, ids, new in (*wanted, *((f"-{stem}", of.parts[stem], fresh) for stem in chapters)):
        notes = [of.lock.notes[id] for id in ids if not (new and of.lock.notes[id].withdrawn)]
        content = package(of.deck, of.lock, notes, not (name or new), track)
        yield _output(folder / f"{of.deck.slug}{name}{'-fresh' if new else ''}.apkg", content, notes)


def updates(of: Release, folder: Path, chapters: Sequence[str]) -> Iterator[Output]:
    """Yield an update text per note type, for the whole deck or for each of the given chapters."""
    parts = {f"-{stem}": of.parts[stem] for stem in chapters} or {"": tuple(of.lock.notes)}
    for name, ids in parts.items():
        for kind, type in sorted(of.lock.types.items()):
            notes = [of.lock.notes[id] for id in ids if of.lock.notes[id].kind == kind]
            if notes:
                path = folder / f"{of.deck.slug}{name}-update-{tag_name(kind).lower()}.txt"
                yield _output(path, update(of.deck, type, notes, of.lock.name), notes)


def _output(path: Path, content: bytes, notes: Sequence[ReleasedNote]) -> Output:
    return Output(path, content, len(notes), sum(len(note.cards) for note in notes))
