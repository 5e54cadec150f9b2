"""All that the files of a deck's folder say, as they were written; everything is read that can be."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import chain
from pathlib import Path

from flashgen.errors import suggested
from flashgen.load.chapter import ChapterFile, chapter_file
from flashgen.load.deck import DeckFile, deck_file
from flashgen.load.files import images, read, source_files
from flashgen.load.fonts import fonts
from flashgen.load.link import to_site
from flashgen.load.source import read_source
from flashgen.load.stray import distinct_chapters
from flashgen.model.deck import Deck
from flashgen.model.font import Font
from flashgen.model.lock import Lock
from flashgen.model.note import Chapter, Note
from flashgen.model.output import Track
from flashgen.model.place import Place
from flashgen.model.problem import Problem
from flashgen.model.source import NO_SOURCE, Source

Unchanged = Callable[[Path, int, Sequence[Source]], Chapter | None]
"""Returns the chapter in a file, by its place and the deck's sources, if it need not be read; None if it must be."""


@dataclass(frozen=True, slots=True)
class DeckFolder:
    """What `deck.yaml` says, the sources that it names, and the paths of its chapters.

    `images` are the folder's, by file name; `outside` are the names of those behind links that leave the project.
    """

    slug: str
    root: Path
    head: DeckFile
    sources: tuple[Source, ...]
    paths: tuple[Path, ...]
    images: Mapping[str, bytes]
    outside: frozenset[str]
    fonts: tuple[Font, ...]

    def chapters(self, problems: list[Problem], unchanged: Unchanged, track: Track) -> Iterator[ChapterFile]:
        """Yield what the chapter files say, one by one: their entries take much room."""
        for place, path in enumerate(track(self.paths, "reading"), 1):
            if same := unchanged(path, place, self.sources):
                yield ChapterFile(same, (), (), self.sources, unread=True)
            elif file := chapter_file(path, self.root, self.sources, place, problems):
                yield file

    def deck(self, chapters: Sequence[ChapterFile], notes: Sequence[Note], lock: Lock) -> Deck:
        """Return the deck that these files describe, with its notes and its lock."""
        head = self.head
        return Deck(
            slug=self.slug,
            name=head.name,
            name_place=head.name_place,
            uid=head.uid,
            uid_place=head.uid_place,
            tag=head.tag,
            language=head.language,
            language_place=head.language_place,
            term_language=head.term_language,
            words=head.words,
            sources=self.sources,
            source_place=head.source_place,
            chapters=tuple([file.chapter for file in chapters]),
            notes=tuple(notes),
            images=self.images,
            outside=self.outside,
            lock=lock,
            allows=(*head.allows, *chain.from_iterable(file.allows for file in chapters)),
            fonts=self.fonts,
            core_first=head.core_first,
            authors=head.authors,
            report=head.report,
            layout=head.layout,
            layout_place=head.layout_place,
            unread=frozenset(file.chapter.stem for file in chapters if file.unread),
        )


def all_folders(folders: Iterable[Path], root: Path, problems: list[Problem], site: str = "") -> list[DeckFolder]:
    """Return what the files of decks' folders say, but for their chapters; links lead to the address of a `site`.

    A source that several cite is read once. UnreadableError where the disk fails.
    """
    sources: dict[str, Source | None] = {}
    return [_deck_folder(folder, root, problems, site, sources) for folder in folders]


def _deck_folder(
    folder: Path, root: Path, problems: list[Problem], site: str, known: dict[str, Source | None]
) -> DeckFolder:
    path = folder / "deck.yaml"
    head = deck_file(read(path, root, problems), Place(path.relative_to(root).as_posix(), 1, 1), problems)
    sources = _in_site(_sources(head, root, problems, known), folder.name, site or head.site)
    paths = distinct_chapters(folder, root, problems)
    return DeckFolder(folder.name, root, head, sources, paths, *images(folder, root), fonts(head.fonts, folder, root))


def _in_site(sources: tuple[Source, ...], deck: str, site: str) -> tuple[Source, ...]:
    """Return sources whose links lead to the deck's site, if it has one."""
    if not site:
        return sources
    links = [to_site(site, deck, source.id if place else "") for place, source in enumerate(sources)]
    return tuple([replace(source, screen=link, print=link) for source, link in zip(sources, links, strict=True)])


def _sources(head: DeckFile, root: Path, problems: list[Problem], read: dict[str, Source | None]) -> tuple[Source, ...]:
    """Return the sources that a deck names. If it is not clear which they are, read all and return the only one."""
    known = source_files(root)

    def source(name: str) -> Source | None:
        if name not in read:
            read[name] = read_source(known[name], name, root, problems)
        return read[name]

    found: list[Source | None] = []
    for name, place in head.sources:
        if name in known:
            found.append(source(name))
        else:
            message = f"there is no source/{name}.yaml"
            hint = (
                f"write it (or a whole deck: flashgen new NAME), or correct the name; {suggested(name, tuple(known))}"
            )
            problems.append(Problem(place, "missing-file", message, hint))
            found.append(None)
    if not any(name in known for name, _ in head.sources):
        every = [source(name) for name in known]
        found = every if len(every) == 1 else []
    return tuple([source or NO_SOURCE for source in found]) or (NO_SOURCE,)
