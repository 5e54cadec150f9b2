"""An entry that lost its id gets the one that it was released under, for its history.

It is that of a released note of its kind that no entry stands for any more, and that has the same prompt, or most of
the same words.
"""

from collections.abc import Iterator
from functools import partial

from flashgen.check.fix import Edit, Fix, Written
from flashgen.check.identified import identified, without_id


def _edits(file: Written) -> Iterator[Edit]:
    heirs = file.heirs or {}
    for entry in without_id(file):
        if entry.place in heirs:
            yield from identified(entry, file, partial(heirs.__getitem__, entry.place))


RELEASED_ID = Fix(("id given back from deck.lock", "ids given back from deck.lock"), _edits)
