"""A deck's own words: each takes the place of one of its language, if it fits; without any, none is missed."""

import re

import pytest

from flashgen.emit.anki.notetype import drafted, model
from flashgen.languages.en import ENGLISH
from flashgen.model.words import places
from flashgen.pipeline import checked_decks
from tests.conftest import DECK, FORMULA, SOURCE, Project
from tests.load.shown import shown

PAIR = "  - {id: x, pair: [a, b], relation: cause, about: the topic, because: so, page: 98}\n"
TERM = "  - {id: t, term: a, means: b, page: 98}\n"


def with_words(project: Project, words: str, language: str = "en") -> None:
    """Give a project's deck words of its own, each line one of them."""
    lines = "".join(f"  {line}\n" for line in words.splitlines())
    project.write("decks/small/deck.yaml", DECK.replace("language: en", f"language: {language}") + f"words:\n{lines}")


def test_words_take_the_place_of_those_of_the_language(project: Project) -> None:
    with_words(
        project, "hint: Tipp\npair_cause_from_left: wozu führte {left}?\nlocators: {page: S., verse: [V., Vv.]}", "de"
    )
    project.entries(PAIR)
    deck = project.deck()
    assert (deck.words.language, deck.words.hint, deck.words.sheet_ask) == ("de", "Tipp", "Frage")
    assert [deck.words.locators[name] for name in ("page", "verse", "note")] == [
        ("S.", "S."),
        ("V.", "Vv."),
        ("Anm.", "Anm."),
    ]
    assert shown(deck.notes[0].fields[1].parts) == "The topic: wozu führte a?"


@pytest.mark.parametrize(
    ("language", "left", "bond"),
    [
        ("de", "Was war die Folge von „a“?", "Wie führte „a“ zu „b“?"),
        (
            "fr-CA",
            "Quelle a été la conséquence de «\u202fa\u202f»\u00a0?",
            "Comment est-on passé de «\u202fa\u202f» à «\u202fb\u202f»\u00a0?",
        ),
        ("es", "¿Cuál fue la consecuencia de «a»?", "¿Cómo llevó «a» a «b»?"),
        ("ru", "A — к чему это привело?", "A и b — как первое привело ко второму?"),
        ("he", "מה הייתה התוצאה של ”a”?", "מהו הקשר הסיבתי בין ”a” ל־”b”?"),
        ("it", "What did a bring about?", "How did a bring about b?"),
    ],
)
def test_a_question_begins_with_a_capital_letter(language: str, left: str, bond: str, project: Project) -> None:
    project.write("decks/small/deck.yaml", DECK.replace("language: en", f"language: {language}"))
    project.entries(PAIR.replace("about: the topic, ", ""))
    (note,) = project.deck().notes
    assert [shown(note.fields[place].parts) for place in (1, 0)] == [left, bond]


@pytest.mark.parametrize(
    ("language", "left"),
    [
        ("en", "The topic: what did a bring about?"),
        ("de", "The topic: Was war die Folge von „a“?"),
        ("es", "The topic: ¿cuál fue la consecuencia de «a»?"),
        ("fr", "The topic\u00a0: quelle a été la conséquence de «\u202fa\u202f»\u00a0?"),
        ("ru", "The topic: a — к чему это привело?"),
    ],
)
def test_but_behind_a_topic_as_its_language_does(language: str, left: str, project: Project) -> None:
    project.write("decks/small/deck.yaml", DECK.replace("language: en", f"language: {language}"))
    project.entries(PAIR)
    assert shown(project.deck().notes[0].fields[1].parts) == left


@pytest.mark.parametrize(
    ("words", "expected", "hint"),
    [
        ("hnit: Tipp", "8:3 unknown-key", 'did you mean "hint"?'),
        ("hint: ''", "8:9 blank", "write a value"),
        ("hint: [a]", "8:9 wrong-type", "write one text"),
        ("hint: Tipp {x}", "8:9 bad-words", "write no braces"),
        ("pair_cause_from_left: What?", "8:25 bad-words", "write {left}, each once"),
        ("pair_cause_bond: how {left} {right} {left}?", "8:20 bad-words", "write {left} and {right}, each once"),
        ("pair_cause_from_left: what {lft}?", "8:25 bad-words", "write {left}, each once"),
        ("pair_cause_from_left: what {left} }?", "8:25 bad-words", "write {left}, each once"),
        ("locators: S.", "8:13 wrong-type", "write keys"),
        ("locators: {pgae: S.}", "8:14 unknown-key", 'did you mean "page"?'),
        ("locators: {page: ''}", "8:20 blank", "write a value"),
        ("locators: {page: [S.]}", "8:20 wrong-length", "or two: for one and for several"),
        ("ordinals: []", "8:13 blank", "write its items"),
        ("months: [a, b]", "8:11 wrong-length", "write twelve, or another twelve as they stand without a day"),
        ("ordinals: th", "8:13 wrong-type", "write one item a line"),
        ("locators: {page: []}", "8:20 blank", "write its items"),
        ("locators: {page: [S., {}]}", "8:25 wrong-type", "write one text"),
    ],
)
def test_words_that_do_not_fit(words: str, expected: str, hint: str, project: Project) -> None:
    with_words(project, words)
    assert project.problems()[0] == f"deck.yaml:{expected}"
    deck, problems = project.read()
    assert hint in problems[0].hint
    assert deck
    assert deck.words.hint == "Hint"


def test_words_that_are_not_a_mapping(project: Project) -> None:
    project.write("decks/small/deck.yaml", f"{DECK}words: none\n")
    assert project.problems() == ["deck.yaml:7:8 wrong-type"]


def untranslated(project: Project, entries: str, words: str = "", language: str = "it") -> list[str]:
    """Return the names of the words that stay English in a deck of entries, or none where nothing is found."""
    with_words(project, f"colon: ':'\n{words}", language)
    project.entries(entries)
    found = [one for one in checked_decks(project.root, ())[1] if one.rule == "untranslated-words"]
    assert {one.severity for one in found} <= {"note"}
    return re.findall(r"\w+(?=[,;]|$)", found[0].hint.partition(": ")[2]) if found else []


def test_a_language_without_words_is_told_with_those_that_the_deck_shows(project: Project) -> None:
    lacking = untranslated(project, FORMULA)
    assert {"hint", "page_says", "page", "sheet_ask", "paper_title", "paper_essay"} <= {*lacking}
    assert not {name for name in lacking if name.startswith(("pair_", "term_", "quote_", "test_", "colon"))}
    assert {*untranslated(project, FORMULA + PAIR)} - {*lacking} == {
        *("pair_cause_from_left", "pair_cause_from_right", "pair_cause_bond"),
    }
    assert {*untranslated(project, FORMULA + TERM)} - {*lacking} == {"term_meaning", "term_name"}
    assert "hint" not in untranslated(project, FORMULA, "hint: Hint")


def test_with_words_for_all_of_them_nothing_is_told(project: Project) -> None:
    lacking = untranslated(project, FORMULA + TERM)
    locators = "locators: {page: [p., pp.], note: [n., nn.]}"
    phrases = [name for name in lacking if name not in ("page", "note")]
    filled = {name: "".join(f"{{{place}}}" for place in places(ENGLISH.phrase(name))) for name in phrases}
    words = "\n".join(f"{name}: parole{gaps}" for name, gaps in filled.items())
    assert untranslated(project, FORMULA + TERM, f"{words}\n{locators}") == []
    assert untranslated(project, FORMULA + TERM, f"{words}\nlocators: {{page: p.}}") == ["note"]


def test_nor_in_a_language_that_has_its_words(project: Project) -> None:
    assert untranslated(project, FORMULA + TERM, language="de-AT") == []


@pytest.mark.parametrize("language", ["Italian", "it_IT", "''", "[it]"])
def test_nor_where_the_language_cannot_be_read(language: str, project: Project) -> None:
    assert untranslated(project, FORMULA + TERM, language=language) == []


def test_what_the_sources_bring_is_told_too(project: Project) -> None:
    source = SOURCE.replace(
        "citation:\n", "locator: section\nlinks:\n  screen: https://example.org/{page}\ncitation:\n", 1
    )
    before = untranslated(project, FORMULA)
    project.write("source/tucker-1999.yaml", source)
    after = untranslated(project, FORMULA)
    assert {*before} ^ {*after} == {"page", "page_says", "in_context", "section", "source_says", "open"}
    deck = project.deck()
    back = model(deck, drafted(deck, {"Cloze"})[0], "x.html").templates[0]["afmt"]
    assert ("What the source says" in back, "What the page says" in back) == (True, False)


def test_the_endings_of_numbers_and_the_names_of_months_are_lists(project: Project) -> None:
    with_words(project, f"ordinals: [o]\nmonths: [{', '.join('abcdefghijkl')}]")
    assert (project.deck().words.ordinals, project.deck().words.months) == (("o",), tuple("abcdefghijkl"))


@pytest.mark.parametrize(
    ("citation", "lacking"),
    [
        ("publisher: P", set()),
        ("author: [{family: A}, {family: B}]", {"last_name"}),
        ("type: chapter\n  container-title: C", {"in_book"}),
        ("type: webpage\n  URL: https://example.org\n  accessed: 2020-05-03", {"accessed", "date_of_day", "months"}),
        ("volume: 2\n  type: book", {"volume"}),
    ],
)
def test_the_words_of_the_bibliography_are_told_where_it_has_them(
    citation: str, lacking: set[str], project: Project
) -> None:
    before = untranslated(project, FORMULA)
    project.write("source/tucker-1999.yaml", SOURCE.replace("citation:\n", f"citation:\n  {citation}\n"))
    assert {*untranslated(project, FORMULA)} - {*before} == lacking
    assert not {"colon", "open_quote"} & {*before}


def test_a_space_that_does_not_break_stays_at_the_ends_of_a_phrase(project: Project) -> None:
    with_words(project, 'open_quote: "  «\u202f"\ncolon: "\u00a0:"')
    assert (project.deck().words.open_quote, project.deck().words.colon) == ("«\u202f", "\u00a0:")
