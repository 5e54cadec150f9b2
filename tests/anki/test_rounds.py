"""Rounds of random edits, each built and imported into one collection that is studied all the while.

A model of the deck knows which deletion is which. Whatever is edited, every card that was ever imported must ask the
fact that it asked before, with the same schedule and review log. Where the build cannot know which deletion is which,
it must stop and ask, and the number is then written by hand, from the model.
"""

import re
import tempfile
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, precondition, rule

from tests.anki.conftest import TIME, Anki, opened, revealed, shown
from tests.conftest import DECK, SOURCE, Project

CHAPTERS = {"05-first": "V", "06-second": "VI"}
PLACES = st.integers(min_value=0, max_value=1 << 20)
"""A spot in whatever there is to choose from."""

NUMBER = re.compile(r"\{\{c([0-9]+)::")


@dataclass
class Hidden:
    """A deletion or an item: the words in it; its number where it is written by hand."""

    words: list[str]
    number: int = 0


@dataclass
class Entry:
    """An entry of some kind; the parts of a cloze are words in the open and deletions, those of a list only items."""

    id: str
    kind: str
    parts: list[list[str] | Hidden]
    chapter: str
    was: str = ""
    withdrawn: bool = False
    extra: list[str] = field(default_factory=list)

    @property
    def hidden(self) -> list[Hidden]:
        return [part for part in self.parts if isinstance(part, Hidden)]

    def yaml(self) -> str:
        said = [f"  - id: {self.id}", "    page: 94", *self._own()]
        said += [f"    was: {self.was}"] if self.was else []
        said += ["    withdrawn: wrong"] if self.withdrawn else []
        said += [f"    extra: {' '.join(self.extra)}"] if self.extra else []
        return "\n".join(said) + "\n"

    def _own(self) -> list[str]:
        if self.kind == "ask":
            return [f"    ask: Who {' '.join(self.parts[0])}?", f"    answer: {' '.join(self.hidden[0].words)}"]  # type: ignore[arg-type]
        if self.kind == "list":
            return ["    list: The list", "    items:", *[f"      - '{self._marked(item)}'" for item in self.hidden]]
        text = " ".join(self._marked(part) if isinstance(part, Hidden) else " ".join(part) for part in self.parts)
        key = "    cloze" if self.kind == "cloze" else "    by: Somebody\n    of: something\n    quote"
        return [f"{key}: '{text}'"]

    def _marked(self, part: Hidden) -> str:
        words = " ".join(part.words)
        if part.number:
            return f"{{{{c{part.number}::{words}}}}}"
        return words if self.kind == "list" else f"{{{{{words}}}}}"


class Rounds(RuleBasedStateMachine):
    """A deck, its author and a learner."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = tempfile.TemporaryDirectory()
        self.project = Project(Path(self.folder.name))
        self.project.write("source/tucker-1999.yaml", SOURCE)
        self.project.write("decks/small/deck.yaml", DECK)
        self.session = opened(self.project.root)
        self.anki: Anki = next(self.session)
        self.entries: list[Entry] = []
        self.titles = dict.fromkeys(CHAPTERS, "Title")
        self.vocabulary = (f"w{number}" for number in count())
        self.time = TIME
        self.asked: dict[tuple[str, int], Hidden] = {}
        self.scheduling: dict[tuple[str, int], tuple[object, ...]] = {}

    def teardown(self) -> None:
        self.session.close()  # type: ignore[attr-defined]
        self.folder.cleanup()

    def words(self, most: int = 3) -> list[str]:
        """Return words that stand nowhere else."""
        return [next(self.vocabulary) for _ in range(most)]

    def one(self, place: int, *kinds: str) -> Entry | None:
        """Return an entry of one of these kinds."""
        found = [entry for entry in self.entries if entry.kind in kinds and not entry.withdrawn]
        return found[place % len(found)] if found else None

    @initialize()
    def first(self) -> None:
        for kind in ("cloze", "ask", "list", "quote"):
            self.add(kind, 0, 2)

    @rule(kind=st.sampled_from(("cloze", "cloze", "list", "quote", "ask")), place=PLACES, size=st.integers(2, 4))
    def add(self, kind: str, place: int, size: int) -> None:
        parts: list[list[str] | Hidden] = []
        for _ in range(size):
            parts += [self.words(), Hidden(self.words(2))]
        if kind == "list":
            parts = [part for part in parts if isinstance(part, Hidden)]
        if kind == "ask":
            parts = parts[:2]
        entry = Entry(f"e{next(self.vocabulary)}", kind, parts, list(CHAPTERS)[place % 2])
        self.entries.insert(place % (len(self.entries) + 1), entry)
        self.publish()

    @rule(place=PLACES, other=PLACES)
    def edit_what_is_in_the_open(self, place: int, other: int) -> None:
        if entry := self.one(place, "cloze", "quote", "ask"):
            shown = [part for part in entry.parts if isinstance(part, list)]
            part = shown[other % len(shown)]
            part[:] = [*part[:1], *self.words(1), *part[2:]]
            self.publish()

    @rule(place=PLACES)
    def edit_extra(self, place: int) -> None:
        if entry := self.one(place, "cloze", "list", "quote", "ask"):
            entry.extra = self.words()
            self.publish()

    @rule(place=PLACES, other=PLACES, whole=st.booleans())
    def reword(self, place: int, other: int, whole: bool) -> None:
        if entry := self.one(place, "cloze", "list", "quote", "ask"):
            part = entry.hidden[other % len(entry.hidden)]
            part.words = self.words(2) if whole else [part.words[0], *self.words(1)]
            self.publish()

    @rule(place=PLACES, other=PLACES)
    def reword_two_side_by_side(self, place: int, other: int) -> None:
        entry = self.one(place, "cloze", "list", "quote")
        if entry and len(entry.hidden) > 1:
            at = other % (len(entry.hidden) - 1)
            for part in entry.hidden[at : at + 2]:
                part.words = self.words(2)
            self.publish()

    @rule(place=PLACES, other=PLACES)
    def add_a_deletion(self, place: int, other: int) -> None:
        entry = self.one(place, "cloze", "list", "quote")
        if entry and len(entry.hidden) < 10:
            at = other % (len(entry.parts) + 1)
            entry.parts[at:at] = (
                [Hidden(self.words(2))] if entry.kind == "list" else [Hidden(self.words(2)), self.words()]
            )
            self.publish()

    @rule(place=PLACES, other=PLACES)
    def hide_what_was_in_the_open(self, place: int, other: int) -> None:
        if entry := self.one(place, "cloze", "quote"):
            shown = [(at, part) for at, part in enumerate(entry.parts) if isinstance(part, list) and len(part) > 1]
            for at, words in shown[other % max(1, len(shown)) :][:1]:
                entry.parts[at : at + 1] = [[*words[:1], *self.words(1)], Hidden(words[1:])]
                self.publish()

    @rule(place=PLACES, other=PLACES, show=st.booleans())
    def delete_a_deletion(self, place: int, other: int, show: bool) -> None:
        entry = self.one(place, "cloze", "list", "quote")
        least = 2 if entry and entry.kind == "list" else 1
        if entry and len(entry.hidden) > least:
            part = entry.hidden[other % len(entry.hidden)]
            at = next(at for at, one in enumerate(entry.parts) if one is part)
            entry.parts[at : at + 1] = [list(part.words)] if show and entry.kind != "list" else []
            self.publish()

    @rule(place=PLACES, other=PLACES)
    def swap_two_deletions(self, place: int, other: int) -> None:
        entry = self.one(place, "cloze", "list", "quote")
        if entry and len(entry.hidden) > 1:
            first, second = entry.hidden[0], entry.hidden[1 + other % (len(entry.hidden) - 1)]
            spots = {id(part): at for at, part in enumerate(entry.parts)}
            here, there = spots[id(first)], spots[id(second)]
            entry.parts[here], entry.parts[there] = second, first
            self.publish()

    @rule(dice=st.randoms(use_true_random=False))
    def reorder(self, dice) -> None:  # type: ignore[no-untyped-def]
        dice.shuffle(self.entries)
        self.publish()

    @rule(place=PLACES)
    def move_to_another_file(self, place: int) -> None:
        if entry := self.one(place, "cloze", "list", "quote", "ask"):
            entry.chapter = next(stem for stem in CHAPTERS if stem != entry.chapter)
            self.publish()

    @rule(stem=st.sampled_from(sorted(CHAPTERS)))
    def retitle(self, stem: str) -> None:
        self.titles[stem] = next(self.vocabulary)
        self.publish()

    @rule(place=PLACES)
    def rename(self, place: int) -> None:
        if entry := self.one(place, "cloze", "list", "quote", "ask"):
            entry.was, entry.id = entry.id, f"e{next(self.vocabulary)}"
            self.publish()
            entry.was = ""

    @precondition(lambda self: len(self.entries) > 4)
    @rule(place=PLACES, vanish=st.booleans())
    def withdraw(self, place: int, vanish: bool) -> None:
        entry = self.entries[place % len(self.entries)]
        entry.withdrawn = True
        if vanish:
            self.entries.remove(entry)
        self.publish()

    @rule(place=PLACES)
    def bring_back(self, place: int) -> None:
        if found := [entry for entry in self.entries if entry.withdrawn]:
            found[place % len(found)].withdrawn = False
            self.publish()

    def publish(self) -> None:
        """Write the deck, build it, import it, compare, and study some more."""
        self.write()
        rules = {problem.rule for problem in self.project.read()[1]}
        if rules:
            assert rules == {"unclear-cloze"}
            self.number_by_hand()
            self.write()
        self.time += 60
        (package,) = self.project.build(self.time)
        for part in (part for entry in self.entries for part in entry.hidden):
            part.number = 0  # the tool has to know by itself the next time
        log = self.anki.take(package)
        assert not log.conflicting
        self.compare()
        self.anki.study("Small", 5)
        self.scheduling = self.anki.scheduling()
        self.reviews = self.anki.revlog()

    def write(self) -> None:
        for stem, numeral in CHAPTERS.items():
            yaml = "".join(entry.yaml() for entry in self.entries if entry.chapter == stem)
            head = f"chapter: {numeral}\ntitle: {self.titles[stem]}\nentries:{'' if yaml else ' []'}\n"
            self.project.entries(yaml, f"{stem}.yaml", head)

    def number_by_hand(self) -> None:
        """Write into each deletion the number that its card has; one without a card gets one that was never given."""
        for entry in self.entries:
            if entry.kind in ("cloze", "list", "quote"):
                given = {number: part for (id, number), part in self.asked.items() if id in (entry.id, entry.was)}
                known = {id(part): number for number, part in given.items()}
                fresh = count(max(given, default=1) + 1)
                for part in entry.hidden:
                    part.number = known.get(id(part)) or next(fresh)

    def compare(self) -> None:
        """Compare all cards with what they asked, and what Anki knows of them with what it knew."""
        if self.scheduling:
            now = self.anki.scheduling()
            assert {key: now.get(key) for key in self.scheduling} == self.scheduling
            assert self.anki.revlog() == self.reviews
        notes = self.anki.notes()
        for entry in self.entries:
            if entry.was:
                renamed = {number: part for (id, number), part in self.asked.items() if id == entry.was}
                self.asked |= {(entry.id, number): part for number, part in renamed.items()}
            if entry.id not in notes:
                assert entry.withdrawn
                continue
            for card in notes[entry.id].cards():
                self.compare_card(entry, card.ord + 1, revealed(card), shown(card.question()), shown(card.answer()))

    def compare_card(self, entry: Entry, number: int, reveals: str, question: str, answer: str) -> None:
        if entry.kind == "ask":
            assert " ".join(entry.hidden[0].words) in answer
            return
        if entry.kind in ("list", "quote") and number == 1:
            return
        key = (entry.id, number)
        if key not in self.asked and reveals:
            self.asked[key] = next(part for part in entry.hidden if " ".join(part.words) == reveals)
        part = self.asked[key]
        if any(part is one for one in entry.hidden):
            assert reveals == " ".join(part.words), (entry, number)
            assert not any(word in question.split() for word in part.words)
        else:
            assert reveals == "", f"card {number} of {entry.id} asks {reveals}, and asked {part.words}"


Rounds.TestCase.settings = settings(
    max_examples=8,
    stateful_step_count=30,
    deadline=None,
    derandomize=True,  # more examples and other dice are for whoever changes history/
    suppress_health_check=list(HealthCheck),
)
TestRounds = Rounds.TestCase
