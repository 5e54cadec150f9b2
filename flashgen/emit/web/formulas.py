"""The formulas of cards as MathML, so that they show without a network and without a script."""

import re
from collections.abc import Iterable, Iterator
from html import unescape

from flashgen.render.formula import mathml
from flashgen.render.mathtree import UnknownTexError

_FORMULA = re.compile(r"\\\((.*?)\\\)|\\\[(.*?)\\\]", re.DOTALL)
_TAG = re.compile(r"<[^>]*>")
_INNERMOST = re.compile(r"\{\{c(\d+)::((?:(?!\{\{c\d|\}\}).)*)\}\}", re.DOTALL)


def formulas(fields: Iterable[str]) -> dict[str, str]:
    """Return the MathML of each formula in fields of notes, by the TeX that Anki would give to MathJax.

    That differs from card to card where a formula hides something. A formula that cannot be converted is left out.
    """
    found = {tex: is_display for field in fields if "\\" in field for tex, is_display in _all(field)}
    made = {tex: _mathml(tex, is_display) for tex, is_display in found.items()}
    return {tex: mathml for tex, mathml in made.items() if mathml}


def _all(field: str) -> Iterator[tuple[str, bool]]:
    for formula in _FORMULA.finditer(field):
        tex = unescape(_TAG.sub("", formula[1] or formula[2] or ""))
        for number in {"", *re.findall(r"\{\{c(\d+)::", tex)}:
            yield _without(tex, number), formula[2] is not None


def _without(tex: str, number: str) -> str:
    """Return a formula in which one number is hidden, or none."""

    def shown(deletion: re.Match[str]) -> str:
        words, _, hint = deletion[2].partition("::")
        return f"[{hint or '...'}]" if deletion[1] == number else words

    while _INNERMOST.search(tex):
        tex = _INNERMOST.sub(shown, tex)
    return tex


def _mathml(tex: str, is_display: bool) -> str:
    try:
        return mathml(tex, is_display)
    except UnknownTexError:
        return ""
