"""Which questions make a paper: balanced, none telling another's answer, none with a second right answer."""

import re
from collections import Counter
from datetime import date
from functools import cache
from pathlib import Path
from random import Random

import pytest

from flashgen.check.telling import telling
from flashgen.errors import FewQuestionsError
from flashgen.model.chosen import Part
from flashgen.model.deck import Deck
from flashgen.pipeline import read_decks
from flashgen.study.paper.ask import asked, questions
from flashgen.study.paper.choose import Length, Paper, points
from flashgen.study.paper.conflict import clash
from flashgen.study.paper.match import matches
from flashgen.study.paper.papers import PaperWish, mocks, papers, state
from flashgen.study.paper.question import CHOICE, ESSAY, FILL, FORMS, MATCH, NAMES, ORDER, SHORT, Question
from flashgen.study.paper.rivals import facts
from flashgen.study.paper.sorts import sorts
from tests.conftest import Project

SHIPPED = Path(__file__).parents[2]


@cache
def shipped() -> Deck:
    """Return the shipped deck."""
    (deck,), _ = read_decks(SHIPPED, ["stalinism-from-above"])
    return deck


def paper(seed: int = 1, count: int = 20, part: Part | None = None) -> Paper:
    """Return a paper of the shipped deck."""
    (made,) = papers(shipped(), PaperWish(Length(count), seed, part or Part()))
    return made


def said(paper: Paper) -> list[tuple[object, ...]]:
    """Return all that tells papers apart."""
    return [(one.form, one.shown, one.answers, [text.words for text in one.options], one.right) for one in paper]


def small(project: Project, entries: str) -> Deck:
    """Return a deck of some entries."""
    project.entries(entries)
    deck, problems = project.read()
    assert deck
    assert not problems
    return deck


def judged(paper: Paper) -> None:
    """Fail if a paper asks for a fact twice, tells an answer, or has a second right answer."""
    about = [name for one in paper for name in one.about]
    assert len(about) == len({*about})
    answers = [(answer, one) for one in paper for answer in {*one.answers}]
    assert len({answer for answer, _ in answers}) == len(answers)
    for answer, one in answers:
        for other in paper:
            if other is not one and one.form != ESSAY:
                assert answer not in other.shown.split(" / "), (one.shown, other.shown)
                assert not telling(answer, other.shown), (answer, other.shown)
    for one in paper:
        if one.form == CHOICE:
            assert one.options[one.right[0]].words in one.answers
        if one.form in (CHOICE, MATCH):
            second_right_answers(one)


def second_right_answers(question: Question) -> None:
    """Fail if an entry of the deck gives a wrong option as the answer to what is asked, or names both answers."""
    deck = shipped()
    texts = [" ".join(text.words for text in note.fields if text).casefold() for note in deck.notes]
    options = [text.words.casefold() for text in question.options]
    assert len({*options}) == len(options)
    for card, place in zip(question.cards, question.right, strict=True):
        for at, option in enumerate(options):
            if at != place:
                both = [text for text in texts if option in text and options[place] in text]
                assert not any(_has(text, option) and _has(text, options[place]) for text in both), (
                    card.prompt,
                    option,
                )


def _has(text: str, words: str) -> bool:
    """Tell whether words stand in a text as whole words: chin is not in barshchina."""
    return bool(re.search(rf"(?<!\w){re.escape(words)}(?!\w)", text))


@pytest.mark.parametrize("seed", range(1, 6))
def test_a_paper_asks_each_fact_once_and_tells_no_answer(seed: int) -> None:
    judged(paper(seed))


@pytest.mark.slow
def test_two_hundred_papers_have_no_duplicate_give_away_or_second_right_answer() -> None:
    for seed in range(200):
        judged(paper(seed))


def test_a_paper_is_balanced_over_chapters_kinds_and_forms() -> None:
    notes = [note for note in shipped().notes if not note.withdrawn]
    shares = Counter(note.chapter.stem for note in notes)
    for seed in range(1, 6):
        made = paper(seed, 30)
        had = Counter(one.chapter.stem for one in made)
        assert all(abs(had[stem] - 30 * share / len(notes)) <= 2 for stem, share in shares.items())
        forms = Counter(one.form for one in made)
        assert forms[ESSAY] == 1
        assert min(forms[form] for form in (CHOICE, FILL, SHORT, NAMES, MATCH)) >= 1
        assert len({one.kind for one in made}) == 7


def test_the_forms_are_in_one_order() -> None:
    places = [FORMS.index(one.form) for one in paper()]
    assert places == sorted(places)


def test_the_same_seed_gives_the_same_paper_and_another_one_another() -> None:
    assert said(paper(7)) == said(paper(7))
    assert said(paper(7)) != said(paper(8))


def test_versions_are_of_one_difficulty_and_have_nothing_in_common() -> None:
    versions = papers(shipped(), PaperWish(Length(20), 7, versions=3))
    names = [name for made in versions for one in made for name in one.about]
    assert len(names) == len({*names})
    assert len({tuple(Counter(one.form for one in made).items()) for made in versions}) == 1
    assert len({points(made) for made in versions}) == 1
    hard = [sum(one.difficulty for one in made) for made in versions]
    assert max(hard) < 1.05 * min(hard)
    for made in versions:
        judged(made)


def test_mock_exams_repeat_nothing() -> None:
    days = mocks(date(2026, 11, 28), date(2027, 1, 18))
    assert (len(days), days[0], days[-1]) == (7, date(2026, 11, 30), date(2027, 1, 11))
    made = papers(shipped(), PaperWish(Length(20), 7, days=days))
    names = [name for one in made for question in one for name in question.about]
    assert (len(made), len(names)) == (7, len({*names}))


def test_with_less_than_a_week_left_there_is_one_mock_exam_on_the_first_day() -> None:
    assert mocks(date(2027, 1, 13), date(2027, 1, 18)) == (date(2027, 1, 13),)


def test_points_take_the_place_of_a_number_of_questions() -> None:
    for worth in (7, 50):
        (made,) = papers(shipped(), PaperWish(Length(points=worth)))
        assert points(made) == worth


def test_a_part_of_the_deck_makes_a_paper_and_a_tag_brings_no_essay() -> None:
    assert {one.chapter.numeral for one in paper(part=Part(("VI",)))} == {"VI"}
    made = paper(part=Part(tag="economy"))
    assert all("economy" in card.note.tags for one in made for card in one.cards)
    assert not [one for one in made if one.form == ESSAY]


def test_only_ordered_lists_are_put_in_order(project: Project) -> None:
    lists = """\
  - {id: stages, list: Stages of the reform, items: [survey, decree, census], ordered: yes, page: 96}
  - {id: estates, list: Estates of the realm, items: [nobles, burghers, serfs], page: 97}
  - {id: turns, list: Turns of policy, items: [thaw, frost], ordered: yes, page: 98}
"""
    (made,) = papers(small(project, lists), PaperWish(Length(3)))
    assert next((one.form, *one.about) for one in made) == (ORDER, "stages")
    assert {one.form for one in made[1:]} == {NAMES}
    assert [made[0].options[place].words for place in made[0].right] == ["survey", "decree", "census"]
    assert [text.words for text in made[0].options] != ["survey", "decree", "census"]


def test_two_questions_with_one_answer_or_one_that_tells_it_are_not_on_one_paper(project: Project) -> None:
    entries = """\
  - {id: tsar, ask: Who founded the northern capital?, answer: Peter, page: 96}
  - {id: again, ask: Whose beard tax was hated by merchants?, answer: Peter, page: 97}
  - {id: tells, ask: Which war did Peter win against Sweden?, answer: the Northern War, page: 98}
  - {id: other, ask: What did peasants owe the lord on his fields?, answer: labour, page: 95}
"""
    deck = small(project, entries)
    (made,) = papers(deck, PaperWish(Length(2)))
    assert len(made) == 2
    with pytest.raises(FewQuestionsError, match="Small has not enough for a paper of 4 questions: 2 questions at most"):
        papers(deck, PaperWish(Length(4)))
    with pytest.raises(FewQuestionsError, match="3 papers of 2 questions each"):
        papers(deck, PaperWish(Length(2), versions=3))


def test_withdrawn_entries_and_reverse_cards_are_not_asked(project: Project) -> None:
    entries = """\
  - {id: one, ask: Who founded the northern capital?, answer: Peter, page: 96, reverse: yes}
  - {id: two, ask: Which tax was hated?, answer: the beard tax, page: 97, withdrawn: It was wrong.}
"""
    deck = small(project, entries)
    assert [card.number for card in asked(deck.notes[:1])] == [1]
    (made,) = papers(deck, PaperWish(Length(1)))
    assert made[0].about == {"one"}


def choices(deck: Deck) -> list[Question]:
    """Return the questions of a deck with answers to choose from."""
    return [one for one in questions(deck, deck.notes, facts(deck.notes), Random(1)) if one.form == CHOICE]


WHO = """\
  - {id: a, ask: Who wrote the long chronicle?, answer: Ivan Zabelin, page: 96}
  - {id: b, ask: Whose map was lost?, answer: Ivan Zabelin's, page: 96}
  - {id: c, cloze: "The reform began in {{1861}} and ended by {{1874}}, in {{c3::Kazan}}.", page: 97}
  - {id: d, ask: Where was the printing house?, answer: Kazan, page: 97}
  - {id: e, ask: Which books did the monk copy?, answer: "*The Lay of Igor*", page: 97}
  - {id: f, ask: Why did the reform fail?, answer: lack of money, page: 98}
  - {id: g, ask: How many serfs were freed?, answer: about twenty million, page: 98}
  - {id: h, ask: Who held the estates?, answer: the nobles, page: 98}
  - {id: i, cloze: "Each peasant paid a {{poll tax}}.", page: 98}
  - {id: j, ask: On which date was the decree read?, answer: "March 5, 1861", page: 98}
  - {id: k, quote: "The state {{swelled}} up.", by: Kliuchevsky, of: Russia, page: 98}
  - {id: l, cloze: "So {{Kliuchevsky}} taught in Moscow.", page: 98}
  - {id: m, term: obrok, means: a rent in money, page: 98}
"""


def test_the_sort_of_an_answer_is_told_only_where_it_is_certain(project: Project) -> None:
    deck = small(project, WHO)
    found = {
        f"{card.note.id}{card.number}": sort for card, sort in sorts(deck.notes, asked(deck.notes), deck.words).items()
    }
    assert found == {
        "a1": "person",
        "b1": "person's",
        "c1": "year",
        "c3": "place",
        "d1": "place",
        "e1": "title",
        "g1": "about number million",
        "j1": "month number year",
        "k1": "person",
        "l1": "person",
        "m1": "meaning",
        "m2": "term",
    }


def test_a_choice_is_not_made_where_the_deck_names_another_answer_with_the_right_one(project: Project) -> None:
    years = "\n".join(
        f"  - {{id: y{year}, ask: In which year was the {what} law made?, answer: '{year}', page: {page}}}"
        for year, what, page in ((1861, "peasant", 89), (1864, "court", 91), (1870, "town", 93), (1874, "army", 95))
    )
    made = choices(small(project, years))
    assert len(made) == 4
    assert [text.words for text in made[0].options] == ["1861", "1864", "1870", "1874"]
    both = "\n  - {id: all, list: Years of reforms, items: ['1861', '1864', '1870', '1874'], page: 96}\n"
    assert choices(small(project, years + both)) == []
    on_one_page = choices(small(project, years.replace("95", "89")))
    assert [{*one.about} for one in on_one_page] == [{"y1864"}, {"y1870"}]


TERMS = ("obrok", "rent in money"), ("narod", "common people"), ("izba", "wooden house"), ("artel", "guild of workers")


def matched(project: Project, *pages: int) -> list[Question]:
    """Return the questions to match some terms, which stand on pages."""
    terms = [(*term, page) for term, page in zip(TERMS, pages, strict=True)]
    entries = [f"  - {{id: {term}, term: {term}, means: {means}, page: {page}}}\n" for term, means, page in terms]
    notes = small(project, "".join(entries)).notes
    return [*matches(asked(notes), facts(notes), Random(1))]


def test_terms_are_matched_with_meanings_of_other_pages(project: Project) -> None:
    (made,) = matched(project, 89, 91, 93, 95)
    right = {card.prompt: made.options[place].words for card, place in zip(made.cards, made.right, strict=True)}
    assert right == dict(TERMS)
    assert matched(project, 89, 91, 93, 93) == []


def test_questions_that_ask_nearly_the_same_clash() -> None:
    made = paper()
    assert clash(made[0], made[0])
    assert not clash(made[0], made[1])


def test_the_state_of_a_deck_changes_with_its_words_only(project: Project) -> None:
    before = state(small(project, WHO))
    assert state(small(project, "\n" + WHO)) == before
    assert state(small(project, WHO.replace("poll tax", "tax"))) != before
    assert len(before) == 8
