"""Find cards of a released note that ask for another fact now: their front or answer kept nothing of the old one."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import takewhile

from flashgen.history.hidden import Stream, html_hidden, stream
from flashgen.history.likeness import are_figures, are_related, ask_alike
from flashgen.kinds import KINDS
from flashgen.kinds.quote import QUOTE, SPEAKER
from flashgen.model.lock import ReleasedNote
from flashgen.model.note import CardType, NoteType

_TYPES = {kind.type.name: kind.type for kind in KINDS}

_Streams = Mapping[str, Stream]
"""The fields of a note as words, by name."""


def replaced(was: ReleasedNote, note: ReleasedNote) -> list[int]:
    """Return the numbers of cards that exist before and after a change, but ask for another fact now."""
    type = _TYPES[note.kind]
    if all(was.fields.get(name) == note.fields.get(name) for name in type.fields):
        return []
    both = [number for number in note.cards if number in was.cards]
    old, new = _streams(was, type), _streams(note, type)
    if type.hiding:
        return _replaced_deletions(both, old, new, type)
    answers = dict.fromkeys(type.cards[number - 1].answer[0] for number in was.cards)
    others = [name for name in answers if not are_related(old[name].words, new[name].words)]
    return [number for number in both if _is_other(type.cards[number - 1], old, new, others)]


def _streams(note: ReleasedNote, type: NoteType) -> _Streams:
    return {name: stream(html_hidden(note.fields.get(name, ""))) for name in type.fields}


def _replaced_deletions(both: list[int], old: _Streams, new: _Streams, type: NoteType) -> list[int]:
    """Return the deletions that ask for another fact: all, if the first field's open words are unrelated."""
    old_front, new_front = (texts[type.fields[0]].open_words for texts in (old, new))
    if not ask_alike(old_front, new_front):
        return both
    answers = [(_answer(number, old, type), _answer(number, new, type)) for number in both]
    return [number for number, pair in zip(both, answers, strict=True) if not _is_answer(*pair, old_front == new_front)]


def _answer(number: int, texts: _Streams, type: NoteType) -> list[str]:
    """Return the words of a card's answer; of a quotation's speaker and subject, only the speaker."""
    words = _hidden(number, texts, type)
    return [*(takewhile(lambda word: word != "of", words) if type is QUOTE.type and number == SPEAKER else words)]


def _hidden(number: int, texts: _Streams, type: NoteType) -> Iterator[str]:
    """Yield the words that a card hides."""
    for text in (texts[name] for name in type.hiding):
        for spot in text.spots:
            if spot.number == number:
                yield from text.hidden(spot)


def _is_other(card: CardType, old: _Streams, new: _Streams, others: Sequence[str]) -> bool:
    """Tell whether a card has another front or answer, or showed on its front an answer that was replaced."""
    old_front, new_front = _words(old, card.prompt), _words(new, card.prompt)
    shown = any({*old[name].words} <= {*old_front} for name in others if old[name].words)
    answer, now = (texts[card.answer[0]].words for texts in (old, new))
    return shown or not (ask_alike(old_front, new_front) and _is_answer(answer, now, old_front == new_front))


def _is_answer(old: Sequence[str], new: Sequence[str], same_front: bool) -> bool:
    """Tell whether an answer is related to the old one, or is another figure for the same question.

    One without words, such as a picture, is what it was as long as it has none.
    """
    return (not old and not new) or are_related(old, new) or (same_front and are_figures(old, new))


def _words(texts: _Streams, names: Sequence[str]) -> list[str]:
    return [word for name in names for word in texts[name].words]
