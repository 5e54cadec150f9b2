"""One simulated learner: what days, limits and orders do, and what the engine's own simulator says."""

from dataclasses import replace

import fsrs_rs_python as engine
import pytest

from flashgen.study.cards import Card, Known
from flashgen.study.days import Days
from flashgen.study.forecast import forecast
from flashgen.study.habits import average, seconds_per_review
from flashgen.study.learner import Outcome, Person, outcome
from flashgen.study.setting import ALL, AS_MANY_AS_FIT, DEFAULTS, Order, Setting
from tests.study.made import HABITS, MEMORY, days, new_cards, person

CALM = Setting(10, 0.9)
LIKE_THE_ENGINE = Setting(20, 0.9, new_first=False, order=Order.DUE, bury=False)


def new(done: Outcome) -> list[float]:
    """Return the new cards of each day."""
    return [load.new for load in done.loads]


def test_the_same_seed_gives_the_same_learner_and_another_seed_another() -> None:
    first, same, other = (outcome(person(30), new_cards(60), days(20), CALM, seed) for seed in (1, 1, 2))
    assert first == same
    assert first.recalls != other.recalls


def test_without_reviews_only_the_forgetting_curve_is_left() -> None:
    known = Card(0, "01", Known((8.0, 5.0), -3, 90))
    done = outcome(person(30), [known], days(10), CALM, 1)
    assert done.recalls == (MEMORY.recall((8.0, 5.0), 13),)
    assert [load.seconds for load in done.loads] == [0.0] * 10


def test_a_card_never_seen_is_not_recalled() -> None:
    done = outcome(person(30), new_cards(20), days(1), replace(CALM, new=5), 1)
    assert [recall > 0 for recall in done.recalls] == [True] * 5 + [False] * 15


def test_an_overdue_card_is_reviewed_on_the_first_day_and_one_due_later_on_its_day() -> None:
    cards = [Card(0, "01", Known((8.0, 5.0), -30, -20)), Card(1, "01", Known((8.0, 5.0), -3, 2))]
    done = outcome(person(30), cards, days(3), CALM, 1)
    assert [load.reviews for load in done.loads] == [1, 0, 1]


def test_nothing_is_done_on_days_off_and_what_is_due_waits() -> None:
    cards = (*new_cards(20), Card(30, "01", Known((8.0, 5.0), -8, 0)))
    off = Days(days(4).first, (False, True, False, True))
    done = outcome(person(30), cards, off, replace(CALM, new=5), 1)
    assert new(done) == [0, 5, 0, 5]
    assert done.loads[1].reviews == 1


def test_in_the_last_days_of_a_buffer_no_card_is_new() -> None:
    assert new(outcome(person(30), new_cards(100), days(6), replace(CALM, buffer=2), 1)) == [10, 10, 10, 10, 0, 0]


def test_fractions_of_new_cards_add_up() -> None:
    assert new(outcome(person(30), new_cards(100), days(4), replace(CALM, new=2.5), 1)) == [2, 3, 2, 3]


def test_the_minutes_of_a_day_are_kept_but_for_the_last_answers() -> None:
    done = outcome(person(10), new_cards(400), days(30), replace(CALM, new=ALL), 1)
    assert all(600 <= load.seconds < 800 for load in done.loads)


def test_no_more_reviews_are_done_than_the_limit() -> None:
    done = outcome(person(600), new_cards(300), days(20), replace(CALM, new=30, reviews=15), 1)
    assert max(load.reviews for load in done.loads) == 15


@pytest.mark.parametrize(("bury", "most"), [(True, 10), (False, 30)])
def test_with_burying_a_note_is_asked_once_a_day(bury: bool, most: int) -> None:
    done = outcome(person(600), new_cards(10, 3), days(1), replace(CALM, new=ALL, bury=bury), 1)
    assert new(done) == [most]


def test_in_the_last_days_nothing_is_buried_so_that_no_card_waits_past_the_exam() -> None:
    done = outcome(person(600), new_cards(1, 5), days(3), replace(CALM, new=ALL, last=1), 1)
    assert new(done)[0] == 1
    assert new(done)[2] >= 3


def test_a_new_card_waits_for_a_due_one_of_its_note() -> None:
    cards = (Card(0, "01", Known((8.0, 5.0), -8, 0)), Card(0, "01"), Card(1, "01"))
    assert new(outcome(person(30), cards, days(1), replace(CALM, new=5), 1)) == [1]


def test_in_the_last_days_the_time_left_goes_to_the_weakest_cards() -> None:
    cards = [Card(note, "01", Known((float(note + 2), 5.0), -1, 30)) for note in range(100)]
    plain, refreshed = (outcome(person(5), cards, days(2), replace(CALM, last=last), 1) for last in (0, 1))
    better = [after > before for before, after in zip(plain.recalls, refreshed.recalls, strict=True)]
    assert [load.reviews for load in plain.loads] == [0, 0]
    assert sum(better[:15]) >= 10
    assert sum(better[50:]) == 0


def test_a_card_is_refreshed_once_a_day_and_then_waits_for_its_new_date() -> None:
    cards = [Card(0, "01", Known((2.0, 5.0), -1, 1))]
    done = outcome(person(60), cards, days(2), replace(CALM, last=2), 1)
    assert [load.reviews for load in done.loads] == [1, 1]


def test_a_later_retention_shortens_the_intervals_from_its_day_on() -> None:
    steady, raised = (
        outcome(person(600), new_cards(100), days(60), one, 1)
        for one in (Setting(10, 0.8), Setting(10, 0.8, later=0.95, change=20))
    )
    assert [load.reviews for load in steady.loads[:20]] == [load.reviews for load in raised.loads[:20]]
    assert sum(load.reviews for load in raised.loads) > 1.5 * sum(load.reviews for load in steady.loads)


@pytest.mark.parametrize(("order", "first"), [(Order.DUE, 0), (Order.EASY, 1), (Order.WEAK, 2)])
def test_due_cards_are_asked_in_the_order_of_the_setting(order: Order, first: int) -> None:
    states = [(20.0, 9.0), (10.0, 2.0), (3.0, 5.0)]
    cards = [Card(note, "01", Known(state, -5, 0)) for note, state in enumerate(states)]
    done = outcome(person(0.01), cards, days(1), replace(CALM, order=order), 1)
    untouched = [MEMORY.recall(state, 6) for state in states]
    changed = [now != before for now, before in zip(done.recalls, untouched, strict=True)]
    assert changed == [place == first for place in range(3)]


@pytest.mark.parametrize(("pace", "retention", "number"), [(20, 0.9, 45), (10, 0.8, 60), (40, 0.95, 30)])
def test_it_agrees_with_the_engines_own_simulator(pace: int, retention: float, number: int) -> None:
    config = engine.default_simulator_config()
    config.deck_size, config.learn_span, config.learn_limit, config.max_cost_perday = 600, number, pace, 1e9
    theirs = [engine.simulate(MEMORY.parameters, retention, config, seed) for seed in range(5)]
    recall = sum(card.retention_on(number) for one in theirs for card in one.cards if card.stability > 0) / 5 / 600
    seconds = sum(sum(one.cost_per_day) for one in theirs) / 5
    setting = replace(LIKE_THE_ENGINE, new=pace, retention=retention)
    ours = forecast(Person(MEMORY, HABITS, 1e9), new_cards(600), days(number), setting, 1, 5)
    assert ours.recall == pytest.approx(recall, abs=0.01)
    assert sum(load.seconds for load in ours.loads) == pytest.approx(seconds, rel=0.05)


def test_the_minutes_bind_the_engines_learners_as_they_bind_ours() -> None:
    config = engine.default_simulator_config()
    config.deck_size, config.learn_span, config.learn_limit, config.max_cost_perday = 600, 30, 600, 1200
    theirs = [engine.simulate(MEMORY.parameters, 0.9, config, seed) for seed in range(5)]
    recall = sum(card.retention_on(30) for one in theirs for card in one.cards if card.stability > 0) / 5 / 600
    assert forecast(person(20), new_cards(600), days(30), AS_MANY_AS_FIT, 1, 5).recall == pytest.approx(
        recall, abs=0.03
    )


def test_nine_in_ten_learners_end_in_the_range_and_chapters_are_told_apart() -> None:
    cards = tuple(replace(card, chapter="02" if card.note >= 30 else "01") for card in new_cards(60))
    expected = forecast(person(10), cards, days(5), replace(CALM, new=7), 1)
    assert expected.whole.low < expected.recall < expected.whole.high
    assert expected.chapters["01"].mean > expected.chapters["02"].mean
    assert expected.chapters["01"].low <= expected.chapters["01"].mean <= expected.chapters["01"].high
    assert expected.unseen == {"01": 0, "02": 25}
    assert expected.left_out == 25
    assert [load.new for load in expected.loads] == [7] * 5


def test_a_slower_learner_takes_longer_for_everything() -> None:
    slow = average(MEMORY, 2 * seconds_per_review(HABITS))
    assert seconds_per_review(slow) == pytest.approx(2 * seconds_per_review(HABITS))
    assert slow.learning.seconds == pytest.approx([2 * one for one in HABITS.learning.seconds])
    assert slow.relearning.seconds == pytest.approx([2 * one for one in HABITS.relearning.seconds])


def test_the_defaults_are_those_of_anki() -> None:
    assert (DEFAULTS.new, DEFAULTS.retention, DEFAULTS.reviews, DEFAULTS.bury) == (20, 0.90, 200, False)
