"""Cards that join a note after its first release, in a collection in which Anki reads cards in the order of their ids.

It does so once it has gathered statistics, as Check Database does, and most cards are of one note type. When the front
of a template changes, it then takes a note whose cards stand apart for two.
"""

from tests.anki.conftest import TIME, Anki
from tests.conftest import DECK, Project

FINE = ("Database rebuilt and optimized.", True)


def entries(reverse: str = "") -> str:
    """Return clozes and questions; every third has a second card if there is a line that reverses a question."""
    made = ""
    for number in range(40):
        open, shut, also = ("{{", "}}", reverse) if reverse and number % 3 == 0 else ("", "", "")
        made += f"  - id: e{number}\n    page: 98\n    ask: Who was no. {number}?\n    answer: A. {number}\n{also}"
        made += (
            f"  - id: c{number}\n    page: 98\n    cloze: In {number}, {{{{a{number}}}}} met {open}b{number}{shut}.\n"
        )
    return made


def with_late_cards(anki: Anki, project: Project) -> None:
    """Import two releases; in the second, some notes have one more card."""
    for time, written in ((TIME, entries()), (TIME + 60, entries("    reverse: yes\n"))):
        project.entries(written)
        anki.take(*project.build(time))
    assert anki.collection.card_count() == 80 + 28


def with_other_fronts(anki: Anki, project: Project) -> int:
    """Check the database and take a release in which fronts differ; return how many cards are doubled then."""
    assert anki.collection.fix_integrity() == FINE
    anki.collection.close()
    anki.collection.reopen()
    project.write("decks/small/deck.yaml", f"{DECK}words:\n  hint: Clue\n")
    anki.take(*project.build(TIME + 120))
    assert "Clue" in anki.collection.models.by_name("Small – Cloze")["tmpls"][0]["qfmt"]  # type: ignore[index]
    return len(anki.collection.db.list("select count() from cards group by nid, ord having count() > 1"))


def test_no_card_is_doubled_when_a_front_changes(project: Project, anki: Anki) -> None:
    with_late_cards(anki, project)
    anki.study("Small")
    before = anki.scheduling(), anki.revlog()
    assert with_other_fronts(anki, project) == 0
    assert (anki.scheduling(), anki.revlog()) == before
    assert anki.collection.fix_integrity() == FINE


def test_where_cards_stand_apart_check_database_removes_the_doubled_ones_and_nothing_else(
    project: Project, anki: Anki
) -> None:
    with_late_cards(anki, project)
    anki.collection.db.execute("update cards set id = id + 1000000000 where ord > 0")
    anki.study("Small")
    before = anki.scheduling(), anki.revlog()
    assert with_other_fronts(anki, project) == 2 * 28
    said, fine = anki.collection.fix_integrity()
    assert (said.startswith("Deleted"), fine) == (True, False)
    assert (anki.scheduling(), anki.revlog()) == before
