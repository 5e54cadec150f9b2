"""Number deletions: released ones keep their numbers, and new ones take the lowest numbers never used."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import count

from flashgen.history.continuity import released as released_as
from flashgen.history.hidden import Spot, Stream, hidden, numbers, stream
from flashgen.history.matching import ALIKE, aligned, certain
from flashgen.model.lock import Lock, ReleasedNote
from flashgen.model.note import Note
from flashgen.model.problem import Problem
from flashgen.model.text import Deletion, Items, Math, Part, Parts, Text, written

_NAMED = 3
"""Name at most this many released deletions in one message."""


def all_numbered(notes: Iterable[Note], lock: Lock, problems: list[Problem]) -> Iterator[Note]:
    """Yield notes in which every deletion has its number; see `numbered`."""
    for note in notes:
        before = released_as(lock, note)
        yield numbered(note, before if before and before.kind == note.type.name else None, problems)


def numbered(note: Note, released: ReleasedNote | None, problems: list[Problem]) -> Note:
    """Return a note in which every deletion has its number; those written by hand stay.

    What contradicts the numbers that were released, or leaves open which deletion is which, joins the problems.
    """
    if not note.type.hiding:
        return note
    if released is None:
        by_hand = [deletion.number for text in note.own_texts for deletion in text.deletions]
        return _with(note, _fresh(by_hand, _fixed(note)))
    given = numbers(released.hidden)
    same = _with(note, given)
    if hidden(same) == released.hidden:
        return same
    return _with(note, _Numbering(note, released, problems).numbers())


class _Numbering:
    """The numbers of a text that was released and has changed since."""

    def __init__(self, note: Note, released: ReleasedNote, problems: list[Problem]) -> None:
        self.note, self.buried, self.problems = note, released.buried, problems
        self.both = aligned(stream(released.hidden), stream(hidden(note)))
        self.certain = certain(self.both)
        live = {spot.number for spot in self.both.old.spots}
        self.given = _fixed(note) | live | set(released.buried)

    def numbers(self) -> list[int]:
        """Return the number of each deletion in reading order."""
        spots = self.both.new.spots
        found = {spot: spot.number for spot in spots if spot.number}
        for spot, number in found.items():
            self._verify(spot, number)
        found |= {spot: old.number for spot, old in self.certain.items() if spot not in found}
        found |= self._returned([spot for spot in spots if spot not in found])
        self._ask([spot for spot in spots if spot not in found and not self.both.was_seen(spot)])
        return _fresh([found.get(spot, 0) for spot in spots], self.given)

    def _ask(self, new: Sequence[Spot]) -> None:
        """Report each deletion in new words where a released one is gone, which it may be."""
        old = [spot for spot in self.both.old.spots if not (self._settled(spot) or self.both.is_shown(spot))]
        fresh = _fresh([0] * len(new), self.given | {spot.number for spot in self.both.new.spots})
        for spot, free in zip(new, fresh, strict=True):
            if old:
                self._report_unclear(spot, old, free)

    def _settled(self, old: Spot) -> bool:
        """Tell whether what became of a released deletion is known already."""
        return old in self.certain.values() or old.number in {spot.number for spot in self.both.new.spots}

    def _returned(self, spots: Sequence[Spot]) -> dict[Spot, int]:
        """Return the deletions that had been removed and stand as they stood, with the numbers that they had."""
        found: dict[Spot, int] = {}
        for number in self.buried:
            for spot in spots:
                if spot not in found and number not in found.values() and self._was(spot, number):
                    found[spot] = number
        return found

    def _was(self, spot: Spot, number: int) -> bool:
        """Tell whether a deletion is the one that a buried number stood for."""
        back = aligned(stream(self.buried[number]), self.both.new)
        old = next((old for old in back.old.spots if old.number == number), None)
        return old is not None and back.alike(old, spot) == 1 and back.around(old, spot) >= ALIKE

    def _verify(self, spot: Spot, number: int) -> None:
        """Report a number by hand that is not the one released for a deletion, or that was released for another."""
        mine = self.certain.get(spot)
        if mine and mine.number != number and not self._parts(mine, number):
            said = f'"{_words(self.both.new, spot)}" was released as c{mine.number}'
            hint = f"write {{{{c{mine.number}::…}}}}, or leave out the number"
            self._report(spot, "renumbered-cloze", said, hint)
        elif not mine and self._taken(spot, number):
            said = f"the number c{number} was released for another deletion"
            self._report(spot, "reused-cloze", said, "leave out the number")

    def _parts(self, mine: Spot, number: int) -> bool:
        """Tell whether one of several deletions of a card gets a card of its own, which nothing had before."""
        rest = [old for new, old in self.certain.items() if old != mine and new.number in (0, old.number)]
        return mine.number in {old.number for old in rest} and number not in self.given

    def _taken(self, spot: Spot, number: int) -> bool:
        """Tell whether a number belongs to words that stand elsewhere, in the open, or nowhere any more."""
        if number in self.buried:
            return not self._was(spot, number)
        kept = {old.number for new, old in self.certain.items() if not new.number}
        shown = [old for old in self.both.old.spots if old.number == number and self.both.is_shown(old)]
        return number in kept or bool(shown)

    def _report_unclear(self, spot: Spot, old: Sequence[Spot], free: int) -> None:
        words = set(self.both.new.hidden(spot))
        rivals = sorted(old, key=lambda one: -len(words.intersection(self.both.old.hidden(one))))
        named = [f'c{one.number} "{_words(self.both.old, one)}"' for one in rivals[:_NAMED]]
        more = f" and {len(rivals) - _NAMED} more" if len(rivals) > _NAMED else ""
        said = f'"{_words(self.both.new, spot)}" may be new, or a released deletion reworded: {", ".join(named)}{more}'
        one = rivals[0].number
        keep, new = (self._written(spot, number) for number in (one, free))
        self._report(spot, "unclear-cloze", said, f"write {keep} if it asks what c{one} asked, {new} if it is new")

    def _written(self, spot: Spot, number: int) -> str:
        """Return a deletion as it is written with a number; what is a whole item needs quotes in YAML."""
        text, deletion = self._deletions()[spot.place]
        said = written(replace(deletion, number=number))
        return "'{}'".format(said.replace("'", "''")) if isinstance(text.parts[0], Items) else said

    def _report(self, spot: Spot, rule: str, said: str, hint: str) -> None:
        text, deletion = self._deletions()[spot.place]
        self.problems.append(Problem(text.place, rule, said, hint, words=written(deletion)))

    def _deletions(self) -> list[tuple[Text, Deletion]]:
        """Return the deletions in reading order, each with the text in which it stands."""
        return [(text, deletion) for text in self.note.own_texts for deletion in text.deletions]


def buried(released: ReleasedNote, text: str) -> dict[int, str]:
    """Return the numbers that a note had and has no more, each with the text in which it stood last."""
    now = set(numbers(text))
    found = dict(released.buried) | dict.fromkeys(numbers(released.hidden), released.hidden)
    return {number: found[number] for number in sorted(found) if number not in now}


def _words(of: Stream, spot: Spot) -> str:
    return of.said[spot.place]


def _fixed(note: Note) -> set[int]:
    """Return the numbers that a note's kind gives."""
    texts = [text for name, text in note.named.items() if name in note.type.fixed]
    return {one.number for text in texts for one in text.deletions}


def _fresh(by_hand: Sequence[int], given: set[int]) -> list[int]:
    """Return numbers with the lowest ones never given in the place of each 0."""
    free = (number for number in count(1) if number not in given and number not in by_hand)
    return [number or next(free) for number in by_hand]


def _with(note: Note, given: Sequence[int]) -> Note:
    """Return a note with numbers for its deletions in reading order, those not counted that the kind numbers."""
    left = iter(given)
    named = zip(note.type.fields, note.fields, strict=True)
    fields = [text and (text if name in note.type.fixed else _text(text, left)) for name, text in named]
    found = {deletion.number for text in fields if text for deletion in text.deletions}
    return replace(note, fields=tuple(fields), ordinals=tuple(sorted(number - 1 for number in found)))


def _text(text: Text, given: Iterator[int]) -> Text:
    return replace(text, parts=_parts(text.parts, given))


def _parts(parts: Parts, given: Iterator[int]) -> Parts:
    return tuple([part if isinstance(part, str) else _part(part, given) for part in parts])


def _part(part: Math | Deletion | Items | Text, given: Iterator[int]) -> Part:
    if isinstance(part, Deletion):
        number = next(given, 0)
        return Deletion(part.number or number, _parts(part.parts, given), part.hint)
    if isinstance(part, Text):
        return _text(part, given)
    if isinstance(part, Math):
        return replace(part, parts=_parts(part.parts, given))
    return replace(part, rows=tuple([_parts(row, given) for row in part.rows]))
