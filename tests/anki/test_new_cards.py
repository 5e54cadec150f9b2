"""On which day a new learner meets which card, in Anki's own scheduler with the options that a new user has."""

from pathlib import Path

import pytest

from tests.anki.conftest import TIME, Anki
from tests.anki.term import next_day
from tests.conftest import DECK, Project

LIST = "  - {id: marks, list: Marks of that order, items: [poverty, fear, pride, rank], page: 95}\n"
BY_DECK, BY_POSITION = 0, 1
"""How Anki gathers new cards: it offers these and others, and the first is what it does without being told."""

Met = dict[tuple[str, int], tuple[int, int]]
"""For each card, by its note's id and its number: the day on which it was met, and its place in that day."""


def asks(count: int, start: int = 0, more: str = "") -> str:
    """Return entries with a card each."""
    return "".join(
        f"  - {{id: e{number}, ask: Who was {number}?, answer: no. {number}, page: 98{more}}}\n"
        for number in range(start, start + count)
    )


def met(anki: Anki, days: int) -> Met:
    """Study the new cards of some days, and return when each was met."""
    found: Met = {}
    for day in range(days):
        anki.collection.decks.select(anki.collection.decks.id_for_name("Small"))
        while (card := anki.collection.sched.getCard()) is not None:
            if card.type == 0:
                found[card.note().fields[0], card.ord + 1] = (day, len(found))
            card.start_timer()
            anki.collection.sched.answerCard(card, 4)
        next_day(anki.collection)
        anki.collection.close()
        anki.collection.reopen()
    return found


@pytest.mark.parametrize("before", [0, 7, 13, 16, 19])
@pytest.mark.parametrize("ordered", ["", "    ordered: yes\n"])
def test_a_list_is_asked_as_a_whole_on_a_later_day_than_its_items(
    project: Project, anki: Anki, before: int, ordered: str
) -> None:
    project.entries(
        asks(before) + LIST.replace(", page", f"{', ordered: yes' if ordered else ''}, page") + asks(40, 50)
    )
    anki.load(project.deck())
    found = met(anki, 5)
    items = [found["marks", number] for number in range(2, 6)]
    assert items == sorted(items)
    assert max(items)[0] < found["marks", 1][0] <= max(items)[0] + 2


def test_at_the_end_of_a_chapter_the_whole_list_is_the_last_of_its_deck(project: Project, anki: Anki) -> None:
    project.entries(asks(16) + LIST + LIST.replace("marks", "signs"))
    anki.load(project.deck())
    last = [(card.note().fields[0], card.ord + 1) for card in anki.cards()][-2:]
    assert last == [("marks", 1), ("signs", 1)]
    found = met(anki, 2)
    assert found["marks", 5][0] == 0
    assert found["marks", 1][0] == 1


def test_all_cards_of_any_other_entry_have_one_position(project: Project, anki: Anki) -> None:
    project.entries(
        "  - {id: saying, quote: 'The {{state}} grew', by: K., of: Russia, page: 98}\n"
        "  - {id: two, cloze: '{{The state}} {{swelled up}}', page: 98}\n"
        "  - {id: sides, pair: [a, b], relation: parallel, because: both are, page: 98}\n"
    )
    anki.load(project.deck())
    assert [len({card.due for card in note.cards()}) for note in anki.notes().values()] == [1, 1, 1]


def test_a_card_that_a_learner_has_stays_where_it_is(project: Project, anki: Anki) -> None:
    project.entries(LIST)
    (package,) = project.build(TIME)
    anki.take(package)
    anki.collection.db.execute("update cards set due = 7")
    project.entries(asks(1) + LIST.replace("fear", "great fear"))
    (package,) = project.build(TIME + 60)
    assert len(anki.take(package).updated) == 1
    assert {card.due for card in anki.notes()["marks"].cards()} == {7}


def test_packages_of_a_chapter_and_of_the_whole_deck_place_cards_alike(project: Project, anki: Anki) -> None:
    project.entries(asks(30) + LIST + asks(2, 50), "05-first.yaml", "chapter: V\ntitle: First\nentries:\n")
    whole, chapter = project.build(TIME, "V")
    assert placed(anki, chapter) == {card: due for card, due in placed(anki, whole).items() if card[0] != "formula"}


@pytest.mark.parametrize(
    ("gathered", "days"),
    [
        (BY_DECK, ["core V", "more V", "core VI, more VI"]),
        (BY_POSITION, ["core V", "core VI, more V", "more V, more VI"]),
    ],
)
def test_the_core_comes_first_in_a_chapter_or_in_the_deck(
    project: Project, anki: Anki, gathered: int, days: list[str]
) -> None:
    project.write("decks/small/deck.yaml", DECK + "new_cards: core first\n")
    project.entries(asks(20) + asks(20, 20, ", tier: core"), "05-first.yaml", "chapter: V\ntitle: First\nentries:\n")
    project.entries(asks(10, 40) + asks(10, 50, ", tier: core"))
    anki.load(project.deck())
    options = anki.collection.decks.config_dict_for_deck_id(1)
    options["newGatherPriority"] = gathered
    anki.collection.decks.update_config(options)
    found = met(anki, 3)
    kinds = {
        number: f"{'core' if number // 10 in (2, 3, 5) else 'more'} {'V' if number < 40 else 'VI'}"
        for number in range(60)
    }
    seen = [{kinds[int(id[1:])] for (id, _), (on, _) in found.items() if on == day} for day in range(3)]
    assert [sorted(one) for one in seen] == [sorted(day.split(", ")) for day in days]


def placed(anki: Anki, package: Path) -> dict[tuple[str, int], int]:
    """Import a package into an empty collection, and return the position of each card."""
    anki.take(package)
    found = {(card.note().fields[0], card.ord): card.due for card in anki.cards()}
    anki.collection.remove_notes(anki.collection.find_notes(""))
    return found
