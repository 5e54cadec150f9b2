"""MathML as the tree of a formula: what the converter makes of TeX, and no other."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from html.entities import html5
from xml.etree.ElementTree import Element, fromstring

from flashgen.render.mathlook import attached, dotted, function, grows, styled
from flashgen.render.mathtable import table
from flashgen.render.mathtree import Formula, Node, UnknownTexError
from flashgen.render.plaintex import ANSWER, GAP, PRIVATE, WORDS

_DEEPEST = 40
_TAG = re.compile(r"<(/?)[^<>]*?(/?)>")
_ENTITY = re.compile(r"&(?!(?:amp|lt|gt|quot|apos);)(\w+;)")
_LENGTH = re.compile(r"(?:margin-left:)?(-?[\d.]+)(r?em|ex);?")
_EX = 0.43
_APPLIES, _NOTHING = "\u2061", "\u2062\u2063\u2064"
_SELECTORS = re.compile("[\ufe00-\ufe0f]")
_LINES = {
    "⏞": "overbrace",
    "⏟": "underbrace",
    "⎴": "overbracket",
    "⎵": "underbracket",
    "⏜": "overparen",
    "⏝": "underparen",
}
_STYLES = {"b": "bold", "strong": "bold", "i": "italic", "em": "italic"}


def tree(mathml: str, words: Sequence[str]) -> Formula:
    """Return MathML as a tree; `words` are those that letters for private use stand for.

    UnknownTexError where it is too deep, or has a command or a deletion where only letters may be.
    """
    if _levels(mathml) > _DEEPEST:
        raise UnknownTexError(f"more than {_DEEPEST} levels")
    root = fromstring(_ENTITY.sub(lambda found: html5[found[1]], mathml))  # noqa: S314 - our converter wrote it
    return _Reader(words).row(root)


def _levels(mathml: str) -> int:
    level = deepest = 0
    for tag in _TAG.finditer(mathml):
        level += -1 if tag[1] else 0 if tag[2] else 1
        deepest = max(level, deepest)
    return deepest


@dataclass(frozen=True, slots=True)
class _Reader:
    """Reads elements; `words` are those that letters for private use stand for."""

    words: Sequence[str]

    def row(self, element: Element) -> Formula:
        """Return what is in an element, one after the other; a name before the sign for application is a function."""
        nodes: list[Node] = []
        for child in element:
            if child.text == _APPLIES and nodes:
                nodes[-1] = function(nodes[-1])
            else:
                nodes += self.piece(child)
        return tuple(dotted(nodes))

    def piece(self, element: Element) -> Formula:
        """Return an element."""
        return _KINDS.get(element.tag, _Reader.group)(self, element)

    def group(self, element: Element) -> Formula:
        """Return what stands in braces, or between brackets that grow with it."""
        if len(element) and element[0].text in (GAP, ANSWER):
            return (Node("gap" if element[0].text == GAP else "answer", parts=(self.piece(element[1]),)),)
        if len(element) > 1 and grows(element[0]) and grows(element[-1]):
            return (self.fenced(element),)
        return styled(element, self.row(element))

    def fenced(self, element: Element) -> Node:
        """Return what stands between brackets; two rows without a line between parentheses are a binomial."""
        opening, *inside, closing = element
        ends = f"{opening.text}{closing.text}"
        if len(inside) == 1 and inside[0].get("linethickness") == "0" and ends == "()":
            return Node("binom", parts=tuple(map(self.piece, inside[0])))
        within = Element("mrow")
        within.extend(inside)
        return Node("fenced", parts=(self.sign(opening), self.row(within), self.sign(closing)))

    def name(self, element: Element) -> Formula:
        """Return a letter, a number, a word, or the words that a letter for private use stands for."""
        said = _SELECTORS.sub("", element.text or "")
        if len(said) == 1 and ord(said) >= WORDS and PRIVATE.match(said):
            return (Node("text", self.words[ord(said) - WORDS]),)
        _need_letters(said)
        if element.get("mathvariant") == "normal":
            return (Node("upright", said),)
        return (Node("word" if len(said) > 1 else "symbol", said),) if said else ()

    def sign(self, element: Element) -> Formula:
        """Return an operator or a bracket."""
        said = (element.text or "").strip(_NOTHING)
        signs = tuple(Node("symbol", letter) for letter in said)
        if size := element.get("minsize"):
            return (Node("big", size.removesuffix("em"), (signs,)),)
        if said in ("|", "‖") and (form := element.get("form")):
            return (Node("class", "opening" if form == "prefix" else "closing", (signs,)),)
        if said in (",", ";", ":") and element.get("rspace") == "0":
            return (Node("class", "normal", (signs,)),)
        return (Node("middle", said),) if said and element.get("stretchy") == "true" else signs

    def text(self, element: Element) -> Formula:
        """Return words, some of them perhaps bold or italic."""
        _need_letters("".join(element.itertext()))
        nodes = [Node("text", element.text or "")]
        for child in element:
            inside = self.text(child)
            nodes += [Node(style, parts=(inside,))] if (style := _STYLES.get(child.tag)) else inside
            nodes.append(Node("text", child.tail or ""))
        return tuple(node for node in nodes if node.said or node.parts)

    def space(self, element: Element) -> Formula:
        """Return a space, which may be negative, in ems."""
        found = _LENGTH.fullmatch(element.get("width") or element.get("style") or "")
        return (Node("space", f"{float(found[1]) * (_EX if found[2] == 'ex' else 1):.3f}"),) if found else ()

    def fraction(self, element: Element) -> Formula:
        """Return a fraction, or two rows without a line."""
        kind = "stack" if element.get("linethickness") == "0" else "fraction"
        return styled(element, (Node(kind, parts=tuple(map(self.piece, element))),))

    def root(self, element: Element) -> Formula:
        """Return a root; a square root has no number."""
        parts = (self.row(element),) if element.tag == "msqrt" else tuple(map(self.piece, element))
        return (Node("root", parts=parts),)

    def scripts(self, element: Element) -> Formula:
        """Return a piece with what stands beside it, or above and below: base, below, above."""
        base, *more = element
        parts = tuple(() if child.tag == "mspace" else self.piece(child) for child in more)
        below, above = (*parts, ()) if element.tag in ("msub", "munder") else ((), *parts)[-2:]
        if element.get("accent") or element.get("accentunder"):
            return (self.accent(base, more[0].text or "", element.tag == "mover"),)
        if not (below or above):
            return self.piece(base)
        return (Node(attached(element, base), parts=(self.base(base), below, above)),)

    def base(self, element: Element) -> Formula:
        """Return what has something above it: an arrow becomes as long as that."""
        arrow = element.tag == "mo" and "\u2190" <= (element.text or "")[:1] <= "\u21ff" and not element.get("stretchy")
        return (Node("stretch", element.text or ""),) if arrow else self.piece(element)

    def accent(self, base: Element, mark: str, is_above: bool) -> Node:
        """Return a piece with a mark above or below it."""
        inside = self.piece(base)
        if mark == "\u0332" or mark in _LINES:
            return Node("line", _LINES.get(mark, "overline" if is_above else "underline"), (inside,))
        if is_above:
            return Node("accent", mark, (inside,))
        return Node("limits", parts=(inside, (Node("stretch", mark),), ()))

    def corners(self, element: Element) -> Formula:
        """Return a piece with something at its four corners: below and above at the right, then at the left."""
        base, *more = [self.piece(child) for child in element if child.tag != "mprescripts"]
        corners = [(), (), *more] if len(more) == 2 else more
        return (Node("corners", parts=(base, *corners)),)

    def table(self, element: Element) -> Formula:
        """Return a matrix, a list of cases or aligned equations."""
        return (table(element, self.row),)

    def enclosed(self, element: Element) -> Formula:
        """Return what is boxed or crossed out."""
        return (Node("enclosed", element.get("notation", ""), (self.row(element),)),)

    def hidden(self, element: Element) -> Formula:
        """Return what only takes its space."""
        return (Node("hidden", parts=(self.row(element),)),)


def _need_letters(said: str) -> None:
    """Raise UnknownTexError where a letter for private use does not stand for itself."""
    if PRIVATE.search(said):
        raise UnknownTexError("a command or a deletion where only letters may be")


_KINDS: dict[str, Callable[[_Reader, Element], Formula]] = {
    "mi": _Reader.name,
    "mn": _Reader.name,
    "mo": _Reader.sign,
    "mtext": _Reader.text,
    "mspace": _Reader.space,
    "mfrac": _Reader.fraction,
    **dict.fromkeys(("msqrt", "mroot"), _Reader.root),
    **dict.fromkeys(("msub", "msup", "msubsup", "munder", "mover", "munderover"), _Reader.scripts),
    "mmultiscripts": _Reader.corners,
    "mtable": _Reader.table,
    "menclose": _Reader.enclosed,
    "mphantom": _Reader.hidden,
}
"""All others only hold pieces."""
