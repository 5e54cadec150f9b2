"""Plans: never worse than what people do without one, and honest about what other choices would bring."""

from dataclasses import replace
from itertools import pairwise

import pytest

from flashgen.study.cards import Card, Known
from flashgen.study.days import days_until
from flashgen.study.forecast import forecast, mean
from flashgen.study.learner import outcome
from flashgen.study.plan import GOALS, MINUTES, StudyPlan, study_plan
from flashgen.study.search import Task, best, quick, recall
from flashgen.study.setting import AS_MANY_AS_FIT, DEFAULTS, HIGHEST, LOWEST, Setting
from flashgen.study.simulate import simulated
from tests.study.made import FIRST, days, new_cards, person, task

ERROR = 0.015
"""What chance may add to a mean of 20 learners, and what the search takes for equal."""


@pytest.fixture(scope="module")
def plan() -> StudyPlan:
    """Return a plan for more than fits: 200 cards in 20 days of 5 minutes."""
    return study_plan(task(200, 20, 5))


def test_the_same_task_gives_the_same_plan_and_another_seed_other_learners(plan: StudyPlan) -> None:
    again, other = study_plan(plan.task), study_plan(replace(plan.task, seed=2))
    assert (again.setting, again.expected, again.efforts, again.later) == (
        *(plan.setting, plan.expected, plan.efforts, plan.later),
    )
    assert other.expected != plan.expected
    assert other.expected.recall == pytest.approx(plan.expected.recall, abs=0.05)


def test_a_plan_is_what_anki_can_be_set_to(plan: StudyPlan) -> None:
    assert plan.setting.new == int(plan.setting.new) >= 1
    assert LOWEST <= plan.setting.retention <= HIGHEST


@pytest.mark.parametrize(
    ("notes", "number", "minutes"), [(200, 20, 5), (200, 20, 20), (100, 60, 5), (50, 3, 10), (1, 1, 1), (80, 1, 5)]
)
def test_a_plan_is_never_worse_than_the_better_of_the_two_others(notes: int, number: int, minutes: float) -> None:
    at = task(notes, number, minutes)
    planned, *others = (
        forecast(at.person, at.cards, at.days, one, at.seed).recall for one in (best(at), DEFAULTS, AS_MANY_AS_FIT)
    )
    assert planned >= max(others) - ERROR


@pytest.mark.parametrize(("number", "minutes"), [(1, 5), (1, 60), (2, 5), (3, 60), (7, 10)])
def test_siblings_do_not_cost_recall_in_a_few_days(number: int, minutes: float) -> None:
    made = study_plan(replace(task(40, number, minutes), cards=new_cards(40, 2)))
    assert made.expected.recall >= max(made.defaults.recall, made.fitting.recall) - ERROR


def test_more_minutes_never_lower_recall() -> None:
    found = [recall(at := task(150, 20, minutes), best(at), 10) for minutes in (2, 4, 8, 16, 32)]
    assert all(more >= less - ERROR for less, more in pairwise(found))


def test_the_quick_search_is_nearly_as_good() -> None:
    at = task(200, 20, 10)
    assert quick(at) == pytest.approx(recall(at, best(at), 5), abs=0.05)


def test_a_later_start_never_brings_more_and_an_impossible_one_is_not_told(plan: StudyPlan) -> None:
    assert [weeks for weeks, _ in plan.later] == [1]
    assert plan.later[0][1] < plan.expected.recall


def test_efforts_grow_with_their_goals_and_fit_what_the_plan_expects(plan: StudyPlan) -> None:
    minutes = [effort.minutes for effort in plan.efforts]
    assert [effort.goal for effort in plan.efforts] == [*GOALS]
    assert None not in minutes
    assert minutes == sorted(minutes, key=lambda one: one or 0)
    assert minutes[-1] in (*MINUTES, 5)
    assert plan.expected.recall < GOALS[0]
    assert minutes[0] is not None
    assert minutes[0] > 5


def test_what_no_effort_reaches_is_not_promised() -> None:
    made = study_plan(task(2000, 2, 30))
    assert made.efforts[-1].minutes is None
    assert made.most < GOALS[-1]


def test_a_goal_that_the_plan_reaches_asks_for_no_more_than_its_minutes() -> None:
    made = study_plan(task(60, 30, 17))
    assert made.expected.recall >= GOALS[1]
    assert all(effort.minutes is not None and effort.minutes <= 17 for effort in made.efforts[:2])


def test_the_core_alone_is_recalled_better_than_all(plan: StudyPlan) -> None:
    assert plan.core
    assert plan.core[0] == 100
    assert plan.core[1] > plan.expected.recall
    assert study_plan(replace(task(20, 5, 5), cards=new_cards(20)[:5])).core is None


def test_cards_of_the_core_come_first_if_they_stand_first(plan: StudyPlan) -> None:
    at = task(400, 5, 5)
    made = best(at)
    part = replace(at, cards=at.cards[:200])
    assert recall(part, made) > recall(at, made)


@pytest.mark.parametrize("buffer", [0, 5])
def test_a_buffer_that_was_asked_for_is_kept(buffer: int) -> None:
    assert best(task(100, 20, 10, buffer)).buffer == buffer


def test_a_learner_who_knows_all_cards_needs_no_new_ones() -> None:
    cards = tuple(Card(note, "01", Known((5.0, 5.0), -3, note % 7)) for note in range(80))
    made = study_plan(Task(person(10), cards, days(20), 1))
    assert made.expected.left_out == 0
    assert sum(load.new for load in made.expected.loads) == 0
    assert made.expected.recall > forecast(person(10), cards, days(20), Setting(0, 0.9), 1, 3).recall - ERROR


def test_a_part_of_the_deck_is_never_empty_whichever_notes_are_left() -> None:
    for left in ([7], [5, 9], [3, 4, 5]):
        at = Task(person(3), tuple(Card(note, "01") for note in left * 40), days(3000), 1)
        assert 0 < quick(at) <= 1


@pytest.mark.parametrize("number", [1, 2, 3, 4])
def test_the_last_few_days_are_planned_too(number: int) -> None:
    made = study_plan(task(30, number, 10))
    assert len(made.expected.loads) == number
    assert not made.setting.later or 0 < made.setting.change < number


def test_many_cards_and_years_are_planned_with_a_part_of_them() -> None:
    at = task(1500, 800, 2)
    assert 0 < quick(at) <= 1


def test_some_cards_stand_for_all_of_very_many() -> None:
    cards, fit = new_cards(2000, 2), replace(AS_MANY_AS_FIT, new=80)
    found, whole = (simulate(person(60), cards, days(60), fit, 1) for simulate in (simulated, outcome))
    assert mean(found.recalls) == pytest.approx(mean(whole.recalls), abs=0.03)
    for load in ("new", "reviews", "seconds"):
        some, every = (sum(getattr(one, load) for one in of.loads) for of in (found, whole))
        assert some == pytest.approx(every, rel=0.05)
    assert len(found.recalls) == len(cards)
    assert len({*found.recalls[:12]}) == 2  # three notes of two cards each, one of them in place of the others


def test_a_plan_for_very_many_cards_asks_for_whole_ones_and_tells_of_all() -> None:
    made = study_plan(task(20_000, 14, 60))
    assert made.setting.new == int(made.setting.new)
    assert sum(made.expected.unseen.values()) + sum(load.new for load in made.expected.loads) == pytest.approx(20_000)
    assert mean([load.seconds for load in made.expected.loads]) == pytest.approx(3600, rel=0.06)


def test_of_very_few_minutes_none_are_invented() -> None:
    found = simulated(person(1), new_cards(20_000), days(5), AS_MANY_AS_FIT, 1)
    assert max(load.seconds for load in found.loads) < 300


def test_days_off_and_later_starts_leave_fewer_days_for_study() -> None:
    some = days_until(FIRST.replace(month=12, day=14), FIRST, {5, 6}, {FIRST})
    assert (len(some), some.work) == (14, 9)
    assert some.later(1).work == 5
    assert some.exam.isoformat() == "2026-12-14"
