"""CommonMark as a deck may use it: no HTML, no harmful link; images only in blocks, and only of the deck's folder."""

import re
from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING
from unicodedata import normalize
from urllib.parse import unquote

from flashgen.model.source import SCHEMES
from flashgen.model.text import Text

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.token import Token

_LINK = re.compile(rf"(?:{'|'.join(SCHEMES)}):", re.IGNORECASE)
_IMAGE = re.compile(r"[^/:\\]+\.(?:png|jpe?g|gif|svg|webp)", re.IGNORECASE)


@cache
def inline_parser(links: bool = True) -> "MarkdownIt":
    """Return the parser of texts of one paragraph."""
    from markdown_it import MarkdownIt

    parser = MarkdownIt("commonmark", {"html": False}).disable(["image"] if links else ["image", "link", "autolink"])
    parser.validateLink = lambda address: bool(_LINK.match(address))  # type: ignore[method-assign,assignment]
    return parser


@cache
def block_parser(safe: bool = True) -> "MarkdownIt":
    """Return the parser of texts with paragraphs, lists and images: safe ones, or any that is written."""
    from markdown_it import MarkdownIt

    parser = MarkdownIt("commonmark", {"html": False})
    parser.validateLink = lambda address: not safe or _is_safe(address)  # type: ignore[method-assign,assignment]
    return parser


def _is_safe(address: str) -> bool:
    return bool(_LINK.match(address) or _IMAGE.fullmatch(unquote(address)))


def images(tokens: "list[Token]") -> "Iterator[tuple[Token, str]]":
    """Yield each image of a parsed text with the name of its file."""
    for token in tokens:
        for inner in token.children or ():
            if inner.type == "image":
                yield inner, normalize("NFC", unquote(str(inner.attrs["src"])))


def image_names(text: Text) -> list[str]:
    """Return the names of the images that a text means to show, those too that no card could."""
    if "![" not in text.words:
        return []
    markdown = "".join(part for part in text.parts if isinstance(part, str))
    return [name for _, name in images(block_parser(safe=False).parse(markdown))]
