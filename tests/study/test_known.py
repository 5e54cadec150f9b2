"""What a collection tells of a learner: states, dates, times."""

from datetime import date, timedelta

import pytest

from flashgen.model.scheduled import Collection, Review, ScheduledCard
from flashgen.study.known import known, seconds_per_answer, suspended
from flashgen.study.memory import AGAIN, GOOD
from tests.study.made import FIRST, MEMORY

KEY = ("guid", 0)


def ago(days: int) -> date:
    """Return the date so many days before the first day of study."""
    return FIRST - timedelta(days=days)


def one(card: ScheduledCard) -> Collection:
    """Return a collection of one card."""
    return Collection({KEY: card})


def test_a_state_of_fsrs_is_taken_as_it_is_and_dates_are_counted_from_the_first_day() -> None:
    card = ScheduledCard(False, ago(-4), (12.0, 6.0), 10, 0.0, (Review(ago(6), GOOD, 8.0),))
    assert known(one(card), MEMORY, FIRST)[KEY] == known(one(card), MEMORY, FIRST)[KEY]
    found = known(one(card), MEMORY, FIRST)[KEY]
    assert (found.state, found.last, found.due) == ((12.0, 6.0), -6, 4)


def test_without_a_state_the_answers_are_gone_through() -> None:
    reviews = (Review(ago(9), AGAIN, 8.0), Review(ago(9), GOOD, 8.0), Review(ago(6), GOOD, 8.0))
    found = known(one(ScheduledCard(False, ago(-4), None, 10, 0.0, reviews)), MEMORY, FIRST)[KEY]
    assert found.state == pytest.approx(MEMORY.after_all([(AGAIN, 0), (GOOD, 0), (GOOD, 3)]))


def test_without_answers_the_interval_of_the_old_scheduler_counts() -> None:
    found = known(one(ScheduledCard(False, ago(-4), None, 10, 2.5)), MEMORY, FIRST)[KEY]
    assert found.state == pytest.approx(MEMORY.from_interval(2.5, 10))
    assert (found.last, found.due) == (-6, 4)


def test_answers_after_the_first_day_count_as_of_that_day() -> None:
    card = ScheduledCard(False, ago(-9), (12.0, 6.0), 10, 0.0, (Review(ago(-2), GOOD, 8.0),))
    assert known(one(card), MEMORY, FIRST)[KEY].last == 0


def test_suspended_cards_are_left_out_and_new_ones_are_new() -> None:
    collection = Collection({("a", 0): ScheduledCard(True, ago(1), (2.0, 5.0)), ("b", 0): ScheduledCard(False)})
    assert known(collection, MEMORY, FIRST) == {}
    assert suspended(collection) == {("a", 0)}


def test_the_time_of_answers_counts_from_a_hundred_on_and_breaks_do_not() -> None:
    quick, slow = Review(FIRST, GOOD, 5.0), Review(FIRST, GOOD, 600.0)
    few, many = ({KEY: ScheduledCard(False, reviews=(quick, slow) * times)} for times in (49, 50))
    assert seconds_per_answer(few) == 0
    assert seconds_per_answer(many) == pytest.approx((5 + 60) / 2)
