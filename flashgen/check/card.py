"""A note's cards as a learner meets them: what stands on the front, and what is asked for."""

from collections.abc import Sequence
from dataclasses import dataclass

from flashgen.check import limits
from flashgen.check.once import once
from flashgen.model.note import CardType, Note
from flashgen.model.text import Deletion, Items, Math, Part, Parts, Text, words


@dataclass(frozen=True, slots=True)
class Card:
    """One card of a note. `number` counts from 1 as Anki does.

    `prompt` is the front in words, each blank as `[…]` or `[hint]`. `answers` has the hidden words, one for each blank.
    `text` is the author's text that holds the answer, `asked` the one that asks, and `front` all texts on the front.
    The card for a list as a whole asks for what its items' own cards ask for; one that asks for a question has the
    answer for its front.
    """

    note: Note
    number: int
    prompt: str
    answers: tuple[str, ...]
    text: Text
    asked: Text
    hints: tuple[str, ...]
    front: tuple[Text, ...]
    is_whole_list: bool = False
    is_reverse: bool = False


@once
def cards(note: Note) -> tuple[Card, ...]:
    """Return the first `limits.CARDS` cards of a note: each takes a pass over the whole note."""
    named = note.named
    if not note.type.hiding:
        return tuple([_plain(note, ordinal, note.type.cards[ordinal], named) for ordinal in note.ordinals])
    (card,) = note.type.cards
    asked = [(named[name], named[name].deletions, name in note.type.hiding) for name in card.prompt if name in named]
    return tuple([_hiding(note, ordinal + 1, asked) for ordinal in note.ordinals[: limits.CARDS]])


def _plain(note: Note, ordinal: int, card: CardType, named: dict[str, Text]) -> Card:
    asked = [named[name] for name in card.prompt if name in named]
    answer = named[card.answer[0]]
    question = (named[card.question_field],) if card.question_field else ()
    prompt = " ".join(text.words for text in (*question, *asked))
    hints = (note.hint.words,) if note.hint else ()
    return Card(
        note, ordinal + 1, prompt, (answer.words,), answer, asked[0], hints, tuple(asked), is_reverse=bool(question)
    )


def _hiding(note: Note, number: int, asked: Sequence[tuple[Text, tuple[Deletion, ...], bool]]) -> Card:
    """Return the card of a number: Anki shows the fields in which it stands, and those that hide nothing.

    `asked` are the fields of its type's front, with their deletions, and whether they can have any.
    """
    found = [(text, [one for one in deletions if one.number == number], hides) for text, deletions, hides in asked]
    texts = [text for text, own, hides in found if own or not hides]
    hidden = [(text, one) for text, own, _ in found for one in own]
    prompt = " ".join(covered(text.parts, number) for text in texts)
    hints = [one.hint for _, one in hidden if one.hint] + ([note.hint.words] if note.hint else [])
    answers = tuple(words(one.parts) for _, one in hidden)
    whole = any(isinstance(part, Items) for _, one in hidden for part in one.parts)
    return Card(note, number, prompt, answers, hidden[0][0], hidden[0][0], tuple(hints), tuple(texts), whole)


def covered(parts: Parts, number: int) -> str:
    """Return parts as the front of the card of a number shows them."""
    return "".join(_covered(part, number) for part in parts)


def _covered(part: Part, number: int) -> str:
    if isinstance(part, str):
        return part
    if isinstance(part, Deletion):
        return f"[{part.hint or '…'}]" if part.number == number else covered(part.parts, number)
    if isinstance(part, Math):
        tex = covered(part.parts, number)
        return tex if part.inside else Math((tex,), part.display).written
    if isinstance(part, Items):
        return ", ".join(covered(row, number) for row in part.rows)
    return covered(part.parts, number)
