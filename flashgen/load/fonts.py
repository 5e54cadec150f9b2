"""The fonts that `deck.yaml` names for printed sheets: where their files are, and what is wrong with any."""

import os
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from unicodedata import normalize

from flashgen.load.files import is_shown, leads_out, listed
from flashgen.load.fontfile import SUFFIXES, fault
from flashgen.load.nodes import Scalar
from flashgen.model.font import Font

BUILT_IN = "built-in"
"""What an author writes for the built-in font, to put it behind others."""

_HERE = "is not in the deck's folder or the project's"


def fonts(written: Sequence[Scalar], folder: Path, root: Path) -> tuple[Font, ...]:
    """Return the fonts that are written in the file of the deck in a folder, those of a folder by name."""
    return tuple([font for value in written for font in _fonts(value, folder, root)])


def _fonts(value: Scalar, folder: Path, root: Path) -> Iterator[Font]:
    name = normalize("NFC", value.value.strip().replace("\\", "/"))
    font = Font(name, value.place)
    if name == BUILT_IN:
        yield font
        return
    path = next((path for home in (folder, root) if (path := _found(home, name))), None)
    if path is None:
        yield replace(font, fault=_HERE, hint="put the file there, or correct the name")
    elif not path.is_dir() or leads_out(path, root):
        yield _font(font, path, root)
    else:
        files = sorted(file for file in listed(path) if is_shown(file) and file.suffix.lower() in SUFFIXES)
        yield from [_font(replace(font, name=f"{name.rstrip('/')}/{file.name}"), file, root) for file in files]
        if not files:
            hint = "put font files into it that end in .ttf, .otf, .ttc or .otc"
            yield replace(font, fault="is a folder without a font file", hint=hint)


def _found(home: Path, name: str) -> Path | None:
    """Return the path of a name below a folder, however the disk composes its letters; None if nothing is there."""
    paths = [home / normalize(form, name) for form in ("NFC", "NFD")]
    return next((path for path in paths if os.path.exists(path)), None)  # noqa: PTH110 - false for a name too long


def _font(font: Font, path: Path, root: Path) -> Font:
    if leads_out(path, root):
        return replace(font, fault="is outside of the project", hint="copy the file into the deck's folder")
    message, hint = fault(path)
    return replace(font, path=path, fault=message, hint=hint)
