"""The memory model: what it says itself, and what another library computes from the same answers."""

import sys
from datetime import UTC, datetime, timedelta

import fsrs
import fsrs_rs_python as engine
import pytest

from flashgen.errors import NoMemoryModelError
from flashgen.study.memory import AGAIN, EASY, GOOD, HARD, Memory
from tests.study.made import MEMORY


@pytest.mark.parametrize(("stability", "days"), [(1.0, 0), (2.5, 1), (10.0, 10), (3.0, 365)])
def test_recall_is_the_forgetting_curve_and_what_the_engine_says(stability: float, days: int) -> None:
    decay = -MEMORY.parameters[20]
    curve = (1 + (0.9 ** (1 / decay) - 1) * days / stability) ** decay
    card = engine.Card()
    card.stability, card.last_date, card.parameters = stability, -days, MEMORY.parameters
    assert MEMORY.recall((stability, 5.0), days) == pytest.approx(curve, abs=1e-5)
    assert MEMORY.recall((stability, 5.0), days) == pytest.approx(card.retention_on(0), abs=1e-6)


@pytest.mark.parametrize("retention", [0.7, 0.8, 0.9, 0.97])
def test_a_card_falls_to_the_desired_retention_in_so_many_days_for_each_of_its_stability(retention: float) -> None:
    for stability in (0.5, 7.0, 90.0):
        assert MEMORY.recall((stability, 5.0), stability * MEMORY.days(retention)) == pytest.approx(retention, abs=1e-4)


HISTORIES = [
    [(GOOD, 0), (GOOD, 3), (GOOD, 9)],
    [(AGAIN, 0), (GOOD, 1), (HARD, 2), (AGAIN, 5), (GOOD, 1)],
    [(EASY, 0), (EASY, 14), (GOOD, 40)],
    [(HARD, 0), (GOOD, 0), (AGAIN, 0), (GOOD, 2)],
]


@pytest.mark.parametrize("history", HISTORIES)
def test_the_state_after_a_history_is_that_of_an_independent_implementation(history: list[tuple[int, int]]) -> None:
    scheduler = fsrs.Scheduler(tuple(MEMORY.parameters), enable_fuzzing=False)
    card, now = fsrs.Card(), datetime(2026, 1, 1, 12, tzinfo=UTC)
    state = None
    for rating, gap in history:
        now += timedelta(days=gap)
        card, _ = scheduler.review_card(card, fsrs.Rating(rating), now)
        state = MEMORY.after(state, rating, gap)
    assert card.stability is not None
    assert card.difficulty is not None
    assert state == pytest.approx((card.stability, card.difficulty), rel=2e-3)
    assert MEMORY.after_all(history) == pytest.approx(state, rel=1e-4)


def test_a_card_of_an_old_scheduler_is_remembered_for_its_interval() -> None:
    stability, difficulty = MEMORY.from_interval(2.5, 20)
    assert stability == pytest.approx(20, rel=0.01)
    assert 1 <= difficulty <= 10


def test_parameters_of_older_versions_are_filled_up_and_impossible_ones_are_refused() -> None:
    assert len(Memory(MEMORY.parameters[:17]).parameters) == 21
    with pytest.raises(ValueError, match="InvalidParameters"):
        Memory([1.0, 2.0])


def test_without_the_engine_it_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "fsrs_rs_python", None)
    with pytest.raises(NoMemoryModelError, match="pip install 'fsrs-rs-python") as raised:
        Memory()
    assert raised.value.exit_code == 3
