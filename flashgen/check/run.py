"""Running the rules: what they find in a deck, without what its author allows."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import chain

from flashgen.check.looking import ByNote
from flashgen.check.rule import Rule
from flashgen.errors import suggested
from flashgen.model.allow import Allow
from flashgen.model.deck import Deck
from flashgen.model.problem import Problem


def check(deck: Deck) -> Iterator[Problem]:
    """Yield what the rules find in a deck and its author does not allow, and what is allowed for nothing."""
    from flashgen.check.shelves import RULES

    used: set[Allow] = set()
    yield from _found(deck, RULES, used)
    # An allow for words that this run cannot look up may be needed.
    looked_up = all(source.id in deck.copies for source in deck.sources) and all(
        source.places.keys() <= deck.copies[source.id].pages.keys() for source in deck.sources
    )
    mute = {rule.name for rule in RULES if rule.compares_text and not looked_up}
    yield from (_needless(allow, RULES) for allow in deck.allows if allow not in used and allow.rule not in mute)


def faults(deck: Deck) -> Iterator[Problem]:
    """Yield the errors that stop a build: those that show in the author's files and that no comment allows."""
    # The rules about prose stop no build, and are many.
    from flashgen.check.rules.history import HISTORY
    from flashgen.check.rules.reading import READING
    from flashgen.check.rules.source import SOURCE

    yield from _found(deck, [rule for rule in HISTORY if rule.stops_build], set())
    # Nothing was found in a chapter when it was released.
    read = replace(deck, notes=tuple([note for note in deck.notes if note.chapter.stem not in deck.unread]))
    yield from _found(read, [rule for rule in (*READING, *SOURCE) if rule.stops_build], set())


def _found(deck: Deck, rules: "tuple[Rule, ...] | list[Rule]", used: set[Allow]) -> Iterator[Problem]:
    """Yield the findings of rules that nothing allows, and add each allow that applies to `used`."""
    lenient = {rule.name for rule in rules if rule.can_be_allowed}
    allowed: dict[tuple[str, str], list[Allow]] = {}
    for allow in (allow for allow in deck.allows if allow.rule in lenient):
        allowed.setdefault((allow.path, allow.rule), []).append(allow)
    for problem in _all(deck, rules):
        near = chain.from_iterable(allowed.get((path, problem.rule), ()) for path in (problem.place.path, ""))
        covering = [allow for allow in near if allow.covers(problem)]
        used.update(covering)
        if not covering:
            yield problem


def _all(deck: Deck, rules: "tuple[Rule, ...] | list[Rule]") -> Iterator[Problem]:
    """Yield the findings of rules. Those that look note by note take turns, and share what is made of each note."""
    by_note = [rule.check for rule in rules if isinstance(rule.check, ByNote)]
    whole = [rule.check for rule in rules if not isinstance(rule.check, ByNote)]
    for check in (*whole, *[check.rest for check in by_note]):
        yield from check(deck)
    judges = [check.start(deck) for check in by_note]
    for note in deck.notes:
        for judge in judges:
            yield from judge(note)


def _needless(allow: Allow, rules: tuple[Rule, ...]) -> Problem:
    known = {rule.name: rule for rule in rules}
    said = f'nothing to allow: "{allow.rule}" finds nothing {"here" if allow.lines else "in this deck"}'
    hint = "delete the comment" if allow.lines else "delete the line"
    if allow.rule not in known:
        hint = suggested(allow.rule, tuple(known))
    elif not known[allow.rule].can_be_allowed:
        said, hint = f'"{allow.rule}" cannot be allowed', f"fix what it finds, and {hint}"
    return Problem(allow.place, "needless-allow", said, hint, "warning")
