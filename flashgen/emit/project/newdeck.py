"""The files of a new deck: a source, `deck.yaml`, a chapter of samples, and what a project has beside them.

Comments in the deck's files are in the deck's language. Those in the workflow are English, as all of GitHub's is.
"""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from string import Template

from flashgen import __version__
from flashgen.emit.project.scalar import listed, scalar
from flashgen.emit.report.schema import FILES, path_of, schema
from flashgen.languages import samples
from flashgen.load.tag import RESERVED

_TEMPLATES = Path(__file__).with_name("templates")
_CHAPTER = "# yaml-language-server: $schema=../.schema/chapter.json\n"


@dataclass(frozen=True, slots=True)
class NewSource:
    """What an author says of the source of a new deck.

    `authors` are `Family, Given`, or one name. `pages` are labels and ranges of them; none for a text without pages.
    `bibliography` names a file in source/ that has the citation, in place of title and authors.
    """

    title: str
    authors: tuple[str, ...] = ()
    label: str = ""
    locator: str = "page"
    pages: tuple[str, ...] = ()
    bibliography: str = ""


def source_file(of: NewSource, language: str = "en") -> bytes:
    """Return the file of a source, with a comment in a language."""
    citation = f" {scalar(of.bibliography)}" if of.bibliography else "".join(_citation(of.title, of.authors))
    pages = f"pages: {listed(of.pages)}\n" if of.pages else ""
    _, comment, _ = samples(language)
    label = scalar(of.label or _label(of))
    return _filled("source.yaml", comment=comment, label=label, citation=citation, locator=of.locator, pages=pages)


def new_deck(
    name: str, uid: str, language: str, of: NewSource, page: str, root: Path, taken: Collection[str] = ()
) -> dict[Path, bytes]:
    """Return the content of each file of a new deck by its path; its samples cite a page.

    `taken` are names of other decks: of two decks on one text, the second has its folder's name in its own.
    """
    deck = root / "decks" / name
    files = {
        root / "source" / f"{name}.yaml": source_file(of, language),
        deck / "deck.yaml": _deck_file(name, uid, language, of.title, taken),
        deck / "01-first.yaml": _chapter(language, page),
        root / ".gitignore": _filled("gitignore"),
        root / ".gitattributes": _filled("gitattributes"),
        root / ".github/workflows/flashgen.yml": _filled("workflow.yml", version=__version__),
    }
    return files | {path_of(file, root): schema(file) for file in FILES}


def _deck_file(name: str, uid: str, language: str, title: str, taken: Collection[str]) -> bytes:
    tag = f"{name}-deck" if name in RESERVED else name
    title = title.replace("::", ":")  # :: makes decks within decks
    if title.casefold() in map(str.casefold, taken):
        title = f"{title} ({name})"
    comment, _, _ = samples(language)
    return _filled("deck.yaml", comment=comment, name=scalar(title), uid=uid, source=name, language=language, tag=tag)


def _chapter(language: str, page: str) -> bytes:
    _, _, text = samples(language)
    if not page:
        text = text.replace("    page: $page\n", "")
    return (_CHAPTER + Template(text).substitute(page=scalar(page))).encode("utf-8")


def _label(of: NewSource) -> str:
    """Return a short name: that of the first author, or the title."""
    return of.authors[0].partition(",")[0].strip() if of.authors else of.title


def _citation(title: str, authors: Iterable[str]) -> Iterator[str]:
    """Yield the lines of a citation."""
    yield f"\n  title: {scalar(title)}"
    yield "\n  author:" if authors else ""
    for author in authors:
        family, comma, given = (part.strip() for part in author.partition(","))
        yield (
            f"\n    - family: {scalar(family)}\n      given: {scalar(given)}"
            if comma
            else f"\n    - literal: {scalar(family)}"
        )


def _filled(template: str, **values: str) -> bytes:
    return Template((_TEMPLATES / template).read_text("utf-8")).substitute(values).encode("utf-8")
