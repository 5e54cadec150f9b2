"""Chapters that have not changed since the last build: the lock has what their entries became, so they are not read.

What is kept of them, as JSON has it, is their heads, and of each entry what a deck asks of all: where it stands, what
it cites, and whether it is withdrawn, or had another id. Their texts are those of the lock.
"""

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path
from typing import Any

from flashgen.history.release import Release
from flashgen.kinds import KINDS
from flashgen.load.files import lock_file, proof_file
from flashgen.model.lock import Lock
from flashgen.model.note import Chapter, Cite, Note
from flashgen.model.place import Place
from flashgen.model.source import Source, Span
from flashgen.model.text import Text

Seen = Mapping[str, str]
"""The hash of each file of a project by its path."""

_TYPES = {kind.type.name: kind.type for kind in KINDS}


@dataclass(frozen=True, slots=True)
class Kept:
    """What is kept of a deck's chapters, by stem; `seen` are the files now, `others` a hash of what they share."""

    root: Path
    seen: Seen = field(default_factory=dict)
    others: str = ""
    chapters: Mapping[str, Any] = field(default_factory=dict)

    def chapter(self, path: Path, number: int, sources: Sequence[Source]) -> Chapter | None:
        """Return the chapter in a file, the deck's first, second, …, if it has not changed."""
        known = self.chapters.get(path.stem)
        if known is None or known["key"] != self.key(path, number):
            return None
        source = next(one for one in sources if one.id == known["source"])
        title = Text((known["title"],), Place(self._named(path), *known["at"]), known["language"])
        pages = tuple([Span(*span) for span in known["pages"]])
        return Chapter(known["numeral"], title, known["position"], path.stem, source, known["section"], pages)

    def notes(self, chapter: Chapter, sources: Sequence[Source], lock: Lock) -> Iterator[Note]:
        """Yield the notes of a chapter that has not changed, without their texts."""
        path, known = chapter.title.place.path, {source.id: source for source in sources}
        for id, line, column, was, withdrawn, tier, source, pages in self.chapters[chapter.stem]["notes"]:
            before, place = lock.notes[id], Place(path, line, column)
            type, cited = _TYPES[before.kind], tuple([Span(*span) for span in pages])
            yield Note(
                id=id,
                place=place,
                type=type,
                fields=(None,) * len(type.fields),
                ordinals=tuple([number - 1 for number in before.cards]),
                cite=Cite(known[source], cited, (), place),
                chapter=chapter,
                tags=(),
                hint=None,
                extra=None,
                withdrawn=Text((), place) if withdrawn else None,
                was=was,
                tier=tier,
            )

    def key(self, path: Path, number: int) -> str:
        """Return a hash of all that goes into a chapter's notes, but what was released."""
        facts = (self._named(path), number, self.seen[str(path.absolute())], self.others)
        return sha256(repr(facts).encode("utf-8", errors="surrogatepass")).hexdigest()

    def _named(self, path: Path) -> str:
        return path.relative_to(self.root).as_posix()


Known = Callable[[Path], Kept]
"""Returns what is kept of the chapters of the deck in a folder."""


def kept(folder: Path, root: Path, seen: Seen, value: Any, site: str) -> Kept:
    """Return what was kept of the deck in a folder for links to a site, if its lock is still that of the last build."""
    home = folder.absolute()
    own = {str(lock_file(home)), str(proof_file(home))}
    files = {path for path in seen if path.endswith(".yaml") and Path(path).parent == home}
    chapters = files - {str(home / "deck.yaml")}
    source = str(root.absolute() / "source")
    near = [path for path in seen if path.startswith((f"{home}/", source)) and path not in own | chapters]
    others = sha256(
        repr([site, *[(path, seen[path]) for path in sorted(near)]]).encode("utf-8", errors="surrogatepass")
    )
    known = value["chapters"] if value and value["lock"] == seen.get(str(lock_file(home))) else {}
    return Kept(root, seen, others.hexdigest(), known)


def keepsake(of: Release, kept: Kept, stems: Collection[str], lock: str) -> object:
    """Return what to keep of a release that has the chapters of these stems; `lock` is the hash of its file."""
    deck, notes = of.deck, dict[str, list[Note]]()
    for note in deck.notes:
        notes.setdefault(note.chapter.stem, []).append(note)
    folder = kept.root / "decks" / deck.slug
    chapters: dict[str, object] = {}
    for number, chapter in enumerate(deck.chapters, 1):
        key = kept.key(folder / f"{chapter.stem}.yaml", number)
        if chapter.stem in deck.unread:
            chapters[chapter.stem] = kept.chapters[chapter.stem]
        elif chapter.stem in stems and len(chapter.title.parts) == 1 and isinstance(chapter.title.parts[0], str):
            rows = [_row(note) for note in notes.get(chapter.stem, ())]
            if all(note.id in of.lock.notes for note in notes.get(chapter.stem, ())):
                chapters[chapter.stem] = {"key": key, **_head(chapter), "notes": rows}
    return {"lock": lock, "chapters": chapters}


def _head(chapter: Chapter) -> dict[str, object]:
    title = chapter.title
    return {
        "numeral": chapter.numeral,
        "title": title.words,
        "at": (title.place.line, title.place.column),
        "language": title.language,
        "position": chapter.position,
        "source": chapter.source.id,
        "section": chapter.section,
        "pages": [(span.first, span.last) for span in chapter.pages],
    }


def _row(note: Note) -> tuple[object, ...]:
    pages = [(span.first, span.last) for span in note.cite.pages]
    place, source = note.place, note.cite.source.id
    return note.id, place.line, place.column, note.was, note.withdrawn is not None, note.tier, source, pages
