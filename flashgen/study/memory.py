"""The memory model: FSRS, as the engine inside Anki computes it."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, TypeAlias

from flashgen.errors import NoMemoryModelError

if TYPE_CHECKING:
    from fsrs_rs_python import SimulatorConfig

State: TypeAlias = tuple[float, float]
"""What FSRS knows of a card: its stability, in days until recall has fallen to 90 %, and its difficulty, 1 to 10."""

AGAIN, HARD, GOOD, EASY = 1, 2, 3, 4
"""The four buttons of a review."""

_NAMES = ("again", "hard", "good", "easy")


class Memory:
    """FSRS with some parameters, those of an average learner if there are none.

    NoMemoryModelError if the engine is not installed; ValueError for impossible parameters.
    """

    def __init__(self, parameters: Sequence[float] = ()) -> None:
        try:
            import fsrs_rs_python as engine
        except ImportError as error:
            raise NoMemoryModelError from error
        self.parameters = engine.check_and_fill_parameters(parameters or engine.DEFAULT_PARAMETERS)
        self.engine = engine
        self._fsrs = engine.FSRS(self.parameters)
        self._card = engine.Card()
        self._card.parameters, self._card.stability, self._card.last_date = self.parameters, 1.0, 0.0

    def recall(self, state: State, days: float) -> float:
        """Return how likely a card is recalled some days after its last review."""
        return self._card.retention_on(days / state[0])

    def days(self, retention: float) -> float:
        """Return the days until the recall of a card of stability 1 has fallen to a desired retention.

        They grow in proportion to stability.
        """
        return self._fsrs.next_interval(1.0, retention, GOOD)

    def after(self, state: State | None, rating: int, days: int) -> State:
        """Return the state after an answer, some days after the one before; a card without a state is new."""
        before = self.engine.MemoryState(*state) if state else None
        memory = getattr(self._fsrs.next_states(before, 0.9, days), _NAMES[rating - 1]).memory
        return memory.stability, memory.difficulty

    def after_all(self, reviews: Sequence[tuple[int, int]]) -> State:
        """Return the state after a history of answers: each is a rating, and the days since the one before."""
        item = self.engine.FSRSItem([self.engine.FSRSReview(*review) for review in reviews])
        memory = self._fsrs.memory_state(item)
        return memory.stability, memory.difficulty

    def from_interval(self, ease: float, days: float) -> State:
        """Return the state of a card of which only an ease factor and an interval are known, as Anki converts it."""
        memory = self._fsrs.memory_state_from_sm2(ease, days, 0.9)
        return memory.stability, memory.difficulty

    def habits(self) -> "SimulatorConfig":
        """Return how learners answer on average, and how long they take: Anki's own simulator starts from it."""
        return self.engine.default_simulator_config()
