"""Whether an SVG is only a picture. It is a document, which could run scripts, load files and send what it finds.

What draws is allowed by name; what names a thing may name one of the same file, or a picture written out in place. What
drawing programs add in vocabularies of their own is left alone: a browser takes no notice of it.
"""

import re
from xml.parsers.expat import ExpatError, ParserCreate

_SVG = "http://www.w3.org/2000/svg"
_RUNS = ("http://www.w3.org/1999/xhtml", "http://www.w3.org/1998/Math/MathML")
"""The other vocabularies that a browser acts on."""

_DRAWING = (
    "svg g defs symbol use switch a title desc metadata view style path rect circle ellipse line polyline polygon text "
    "tspan tref textPath altGlyph altGlyphDef altGlyphItem glyph glyphRef missing-glyph font font-face font-face-src "
    "font-face-name font-face-format hkern vkern image marker linearGradient radialGradient stop pattern clipPath mask "
    "filter mesh meshgradient meshpatch meshrow hatch hatchpath solidColor solidcolor color-profile animate "
    "animateColor animateMotion animateTransform set mpath flowRoot flowRegion flowRegionExclude flowDiv flowPara "
    "flowSpan flowLine feBlend feColorMatrix feComponentTransfer feComposite feConvolveMatrix feDiffuseLighting "
    "feDisplacementMap feDistantLight feDropShadow feFlood feFuncA feFuncB feFuncG feFuncR feGaussianBlur feImage "
    "feMerge feMergeNode feMorphology feOffset fePointLight feSpecularLighting feSpotLight feTile feTurbulence"
)
_DRAWS = frozenset(_DRAWING.split())
_NAMES = ("href", "src", "base")
_INSIDE = re.compile(r"\s*(#|data:image/(png|jpe?g|gif|webp)[;,]|$)", re.IGNORECASE)
_PAGE = re.compile(r"\s*https?:", re.IGNORECASE)

_ESCAPE = re.compile(r"\\([0-9a-f]{1,6})\s?|\\", re.IGNORECASE)
_LOADS = re.compile(r"@import|(?:image-set|image|src|expression)\(|-moz-binding|behavior\s*:", re.IGNORECASE)
_URL = re.compile(
    r"url\((?!\s*[\"']?\s*(?:#|data:(?:image/(?:png|jpe?g|gif|webp)|font/|application/(?:x-)?font)))", re.IGNORECASE
)


def is_svg(name: str) -> bool:
    """Tell whether a file is an SVG by its name."""
    return name.lower().endswith(".svg")


class _Refused(Exception):  # noqa: N818 - it is no error, but ends the reading
    """What an SVG may not have."""


def svg_faults(content: bytes) -> tuple[str, str]:
    """Return what keeps an SVG from being read, and what it has that is more than a picture; "" for neither."""
    reading = _Reading()
    try:
        reading.parser.Parse(content, True)
    except _Refused as refused:
        return "", f"{refused} in line {reading.parser.CurrentLineNumber}"
    except (ExpatError, ValueError, LookupError):
        return f"is not XML in line {reading.parser.ErrorLineNumber}", ""
    return reading.broken, ""


class _Reading:
    """An SVG as it is read, element by element."""

    def __init__(self) -> None:
        self.broken = "has no element svg"
        self.depth = 0
        self.style: list[str] | None = None
        self.parser = ParserCreate(namespace_separator=" ")
        self.parser.buffer_text = True
        self.parser.StartElementHandler = self._start
        self.parser.EndElementHandler = self._end
        self.parser.CharacterDataHandler = self._words
        self.parser.EntityDeclHandler = self._entity
        self.parser.ProcessingInstructionHandler = self._instruction

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        space, _, element = name.rpartition(" ")
        if self.depth == 0:
            self.broken = "" if name == f"{_SVG} svg" else f'does not begin with <svg xmlns="{_SVG}">'
        self.depth += 1
        if space in _RUNS or (space == _SVG and element not in _DRAWS):
            raise _Refused(f"<{element}>")
        if space == _SVG:
            for attribute, value in attributes.items():
                _look(element, *attribute.rpartition(" ")[::2], value)
            self.style = [] if element == "style" else self.style

    def _end(self, _: str) -> None:
        self.depth -= 1
        if self.style is not None:
            _look("style", "", "style", "".join(self.style))
            self.style = None

    def _words(self, words: str) -> None:
        if self.style is not None:
            self.style.append(words)

    def _entity(self, name: str, is_of_dtd: bool, value: str | None, *_: object) -> None:
        if is_of_dtd or value is None:  # others are read in their places; the parser stops at those that explode
            raise _Refused(f"the entity {name}")

    def _instruction(self, target: str, _: str) -> None:
        if target == "xml-stylesheet":
            raise _Refused("a style sheet of another file")


def _look(element: str, space: str, attribute: str, value: str) -> None:
    """Refuse an attribute that runs something, or loads a file."""
    if attribute.lower().startswith("on"):
        raise _Refused(f"{attribute}=")
    if attribute in _NAMES:
        if not (_INSIDE.match(value) or (element == "a" and _PAGE.match(value))):
            raise _Refused(f'a link to "{value[:40]}"')
    elif attribute == "attributeName" and value.rpartition(":")[2].lower().startswith(("on", *_NAMES)):
        raise _Refused(f"<{element}> of {value}")
    elif not space and ("(" in value or "@" in value or "\\" in value):
        css = _ESCAPE.sub(lambda found: chr(int(found[1], 16) % 0x110000) if found[1] else "", value)
        if _LOADS.search(css) or _URL.search(css):
            raise _Refused("a style that loads a file")
