"""A citation in a file below `source/`, as a reference manager exports it: CSL JSON, BibTeX or BibLaTeX."""

import re
from collections.abc import Sequence
from pathlib import Path, PurePosixPath

from flashgen.errors import suggested
from flashgen.load.csljson import items as json_items
from flashgen.load.exported import Item
from flashgen.load.files import readable_text
from flashgen.load.nodes import Scalar
from flashgen.model.problem import Problem

FILE = re.compile(r"(?P<file>[^#\n]*\.(?:[jJ][sS][oO][nN]|[bB][iI][bB]))\s*(?:#(?P<key>[^\n]*))?")
"""The name of a file, and the key of one of its items."""

ENDINGS = (".json", ".bib")


def item_named(written: Scalar, root: Path, problems: list[Problem]) -> Item | None:
    """Return the item that a value of a source file names; None with problems. UnreadableError if the disk fails."""
    match = FILE.fullmatch(written.value.strip())
    if not match:
        message = f'"{written.value.strip()}" is not the name of a .json or .bib file'
        _report(problems, written, message, "write keys such as title: below citation:, or name a file in source/")
        return None
    name, key = match["file"], (match["key"] or "").strip()
    text = _text(name, written, root, problems)
    if text is None:
        return None
    faults: list[Problem] = []
    items = _items(name, text, faults)
    chosen = [item for item in items if key in item.names] if key else items
    if len(chosen) == 1:
        return chosen[0]
    problems.extend(faults or [_unclear(name, key, items, chosen, written)])
    return None


def _text(name: str, written: Scalar, root: Path, problems: list[Problem]) -> str | None:
    """Return the text of a file below source/."""
    folder = root / "source"
    if PurePosixPath(name).is_absolute() or ".." in PurePosixPath(name).parts or "\\" in name or ":" in name:
        message, hint = f'"{name}" is not in source/', "copy the file into source/, and write its name"
        _report(problems, written, message, hint)
        return None
    if not (folder / name).is_file():
        known = tuple(sorted(path.name for path in folder.iterdir() if FILE.fullmatch(path.name)))
        hint = suggested(name, known) if known else "export it from Zotero into source/, or correct the name"
        problems.append(Problem(written.place, "missing-file", f"there is no source/{name}", hint))
        return None
    return readable_text(folder / name, root, problems)


def _items(name: str, text: str, faults: list[Problem]) -> Sequence[Item]:
    """Return the items that can be read; the others are faults, which matter only to who looks for one of them."""
    if name.lower().endswith(".json"):
        return json_items(text, f"source/{name}", faults)
    from flashgen.load.bibtex import items as bib_items  # the library takes its time

    return bib_items(text, f"source/{name}", faults)


def _unclear(name: str, key: str, items: Sequence[Item], chosen: Sequence[Item], written: Scalar) -> Problem:
    """Return why none of the items is the one that is meant."""
    keys = tuple(dict.fromkeys(item.names[0] for item in items if item.names))
    if not items:
        message, hint = f"{name} has no item", "export the item from Zotero again"
    elif not key:
        message = f"{name} has {len(items)} items, and no key says which"
        hint = f"add # and the key of one: {_listed(keys)}"
    elif chosen:
        message, hint = f'{len(chosen)} items of {name} have the key "{key}"', "give one of them another key"
    else:
        message, hint = f'{name} has no item "{key}"', suggested(key, keys)
    return Problem(written.place, "bad-citation", message, hint)


def _listed(keys: Sequence[str]) -> str:
    return f"{', '.join(keys[:10])}{', …' if len(keys) > 10 else ''}"


def _report(problems: list[Problem], written: Scalar, message: str, hint: str) -> None:
    problems.append(Problem(written.place, "bad-citation", message, hint))
