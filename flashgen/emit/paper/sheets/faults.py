"""Findings that keep cards from being printed, at the entries they come from."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from flashgen.emit.paper.code import LONGEST
from flashgen.emit.paper.engine import Pages
from flashgen.emit.paper.sheets.card import Card
from flashgen.emit.paper.sheets.face import over
from flashgen.model.layout import Layout
from flashgen.model.note import Note
from flashgen.model.place import Place
from flashgen.model.problem import Problem
from flashgen.model.text import Text
from flashgen.render.blocks import Blocks, lines
from flashgen.render.inline import Run

FRONT, BACK = "front", "back"
_LONGEST = 60
"""The most characters of a formula that a finding shows."""

_SHORTEN = "shorten it, or print it with a layout that has larger cards"


def unprintable(cards: Iterable[Card]) -> Iterator[Problem]:
    """Report formulas that cannot be set, and links that are not allowed on paper."""
    for card in cards:
        if len(card.url) > LONGEST:
            message = f"the address of its QR code has {len(card.url)} characters; the limit is {LONGEST}"
            yield _problem(card, BACK, "too-long", message, "shorten the address below links: print: in the source")
        for side, runs in sides(card):
            for run in runs:
                if run.fault:
                    hint = "write it with simpler commands, or in words"
                    shown = run.words if len(run.words) <= _LONGEST else f"{run.words[:_LONGEST]}…"
                    message = f"cannot be set as a formula: {run.fault} in \\({shown}\\)"
                    yield _problem(card, side, "unknown-tex", message, hint, run.words)
                elif run.link and not run.link.lower().startswith("https://"):
                    hint = "write an address that begins with https://, or take the link out"
                    yield _problem(card, side, "unsafe-link", f"links to {run.link}, which is not https", hint)


def overlong(notes: Iterable[Note], layout: Layout) -> dict[str, Problem]:
    """Return the finding for each note with a text too long for any card, by id; the engine would take minutes."""
    worst = {note.id: max((over(text, layout), text.place) for text in _texts(note)) for note in notes}
    return {
        id: Problem(place, "too-long", f"{id}: does not fit in 6 pt: at least {excess:.1f} mm over", _SHORTEN)
        for id, (excess, place) in worst.items()
        if excess
    }


def misfits(cards: Sequence[Card], pages: Pages, hint: str = _SHORTEN) -> Iterator[Problem]:
    """Report sides whose text does not fit even in the smallest size."""
    worst: dict[tuple[int, str], float] = {}
    for overflow in pages.overflows:
        side = overflow.card, overflow.side
        worst[side] = max(overflow.over, worst.get(side, 0))
    for (place, name), excess in worst.items():
        yield _problem(cards[place], name, "too-long", f"does not fit in 6 pt: {excess:.1f} mm over", hint)


def broken(cards: Iterable[Card], names: Sequence[str]) -> Iterator[Problem]:
    """Report the pictures that cannot be read, by their names, for each card that shows them."""
    for card in cards:
        for name in names:
            if name in card.pictures:
                hint = "save it anew as png, jpg or svg"
                yield _problem(card, BACK, "broken-image", f'the image "{name}" cannot be printed', hint, name)


def oversized(cards: Iterable[Card], large: Mapping[str, str]) -> Iterator[Problem]:
    """Report the pictures with too many pixels, given with these by their names, for each card that shows them."""
    for card in cards:
        for name in sorted(card.pictures & large.keys()):
            message = f'the image "{name}" has {large[name]}, too many for paper'
            yield _problem(card, BACK, "large-media", message, "save a smaller version", name)


def unset(reasons: Mapping[Card, str]) -> Iterator[Problem]:
    """Report the cards that the engine cannot set, with what it says."""
    for card, reason in reasons.items():
        hint = "simplify what is unusual in it, and please report it"
        yield Problem(card.note.place, "engine-error", f"{card.id}: Typst cannot set it: {reason}", hint)


def sides(card: Card) -> tuple[tuple[str, list[Run]], ...]:
    """Return the words on the front and on the back of a card."""
    front = [*_runs(card.prompt), *card.hint, Run(card.question), Run(card.id)]
    back = [*_runs(card.answer), *_runs(card.extra), Run(card.cite)]
    return (FRONT, front), (BACK, back)


def _runs(blocks: Blocks) -> Iterator[Run]:
    return (run for line in lines(blocks) for run in line)


def _problem(card: Card, side: str, rule: str, message: str, hint: str, words: str = "") -> Problem:
    return Problem(place_of(card.note, words, side), rule, f"{card.id}, {side}: {message}", hint)


def place_of(note: Note, words: str, side: str) -> Place:
    """Return where a text with those words begins, for a front the first and for a back the last, or the note."""
    found = [text.place for text in _texts(note) if words and words in text.words] or [note.place]
    return found[0 if side == FRONT else -1]


def _texts(note: Note) -> list[Text]:
    return [text for text in (*note.fields, note.hint, note.extra) if text]
