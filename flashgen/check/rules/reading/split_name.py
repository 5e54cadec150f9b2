r"""A name of code that `::` parts into an answer and a hint.

In a deletion, `::` stands before a hint, so that `{{std::vector}}` asks for "std" and shows "vector". Code goes between
backticks, where nothing is a mark.

Wrong:

    cloze: In C++ an array that grows is called {{std::vector}}.

Right:

    cloze: In C++ an array that grows is called {{`std::vector`}}.
"""

import re
from collections.abc import Iterator

from flashgen.check.looking import by_note
from flashgen.check.rule import Rule
from flashgen.check.written import texts
from flashgen.model.note import Note
from flashgen.model.problem import Problem
from flashgen.model.text import Deletion, words

_NAME = r"[A-Za-z_]\w*"
_NAMES = re.compile(rf"{_NAME}(?:::{_NAME})*")
_SPACES = re.compile(
    r"std|boost|core|alloc|crate|self|super|std\w{0,3}|Eigen|Qt|ActiveRecord|Rails|Math|Kernel|File|Data"
)
_ADDRESS = re.compile(
    r"(?=.*\d)[\da-f]{1,4}(?::[\da-f]{1,4}){0,6}::[\da-f]{1,4}(?::[\da-f]{1,4}){0,6}(?:/\d+|%\w+)?", re.IGNORECASE
)
"""An IPv6 address with both ends; one with a digit, since `{{bad::cafe}}` may have a hint."""

_CODE = re.compile(r"::|_|[(<]|[a-z][A-Z]|[A-Z]{2,}[a-z]")


def _judge(note: Note) -> Iterator[Problem]:
    for text in texts(note) if note.type.hiding else ():
        for deletion in text.deletions:
            if deletion.hint and _is_name(deletion):
                said = f"{words(deletion.parts)}::{deletion.hint}"
                hint = f"write {{{{`{said}`}}}} to ask for the whole name, or a blank behind :: for a hint"
                message = f'this asks for "{words(deletion.parts)}" with the hint "{deletion.hint}"'
                yield Problem(text.place, "split-name", message, hint, "warning", said)


def _is_name(deletion: Deletion) -> bool:
    """Tell whether an answer and its hint are rather the parts of one name."""
    if _ADDRESS.fullmatch(f"{words(deletion.parts)}::{deletion.hint}"):
        return True
    space, rest = words(deletion.parts), re.sub(r"[(<].*", "", deletion.hint)
    if not _NAMES.fullmatch(space) or not _NAMES.fullmatch(rest):
        return False
    return bool(_SPACES.fullmatch(space) or _CODE.search(f"{space} {deletion.hint}"))


SPLIT_NAME = Rule("split-name", by_note(_judge), severity="warning")
