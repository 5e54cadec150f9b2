"""Choose the files of a release: packages of the deck, its chapters and tiers, and update texts."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from flashgen.emit.anki.apkg import package
from flashgen.emit.anki.fields import tier
from flashgen.emit.anki.tags import tag_name
from flashgen.emit.anki.update import update
from flashgen.errors import NoSuchTierError
from flashgen.history.release import Release
from flashgen.model.lock import ReleasedNote
from flashgen.model.output import BuildOptions, Output, Track, untracked


@dataclass(frozen=True, slots=True)
class _Part:
    """A part of what is released: how its file is called after the deck's name, and its notes."""

    name: str
    notes: Sequence[ReleasedNote]


def packages(of: Release, folder: Path, options: BuildOptions, track: Track = untracked) -> Iterator[Output]:
    """Yield the package of all that is released, which no build may leave behind, and what else is wanted.

    That is a package for each of some chapters, of a tier, or fresh ones for those who have none yet, so that nothing
    is in them that is withdrawn. NoSuchTierError where nothing of a tier is in any of them.
    """
    everything = tuple(of.lock.notes.values())
    yield _output(folder / f"{of.deck.slug}.apkg", package(of.deck, of.lock, everything, True, track), everything)
    parts = [part for part in _parts(of, options, each=options.each) if part.notes or not options.tier]
    if not parts:
        raise NoSuchTierError(of.deck.name, options.tier)
    for part in parts:
        if part.name:
            content = package(of.deck, of.lock, part.notes, False, track)
            yield _output(folder / f"{of.deck.slug}{part.name}.apkg", content, part.notes)


def updates(of: Release, folder: Path, options: BuildOptions) -> Iterator[Output]:
    """Yield an update text per note type, for the whole deck, or for each of the chosen chapters, or a tier."""
    for part in _parts(of, replace(options, fresh=False)):
        for kind, type in sorted(of.lock.types.items()):
            notes = [note for note in part.notes if note.kind == kind]
            if notes:
                path = folder / f"{of.deck.slug}{part.name}-update-{tag_name(kind).lower()}.txt"
                yield _output(path, update(of.deck, type, notes, of.lock.name), notes)


def _parts(of: Release, options: BuildOptions, each: bool = False) -> Iterator[_Part]:
    """Yield the chosen chapters, or the whole deck and, where wanted, each chapter; limited to the chosen tier."""
    stems = of.deck.stems(options.chapters)
    if not stems:
        yield _part("", of.lock.notes, of, options)
    for stem in stems or [chapter.stem for chapter in of.deck.chapters if each]:
        yield _part(f"-{stem}", of.parts[stem], of, options)


def _part(name: str, ids: Iterable[str], of: Release, options: BuildOptions) -> _Part:
    notes = [of.lock.notes[id] for id in ids]
    if options.tier:
        name, notes = f"{name}-{options.tier}", [note for note in notes if tier(note) == options.tier]
    if options.fresh:
        name, notes = f"{name}-fresh", [note for note in notes if not note.withdrawn]
    return _Part(name, notes)


def _output(path: Path, content: bytes, notes: Sequence[ReleasedNote]) -> Output:
    return Output(path, content, len(notes), sum(len(note.cards) for note in notes))
