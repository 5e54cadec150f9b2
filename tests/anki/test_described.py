"""What Anki says around cards: of fields in its editor, of decks below their names, and of cards in its browser."""

import re

import pytest

from flashgen.languages import LANGUAGES
from flashgen.model.words import Words
from tests.anki.conftest import TIME, Anki
from tests.anki.test_contract import ALL
from tests.conftest import DECK, SOURCE, Project

THESIS = SOURCE.replace(
    "    title: The second factor\n", '    title: The second factor\n    thesis: The "state" *swelled* & grew.\n'
)


def description(anki: Anki, name: str) -> str:
    """Return what Anki shows below the name of a deck."""
    deck = anki.collection.decks.by_name(name)
    assert deck
    return str(deck["desc"])


@pytest.mark.parametrize("words", LANGUAGES, ids=lambda words: words.language)
def test_every_field_says_what_it_holds_and_the_spare_ones_are_collapsed(
    project: Project, anki: Anki, words: Words
) -> None:
    project.write("decks/small/deck.yaml", DECK.replace("language: en", f"language: {words.language}"))
    project.entries("".join(ALL))
    anki.take(*project.build(TIME))
    for model in [one for one in anki.collection.models.all() if one["name"].startswith("Small")]:
        assert [field["name"] for field in model["flds"] if len(field["description"]) < 4] == []
        assert [field["name"] for field in model["flds"] if field["collapsed"]] == ["Spare 1", "Spare 2", "Spare 3"]
        (mine,) = [field["description"] for field in model["flds"] if field["name"] == "My notes"]
        assert mine == words.fields["My notes"]


def test_the_field_for_learners_says_that_a_newer_package_replaces_it_and_update_texts_do_not() -> None:
    mine = LANGUAGES[0].fields["My notes"]
    assert mine == ("Yours. But a newer package that changes this note replaces it; update texts keep it: ask for them")


def test_descriptions_arrive_at_learners_and_touch_no_card(project: Project, anki: Anki) -> None:
    project.entries("".join(ALL))
    anki.take(*project.build(TIME))
    anki.study("Small")
    before = anki.scheduling(), anki.revlog(), anki.content()
    project.write("decks/small/deck.yaml", f"{DECK}words:\n  deck_release: 'No. {{number}} of {{date}}'\n")
    (package,) = project.build(TIME + 60)
    anki.take(package)
    assert (anki.scheduling(), anki.revlog(), anki.content()) == before
    assert "No. 1 of 2026-09-21" in description(anki, "Small")


def test_a_deck_says_what_it_cites_its_release_and_where_to_report_a_slip_and_a_chapter_its_thesis(
    project: Project, anki: Anki
) -> None:
    project.write("source/tucker-1999.yaml", THESIS)
    project.write("decks/small/deck.yaml", f"{DECK}report: https://example.org/slips?a=1&b=2 or ask Ada\n")
    anki.take(*project.build(TIME))
    assert description(anki, "Small") == (
        '<div lang="en"><em>Stalinism as Revolution from Above</em>.<br>Release 1, 2026-09-21<br>'
        'Found a slip? <a href="https://example.org/slips?a=1&amp;b=2">https://example.org/slips?a=1&amp;b=2</a>'
        " or ask Ada</div>"
    )
    assert description(anki, "Small::02 The older pattern") == (
        '<div lang="en">The “state” <em>swelled</em> &amp; grew.</div>'
    )
    project.entries("  - {id: who, ask: Who?, answer: Kliuchevsky, page: 98}\n")
    anki.take(*project.build(TIME + 86_400))
    assert "Release 2, 2026-09-22" in description(anki, "Small")


def test_without_an_address_and_a_thesis_nothing_is_said_of_them(project: Project, anki: Anki) -> None:
    anki.take(*project.build(TIME))
    assert "slip" not in description(anki, "Small")
    assert description(anki, "Small::02 The older pattern") == ""


def test_the_browser_lists_questions_and_answers_in_words_without_what_is_around_them(
    project: Project, anki: Anki
) -> None:
    project.entries(
        "".join(ALL).replace("    page: 96\n", "    hint: Think.\n    page: 96\n")
        + """\
  - {id: both, ask: Who wrote it?, answer: Kliuchevsky, reverse: yes, page: 98}
"""
    )
    anki.take(*project.build(TIME))
    anki.collection.load_browser_card_columns()
    anki.collection.set_browser_card_columns(["noteFld", "question", "answer"])
    rows = {}
    for card in anki.cards():
        cells, *_ = anki.collection.browser_row_for_id(card.id)
        rows[card.note().fields[0], card.ord + 1] = [re.sub(r"\s+", " ", text).strip() for text, *_ in cells]
    assert rows["formula", 2][1:] == [
        "The state swelled up; the people [...].",
        "The state swelled up; the people grew lean.",
    ]
    assert rows["vkp", 1] == ["What did V.K.P. stand for?"] * 2 + ["a second serfdom"]
    assert rows["corvee", 1][1:] == ["What does this term mean? barshchina барщина", "work owed on the lord’s land"]
    assert rows["estate-kolkhoz", 1][1:] == [
        "What is the parallel to the estate?",
        "the kolkhoz the peasants of each are bound",
    ]
    assert rows["both", 2][1:] == ["Which question does this answer? Kliuchevsky", "Who wrote it?"]
    assert rows["swelled", 1][1] == "Who said this? “The state swelled up.” — [...], of Russia"
    assert sorted(rows["marks", 2][1].split()) == ["Marks", "[...]", "chauvinism", "fear", "of", "order", "that"]
    assert all(all(row) for row in rows.values())
