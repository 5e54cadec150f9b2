"""A mistake in the author's files: what is wrong, where, and the cure."""

from dataclasses import dataclass

from flashgen.model.place import Place


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """One finding; sorts by its place. The message is lower case, without a full stop; the hint says what to do."""

    place: Place
    rule: str
    message: str
    hint: str
