"""Wrong answers of the same sort, and whether one of them could be right after all."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from random import Random

from flashgen.check.card import Card
from flashgen.load.words import words_of
from flashgen.model.note import Note
from flashgen.study.paper.keys import Keys, keys, tells

RIVALS = 3
"""How many wrong answers stand beside the right one."""

_COMMON = 0.05
"""What more entries than this share name tells nothing about a question."""

_NEAR = 2
"""An entry that has so many words of a question in common may answer it as well."""

_LONGER = 2.0
"""An answer that is so much longer than another stands out."""


@dataclass(frozen=True, slots=True)
class Facts:
    """What the whole deck says: the keys of each entry, and which of them are too common to tell anything."""

    entries: tuple[Keys, ...]
    common: Keys

    def could_answer(self, question: str, right: str, other: str) -> bool:
        """Tell whether the deck leaves any doubt that another answer is wrong.

        That is so where both are named by one entry, as items of a list or sides of a pair are, and where an entry that
        names the other one is also about what is asked.
        """
        asked, mine, its = keys(question) - self.common, keys(right), keys(other)
        naming = [entry for entry in self.entries if its <= entry]
        return any(mine <= entry or len(asked & entry) >= _NEAR for entry in naming)


def facts(notes: Sequence[Note]) -> Facts:
    """Return what all entries of a deck say."""
    entries = tuple([keys(" ".join(text.words for text in (*note.fields, note.extra) if text)) for note in notes])
    counts: dict[str, int] = defaultdict(int)
    for entry in entries:
        for key in entry:
            counts[key] += 1
    return Facts(entries, frozenset(key for key, count in counts.items() if count > max(_COMMON * len(entries), 3)))


def options(card: Card, others: Sequence[Card], facts: Facts, random: Random) -> tuple[Card, ...]:
    """Return a card and some with wrong answers of its sort, in the order of the paper; nothing where too few are safe.

    Numbers and dates are in their order, all else in any.
    """
    found = [card]
    for other in random.sample(others, len(others)):
        if len(found) <= RIVALS and all(_is_apart(one, other) for one in found) and is_wrong(card, other, facts):
            found.append(other)
    if len(found) <= RIVALS:
        return ()
    random.shuffle(found)
    return tuple(sorted(found, key=lambda one: [*_numbers(one)]))


def _is_apart(one: Card, other: Card) -> bool:
    """Tell whether two answers differ in all their words, and neither stands out."""
    said, known = one.answers[0], other.answers[0]
    return not keys(said) & keys(known) and 1 / _LONGER <= (len(said) + 9) / (len(known) + 9) <= _LONGER


def is_wrong(card: Card, other: Card, facts: Facts) -> bool:
    """Tell whether the answer of another card is wrong for a card beyond doubt.

    What stands on the same page is often about the same thing, in other words.
    """
    answer = other.answers[0]
    if _share_page(card.note, other.note) or tells(card.prompt, answer):
        return False
    return not facts.could_answer(card.prompt, card.answers[0], answer)


def _share_page(note: Note, other: Note) -> bool:
    one, two = note.cite, other.cite
    return one.source is two.source and bool({*one.source.numbers(one.pages)} & {*two.source.numbers(two.pages)})


def _numbers(card: Card) -> Iterator[int]:
    yield from (int(word) for word in words_of(card.answers[0]) if word.isdecimal())
