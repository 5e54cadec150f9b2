"""What stands at the head and the foot of a paper: what it is, and how it came about."""

from dataclasses import dataclass
from string import ascii_uppercase

from flashgen.model.deck import Deck
from flashgen.model.layout import Size
from flashgen.model.words import phrased
from flashgen.study.paper.papers import PaperWish, state

PAGES: dict[str, Size] = {"a4": (210, 297), "letter": (215.9, 279.4)}
"""The sizes of paper, in mm; the first is the default."""

VERSIONS = ascii_uppercase[:12]
"""The names of versions."""


@dataclass(frozen=True, slots=True)
class Sitting:
    """A paper's title, its origin (from which it can be made again) and what its files' names end in."""

    title: str
    origin: str
    ending: str = ""

    def key(self, deck: Deck) -> "Sitting":
        """Return what stands on the key."""
        return Sitting(f"{self.title} · {deck.words.paper_key}", self.origin, self.ending)


def sittings(deck: Deck, wish: PaperWish, options: str) -> list[Sitting]:
    """Return what stands on each paper of a wish, which was typed with some options."""
    words = deck.words
    came = phrased(words.paper_origin, seed=str(wish.seed), state=state(deck))
    origin, title, mock = (f"{came} · {options}", _capital(words.paper_title), _capital(words.paper_mock))
    if wish.days:
        return [Sitting(f"{mock} · {day}", origin, f"-mock-{day}") for day in wish.days]
    if wish.versions == 1:
        return [Sitting(title, origin, "-paper")]
    names = VERSIONS[: wish.versions]
    said = [phrased(words.paper_version, version=name) for name in names]
    return [Sitting(f"{title} · {one}", origin, f"-paper-{name}") for name, one in zip(names, said, strict=True)]


def _capital(said: str) -> str:
    return said[:1].upper() + said[1:]
