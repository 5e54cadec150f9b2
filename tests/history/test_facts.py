"""Cards that ask another fact under the id or number that they had, which the plan says."""

import pytest

from flashgen.history.plan import plan
from flashgen.pipeline import release
from tests.conftest import Project, Run

TIME = 1_790_000_000


def ask(question: str, answer: str) -> str:
    """Return a question."""
    return f"  - id: x\n    page: 98\n    ask: {question}\n    answer: {answer}\n"


def term(term: str, means: str) -> str:
    """Return a term."""
    return f"  - id: x\n    page: 98\n    term: {term}\n    means: {means}\n"


def pair(left: str, right: str, because: str, relation: str = "parallel") -> str:
    """Return a pair."""
    entry = f"  - id: x\n    page: 98\n    pair: [{left}, {right}]\n"
    return f"{entry}    relation: {relation}\n    because: {because}\n"


def quote(saying: str, by: str, of: str) -> str:
    """Return a quotation."""
    return f"  - id: x\n    page: 98\n    quote: '{saying}'\n    by: {by}\n    of: {of}\n"


def listed(heading: str, *items: str) -> str:
    """Return a list."""
    return f"  - id: x\n    page: 98\n    list: {heading}\n    items: [{', '.join(items)}]\n"


def cloze(text: str) -> str:
    """Return a cloze."""
    return f"  - id: x\n    page: 98\n    cloze: '{text}'\n"


def replaced(project: Project, old: str, new: str) -> tuple[int, ...]:
    """Return the cards that ask another fact after an edit of a released entry; the plan counts them at risk."""
    project.entries(old)
    project.build(TIME)
    project.entries(new)
    deck = project.deck()
    (change,) = plan(deck.lock, release(deck, lambda _: TIME + 1).lock).changed
    assert change.cards_at_risk == len(change.replaced)
    return change.replaced


WORK, SAYING = "work owed on the lord's land", "The state {{swelled up}}; the people grew lean."
MARKS = ("poverty", "fear", "chauvinism")
BOTH = "both are a yearly minimum of labour"

OTHERS = {
    "another answer": (ask("Who wrote it?", "Kliuchevsky"), ask("Who wrote it?", "Miliukov"), (1,)),
    "another question with the same answer": (
        ask("Who wrote State and Revolution?", "Lenin"),
        ask("Who led the Bolsheviks in October?", "Lenin"),
        (1,),
    ),
    "another figure for another question": (ask("When was he born?", "1672"), ask("When did he die?", "1725"), (1,)),
    "another question in German": (
        ask("Welcher Zar befreite die Bauern?", "Alexander"),
        ask("Welcher Feldherr schlug Napoleon?", "Kutusow"),
        (1,),
    ),
    "another question in Chinese": (
        ask("誰寫了國家與革命？", "列寧"),
        ask("哪一年發生了五四運動？", "1919"),
        (1,),
    ),
    "another meaning": (term("barshchina", WORK), term("barshchina", "the cudgel of the state"), (1, 2)),
    "another term": (term("barshchina", WORK), term("dubinka", WORK), (1, 2)),
    "a side of a pair": (pair("barshchina", "trudodni", BOTH), pair("corvée", "trudodni", BOTH), (1, 2, 3)),
    "what joins a pair": (pair("barshchina", "trudodni", BOTH), pair("barshchina", "trudodni", "so Tucker"), (3,)),
    "a speaker": (quote(SAYING, "Kliuchevsky", "Russia"), quote(SAYING, "Miliukov", "France"), (1,)),
    "a speaker on the same subject": (
        quote(SAYING, "Kliuchevsky", "Russia in its long history"),
        quote(SAYING, "Miliukov", "Russia in its long history"),
        (1,),
    ),
    "the heading of a list": (listed("Marks of it", *MARKS), listed("Wives of Peter", *MARKS), (1, 2, 3, 4)),
    "all around a deletion": (
        cloze("{{Lenin}} wrote State and Revolution"),
        cloze("The Bolsheviks were led by {{Lenin}}"),
        (1,),
    ),
    "a deletion whose number stands in the file": (
        cloze("The {{c1::Duma}} met in the palace."),
        cloze("The {{c1::council}} met in the palace."),
        (1,),
    ),
    "an item that is said to be the same": (
        listed("Marks of it", *MARKS),
        listed("Marks of it", "poverty", "'{{c3::terror}}'", "chauvinism"),
        (3,),
    ),
}


@pytest.mark.parametrize(("old", "new", "cards"), OTHERS.values(), ids=OTHERS)
def test_a_card_whose_front_or_answer_has_nothing_left_asks_another_fact(
    project: Project, old: str, new: str, cards: tuple[int, ...]
) -> None:
    assert replaced(project, old, new) == cards


KEPT = {
    "a name in full": (ask("Who wrote it?", "Kliuchevsky"), ask("Who wrote it?", "Vasily Kliuchevsky")),
    "another figure for the same question": (ask("When did he die?", "1682"), ask("When did he die?", "1725")),
    "a question in other words": (
        ask("When did Lenin return to Russia?", "1917"),
        ask("In which year did Lenin come back to Petrograd?", "1917"),
    ),
    "a very long answer, by its words as they are": (
        ask("What is said?", " ".join(f"word{number}" for number in range(300))),
        ask("What is said?", " ".join(f"word{number}" for number in range(100, 400))),
    ),
    "a question cut short": (
        ask("Who wrote the famous course of lectures?", "Kliuchevsky"),
        ask("Who wrote it?", "Kliuchevsky"),
    ),
    "a question of small words alone": (ask("What is it?", "a kolkhoz"), ask("Which one?", "a kolkhoz")),
    "Chinese in other words": (
        ask("誰寫了國家與革命？", "列寧"),
        ask("誰撰寫了《國家與革命》？", "弗拉基米爾·列寧"),
    ),
    "another transliteration": (term("barshchina", WORK), term("barščina", WORK)),
    "another relation": (pair("serfs", "kolkhozniki", BOTH), pair("serfs", "kolkhozniki", BOTH, "contrast")),
    "the subject of a quotation": (quote(SAYING, "Kliuchevsky", "Russia"), quote(SAYING, "Kliuchevsky", "Muscovy")),
    "a speaker in full": (quote(SAYING, "Duke of York", "Russia"), quote(SAYING, "Henry, Duke of York", "Russia")),
    "a heading in other words": (listed("Marks of it", *MARKS), listed("The older marks", *MARKS)),
    "an order given to the items": (
        listed("Marks of it", *MARKS),
        listed("Marks of it", *MARKS).replace("    items", "    ordered: yes\n    items"),
    ),
    "an order taken from the items": (
        listed("Marks of it", *MARKS).replace("    items", "    ordered: yes\n    items"),
        listed("Marks of it", *MARKS),
    ),
    "an item less": (listed("Marks of it", *MARKS, "rank"), listed("Marks of it", *MARKS, "ranks")),
    "another hint": (cloze("The {{Duma::what}} met."), cloze("The {{Duma::which}} met.")),
    "the rest of a sentence": (cloze("The {{Duma}} met."), cloze("The {{Duma}} met and was sent home by the tsar.")),
    "a typo in a deletion with a number": (cloze("The {{c1::Dumma}} met."), cloze("The {{c1::Duma}} met.")),
}


@pytest.mark.parametrize(("old", "new"), KEPT.values(), ids=KEPT)
def test_a_correction_leaves_the_cards_with_their_fact(project: Project, old: str, new: str) -> None:
    assert replaced(project, old, new) == ()


@pytest.mark.parametrize(("answer", "cards"), [("'![](chart.svg)'", ()), ("at Kursk", (1,))])
def test_a_picture_stays_the_answer_in_a_new_drawing_and_words_do_not(
    project: Project, answer: str, cards: tuple[int, ...]
) -> None:
    for name in ("map", "chart"):
        project.write(f"decks/small/{name}.svg", '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>')
    old = ask("Where was the front in 1943?", "'![](map.svg)'")
    assert replaced(project, old, ask('Where was the "front"?', answer)) == cards


def test_the_plan_names_the_cards_and_the_cure(project: Project, run: Run) -> None:
    project.entries(term("barshchina", WORK))
    project.build(TIME)
    project.entries(term("barshchina", "the cudgel of the state"))
    done = run("plan", "-C", project.root)
    assert done.out.splitlines()[0] == "Small: 1 changed; the reviews of 2 cards are at risk"
    assert done.out.splitlines()[-1].strip() == (
        "cards 1, 2, reviews at risk: nothing of the released front or answer is left; give the new fact its own id"
    )
