r"""What a card hides, and formulas in which it hides something.

Anki replaces a deletion in a formula by its words, or by `[...]` or `[hint]`; then MathJax sets the result.
"""

import re
from dataclasses import dataclass

from flashgen.model.text import Deletion, Items, Part, Parts
from flashgen.render.guard import guarded_tex


@dataclass(frozen=True, slots=True)
class Hiding:
    """The numbers of the deletions that a card asks for. `shown` is True on a back, which reveals them."""

    numbers: frozenset[int] = frozenset()
    shown: bool = False


OPEN = Hiding()

GAP_TEX, ANSWER_TEX = "\x03", "\x04"
"""The commands of a blank and of a revealed answer in TeX, each with an argument."""

_TEX = re.compile(r"[\\^_{}$]")
_DELETION = re.compile(r"\{\{.*?\}\}", re.DOTALL)
_IN_TEXT = re.compile(r"\\(?:text\w*|[mh]box)\s*\{[^{}]*$")


def anki_tex(parts: Parts) -> str:
    """Return TeX with its deletions as Anki reads them."""
    tex = ""
    for part in parts:
        piece = _anki(part, tex)
        tex += " " * (tex[-1:] + piece[:1] in ("{{", "}}")) + piece
    return tex


def _anki(part: Part, before: str) -> str:
    if isinstance(part, str):
        return guarded_tex(part)
    if not isinstance(part, Deletion):
        return anki_tex(_inner(part))
    inside, hint = anki_tex(part.parts), guarded_tex(_hint(part.hint, before))
    # A space where braces or colons would meet: TeX passes over it.
    start, end = " " * inside.startswith((":", "}")), " " * (hint or inside).endswith((":", "}"))
    if hint:
        inside += f"{' ' * inside.endswith(':')}::{' ' * hint.startswith(':')}{hint}"
    return f"{{{{c{part.number}::{start}{inside}{end}}}}}"


def _inner(part: Part) -> Parts:
    """Return the pieces of the formula that a deletion hides."""
    return () if isinstance(part, (str, Items)) else part.parts


def _hint(hint: str, before: str = "") -> str:
    r"""Return a hint as TeX: words are set as text, unless they stand in a `\text` already."""
    return hint if not hint or _TEX.search(hint) or _IN_TEXT.search(_DELETION.sub("", before)) else _text(hint)


def shown_tex(parts: Parts, hiding: Hiding) -> str:
    """Return TeX with the commands GAP_TEX and ANSWER_TEX at what a card asks for."""
    tex = ""
    for part in parts:
        tex += part if isinstance(part, str) else _shown(part, hiding, bool(_IN_TEXT.search(tex)))
    return tex


def _shown(part: Part, hiding: Hiding, in_text: bool) -> str:
    if not isinstance(part, Deletion) or part.number not in hiding.numbers:
        return shown_tex(_inner(part), hiding)
    if not hiding.shown:
        piece = f"{GAP_TEX}{{{_hint(part.hint) or '…'}}}"
    else:
        inside = shown_tex(part.parts, OPEN)
        piece = f"{ANSWER_TEX}{{{_text(inside) if in_text else inside}}}"
    return rf"}}{piece}\text{{" if in_text else piece


def _text(words: str) -> str:
    return rf"\text{{{words}}}"
