"""The whole program on one page: files, entries, notes, problems, numbers, packages."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from flashgen.check.rules import check
from flashgen.errors import NoDeckError, NoSuchChapterError, NoSuchDeckError
from flashgen.history.numbering import numbered
from flashgen.kinds.entry import notes
from flashgen.load.deck import ChapterFile, DeckFile, chapter_file, deck_file
from flashgen.load.files import chapter_files, deck_folders, images, read, source_file
from flashgen.load.source import source
from flashgen.model.deck import Deck
from flashgen.model.note import Chapter
from flashgen.model.problem import Problem
from flashgen.model.source import Source

Watch = Callable[[Sequence[Any]], Iterable[Any]]
"""Hands on the files as they are read and the notes as they are written, and may show how far it is."""


@dataclass(frozen=True, slots=True)
class Package:
    """A package to be written: where, what is in it, and the bytes."""

    path: Path
    notes: int
    cards: int
    content: bytes


def read_decks(root: Path, names: Sequence[str], watch: Watch = iter) -> tuple[tuple[Deck, ...], tuple[Problem, ...]]:
    """Return the named decks of a project, or all, and what is wrong in their files, in file order.

    NoDeckError and NoSuchDeckError where there is none, or none of a name; UnreadableError where the disk fails.
    """
    folders = _chosen(deck_folders(root), names)
    if not folders:
        raise NoDeckError(str(root / "decks"))
    problems: list[Problem] = []
    decks = [_deck(folder, root, problems, watch) for folder in folders]
    found = tuple(deck for deck in decks if deck)
    for deck in found:
        problems.extend(check(deck))
    problems.extend(_twins(found))
    return found, tuple(sorted(set(problems)))


def _chosen(folders: Sequence[Path], names: Sequence[str]) -> Sequence[Path]:
    known = {folder.name: folder for folder in folders}
    for name in names:
        if name not in known:
            raise NoSuchDeckError(name, tuple(known))
    return [known[name] for name in dict.fromkeys(names)] or folders


def _twins(decks: Sequence[Deck]) -> Iterator[Problem]:
    """Report decks that share a uid, as a copied folder does: their notes would take each other's place in Anki."""
    first: dict[str, Deck] = {}
    for deck in decks:
        twin = first.setdefault(deck.uid, deck)
        if twin is not deck:
            said, hint = f"the deck {twin.slug} has this uid too", "give the newer deck a uid of its own"
            yield Problem(deck.uid_place, "same-uid", said, hint)


def _deck(folder: Path, root: Path, problems: list[Problem], watch: Watch) -> Deck | None:
    node = read(folder / "deck.yaml", root, problems)
    head = deck_file(node, problems) if node else None
    cited = _source(head, root, problems) if head else None
    chapters, made, term_language = [], [], head.term_language if head else ""
    for path in watch(chapter_files(folder, root, problems)):
        if file := _chapter(path, root, cited, problems):
            chapters.append(file.chapter)
            made += [numbered(note) for note in notes(file, term_language, problems)]
    if not head or not cited:
        return None
    return Deck(
        slug=folder.name,
        name=head.name,
        uid=head.uid,
        uid_place=head.uid_place,
        tag=head.tag,
        language=head.language,
        term_language=head.term_language,
        source=cited,
        chapters=tuple(chapters),
        notes=tuple(made),
        images=images(folder),
    )


def _source(head: DeckFile, root: Path, problems: list[Problem]) -> Source | None:
    path = source_file(root, head.source)
    if path is None and head.source:
        said, hint = f"there is no source/{head.source}.yaml", "write it, or correct the name"
        problems.append(Problem(head.source_place, "missing-file", said, hint))
    node = read(path, root, problems) if path else None
    return source(node, head.source, problems) if node else None


def _chapter(file: Path, root: Path, cited: Source | None, problems: list[Problem]) -> ChapterFile | None:
    node = read(file, root, problems)
    return chapter_file(node, file.stem, cited, problems) if node else None


def packages(
    decks: Sequence[Deck],
    folder: Path,
    time: int,
    chapters: Sequence[str] = (),
    each: bool = False,
    watch: Watch = iter,
) -> Iterator[Package]:
    """Yield the packages of decks: of the named chapters alone; else of each whole, and of each chapter if asked.

    A chapter is named by numeral or file. NoSuchChapterError where none of the decks has it.
    """
    known = [chapter for deck in decks for chapter in deck.chapters]
    for name in chapters:
        if not any(_is(chapter, name) for chapter in known):
            raise NoSuchChapterError(name, tuple(chapter.numeral for chapter in known))
    for deck in decks:
        alone = [one for one in deck.chapters if any(_is(one, name) for name in chapters) or (each and not chapters)]
        parts = [] if chapters else [(deck.chapters, deck.slug)]
        for part, name in (*parts, *(((one,), f"{deck.slug}-{one.stem}") for one in alone)):
            yield _package(deck, part, folder / f"{name}.apkg", time, watch)


def _is(chapter: Chapter, name: str) -> bool:
    """Tell whether a numeral or a file's name means a chapter."""
    return name in (chapter.numeral, chapter.stem) or Path(name).name == f"{chapter.stem}.yaml"


def _package(deck: Deck, chapters: Sequence[Chapter], path: Path, time: int, watch: Watch) -> Package:
    from flashgen.emit.apkg import package

    stems = {chapter.stem for chapter in chapters}
    chosen = [note for note in deck.notes if note.chapter.stem in stems]
    made = package(deck, chosen, time, watch)
    return Package(path, len(chosen), made.cards, made.content)
