"""A deck: what a folder of chapters says, ready to be compiled."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from flashgen.model.allow import Allow
from flashgen.model.copy import Copy
from flashgen.model.font import Font
from flashgen.model.layout import Layout
from flashgen.model.lock import Lock
from flashgen.model.note import Chapter, Note
from flashgen.model.place import Place
from flashgen.model.proof import Proof
from flashgen.model.source import Page, Source
from flashgen.model.words import Words


@dataclass(frozen=True, slots=True)
class Deck:
    """A deck of notes about one source, or several.

    `slug` is the folder's name; `uid` is minted once and is what all identities grow from; `term_language` is the
    language (BCP 47) of what is written in another script; `words` are those that flashgen says in it; `images` are
    the folder's, by file name, and `outside` the names of those that links take from outside the project; `lock` is
    what learners have already; `allows` are the findings that its author lets stand; `copies` are a reader's copies of
    its sources, by their ids; `proof` tells which entries were compared with one. `fonts` are those of its sheets, in
    order; `layout` is what these are laid out by, or the name of that. `core_first` is whether new learners meet the
    core first; `authors` are who made the deck, and `report` is where learners report a slip. `unread` are the stems of
    chapters that have not changed since they were released: their notes are without their texts, which the lock has.
    """

    slug: str
    name: str
    name_place: Place
    uid: str
    uid_place: Place
    tag: str
    language: str
    language_place: Place
    term_language: str
    words: Words
    sources: tuple[Source, ...]
    source_place: Place
    chapters: tuple[Chapter, ...]
    notes: tuple[Note, ...]
    images: Mapping[str, bytes]
    lock: Lock
    outside: frozenset[str] = frozenset()
    allows: tuple[Allow, ...] = ()
    copies: Mapping[str, Copy] = field(default_factory=dict)
    proof: Proof | None = None
    fonts: tuple[Font, ...] = ()
    core_first: bool = False
    authors: tuple[str, ...] = ()
    report: str = ""
    layout: Layout | str = ""
    layout_place: Place | None = None
    unread: frozenset[str] = frozenset()

    @property
    def source(self) -> Source:
        """The source that its entries cite where neither they nor their chapter name another: the first one."""
        return self.sources[0]

    @property
    def section_count(self) -> int:
        """How many sections its sources have."""
        return sum(len(source.sections) for source in self.sources)

    def anchor(self, source: Source, page: Page) -> str:
        """Return the name of a page in the page of the sources: no two have the same."""
        return page.anchor if source.id == self.source.id else f"{source.id}/{page.anchor}"

    def stems(self, names: Sequence[str]) -> list[str]:
        """Return the stems of the chapters that are named by numeral or file."""
        return [chapter.stem for chapter in self.chapters if any(chapter.is_called(name) for name in names)]
