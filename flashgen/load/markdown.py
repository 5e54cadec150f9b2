"""CommonMark as a deck may use it: no HTML, no unsafe links; images only in blocks, from the deck's folder."""

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING, TypeAlias
from unicodedata import normalize
from urllib.parse import unquote

from flashgen.model.source import SCHEMES
from flashgen.model.text import Text

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.rules_inline import StateInline
    from markdown_it.token import Token

_LINK = re.compile(rf"(?:{'|'.join(SCHEMES)}):", re.IGNORECASE)
_IMAGE = re.compile(r"[^/:\\]+\.(?:png|jpe?g|gif|svg|webp)", re.IGNORECASE)

_HTML = re.compile(r"<[!?/a-z][^>]*>?", re.IGNORECASE)
_ADDRESS = re.compile(r"^[a-z][a-z0-9+.-]*:|[/.#]", re.IGNORECASE)


Rule: TypeAlias = "Callable[[StateInline, bool], bool]"


@cache
def inline_parser(links: bool = True) -> "MarkdownIt":
    """Return the parser of texts of one paragraph."""
    return _inline_parser(links)


def _inline_parser(links: bool = True) -> "MarkdownIt":
    from markdown_it import MarkdownIt

    parser = MarkdownIt("commonmark", {"html": False}).disable(["image"] if links else ["image", "link", "autolink"])
    parser.validateLink = lambda address: bool(_LINK.match(address))  # type: ignore[method-assign,assignment]
    return _in_linear_time(parser)


@cache
def block_parser(safe: bool = True, html: bool = False) -> "MarkdownIt":
    """Return the parser of texts with paragraphs, lists and images; only a `safe` one leaves out unsafe links."""
    return _block_parser(safe, html)


def _block_parser(safe: bool = True, html: bool = False) -> "MarkdownIt":
    from markdown_it import MarkdownIt

    parser = MarkdownIt("commonmark", {"html": html})
    parser.validateLink = lambda address: not safe or _is_safe(address)  # type: ignore[method-assign,assignment]
    return _in_linear_time(parser)


def _in_linear_time(parser: "MarkdownIt") -> "MarkdownIt":
    """Return a parser that does not read on from each bracket to the end of a text where none is closed."""
    from markdown_it.rules_inline import image, link

    for name, rule in (("link", link), ("image", image)):
        parser.inline.ruler.at(name, _if_closed(rule))
    return parser


def _if_closed(rule: "Rule") -> "Rule":
    return lambda state, silent: state.src.find("]", state.pos) >= 0 and rule(state, silent)


@cache
def prose_parser(has_blocks: bool, rule: Rule) -> "MarkdownIt":
    """Return a parser like the one that texts are shown with, with a rule of its own for what is no mark."""
    parser = _block_parser() if has_blocks else _inline_parser()
    parser.inline.ruler.at("text", rule)
    return parser


@cache
def literal_parser() -> "MarkdownIt":
    """Return a parser of everything, which keeps escaped characters apart from others."""
    from markdown_it import MarkdownIt

    parser = MarkdownIt("commonmark", {"html": False}).enable("table").disable(["text_join", "reference"])
    parser.validateLink = lambda address: True  # type: ignore[method-assign,assignment]
    return parser


def _is_safe(address: str) -> bool:
    return bool(_LINK.match(address) or _IMAGE.fullmatch(unquote(address)))


def images(tokens: "list[Token]") -> "Iterator[tuple[Token, str]]":
    """Yield each image of a parsed text with its file name."""
    for token in tokens:
        for inner in token.children or ():
            if inner.type == "image":
                yield inner, normalize("NFC", unquote(str(inner.attrs["src"])))


def is_image(name: str) -> bool:
    """Return whether a name can be that of an image in the deck's folder."""
    return bool(_IMAGE.fullmatch(name))


def image_names(text: Text) -> list[str]:
    """Return the names of all images in a text, even those that no card can show."""
    return [name for _, name in images(_all_tokens(text, html=False))] if _may_have_images(text.words) else []


def _may_have_images(words: str) -> bool:
    """Tell whether words have what any image has: its beginning, and its address or the definition of one."""
    return "![" in words and ("](" in words or "]:" in words)


def with_blocks(text: Text | None) -> Text | None:
    """Return a text that may have blocks. One line is none, whatever it begins with, but for an image."""
    if text is None or not ("\n" in text.words or _may_have_images(text.words)):
        return text
    tokens = _all_tokens(text, html=False)
    found = [token.type for token in tokens]
    is_inline = found in ([], ["paragraph_open", "inline", "paragraph_close"]) and not any(images(tokens))
    return replace(text, has_blocks=not is_inline)


def tags(text: Text) -> list[str]:
    """Return the HTML tags of a text as written."""
    html = [token for token in _inner(_all_tokens(text, html=True)) if token.type in ("html_inline", "html_block")]
    return [tag for token in html for tag in _HTML.findall(token.content)]


def dead_links(text: Text) -> list[str]:
    """Return the addresses of links that cards leave out, as written. A bare word may not be an address."""
    if not any(mark in text.words for mark in ("](", "]:", "<")):
        return []
    links = [token for token in _inner(_all_tokens(text, html=False)) if token.type == "link_open"]
    addresses = [unquote(str(token.attrs["href"])) for token in links]
    return [address for address in addresses if _ADDRESS.search(address) and not _is_safe(address)]


def _all_tokens(text: Text, html: bool) -> "list[Token]":
    """Return the Markdown tokens of a text, with unsafe links."""
    return block_parser(safe=False, html=html).parse(_marked(text))


def _marked(text: Text) -> str:
    """Return the Markdown of a text with a sign in place of what is none."""
    return "".join(part if isinstance(part, str) else "\x01" for part in text.parts)


def _inner(tokens: "list[Token]") -> "Iterator[Token]":
    for token in tokens:
        yield token
        yield from token.children or ()
