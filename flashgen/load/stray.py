"""Files in decks/ and source/ that no build reads, although they look like chapters or decks; and copies of chapters.

Images, a README, and backups that an editor leaves beside a chapter (`01-question.yaml~`) are not reported.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from pathlib import Path

from flashgen.load.bibliography import ENDINGS
from flashgen.load.files import chapter_files, is_shown, leads_out
from flashgen.model.place import Place
from flashgen.model.problem import Problem

_YAML = (".yaml", ".yml")
_FIRST_KEY = re.compile(r"""\ufeff?(?:[ \t]*(?:#.*|---.*)?\r?\n)*\{?["']?(\w+)["']?\s*:""")
_LONGEST_HEAD = 4096
"""A file without a key in so many characters is not a chapter."""

_KEYS_OF = {"chapter": ("chapter", "title", "entries"), "deck": ("name", "uid", "tag", "term_language")}
_MOST_HOLDERS = 20
"""In how many files an id is looked for: a copy shares most of its ids, and not one that is everywhere."""

_ID = re.compile(r"""\bid["']?:\s*["']?([a-z0-9-]+)""")


def distinct_chapters(folder: Path, root: Path, problems: list[Problem]) -> tuple[Path, ...]:
    """Return the chapter files of a deck, sorted by name. Copies of others are left out, and join the problems."""
    files, known, holders = chapter_files(folder, root, problems), set[Path](), defaultdict[str, list[Path]](list)
    for path in sorted(files, key=lambda path: (len(path.name), path)):  # a copy has the longer name
        own = {*_ID.findall(_text(path))}
        shared = Counter(file for id in sorted(own) for file in holders[id])
        other, most = max(shared.items(), key=lambda pair: (pair[1], pair[0].name), default=(path, 0))
        if most > max(1, len(own) / 2):
            message = f"{most} of its {len(own)} entries have the same ids as entries of {other.name}"
            hint = "delete this file if it is a copy; otherwise delete these entries from one of the two"
            problems.append(Problem(_place(path, root), "copied-file", message, hint))
        else:
            known.add(path)
            for id in own:
                holders[id] += [path] if len(holders[id]) < _MOST_HOLDERS else []
    return tuple(path for path in files if path in known)


def strays(root: Path, folders: Sequence[Path], lost: Collection[str]) -> Iterator[Problem]:
    """Yield a problem for each file in decks/, source/ and the folders of decks that looks like one that a build reads.

    `lost` are the ids of released entries that are in no file that is read.
    """
    yield from _misplaced(_files(root / "decks"), "outside of a deck's folder", "the folder of its deck", root, lost)
    sources = root / "source"
    if sources.is_dir() and not leads_out(sources, root):
        chapters = [path for path in _files(sources) if path.suffix.lower() not in ENDINGS and _looks_like(path)]
        yield from _misplaced(chapters, "in source/", "the folder of its deck", root, lost)
    for folder in (folder for folder in folders if not leads_out(folder, root)):
        home = folder.relative_to(root).as_posix()
        yield from _misnamed(_files(folder), root, lost)
        yield from _misplaced(_below(folder), f"in a folder below {home}", home, root, lost)


def _misnamed(files: Iterable[Path], root: Path, lost: Collection[str]) -> Iterator[Problem]:
    """Yield a problem for each chapter whose name does not end in .yaml."""
    for path in files:
        if path.suffix != ".yaml" and (path.suffix.lower() in _YAML or _looks_like(path) == "chapter"):
            message = f"no build reads this file, since its name does not end in .yaml{_cost(path, lost)}"
            hint = f"rename it to {path.name.strip('#~').split('.')[0]}.yaml"
            yield Problem(_place(path, root), "wrong-suffix", message, hint)


def _misplaced(files: Iterable[Path], where: str, home: str, root: Path, lost: Collection[str]) -> Iterator[Problem]:
    """Yield a problem for each file in a place where none is read; `home` is the place for a chapter."""
    for path in files:
        kind = _looks_like(path)
        if kind == "chapter":
            message = f"no build reads a chapter {where}{_cost(path, lost)}"
            yield Problem(
                _place(path, root), "stray-file", message, f"move it into {home}, or out of {_top(path, root)}/"
            )
        elif kind == "deck":
            hint = "move it, with its chapters, into its own folder in decks/"
            yield Problem(_place(path, root), "stray-file", f"no build reads a deck {where}", hint)
        elif path.suffix.lower() in _YAML:
            hint = "move it out of decks/ if no deck needs it"
            yield Problem(_place(path, root), "stray-file", f"no build reads a file {where}", hint, "warning")


def _looks_like(path: Path) -> str:
    """Return "chapter" or "deck" for a file that begins like one and is not a backup; otherwise nothing."""
    first = _FIRST_KEY.match(_text(path, _LONGEST_HEAD))
    kinds = [kind for kind, keys in _KEYS_OF.items() if first and first[1] in keys]
    return kinds[0] if kinds and not _is_backup(path) else ""


def _is_backup(path: Path) -> bool:
    """Return whether the name of a file contains that of a chapter beside it, as an editor's backup does."""
    if path.suffix in _YAML:
        return False
    stems = (file.stem for file in path.parent.glob("*.yaml"))
    return any(re.search(rf"(?<!\w){re.escape(stem)}(?!\w)", path.name) for stem in stems)


def _cost(path: Path, lost: Collection[str]) -> str:
    """Return what a build would do to the released entries in a file."""
    count = len({*_ID.findall(_text(path))} & {*lost})
    return f": its {count} released entr{'y' if count == 1 else 'ies'} would be withdrawn" if count else ""


def _files(folder: Path) -> list[Path]:
    return sorted(path for path in folder.iterdir() if is_shown(path) and path.is_file() and not path.is_symlink())


def _below(folder: Path) -> Iterator[Path]:
    """Yield the files in all folders below a folder; of a deck, only deck.yaml."""
    for inner in sorted(folder.iterdir()):
        if is_shown(inner) and inner.is_dir() and not inner.is_symlink():
            head = inner / "deck.yaml"
            yield from (head,) if head.is_file() else (*_files(inner), *_below(inner))


def _text(path: Path, most: int = -1) -> str:
    if not path.is_file():
        return ""  # a pipe would never end
    try:
        with path.open(encoding="utf-8", errors="replace") as file:
            return file.read(most)
    except OSError:
        return ""


def _top(path: Path, root: Path) -> str:
    return path.relative_to(root).parts[0]


def _place(path: Path, root: Path) -> Place:
    return Place(path.relative_to(root).as_posix(), 1, 1)
