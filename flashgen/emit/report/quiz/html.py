"""Questions as HTML, as learning platforms show it."""

from collections.abc import Iterable
from html import escape

from flashgen.emit.paper.exam.item import Item
from flashgen.model.deck import Deck
from flashgen.model.language import direction
from flashgen.render.blocks import Block, Blocks, Paragraph, Rows
from flashgen.render.inline import Run
from flashgen.render.runs import Line

_STYLES = (("bold", "strong"), ("italic", "em"), ("code", "code"))


def line_html(runs: Line) -> str:
    """Return runs as HTML; formulas as TeX."""
    return "".join(map(_run, runs))


def blocks_html(blocks: Blocks) -> str:
    """Return blocks as HTML; a picture as the words that stand for it."""
    return "".join(map(_block, blocks))


def question_html(deck: Deck, item: Item) -> str:
    """Return what a question asks, without what there is to choose from."""
    lead = f"<p><em>{_escaped(item.lead)}</em></p>" if item.lead else ""
    asked = "" if item.prompt else f"<p>{_escaped(deck.words.phrase(f'paper_{item.form}'))}</p>"
    return spoken(deck, item, lead + asked + blocks_html(item.prompt))


def key_html(deck: Deck, item: Item) -> str:
    """Return the answer of a question and the pages that it rests on."""
    return spoken(deck, item, f"{blocks_html(item.key)}<p>{_escaped(item.cite)}</p>")


def spoken(deck: Deck, item: Item, html: str) -> str:
    """Return HTML in the language of a question, if that is not the deck's or runs to the left."""
    language = item.language or deck.language
    if not item.language and direction(language) == "ltr":
        return html
    return f'<div lang="{escape(language)}" dir="{direction(language)}">{html}</div>'


def plain(runs: Iterable[Run]) -> str:
    """Return the words of runs on one line."""
    return " ".join("".join(f"\\({run.words}\\)" if _is_tex(run) else run.words for run in runs).split())


def _is_tex(run: Run) -> bool:
    return bool(run.formula or run.fault)


def _block(block: Block) -> str:
    if isinstance(block, Paragraph):
        return f"<p>{line_html(block.runs)}</p>"
    if isinstance(block, Rows):
        tag = "ol" if block.start else "ul"
        return f"<{tag}>{''.join(f'<li>{blocks_html(item)}</li>' for item in block.items)}</{tag}>"
    return f"<p>[{_escaped(block.words)}]</p>"


def _run(run: Run) -> str:
    if _is_tex(run):
        return _escaped(rf"\[{run.words}\]" if run.display else rf"\({run.words}\)")
    html = _escaped(run.words).replace("\n", "<br>")
    for name, tag in _STYLES:
        html = f"<{tag}>{html}</{tag}>" if getattr(run, name) else html
    if run.language:
        html = f'<span lang="{escape(run.language)}" dir="{direction(run.language)}">{html}</span>'
    return f'<a href="{escape(run.link)}">{html}</a>' if run.link else html


def _escaped(said: str) -> str:
    return escape(said, quote=False)
