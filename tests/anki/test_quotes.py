"""The cards of quotations: who said it, and of what only where the author wants it."""

import pytest

from tests.anki.conftest import TIME, Anki, shown
from tests.conftest import Project

QUOTE = "  - {id: swelled, quote: 'The state {{swelled up}}.', by: Kliuchevsky, of: Russia, page: 98}\n"
ASKED = QUOTE.replace("page", "ask_of: yes, page")
SPEAKER = (
    "VI · The older pattern Who said this? “The state swelled up.” — [...], of Russia",
    "VI · The older pattern Who said this? “The state swelled up.” — Kliuchevsky, of Russia",
)
SUBJECT = (
    "VI · The older pattern What was this said of? “The state swelled up.” — Kliuchevsky, of [...]",
    "VI · The older pattern What was this said of? “The state swelled up.” — Kliuchevsky, of Russia",
)


def faces(anki: Anki) -> dict[int, tuple[str, str]]:
    """Return the front of each card by its number, and its back without the citation."""
    cards = anki.notes()["swelled"].cards()
    return {card.ord + 1: (shown(card.question()), shown(card.answer()).partition(" Tucker")[0]) for card in cards}


@pytest.mark.parametrize(("entry", "asked"), [(QUOTE, {1: SPEAKER}), (ASKED, {1: SPEAKER, 500: SUBJECT})])
def test_each_card_asks_one_thing(project: Project, anki: Anki, entry: str, asked: dict[int, tuple[str, str]]) -> None:
    project.entries(entry)
    anki.take(*project.build(TIME))
    found = faces(anki)
    assert found.pop(2)[0].endswith("Complete the words of Kliuchevsky on Russia: “The state [...].”")
    assert found == asked


def test_a_subject_that_is_asked_later_is_a_new_card_and_the_others_keep_their_reviews(
    project: Project, anki: Anki
) -> None:
    project.entries(QUOTE)
    anki.take(*project.build(TIME))
    anki.study("Small")
    before, reviews = anki.scheduling(), anki.revlog()
    assert reviews
    project.entries(ASKED)
    log = anki.take(*project.build(TIME + 60))
    assert (len(log.updated), len(log.conflicting)) == (1, 0)
    now = anki.scheduling()
    ((_, number),) = now.keys() - before.keys()
    assert number == 500
    assert {key: now[key] for key in before} == before
    assert anki.revlog() == reviews
    assert faces(anki)[500] == SUBJECT
    assert not anki.collection.get_empty_cards().notes
    assert anki.collection.fix_integrity()[1]


def test_a_subject_that_is_asked_no_more_leaves_an_empty_card_and_no_other(project: Project, anki: Anki) -> None:
    project.entries(ASKED)
    anki.take(*project.build(TIME))
    project.entries(QUOTE)
    anki.take(*project.build(TIME + 60))
    (empty,) = anki.collection.get_empty_cards().notes
    assert [anki.collection.get_card(card).ord + 1 for card in empty.card_ids] == [500]
