"""What the rules read: texts as their author wrote them, each once, and English prose only in English decks."""

import pytest

from flashgen.check.written import note_texts, other_texts, texts, unquoted
from flashgen.pipeline import checked_decks
from tests.conftest import DECK, SOURCE, Project

YES = "  - {id: x, ask: Was Bukharin right about the villages?, answer: 'yes, in part', page: 98}\n"

KINDS = {
    "a question with all that it may have": (
        "{id: x, ask: Q, answer: A, hint: H, extra: E, withdrawn: W, page: 98}",
        ["Q", "A", "H", "E", "W"],
    ),
    "a cloze": ("{id: x, cloze: 'a {{b::c}}', page: 98}", ["a b"]),
    "a list, whose steps repeat those before": ("{id: x, list: L, items: [a, b, c], page: 98}", ["L", "a", "b", "c"]),
    "a quotation, which stands on two cards": (
        "{id: x, quote: 'a {{b}}', by: B, of: O, page: 98}",
        ["a b", "B", "O", "a b"],
    ),
    "a term": ("{id: x, term: t, script: S, means: m, page: 98}", ["t", "S", "m"]),
}


@pytest.mark.parametrize(("entry", "written"), KINDS.values(), ids=KINDS)
def test_a_text_of_a_note_is_read_once_where_it_stands(project: Project, entry: str, written: list[str]) -> None:
    project.entries(f"  - {entry}\n")
    decks, _ = checked_decks(project.root, ())
    assert [text.words for text in texts(decks[0].notes[0])] == written


def test_so_is_a_side_that_begins_a_question(project: Project) -> None:
    project.write("decks/small/deck.yaml", DECK.replace("language: en", "language: ru"))
    project.entries("  - {id: x, pair: [щи, борщ], relation: cause, because: вот, page: 98}\n")
    assert [text.words for text in texts(project.deck().notes[0])] == ["щи", "борщ", "вот"]


def test_the_place_of_an_item_is_its_own(project: Project) -> None:
    project.entries("  - id: x\n    list: L\n    items:\n      - a\n      - b\n    page: 98\n")
    decks, _ = checked_decks(project.root, ())
    assert [text.place.line for text in texts(decks[0].notes[0])] == [5, 7, 8]


def test_the_texts_of_chapters_and_of_the_source_reach_cards_too(project: Project) -> None:
    project.write(
        "source/tucker-1999.yaml", SOURCE.replace("    pages: 89-94\n", "    pages: 89-94\n    thesis: So.\n")
    )
    said = {text.words for text in other_texts(project.deck())}
    assert {"The older pattern", "The first factor", "So.", "A formula *sums up* the pattern."} <= said


def test_so_do_deletions_and_their_hints(project: Project) -> None:
    project.entries("  - {id: x, cloze: 'one {{two}} and {{three::which?}}', page: 98}\n")
    said = [text.words for text in note_texts(project.deck().notes[0])]
    assert said == ["one two and three", "two", "three", "which?"]


@pytest.mark.parametrize(
    ("language", "found"), [("en", True), ("en-GB", True), ("EN", True), ("enm", False), ("de", False)]
)
def test_rules_of_english_prose_read_english_decks_only(project: Project, language: str, found: bool) -> None:
    project.write("decks/small/deck.yaml", DECK.replace("language: en", f"language: {language}"))
    project.entries(YES + "  - {id: y, ask: What did he do today?, answer: 'peace, land and bread', page: 98}\n")
    rules = {problem.rule for problem in checked_decks(project.root, ())[1]}
    assert rules - {"untranslated-words"} == (
        {"yes-no-question", "vague-prompt", "undated-claim", "several-items"} if found else set()
    )


@pytest.mark.parametrize(
    ("words", "left"),
    [
        ('Who said "of course"?', "Who said “…”?"),
        ("Who said “of course” and ‘surely’?", "Who said “…” and “…”?"),
        ("It's the tsar's", "It's the tsar's"),
        ('5" of "rain" and "', "5“…”rain“…”"),
    ],
)
def test_what_is_quoted_is_taken_out(words: str, left: str) -> None:
    assert unquoted(words) == left


@pytest.mark.parametrize(
    ("deck", "entry", "found"),
    [
        ("en", "", True),
        ("en", "language: en-GB, ", True),
        ("en", "language: de, ", False),
        ("de", "", False),
        ("de", "language: en, ", True),
    ],
)
def test_rules_of_english_prose_read_entries_in_english_only(
    deck: str, entry: str, found: bool, project: Project
) -> None:
    project.write("decks/small/deck.yaml", DECK.replace("language: en", f"language: {deck}"))
    asked = [("ask: Was it so?, answer: yes"), ("cloze: 'He currently ate an {{apple}} {{the}} day.'")]
    project.entries("".join(f"  - {{id: x{at}, {entry}{said}, page: 98}}\n" for at, said in enumerate(asked)))
    rules = {problem.rule for problem in checked_decks(project.root, ())[1]} - {"long-answer"}
    english = {"yes-no-question", "vague-prompt", "undated-claim", "grammar-tells", "hidden-filler"}
    assert rules & english == (english if found else set())


def test_other_rules_read_all_languages(project: Project) -> None:
    project.write("decks/small/deck.yaml", DECK.replace("language: en", "language: de"))
    project.entries("  - {id: x, ask: Was war der Kolchos?, answer: der Kolchos, page: 98}\n")
    assert {problem.rule for problem in checked_decks(project.root, ())[1]} == {"answer-in-prompt"}
