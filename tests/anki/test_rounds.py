"""Rounds of random edits, each built and imported into one collection that is studied all the while.

A model of the deck knows which fact is which, by a table of its own. Whatever is edited, every card that was imported
must ask the fact that it asked before, with the same schedule and review log. Where the build cannot know which fact is
which, it must stop and ask, and the number is then written by hand, from the model. It must not do so for corrections;
and where a fact goes, the author must be asked for consent.
"""

import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, precondition, rule

from flashgen.history.consent import unasked
from flashgen.history.plan import plan
from flashgen.model.problem import Problem
from flashgen.pipeline import release
from tests.anki.conftest import TIME, Anki, opened, revealed, shown
from tests.conftest import DECK, SOURCE, Project

pytestmark = pytest.mark.slow

CHAPTERS = {"05-first": "V", "06-second": "VI"}
PLACES = st.integers(min_value=0, max_value=1 << 20)
"""A spot in whatever there is to choose from."""

KINDS = ("cloze", "list", "quote", "ask")
SYLLABLES = tuple(letter + vowel for letter in "bdfghklmnprstvz" for vowel in "aeiou")
CYRILLIC = str.maketrans("bdfghklmnprstvzaeiou", "бдфгхклмнпрствзаеиоу")


def vocabulary() -> Iterator[str]:
    """Yield words of three scripts of which no two are like each other: in two letters of six at least they differ."""
    for number in count():
        first, second = number * 37 % 75, (number // 75 + number * 11) % 75
        word = SYLLABLES[first] + SYLLABLES[second] + SYLLABLES[(first + second) % 75]
        yield (word, word.translate(CYRILLIC), "".join(chr(0x4E00 + 3 * number + one) for one in range(3)))[number % 3]


@dataclass
class Hidden:
    """A fact, whatever its words are: those of a deletion or an item; its number where it is written by hand."""

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
    ordered: bool = False
    extra: list[str] = field(default_factory=list)
    released: list[Hidden] = field(default_factory=list)

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
            order = ["    ordered: yes"] if self.ordered else []
            items = [f"      - '{self._marked(item)}'" for item in self.hidden]
            return ["    list: The list", *order, "    items:", *items]
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
        self.files = {stem: stem for stem in CHAPTERS}
        self.vocabulary = vocabulary()
        self.names = (f"e{number}" for number in count())
        self.years = (1000 + 11 * number for number in count())
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
        parts[1] = Hidden([str(next(self.years))]) if place % 3 == 0 else parts[1]
        if kind == "list":
            parts = [part for part in parts if isinstance(part, Hidden)]
        if kind == "ask":
            parts = parts[:2]
        entry = Entry(next(self.names), kind, parts, list(CHAPTERS)[place % 2])
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
        if entry := self.one(place, *KINDS):
            entry.extra = self.words()
            self.publish()

    @rule(place=PLACES, other=PLACES, how=st.sampled_from(("spelling", "spelling", "more", "less", "year")))
    def correct(self, place: int, other: int, how: str) -> None:
        if entry := self.one(place, *KINDS):
            part = entry.hidden[other % len(entry.hidden)]
            at = other % len(part.words)
            word = part.words[at]
            if how == "spelling" and word.isalpha() and len(word) > 3:
                part.words[at] = word[:-1] + ("y" if word[-1] < "z" else "я")
            elif how == "year" and word.isdecimal():
                part.words[at] = str(int(word) + 1)
            elif how == "less" and len(part.words) > 1:
                del part.words[at]
            elif len(part.words) < 4:
                part.words.insert(at, next(self.vocabulary))
            self.publish(plain=True)

    @rule(place=PLACES, other=PLACES, whole=st.booleans())
    def reword(self, place: int, other: int, whole: bool) -> None:
        if entry := self.one(place, *KINDS):
            part = entry.hidden[other % len(entry.hidden)]
            part.words = self.words(2) if whole else [part.words[0], *self.words(1)]
            self.publish()

    @rule(place=PLACES, other=PLACES, whole=st.booleans(), beside=st.booleans())
    def reword_and_move(self, place: int, other: int, whole: bool, beside: bool) -> None:
        entry = self.one(place, "cloze", "list", "quote")
        if entry and len(entry.hidden) < 10:
            part = entry.hidden[other % len(entry.hidden)]
            part.words = self.words(2) if whole else [part.words[-1], *self.words(1)]
            entry.parts = [one for one in entry.parts if one is not part]
            at = other % (len(entry.parts) + 1)
            entry.parts[at:at] = [part, *([Hidden(self.words(2))] if beside else []), *self._between(entry)]
            self.publish()

    @rule(place=PLACES, other=PLACES)
    def replace_by_another_fact(self, place: int, other: int) -> None:
        if entry := self.one(place, *KINDS):
            part = entry.hidden[other % len(entry.hidden)]
            at = next(at for at, one in enumerate(entry.parts) if one is part)
            entry.parts[at] = Hidden(self.words(2))
            self.publish()

    @rule(stem=st.sampled_from(sorted(CHAPTERS)))
    def move_a_file_into_a_folder(self, stem: str) -> None:
        here = self.project.root / f"decks/small/{self.files[stem]}.yaml"
        if here.exists():
            there = here.parent / "part" / here.name
            there.parent.mkdir(exist_ok=True)
            here.rename(there)
            assert "stray-file" in {problem.rule for problem in self.project.read()[1]}
            there.rename(here)

    @rule(stem=st.sampled_from(sorted(CHAPTERS)))
    def rename_a_file(self, stem: str) -> None:
        (self.project.root / f"decks/small/{self.files[stem]}.yaml").unlink(missing_ok=True)
        self.files[stem] = f"{stem[:2]}-{next(self.names)}"
        self.publish(plain=True)

    @precondition(lambda self: len(self.entries) > 4)
    @rule(stem=st.sampled_from(sorted(CHAPTERS)))
    def delete_a_chapter(self, stem: str) -> None:
        left = [entry for entry in self.entries if entry.chapter != stem]
        if any(not entry.withdrawn for entry in left):
            gone = [entry for entry in self.entries if entry.chapter == stem and not entry.withdrawn]
            for entry in gone:
                entry.withdrawn = True
            self.entries = left
            self.publish(gone=gone)

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
            entry.parts[at:at] = [Hidden(self.words(2)), *self._between(entry)]
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

    @rule(place=PLACES)
    def switch_the_order_of_a_list(self, place: int) -> None:
        if entry := self.one(place, "list"):
            entry.ordered = not entry.ordered
            self.publish(plain=True)

    @rule(place=PLACES, other=PLACES)
    def edit_a_list_and_switch_its_order(self, place: int, other: int) -> None:
        entry = self.one(place, "list")
        if entry and 2 < len(entry.hidden) < 10:
            entry.ordered = not entry.ordered
            at = other % len(entry.hidden)
            entry.parts.insert(at, entry.parts.pop())
            entry.parts.insert(other % len(entry.parts), Hidden(self.words(2)))
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
        if entry := self.one(place, *KINDS):
            entry.chapter = next(stem for stem in CHAPTERS if stem != entry.chapter)
            self.publish()

    @rule(stem=st.sampled_from(sorted(CHAPTERS)))
    def retitle(self, stem: str) -> None:
        self.titles[stem] = next(self.vocabulary)
        self.publish()

    @rule(place=PLACES)
    def rename(self, place: int) -> None:
        if entry := self.one(place, *KINDS):
            entry.was, entry.id = entry.id, next(self.names)
            self.publish()
            entry.was = ""

    @precondition(lambda self: len(self.entries) > 4)
    @rule(place=PLACES, vanish=st.booleans())
    def withdraw(self, place: int, vanish: bool) -> None:
        entry = self.entries[place % len(self.entries)]
        gone = [] if entry.withdrawn or not vanish else [entry]
        entry.withdrawn = True
        if vanish:
            self.entries.remove(entry)
        self.publish(gone=gone)

    @rule(place=PLACES)
    def bring_back(self, place: int) -> None:
        if found := [entry for entry in self.entries if entry.withdrawn]:
            found[place % len(found)].withdrawn = False
            self.publish()

    def _between(self, entry: Entry) -> list[list[str]]:
        """Return the words that part a new deletion from the next; items need none."""
        return [] if entry.kind == "list" else [self.words()]

    def publish(self, plain: bool = False, gone: Sequence[Entry] = ()) -> None:
        """Write the deck, build it, import it, compare, and study some more. What is plain must not be asked for."""
        self.write()
        if found := self.project.read()[1]:
            self.answer(found)
            assert not plain
        self.consent(plain, gone)
        self.time += 60
        (package,) = self.project.build(self.time)
        for part in (part for entry in self.entries for part in entry.hidden):
            part.number = 0  # the tool has to know by itself the next time
        log = self.anki.take(package)
        assert not log.conflicting
        self.compare()
        for entry in self.entries:
            entry.released = [] if entry.withdrawn else entry.hidden
        self.anki.study("Small", 5)
        self.scheduling = self.anki.scheduling()
        self.reviews = self.anki.revlog()

    def answer(self, found: Sequence[Problem]) -> None:
        """Write the numbers by hand where the build asks for them."""
        assert {problem.rule for problem in found} == {"unclear-cloze"}
        self.number_by_hand()
        self.write()

    def consent(self, plain: bool, gone: Sequence[Entry]) -> None:
        """Check that the author is asked wherever a fact that was released goes, and never for what is plain."""
        deck = self.project.deck()
        wanted = unasked(deck, plan(deck.lock, release(deck, lambda newest: newest + 1).lock))
        assert not (plain and wanted)
        withdrawn = {note.id for note in wanted.withdrawn} if wanted else set()
        at_risk = {change.id for change in wanted.changed} if wanted else set()
        assert {entry.id for entry in gone} <= withdrawn
        for entry in self.entries:
            lost = [part for part in entry.released if not any(part is one for one in entry.hidden)]
            assert not lost or entry.withdrawn or entry.id in at_risk, (entry, lost)

    def write(self) -> None:
        for stem, numeral in CHAPTERS.items():
            yaml = "".join(entry.yaml() for entry in self.entries if entry.chapter == stem)
            head = f"chapter: {numeral}\ntitle: {self.titles[stem]}\nentries:{'' if yaml else ' []'}\n"
            file = self.project.entries(yaml, f"{self.files[stem]}.yaml", head)
            if not yaml:
                file.unlink()

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
            self.compare_items(entry, part, question)
        else:
            assert reveals == "", f"card {number} of {entry.id} asks {reveals}, and asked {part.words}"

    def compare_items(self, entry: Entry, part: Hidden, question: str) -> None:
        """Check that a list shows the earlier items, or all others, and the blank behind them."""
        if entry.kind == "list":
            at = next(at for at, one in enumerate(entry.hidden) if one is part)
            others = entry.hidden[:at] + ([] if entry.ordered else entry.hidden[at + 1 :])
            shown = " ".join(word for one in others for word in one.words)
            assert question.endswith(" ".join(f"The list {shown} [...]".split())), (entry, question)


Rounds.TestCase.settings = settings(
    max_examples=8,
    stateful_step_count=30,
    deadline=None,
    derandomize=True,  # more examples and other dice are for whoever changes history/
    suppress_health_check=list(HealthCheck),
)
TestRounds = Rounds.TestCase
