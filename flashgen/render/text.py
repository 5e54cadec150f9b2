"""Render text as HTML: Markdown through markdown-it, TeX as written, deletions in Anki's syntax."""

import re
from collections.abc import Callable
from dataclasses import replace
from functools import lru_cache
from html import escape, unescape

from flashgen.load.markdown import block_parser, images, inline_parser
from flashgen.model.language import direction
from flashgen.model.text import Items, Math, Parts, Text, words
from flashgen.render.direction import has_letters_to_left, is_apart, language_attributes, runs
from flashgen.render.guard import are_written_alike, closed, guarded, guarded_tag
from flashgen.render.hiding import anki_tex
from flashgen.render.slots import SLOT, Kept, slotted

_INLINE_MARK = re.compile(r"[\\`*_\[\]<&\n]")
_BLOCK_MARK = re.compile(r"[\\`*_\[\]<&\n]|^\s*[-+#>=~0-9]")
_TAG = re.compile("(<[^>]*>)")


@lru_cache(maxsize=4096)
def plain(words: str) -> str:
    """Return plain words (no Markdown) as HTML."""
    return guarded(escape(words, quote=False), "")


def unescaped(html: str) -> str:
    """Return the words of inline HTML."""
    return unescape(_TAG.sub("", html))


def unmarked(text: Text) -> str:
    """Return a text as plain words, without its marks."""
    return unescaped(inline(text, ""))


def inline(text: Text | None, language: str) -> str:
    """Return a text as inline HTML; `language` is the one whose script marks foreign words."""
    if text is None:
        return ""
    html = _inline(text.parts, _terms(text.language, language))
    return f"<span {language_attributes(text.language)}>{html}</span>" if text.language else html


def field(text: Text | None, language: str, around: str, own: str = "") -> str:
    """Return a text that stands alone among texts of the language `around`; words that run the other way are set apart.

    A text in the entry's `own` language is a block where that runs the other way.
    """
    if text is None:
        return ""
    terms = _terms(text.language or around, language)
    if not text.language:
        html = _inline(text.parts, terms)
        return f"<bdi>{html}</bdi>" if is_apart(text.words, around) else html
    if text.language == own and direction(own) != direction(around):
        return _in(own, _inline(text.parts, terms))
    return inline(text, terms)


def block(text: Text | None, language: str, around: str, stored: Callable[[str], str]) -> str:
    """Return a text as HTML with blocks and images; `stored` maps an image's name to its name in the package."""
    if text is None or not _BLOCK_MARK.search(text.words):
        return field(text, language, around, text.language if text else "")
    spoken = text.language or around
    html = _html(text.parts, _terms(spoken, language), _BLOCK_MARK, lambda marked: _block(marked, spoken, stored))
    return _in(text.language, html) if text.language else html


def _in(language: str, html: str) -> str:
    return f'<div lang="{language}" dir="{direction(language)}">{html}</div>'


def _terms(spoken: str, language: str) -> str:
    """Return the language whose script marks foreign words in a text: none in one of a language with that script."""
    return "" if spoken and are_written_alike(spoken, language) else language


def _inline(parts: Parts, language: str) -> str:
    return _html(parts, language, _INLINE_MARK, _paragraph)


def _html(parts: Parts, language: str, mark: re.Pattern[str], markup: Callable[[str], str]) -> str:
    """Return parts as HTML. Numbered slots stand for other parts while Markdown is rendered."""
    if len(parts) == 1 and isinstance(parts[0], str):
        return _words(parts[0], language, mark, markup)
    marked, kept = slotted(parts)
    html, around = _words(marked, language, mark, markup), has_letters_to_left(marked)
    return SLOT.sub(lambda slot: _kept(kept[int(slot[1])], language, around), html)


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
    pieces[1::2] = [guarded_tag(SLOT.sub("…", piece)) for piece in pieces[1::2]]
    return "".join(pieces)


def _kept(part: Kept, language: str, to_left: bool) -> str:
    """Return a part that is not words; `to_left` is whether there are letters around it that run to the left."""
    if isinstance(part, Text):
        html = inline(part, language)
        if part.leads:
            return f'<span class="question">{html}</span>'
        return html if part.language or not (to_left or has_letters_to_left(part.words)) else f"<bdi>{html}</bdi>"
    if isinstance(part, Math):
        return escape(Math((anki_tex(part.parts),), part.display).written, quote=False)
    if isinstance(part, Items):
        return _listed(part, language)
    hint = f"::{closed(_inline((part.hint,), language))}" if part.hint else ""
    return f"{{{{c{part.number}::{closed(_inline(part.parts, language))}{hint}}}}}"


def _listed(items: Items, language: str) -> str:
    """Return a list; an item that runs the other way than the others is set apart."""
    ways = [runs(words(row)) for row in items.rows]
    rows = [_inline(row, language) for row in items.rows]
    if len({*ways}) > 1 and "rtl" in ways:
        rows = [f"<bdi>{row}</bdi>" if way else row for row, way in zip(rows, ways, strict=True)]
    tag = "ol" if items.ordered else "ul"
    # Anki's browser shows a card without its tags, and would join the last word of an item with the next one's first.
    inner = "\n".join([f"<li>{row}</li>" for row in rows])
    return f"<{tag}>{inner}</{tag}>"


def _paragraph(marked: str) -> str:
    """Return rendered inline Markdown. Ignore links if one has a slot in its address or title."""
    html = str(inline_parser().renderInline(marked))
    words = "".join(_TAG.split(html)[::2])
    if SLOT.findall(words) == SLOT.findall(marked):
        return html
    return str(inline_parser(links=False).renderInline(marked))


def _block(marked: str, around: str, stored: Callable[[str], str]) -> str:
    """Return rendered blocks; a paragraph that runs the other way than the language `around` is set apart."""
    tokens = block_parser().parse(marked)
    for token in tokens:
        if token.children and is_apart(token.content, around):
            opening, closing = (replace(token, type="html_inline", content=tag) for tag in ("<bdi>", "</bdi>"))
            token.children = [opening, *token.children, closing]
    for image, name in images(tokens):
        image.attrs["src"] = stored(name)
    return str(block_parser().renderer.render(tokens, block_parser().options, {})).strip()
