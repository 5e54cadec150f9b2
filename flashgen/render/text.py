"""Render text as HTML: Markdown through markdown-it, TeX as written, deletions in Anki's syntax."""

import re
from collections.abc import Callable
from html import escape

from flashgen.load.markdown import block_parser, images, inline_parser
from flashgen.model.text import Deletion, Items, Math, Parts, Text
from flashgen.render.guard import closed, guarded, guarded_tag
from flashgen.render.hiding import anki_tex

_INLINE_MARK = re.compile(r"[\\`*_\[\]<&\n]")
_BLOCK_MARK = re.compile(r"[\\`*_\[\]<&\n]|^\s*[-+#>=~0-9]")
_SLOT = re.compile("\x01([0-9]+)\x02")
_TAG = re.compile("(<[^>]*>)")


def plain(words: str) -> str:
    """Return plain words (no Markdown) as HTML."""
    return guarded(escape(words, quote=False), "")


def inline(text: Text | None, language: str) -> str:
    """Return a text as inline HTML; `language` is the one whose script marks foreign words."""
    if text is None:
        return ""
    html = _inline(text.parts, "" if text.language else language)
    return f'<span lang="{text.language}">{html}</span>' if text.language else html


def block(text: Text | None, language: str, stored: Callable[[str], str]) -> str:
    """Return a text as HTML with blocks and images; `stored` maps an image's name to its name in the package."""
    return "" if text is None else _html(text.parts, language, _BLOCK_MARK, lambda marked: _block(marked, stored))


def _inline(parts: Parts, language: str) -> str:
    return _html(parts, language, _INLINE_MARK, _paragraph)


def _html(parts: Parts, language: str, mark: re.Pattern[str], markup: Callable[[str], str]) -> str:
    """Return parts as HTML. Numbered slots stand for other parts while Markdown is rendered."""
    if len(parts) == 1 and isinstance(parts[0], str):
        return _words(parts[0], language, mark, markup)
    kept = [part for part in parts if not isinstance(part, str)]
    count = iter(range(len(kept)))
    marked = "".join([part if isinstance(part, str) else f"\x01{next(count)}\x02" for part in parts])
    html = _words(marked, language, mark, markup)
    return _SLOT.sub(lambda slot: _kept(kept[int(slot[1])], language), html)


def _words(words: str, language: str, mark: re.Pattern[str], markup: Callable[[str], str]) -> str:
    """Return words as HTML, through Markdown only if they contain a mark of it."""
    if mark.search(words):
        return _guarded(markup(words), language)
    return guarded(escape(words, quote=False), language)


def _guarded(html: str, language: str) -> str:
    """Return rendered Markdown with Anki's marks broken, in its words and in its tags."""
    pieces = _TAG.split(html)
    pieces[::2] = [guarded(piece, language) for piece in pieces[::2]]
    # A formula in alternative text must not put quotes into the tag.
    pieces[1::2] = [guarded_tag(_SLOT.sub("…", piece)) for piece in pieces[1::2]]
    return "".join(pieces)


def _kept(part: Math | Deletion | Items | Text, language: str) -> str:
    if isinstance(part, Text):
        return inline(part, language)
    if isinstance(part, Math):
        return escape(Math((anki_tex(part.parts),), part.display).written, quote=False)
    if isinstance(part, Items):
        tag, rows = "ol" if part.ordered else "ul", [f"<li>{_inline(row, language)}</li>" for row in part.rows]
        return f"<{tag}>{''.join(rows)}</{tag}>"
    hint = f"::{closed(_inline((part.hint,), language))}" if part.hint else ""
    return f"{{{{c{part.number}::{closed(_inline(part.parts, language))}{hint}}}}}"


def _paragraph(marked: str) -> str:
    """Return rendered inline Markdown. Ignore links if one has a slot in its address or title."""
    html = str(inline_parser().renderInline(marked))
    words = "".join(_TAG.split(html)[::2])
    if _SLOT.findall(words) == _SLOT.findall(marked):
        return html
    return str(inline_parser(links=False).renderInline(marked))


def _block(marked: str, stored: Callable[[str], str]) -> str:
    tokens = block_parser().parse(marked)
    for image, name in images(tokens):
        image.attrs["src"] = stored(name)
    return str(block_parser().renderer.render(tokens, block_parser().options, {})).strip()
