"""What gives an answer away, and what only looks like it."""

from time import process_time

import pytest

from flashgen.check.telling import telling
from flashgen.check.tokens import count, tokens, without_formulas
from flashgen.pipeline import checked_decks
from tests.conftest import DECK, Project

TOLD = {
    "the answer": ("barshchina", "owed as barshchina", "barshchina"),
    "a plural": ("the serfs", "each serf of the lord", "serf"),
    "a plural in -ies": ("a colony", "the Baltic colonies", "colonies"),
    "a word of the family": ("collectivization", "when land was collectivized", "collectivized"),
    "a longer word": ("industry", "the industrialization drive", "industrialization"),
    "a word in Cyrillic": ("крестьянин", "много крестьян", "крестьян"),
    "a word without its accent": ("élan", "with great elan", "elan"),
    "a name": ("Stalin", "what Stalin's heirs called Stalinism", "Stalin"),
    "a number": ("1929", "from 1929 on", "1929"),
    "two words in any order": ("the party state", "the state of the party", "party"),
    "three words in their order": ("war industry of Peter", "a war and its industry under Peter", "war"),
    "what is explained": ("the corvée, a labour due", "the corvée of serfs", "corvée"),
    "what stands before brackets": ("the corvée (barshchina)", "the corvée of serfs", "corvée"),
    "a number and what is counted": ("five classes", "the five classes of old", "classes"),
}
NOT_TOLD = {
    "nothing": ("barshchina", "owed every year"),
    "only small words": ("of the lord", "of the land, the lorry"),
    "half of it": ("mass poverty", "mass fear"),
    "a name in another form": ("Leninism", "Lenin's heirs"),
    "a number word": ("five", "the Five-Year Plan"),
    "two digits": ("12", "12 of them"),
    "a letter": ("x", "x and y"),
    "three words out of order": (
        "collectivization was a condition of industry",
        "industry as condition of collectivization",
    ),
    "four letters in common": ("contract", "contour and contrast"),
    "a short word that goes on": ("war", "warden"),
    "a word turned round": ("not industry", "industry"),
    "small words alone": ("from which", "from which it came"),
    "an abbreviation": ("WHO", "who reported it"),
}


@pytest.mark.parametrize(("answer", "shown", "word"), TOLD.values(), ids=TOLD)
def test_an_answer_is_told_by_its_main_words(answer: str, shown: str, word: str) -> None:
    assert telling(answer, shown) == word


@pytest.mark.parametrize(("answer", "shown"), NOT_TOLD.values(), ids=NOT_TOLD)
def test_an_answer_is_not_told_by(answer: str, shown: str) -> None:
    assert telling(answer, shown) == ""


WORDS = {
    "": 0,
    "…": 0,
    "[…] was": 1,
    "Kliuchevsky's well-known formula": 3,
    "— a, b": 2,
    "列寧": 1,
    "列寧去世以後": 3,
    "列": 1,
}


@pytest.mark.parametrize(("said", "words"), WORDS.items())
def test_words_are_counted_as_a_reader_would(said: str, words: int) -> None:
    assert count(said) == words


ENGLISH = {
    "hidden-filler": '  - {id: x, page: 98, cloze: "Der Staat schwoll {{an}} und das Volk wurde mager."}',
    "grammar-tells": '  - {id: x, page: 98, cloze: "Der Bauer war an {{Arbeit}} für den Herrn gebunden."}',
    "double-question": '  - {id: x, page: 98, ask: "Warum? Who war das?", answer: Lenin}',
    "leading-question": '  - {id: x, page: 98, ask: "Das war 1929, no?", answer: die Wende}',
    "negated-prompt": '  - {id: x, page: 98, ask: "Lenin nennt which of the following?", answer: die Wende}',
    "open-question": '  - {id: x, page: 98, ask: "Name one Song von Wyssozki!", answer: Wolfsjagd}',
    "undated-claim": '  - {id: x, page: 98, ask: "Welches Blatt hieß nowadays?", answer: die Prawda}',
    "several-items": '  - {id: x, page: 98, ask: "Was versprachen die Bolschewiki?", answer: "Land, Brot, Hand"}',
    "vague-prompt": '  - {id: x, page: 98, ask: "Lenin? Warum?", answer: die Partei}',
    "wrong-count": '  - {id: x, page: 98, list: "Die 3 Partner", items: [Sinowjew, Kamenew]}',
    "yes-no-question": '  - {id: x, page: 98, ask: "Was Stalin wollte, war Macht?", answer: so war es}',
}


@pytest.mark.parametrize(("language", "found"), [("en", 1), ("en-GB", 1), ("de", 0)])
@pytest.mark.parametrize(("rule", "entry"), ENGLISH.items())
def test_what_is_about_english_words_is_found_in_english_decks_alone(
    rule: str, entry: str, language: str, found: int, project: Project
) -> None:
    project.write("decks/small/deck.yaml", DECK.replace("language: en", f"language: {language}"))
    project.entries(entry)
    assert [problem.rule for problem in checked_decks(project.root, ())[1]].count(rule) == found


SAYS = {
    "a prompt": (
        "ask: Who is Kliuchevsky?, answer: Kliuchevsky",
        'the front says "Kliuchevsky" and asks for "Kliuchevsky"',
        "reword the front, or ask for something else",
    ),
    "a title": (
        "ask: What does Tucker see in Muscovy?, answer: the older patterns",
        'the chapter\'s title, on every front, says "older", and this asks for "the older patterns"',
        "reword the front, or ask for something else",
    ),
    "a sibling": (
        "pair: [serfdom, the second serfdom], relation: parallel, because: none may leave",
        'the card for "serfdom" shows "the second serfdom"',
        "reword one of the sides, or ask for it in another way with `asks`",
    ),
    "the subject of a quote": (
        "quote: 'It was {{swelling}}, and all grew lean.', by: Kliuchevsky, of: swelling",
        'the front says "swelling" and asks for "swelling"',
        "reword the front, or ask for something else",
    ),
    "the subject of a quote that is asked for too": (
        "quote: 'It was {{swelling}}, and all grew lean.', by: Kliuchevsky, of: swelling, ask_of: yes",
        'the card for "swelling" shows "swelling"',
        "reword `by` or `of`, or quote and hide other words",
    ),
    "a quote that names its speaker": (
        "quote: 'I, Kliuchevsky, saw it {{swell up}}.', by: Kliuchevsky, of: Kliuchevsky",
        'the card for "Kliuchevsky" shows "I, Kliuchevsky, saw it swell up."',
        "reword `by` or `of`, or quote and hide other words",
    ),
    "a quote that says its hidden word twice": (
        "quote: 'The old {{state}} grew, and the young {{state}} won.', by: Kliuchevsky, of: tsars",
        'the card for "state" shows "state"',
        "give both deletions the same number, as in {{c1::…}}, or reword one",
    ),
    "a hint": (
        "ask: Who wrote the old formula?, answer: Kliuchevsky, hint: V. Kliuchevsky",
        'the hint "V. Kliuchevsky" says the answer "Kliuchevsky"',
        "write what kind of answer is expected",
    ),
    "a crowd": (
        "cloze: '{{a1}} b {{c1}} d {{e1}} f {{g1}} h i j'",
        "4 deletions on one note",
        "write several entries, or a list; hide only what is worth recalling",
    ),
    "a share": (
        "cloze: 'The {{old state}} swelled; the {{poor people grew lean}}.'",
        "6 of 9 words are hidden",
        "write several entries, or a list; hide only what is worth recalling",
    ),
    "a bare word that is asked": (
        "ask: Barshchina, answer: labour owed to the lord",
        "a prompt of 1 word",
        "ask a whole question, or write it as a `term` and what it `means`",
    ),
    "a short question": (
        "ask: Why war?, answer: for land",
        "a prompt of 2 words",
        "name the person, subject or time, so that only one answer is right",
    ),
    "a question that nobody can place": (
        "ask: What were the causes?, answer: war",
        'the prompt does not say whose "causes" it asks for',
        "name the person, subject or time, so that only one answer is right",
    ),
    "one of many": (
        "ask: Name one cause of the famine., answer: requisitioning",
        '"Name one" has many right answers',
        "say what sets this answer apart, or ask for all answers in a `list`",
    ),
    "a choice that an answer explains": (
        "ask: Was the kolkhoz a farm or a mill?, answer: it was farmed",
        "the answer is one of the two options it names",
        "ask for the fact itself: what, who, when, why",
    ),
    "an office": (
        "ask: Who is the president of France?, answer: Macron",
        '"the president" without a date',
        "add the year for which it is true",
    ),
    "a bare gap": (
        "cloze: '{{The old Kliuchevsky}} wrote.'",
        "one word left around the blank",
        "write the whole fact: who, when, of what",
    ),
    "a gap in nothing": (
        "cloze: '{{Kliuchevsky}}'",
        "no word left around the blank",
        "write the whole fact: who, when, of what",
    ),
    "a gap in little": (
        "cloze: '{{Kliuchevsky}} wrote it.'",
        "2 words left around the blank",
        "write the whole fact: who, when, of what",
    ),
    "a filler": (
        "cloze: 'The state swelled {{and}} people grew lean.'",
        '"and" has no meaning of its own',
        "hide what the sentence is about",
    ),
    "an article": (
        "cloze: 'Formally the kolkhoz was an {{artel}}.'",
        '"an" tells how "artel" begins',
        'hide the article with the word, or write "a(n)"',
    ),
    "a cut": (
        "cloze: 'It was the collectiv{{ization}} of farms.'",
        'the deletion "ization" cuts a word',
        "hide the whole word",
    ),
}


@pytest.mark.parametrize(("entry", "message", "hint"), SAYS.values(), ids=SAYS)
def test_a_finding_says_what_tells_and_what_to_do(entry: str, message: str, hint: str, project: Project) -> None:
    project.entries(f"  - {{id: x, page: 98, {entry}}}")
    assert (message, hint) in [(problem.message, problem.hint) for problem in checked_decks(project.root, ())[1]]


@pytest.mark.parametrize("opening", ["\\(", "\\[", "\\(\\["])
def test_formulas_that_nobody_closes_are_read_as_fast_as_words(opening: str) -> None:
    text = f"a \\( x \\) b {opening * 100_000} c"
    begun = process_time()
    assert tokens(text) == ("a", "\\( x \\)", "b", "c")
    assert count(f"a b {opening * 100_000} c") == 3
    assert without_formulas(text, "…") == f"a … b {opening * 100_000} c"
    assert process_time() - begun < 2


def test_a_formula_is_taken_out_as_it_is_written() -> None:
    assert without_formulas("\\(a\\) and \\[b \\( c\\] and \\(d") == " and  and \\(d"
    assert tokens("\\[b \\( c\\] and \\(d") == ("\\[b \\( c\\]", "and", "d")
