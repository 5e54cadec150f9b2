"""The cure for words that are on another page: it never takes the rest of the entry from its page."""

import pytest

from flashgen.pipeline import checked_decks
from tests.conftest import DECK, Project

FORMULA = (
    '  - id: x\n    quote: "The state {{swelled up}}; the people grew lean."\n    of: Russia\n    by: BY\n    page: '
)

CURES = {
    "words that stand on one other page alone": (
        "  - id: x\n    ask: Who said so?\n    answer: Kliuchevsky\n    page: 97\n",
        "found on p. 98: cite that page",
    ),
    "all words of an entry on one other page": (
        '  - id: x\n    ask: Whose was "the people grew lean"?\n    answer: Kliuchevsky\n    page: 96\n',
        "found on p. 98: cite that page",
    ),
    "a speaker on the page before the quotation": (
        FORMULA.replace("BY", "Miliukov") + "98\n",
        "found on p. 97, other words of the entry on p. 98: cite pp. 97–98",
    ),
    "a speaker two pages before the quotation": (
        FORMULA.replace("BY", "Barshchina").replace("of: Russia", "of: the state") + "98\n",
        "found on p. 97, other words of the entry on p. 98: cite pp. 97–98",
    ),
    "an answer on the page behind": (
        '  - id: x\n    ask: Whose were the "trudodni"?\n    answer: Kliuchevsky\n    page: 97\n',
        "found on p. 98, other words of the entry on p. 97: cite pp. 97–98",
    ),
    "an answer on a page farther off": (
        '  - id: x\n    ask: Whose was a "serf"?\n    answer: Kliuchevsky\n    page: 96\n',
        "found on p. 98, other words of the entry on p. 96: write (p. 98) after it",
    ),
    "words on no page": (
        "  - id: x\n    ask: Who said so?\n    answer: Malenkov\n    page: 97\n",
        "correct it: it is on no page of your copy",
    ),
}


@pytest.mark.parametrize(("entries", "hint"), CURES.values(), ids=CURES)
def test_the_cure_leaves_the_other_words_on_their_page(entries: str, hint: str, project: Project) -> None:
    project.entries(entries)
    found = checked_decks(project.root, (), texts={"": project.texts()})[1]
    assert hint in [problem.hint for problem in found if problem.rule == "not-on-page"]


def test_a_page_named_behind_the_words_is_enough(project: Project) -> None:
    project.entries('  - id: x\n    ask: Whose was a "serf"?\n    answer: Kliuchevsky (p. 98)\n    page: 96\n')
    assert project.problems(project.texts()) == []


@pytest.mark.parametrize("ordered", ["", ", ordered: yes"])
@pytest.mark.parametrize(
    ("items", "lines"),
    [
        ("[Kliuchevsky, Miliukov (p. 97)]", []),
        ("[Miliukov, Barshchina (p. 97)]", ["06-pattern.yaml:4:43 not-on-page"]),
        ("[Kliuchevsky, '\"no such words\"']", ["06-pattern.yaml:4:58 not-on-page"]),
    ],
)
def test_an_item_is_looked_up_once_and_on_the_pages_that_it_names_itself(
    items: str, lines: list[str], ordered: str, project: Project
) -> None:
    project.entries(f"  - {{id: x, page: 98, list: Some, items: {items}{ordered}}}\n")
    assert project.problems(project.texts()) == lines


@pytest.mark.parametrize(
    ("said", "found"),
    [
        ('Whose was "{}"?', True),
        ("Whose was “{}”?", True),
        ("Wessen Wort war „{}“?", True),
        ("Wessen Wort war »{}«?", True),
        ("Qui a dit «\u00a0{}\u00a0» ?", True),
        ("Кто сказал «{}»?", True),
        ("Whose was {}?", False),
        ('מה עשו צה"ל {} ארה"ב?', False),
    ],
)
def test_a_quotation_is_looked_up_whatever_its_marks(said: str, found: bool, project: Project) -> None:
    for words, wrong in (("the people grew lean", False), ("the people grew fat", found)):
        project.entries(f"  - {{id: x, page: 98, answer: this, ask: '{said.format(words)}'}}\n")
        assert [one.split()[1] for one in project.problems(project.texts())] == ["not-on-page"] * wrong


@pytest.mark.parametrize(
    ("language", "answer", "found"),
    [
        ("en", "Malenkov", ["Malenkov"]),
        ("fr", "un État de Malenkov", ["État", "Malenkov"]),
        ("de", "der Schaden von Malenkow, 1929", ["1929"]),
        ("de-AT", "Schaden", []),
        ("ru", "вред от Маленкова", ["Маленкова"]),
        ("cs", "čin člověka", []),
        ("he", "נזק לאחרים", []),
        ("ja", "他人への害, 1929", ["1929"]),
    ],
)
def test_a_capital_letter_tells_a_name_where_not_all_nouns_have_one(
    language: str, answer: str, found: list[str], project: Project
) -> None:
    project.write("decks/small/deck.yaml", DECK.replace("language: en", f"language: {language}"))
    project.entries(f"  - id: x\n    ask: Wer sagte das?\n    answer: {answer}\n    page: 98\n")
    every = checked_decks(project.root, (), texts={"": project.texts()})[1]
    assert [one.words for one in every if one.rule == "not-on-page"] == found


@pytest.mark.parametrize(
    ("language", "own", "found"), [("de", "en", []), ("en", "de", []), ("de", "de", []), ("fr", "en", ["Schaden"])]
)
def test_a_saying_in_another_language_may_have_nouns_of_the_deck_beside_it(
    language: str, own: str, found: list[str], project: Project
) -> None:
    project.write("decks/small/deck.yaml", DECK.replace("language: en", f"language: {language}"))
    entry = FORMULA.replace("BY", "Kliuchevsky").replace("of: Russia", "of: Schaden")
    project.entries(entry + f"98\n    language: {own}\n")
    every = checked_decks(project.root, (), texts={"": project.texts()})[1]
    assert [one.words for one in every if one.rule == "not-on-page"] == found


@pytest.mark.parametrize("language", ["en", "de", "fr", "he"])
def test_what_a_question_puts_between_marks_is_no_quotation(language: str, project: Project) -> None:
    project.write("decks/small/deck.yaml", DECK.replace("language: en", f"language: {language}"))
    project.entries("  - {id: x, page: 98, pair: [the fat, the lean], relation: cause, about: so it is, because: so}\n")
    assert project.problems(project.texts()) == []


@pytest.mark.parametrize("language", ["en", "de", "he"])
def test_a_saying_is_looked_up_in_a_deck_of_any_language(language: str, project: Project) -> None:
    project.write("decks/small/deck.yaml", DECK.replace("language: en", f"language: {language}"))
    project.entries(FORMULA.replace("BY", "Kliuchevsky").replace("swelled", "grew") + "98\n")
    found = checked_decks(project.root, (), texts={"": project.texts()})[1]
    assert "The state grew up; the people grew lean." in [one.words for one in found if one.rule == "not-on-page"]
