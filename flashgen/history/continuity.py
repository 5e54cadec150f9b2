"""Match each note with its last release, by its id or by its earlier id (`was:`)."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from html import unescape
from itertools import combinations
from unicodedata import normalize

from flashgen.errors import suggested
from flashgen.history.hidden import html_words, text_words
from flashgen.history.identity import guid
from flashgen.model.deck import Deck
from flashgen.model.lock import Lock, ReleasedNote
from flashgen.model.note import Note
from flashgen.model.problem import Problem

_ALIKE = 0.5
"""The share of words from which an answer counts as another one."""


def released(lock: Lock, note: Note) -> ReleasedNote | None:
    """Return a note as it was last released; None for a new one."""
    return lock.notes.get(note.id) or lock.notes.get(note.was)


def missing_notes(deck: Deck) -> list[ReleasedNote]:
    """Return the released notes that have no entry any more."""
    kept = {before.guid for note in deck.notes if (before := released(deck.lock, note))}
    return [note for note in deck.lock.notes.values() if note.guid not in kept]


def frozen_names(deck: Deck) -> dict[str, str]:
    """Return the name of the deck that a chapter's notes were released in, by the chapter's stem.

    It is that of most notes that were released in the chapter; a note that moved here from another brought its own.
    Where none was, because the chapter has another numeral now, it is that of all of its notes, if that is free.
    """
    own: dict[str, list[str]] = {}
    come: dict[str, list[str]] = {}
    for note in deck.notes:
        if before := released(deck.lock, note):
            home = own if _numeral(before) == note.chapter.numeral else come
            home.setdefault(note.chapter.stem, []).append(before.deck)
    names = {stem: Counter(found).most_common(1)[0][0] for stem, found in own.items()}
    for stem, found in come.items():
        if stem not in names and len({*found}) == 1 and found[0] not in names.values():
            names[stem] = found[0]
    return names


def _numeral(note: ReleasedNote) -> str:
    """Return the numeral of the chapter that a note was released in."""
    return unescape(note.fields.get("Chapter", "").partition(" · ")[0])


def members(deck: Deck, names: Mapping[str, str]) -> dict[str, tuple[str, ...]]:
    """Return the ids of each chapter's notes, by its stem; those that vanished belong where they were released.

    An entry that is withdrawn before it was released does not count. `names` are the chapters' decks.
    """
    found: dict[str, list[str]] = {chapter.stem: [] for chapter in deck.chapters}
    for note in deck.notes:
        if not note.withdrawn or released(deck.lock, note):
            found[note.chapter.stem].append(note.id)
    numerals = {chapter.stem: chapter.numeral for chapter in deck.chapters}
    for lost in missing_notes(deck):
        homes = [stem for stem in found if numerals[stem] == _numeral(lost)]
        for stem in homes or [stem for stem in found if names[stem] == lost.deck]:
            found[stem].append(lost.id)
    return {stem: tuple(ids) for stem, ids in found.items()}


def history_problems(deck: Deck) -> Iterator[Problem]:
    """Yield the problems that would cut a note off from its history, or give it another note's."""
    lock, ids = deck.lock, {note.id for note in deck.notes}
    if deck.uid and lock.uid not in ("", deck.uid):
        hint = f"restore uid: {lock.uid}"
        yield Problem(deck.uid_place, "changed-uid", "the deck was released with another uid", hint)
    if deck.name and lock.name not in ("", deck.name):
        message, hint = (
            f'the deck was released as "{lock.name}"',
            "restore that name; with another, Anki would create a second deck",
        )
        yield Problem(deck.name_place, "frozen-name", message, hint)
    taken = {note.guid: note.id for note in lock.notes.values()}
    heirs: dict[str, str] = {}
    for note in deck.notes:
        if note.was:
            yield from _renamed(note, lock, ids, heirs.setdefault(note.was, note.id))
        if note.chapter.stem in deck.unread:
            continue
        before = released(lock, note)
        yield from _replaced(note, deck, before, taken)
        if before and before.buried:
            yield from _shared_id(note, before)
        if before and len(note.ordinals) > 1 and not note.type.hiding:
            yield from _swapped(note, before)


def shared_uids(decks: Sequence[Deck]) -> Iterator[Problem]:
    """Report decks that share a uid, as after copying a folder: their notes would replace each other in Anki."""
    first: dict[str, Deck] = {}
    for deck in (deck for deck in decks if deck.uid):
        twin = first.setdefault(deck.uid, deck)
        if twin is not deck:
            message, hint = f"the deck {twin.slug} has the same uid", "give the newer deck another uid"
            yield Problem(deck.uid_place, "same-uid", message, hint)


def shared_names(decks: Sequence[Deck]) -> Iterator[Problem]:
    """Report decks that share a name, as on one text in two languages: Anki would put their cards into one deck.

    A deck that was released keeps its name, so the finding is on one that was not.
    """
    first: dict[str, Deck] = {}
    for deck in sorted((deck for deck in decks if deck.name), key=lambda deck: not deck.lock.name):
        twin = first.setdefault(normalize("NFC", deck.name).casefold(), deck)
        if twin is not deck and not deck.lock.name:
            message, hint = f"the deck {twin.slug} has the same name", "give this deck another name"
            yield Problem(deck.name_place, "same-name", message, hint)


def _renamed(note: Note, lock: Lock, ids: set[str], heir: str) -> Iterator[Problem]:
    if note.was in ids:
        hint = "delete was: and give this entry an unused id, or delete the entry with the old id"
        yield Problem(note.place, "bad-was", f'the entry "{note.was}" still exists', hint)
    elif heir != note.id:
        hint = "keep was: in one of them"
        yield Problem(note.place, "bad-was", f'"{heir}" also claims the history of "{note.was}"', hint)
    elif note.was in lock.notes and note.id in lock.notes:
        message = f'"{note.id}" and "{note.was}" were both released'
        yield Problem(note.place, "bad-was", message, "delete was:; each keeps its own history")
    elif note.was not in lock.notes and note.id not in lock.notes:
        lost = f"if {lock.place.path} was lost, restore it, or rebuild it with `flashgen build --adopt`"
        hint = suggested(note.was, _lost(lock, ids)) if lock.notes else f"{lost}; otherwise delete was:"
        yield Problem(note.place, "bad-was", f'nothing was released as "{note.was}"', hint)


def _lost(lock: Lock, ids: set[str]) -> tuple[str, ...]:
    return tuple(id for id in lock.notes if id not in ids)


def _replaced(note: Note, deck: Deck, before: ReleasedNote | None, taken: dict[str, str]) -> Iterator[Problem]:
    if before and note.type.name and before.kind != note.type.name:
        message = f'"{before.id}" was released as a {before.kind}, but is a {note.type.name} now'
        hint = f"give the new entry another id; the {before.kind} is then withdrawn and keeps its history"
        yield Problem(note.place, "changed-kind", message, hint)
    elif not before and (owner := taken.get(guid(deck.uid, note.id))):
        message = f'the id "{note.id}" belongs to the history of "{owner}"'
        hint = f"give it another id, or write was: {owner} if it is that entry under a new id"
        yield Problem(note.place, "reused-id", message, hint)


def _shared_id(note: Note, before: ReleasedNote) -> Iterator[Problem]:
    """Report a note with cards that two branches gave to different facts, and that can have no other numbers."""
    spoilt = {number for number, text in before.buried.items() if not text}
    if spoilt and (spoilt & {ordinal + 1 for ordinal in note.ordinals} or spoilt >= before.given.keys()):
        message = f'two branches released "{before.id}", for two different facts'
        hint = "give each of them an unused id: learners of both branches have cards with this one"
        yield Problem(note.place, "reused-id", message, hint)


def _swapped(note: Note, before: ReleasedNote) -> Iterator[Problem]:
    """Report two answers that have each other's words: each of their cards would ask what the other one asked."""
    named = note.named
    answers = dict.fromkeys(name for card in note.asked for name in card.answer if name in named)
    was = {name: html_words(before.fields.get(name, "")) for name in answers}
    now = {name: text_words(named[name]) for name in answers}
    for one, other in combinations(answers, 2):
        crossed = min(_shared(now[one], was[other]), _shared(now[other], was[one]))
        if crossed >= _ALIKE and crossed > max(_shared(now[one], was[one]), _shared(now[other], was[other])):
            message = f'"{one}" and "{other}" were swapped: the cards\' history would belong to the wrong question'
            yield Problem(note.place, "swapped-sides", message, "write them in their released order")


def _shared(one: frozenset[str], other: frozenset[str]) -> float:
    """Return the share of words in common, of the shorter of two texts."""
    return len(one & other) / max(1, min(len(one), len(other)))
