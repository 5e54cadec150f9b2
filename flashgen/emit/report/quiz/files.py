"""Exam papers as files of each format, by the ends of their names."""

from collections.abc import Callable, Mapping, Sequence

from flashgen.emit.paper.exam.item import Item
from flashgen.emit.paper.exam.sitting import Sitting
from flashgen.emit.report.quiz import markdown
from flashgen.emit.report.quiz.gift import gift
from flashgen.emit.report.quiz.moodle import moodle
from flashgen.model.deck import Deck

Write = Callable[[Deck, Sequence[Item], Sitting], bytes]

FILES: Mapping[str, Mapping[str, Write]] = {
    "gift": {".gift": gift},
    "moodle-xml": {".xml": moodle},
    "md": {".md": markdown.paper, "-key.md": markdown.key},
}
"""The formats but PDF."""
