"""What elements of MathML tell of how their pieces are set."""

import re
from collections.abc import Iterator, Sequence
from xml.etree.ElementTree import Element

from flashgen.render.mathtree import Formula, Node

_FENCES = frozenset("()[]{}|‖/\\⟨⟩⌊⌋⌈⌉⟦⟧⟮⟯⎰⎱⌜⌝⌞⌟↑↓↕⇑⇓⇕\u2063")
_LARGE = frozenset("∑∏∐⋀⋁⋂⋃⨀⨁⨂⨃⨄⨅⨆")


def grows(element: Element) -> bool:
    """Tell whether a bracket grows with what stands between it and another."""
    return element.tag == "mo" and element.text in _FENCES and not (element.get("stretchy") or element.get("minsize"))


def function(node: Node) -> Node:
    """Return a name, perhaps with scripts, as that of a function."""
    if node.kind == "word":
        return Node("function", node.said)
    inside = node.parts[0] if node.parts else ()
    return Node(node.kind, node.said, ((function(inside[0]),), *node.parts[1:])) if len(inside) == 1 else node


def dotted(nodes: Sequence[Node]) -> Iterator[Node]:
    """Yield nodes, three full stops as the one sign that they are."""
    stop, place = Node("symbol", "."), 0
    while place < len(nodes):
        are_dots = [*nodes[place : place + 3]] == [stop] * 3
        yield Node("symbol", "…") if are_dots else nodes[place]
        place += 3 if are_dots else 1


def styled(element: Element, nodes: Formula) -> Formula:
    """Return nodes in the size and the colour that an element has."""
    if (shown := element.get("displaystyle")) and nodes:
        nodes = (Node("display" if shown == "true" else "inline", parts=(nodes,)),)
    if colour := re.search(r"(?<=color:)#\w+", element.get("style", "")):
        nodes = (Node("colour", colour.group(), (nodes,)),)
    return nodes


def attached(element: Element, base: Element) -> str:
    """Return the kind of a piece with scripts: at its side, above and below, or where its sign has them."""
    if element.tag.startswith("ms"):
        return "scripts"
    return "attach" if base.text in _LARGE and base.get("movablelimits") != "false" else "limits"
