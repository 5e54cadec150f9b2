"""What each kind makes of an entry: its fields, and the cards that ask them."""

import pytest

from tests.conftest import DECK, Project
from tests.emit.paper.made import png
from tests.kinds.made import made, told


def test_a_cloze_is_its_text_and_each_deletion_a_card(project: Project) -> None:
    note = made(project, "cloze: The state {{swelled up::verb}}; the people {{c3::grew {{lean}}}}.")
    assert note.type.name == "Cloze"
    assert told(note) == {"Text": "The state «1 swelled up | verb»; the people «3 grew «2 lean»»."}
    assert note.ordinals == (0, 1, 2)


def test_deletions_of_one_number_are_one_card(project: Project) -> None:
    assert made(project, "cloze: '{{c2::a}} {{c2::b}} {{c5::c}}'").ordinals == (1, 4)


def test_a_question_is_one_card(project: Project) -> None:
    note = made(project, "ask: What swelled up?\nanswer: the state")
    assert note.type.name == "Question"
    assert told(note) == {"Question": "What swelled up?", "Answer": "the state"}
    assert note.ordinals == (0,)


def test_a_question_that_may_be_reversed_is_two_cards(project: Project) -> None:
    note = made(project, "ask: What swelled up?\nanswer: the state\nreverse: yes")
    assert told(note)["Spare 1"] == "Which question does this answer?"
    assert [(card.prompt, card.answer, card.question_field) for card in note.asked] == [
        (("Question",), ("Answer",), ""),
        (("Answer",), ("Question",), "Spare 1"),
    ]


def test_a_question_that_may_not_is_one_card(project: Project) -> None:
    assert made(project, "ask: What swelled up?\nanswer: the state\nreverse: no").ordinals == (0,)


@pytest.mark.parametrize("said", ["true", "'1'", "What swelled up?"])
def test_reverse_is_yes_or_no(said: str, project: Project) -> None:
    project.entries(f"  - id: x\n    page: 98\n    ask: a\n    answer: b\n    reverse: {said}\n")
    (problem,) = project.read()[1]
    said = said.strip("'")
    assert str(problem.place) == "decks/small/06-pattern.yaml:8:14"
    assert (problem.rule, problem.message) == ("wrong-type", f'"reverse" must be yes or no, and is "{said}"')
    assert problem.hint == "write yes or no"


BLOCKS = {
    "a line is none, whatever it begins with": ("'- one'", False),
    "nor is a line with a number": ("1914. A year", False),
    "two lines are one paragraph": ("|\n  one\n  and two", False),
    "two paragraphs are blocks": ("|\n  one\n\n  two", True),
    "so is a list": ("|\n  - one\n  - two", True),
    "so is code": ("|\n  ```\n  a {{b}}\n  ```", True),
    "so is an image": ("'![the estate](estate.png)'", True),
    "a formula on lines of its own is none": ("|\n  \\[ a\n  \\]", False),
    "nor is an address that nothing shows": ("|\n  [a]: https://example.org\n  'b'", False),
}


@pytest.mark.parametrize(("answer", "expected"), BLOCKS.values(), ids=BLOCKS)
@pytest.mark.parametrize("entry", ["ask: a\nanswer: ", "term: a\nmeans: ", "pair: [a, b]\nrelation: cause\nbecause: "])
def test_answers_meanings_and_reasons_may_have_blocks(
    entry: str, answer: str, expected: bool, project: Project
) -> None:
    project.write("decks/small/estate.png", png(3, 2))
    note = made(project, entry + answer)
    assert [text.has_blocks for text in note.fields if text and text.words != "a"][-1] == expected


def test_a_term_is_asked_in_both_directions(project: Project) -> None:
    note = made(project, "term: barshchina\nscript: барщина\nmeans: the corvée")
    assert note.type.name == "Term"
    assert told(note) == {"Term": "barshchina", "Script": "барщина", "Means": "the corvée"}
    assert [(card.question, card.prompt, card.answer) for card in note.type.cards] == [
        ("term_meaning", ("Term", "Script"), ("Means",)),
        ("term_name", ("Means",), ("Term", "Script")),
    ]
    assert note.ordinals == (0, 1)


LANGUAGES = {
    "a term in its script has the deck's language of terms": ("term: a\nscript: я\nmeans: c", ["ru-Latn", "ru", ""]),
    "or a language of its own": ("term: a\nscript: я\nlanguage: uk\nmeans: c", ["uk-Latn", "uk", ""]),
    "a term without another script has the deck's language": ("term: a\nmeans: c", ["", ""]),
    "even if a language is named": ("term: a\nlanguage: uk\nmeans: c", ["", ""]),
}


@pytest.mark.parametrize(("entry", "languages"), LANGUAGES.values(), ids=LANGUAGES)
def test_the_language_of_a_term(entry: str, languages: list[str], project: Project) -> None:
    assert [text.language for text in made(project, entry).fields if text] == languages


def test_a_deck_without_a_language_of_terms_leaves_scripts_as_they_are(project: Project) -> None:
    project.write("decks/small/deck.yaml", DECK.replace("term_language: ru\n", ""))
    note = made(project, "term: a\nscript: я\nmeans: c")
    assert [text.language for text in note.fields if text] == ["", "", ""]


def test_a_list_is_asked_as_a_whole_and_item_by_item_with_all_others_shown_before_the_blank(project: Project) -> None:
    note = made(project, "list: three marks\nitems: [poverty, fear, 'a \\(x\\)']")
    assert note.type.name == "List"
    assert told(note) == {
        "Heading": "three marks",
        "Whole": "«1 (poverty; fear; a ⟦x⟧)»",
        "Step 1": "(fear; a ⟦x⟧; «2 poverty»)",
        "Step 2": "(poverty; a ⟦x⟧; «3 fear»)",
        "Step 3": "(poverty; fear; «4 a ⟦x⟧»)",
    }
    assert note.ordinals == (0, 1, 2, 3)


def test_an_ordered_list_is_asked_item_by_item_with_only_the_earlier_ones_shown(project: Project) -> None:
    note = made(project, "list: three phases\nordered: yes\nitems: [war, '{{c4::peace}}', war again]")
    assert told(note) == {
        "Heading": "three phases",
        "Whole": "«1 #(war; peace; war again)»",
        "Step 1": "#(«2 war»)",
        "Step 2": "#(war; «4 peace»)",
        "Step 3": "#(war; peace; «3 war again»)",
    }
    assert note.ordinals == (0, 1, 2, 3)


def test_a_list_of_which_an_order_is_denied_has_none(project: Project) -> None:
    assert told(made(project, "list: three phases\nordered: no\nitems: [war, peace]"))["Step 1"] == "(peace; «2 war»)"


def test_a_list_of_twelve_items_fills_all_steps(project: Project) -> None:
    note = made(project, f"list: twelve\nitems: {list(range(12))}")
    assert len(told(note)) == len(note.type.fields) == 14
    assert note.ordinals == tuple(range(13))


def test_a_quotation_is_asked_for_its_speaker_and_to_be_completed(project: Project) -> None:
    note = made(project, "quote: The state {{swelled up}}; the people {{c2::grew {{lean}}::verb}}.\nby: K.\nof: Russia")
    assert note.type.name == "Quotation"
    words = "The state swelled up; the people grew lean."
    gaps = "The state «3 swelled up»; the people «2 grew «4 lean» | verb»."
    assert told(note) == {
        "Quotation": words,
        "Speaker": f"Who said this?\\\n“{words}”\\\n— «1 K.», of Russia",
        "Gaps": f"Complete the words of K. on Russia:\\\n“{gaps}”",
    }
    assert note.ordinals == (0, 1, 2, 3)


@pytest.mark.parametrize(("asked", "cards"), [("", (0, 1)), ("\nask_of: no", (0, 1)), ("\nask_of: yes", (0, 1, 499))])
def test_a_quotation_is_asked_for_its_subject_only_where_its_author_wants_it(
    asked: str, cards: tuple[int, ...], project: Project
) -> None:
    note = made(project, f"quote: The state {{{{swelled up}}}}.\nby: K.\nof: Russia{asked}")
    question = "What was this said of?\\\n“The state swelled up.”\\\n— K., of «500 Russia»"
    assert (note.ordinals, told(note).get("Spare 1")) == (cards, question if 499 in cards else None)


@pytest.mark.parametrize(("written", "tier"), [("", "more"), ("\ntier: core", "core"), ("\ntier: more", "more")])
def test_an_entry_that_is_not_of_the_core_is_more(written: str, tier: str, project: Project) -> None:
    assert made(project, f"ask: a\nanswer: b{written}").tier == tier


def test_what_all_kinds_have_reaches_the_note(project: Project) -> None:
    note = made(project, "ask: a\nanswer: b\nnote: 48-49\ntags: [c, d::e]\nhint: f\nextra: |\n  g\n\n  h")
    assert (note.id, str(note.place)) == ("x", "decks/small/06-pattern.yaml:4:9")
    assert (note.cite.source.ranges(note.cite.pages), note.cite.footnotes) == ("98", ("48–49",))
    assert note.tags == ("c", "d::e")
    assert note.hint
    assert note.hint.words == "f"
    assert note.extra
    assert note.extra.words == "g\n\nh"
    assert (note.chapter.numeral, note.chapter.position) == ("VI", 2)


def test_what_an_entry_does_not_say_is_not_in_the_note(project: Project) -> None:
    note = made(project, "ask: a\nanswer: b")
    assert (note.cite.footnotes, note.tags, note.hint, note.extra) == ((), (), None, None)
