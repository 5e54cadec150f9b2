"""A text on one line, so that an expectation can stand beside its input."""

from flashgen.model.text import Deletion, Items, Math, Part, Parts, Text


def shown(parts: Parts) -> str:
    """Return parts as words: `«2 answer | hint»` is a deletion, `⟦x⟧` a formula, `⟦⟦x⟧⟧` a display, `(a; b)` a list.

    An ordered list is `#(a; b)`.
    """
    return "".join(map(_shown, parts))


def _shown(part: Part) -> str:
    match part:
        case str():
            return part
        case Math(parts, display, inside):
            tex = shown(parts)
            return tex if inside else f"⟦⟦{tex}⟧⟧" if display else f"⟦{tex}⟧"
        case Deletion(number, parts, hint):
            return f"«{number} {shown(parts)}{hint and f' | {hint}'}»"
        case Text():
            return shown(part.parts)
        case Items(rows, ordered):
            return f"{'#' * ordered}({'; '.join(map(shown, rows))})"
