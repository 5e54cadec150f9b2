"""Names of people in a citation, as the Chicago Manual of Style has them in a bibliography."""

import re
from collections.abc import Sequence

from flashgen.model.citation import OTHERS, Name
from flashgen.model.words import Words, phrased

_MOST, _FIRST = 10, 7
"""Of more than ten names, the first seven are printed."""

_UNPARTED = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]+")
"""Chinese, Japanese and Korean names: the family name comes first in them, without a comma."""


def natural(name: Name) -> str:
    """Return a name as it stands in a sentence: Ludwig van Beethoven."""
    if name.family and name.given and _UNPARTED.fullmatch(name.family + name.given):
        return name.family + name.given
    return str(name)


def inverted(name: Name) -> str:
    """Return a name as it begins an entry: Beethoven, Ludwig van."""
    plain = natural(name)
    if not (name.family and name.given) or plain == name.family + name.given:
        return plain
    family, given = f"{name.particle} {name.family}".strip(), f"{name.given} {name.dropping}".strip()
    return ", ".join(filter(None, (family, given, name.suffix)))


def names(people: Sequence[Name], words: Words, first: str = "") -> str:
    """Return names as a list; `first` stands for the first of them where it is inverted."""
    shown = [natural(name) for name in people if name != OTHERS]
    shown[:1] = [first or shown[0]] if shown else []
    if OTHERS in people or len(shown) > _MOST:
        return ", ".join((*(shown if OTHERS in people else shown[:_FIRST]), words.more_names))
    if len(shown) == 2 and not first:
        return phrased(words.two_names, one=shown[0], other=shown[1])
    if len(shown) > 1:
        return phrased(words.last_name, others=", ".join(shown[:-1]), last=shown[-1])
    return "".join(shown)


def heading(people: Sequence[Name], words: Words) -> str:
    """Return the names that an entry begins with; the first is the one to sort by."""
    return names(people, words, inverted(people[0])) if people else ""
