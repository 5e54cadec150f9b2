"""The fonts that set a deck: their files in a folder for the engine, and which of them is asked for a letter first.

For letters of Latin, Greek and Cyrillic that is the built-in font, and for those of other scripts a font of the deck.
Digits and marks are taken from the font of the words around them, as typesetters do; in Chinese, Japanese and Korean,
digits are those of the Latin letters.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from flashgen.emit.paper.typography import EUROPEAN, HAN, OTHER
from flashgen.load.files import read_bytes
from flashgen.model.font import Font
from flashgen.model.problem import Problem

BUILT_IN, MONO = "Libertinus Serif", "DejaVu Sans Mono"
CODE = "code"
_LETTERS = r"\p{Latin}\p{Greek}\p{Cyrillic}"
_ALSO_MARKS = rf"[{_LETTERS}\p{{Common}}\p{{Inherited}}]"
_COVERED = {
    EUROPEAN: _ALSO_MARKS,
    **dict.fromkeys(OTHER, f"[{_LETTERS}]"),
    **dict.fromkeys(HAN, "latin-in-cjk"),
}
"""What is taken from the built-in font before others are asked; the last is the engine's name for all but marks that
Chinese, Japanese and Korean have in a width of their own."""

Face = str | Mapping[str, str]
"""A family of fonts, or one with the letters to take from it."""


@dataclass(frozen=True, slots=True)
class Faces:
    """The families of fonts for each way of writing, in order, and the folder of their files, if they have any."""

    families: Mapping[str, Sequence[Face]]
    folder: Path | None = None


def known(fonts: Sequence[Font]) -> bool:
    """Return whether the built-in font is the first, so that the widths of its letters are known."""
    return all(font.path for font in fonts) or not (fonts and fonts[0].path)


def faces(fonts: Sequence[Font], folder: Path, problems: list[Problem]) -> Faces:
    """Return the faces of a deck's fonts, whose files are copied into a folder; what is wrong joins the problems.

    The engine must be installed. UnreadableError where the disk fails.
    """
    before: list[str] = []
    after: list[str] = []
    for place, font in enumerate(fonts):
        if font.path or font.fault:
            after += _families(font, folder / f"{place:04}", problems)
        else:
            before, after = after, []
    return Faces(_ordered([*dict.fromkeys(before)], [*dict.fromkeys(after)]), folder)


def _families(font: Font, home: Path, problems: list[Problem]) -> list[str]:
    """Return the families in a font file, as the engine reads it."""
    if font.path and not font.fault:
        from typst import Fonts

        home.mkdir()
        (home / "font.ttc").write_bytes(read_bytes(font.path))
        if families := Fonts(False, False, [str(home)]).families():
            return families
        font = replace(font, fault="is broken: the typesetting engine cannot read it", hint="use another copy of it")
    problems.append(font.problem())
    return []


def _ordered(before: Sequence[str], after: Sequence[str]) -> dict[str, list[Face]]:
    """Return the families for each way of writing, given those before the built-in one and those after it."""
    listed = {name: [*_listed(name, before, after)] for name in _COVERED}
    return listed | {CODE: [MONO, *before, BUILT_IN, *after]}


def _listed(name: str, before: Sequence[str], after: Sequence[str]) -> Iterator[Face]:
    """Yield families in order. Those named for the script are asked for digits and marks, but no others are."""
    named = [family for family in after if name in family.split()] or after
    yield from before
    if after:
        yield {"name": BUILT_IN, "covers": _COVERED[name]}
    yield from named
    yield BUILT_IN
    yield from (family for family in after if family not in named)


ALONE = Faces(_ordered((), ()))
"""The faces of a deck without fonts of its own."""
