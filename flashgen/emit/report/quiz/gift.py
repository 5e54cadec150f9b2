"""A paper as GIFT, the text that Moodle and others import questions from.

What a person must mark is an essay, with the answer as feedback. An order is a question to match: numbers with items.
"""

import re
from collections.abc import Iterator, Sequence

from flashgen.emit.paper.exam.item import Item
from flashgen.emit.paper.exam.sitting import Sitting
from flashgen.emit.report.quiz.accepted import accepted
from flashgen.emit.report.quiz.html import key_html, line_html, plain, question_html
from flashgen.model.deck import Deck
from flashgen.study.paper.question import CHOICE, MATCH, ORDER

_MARK = re.compile(r"[~=#{}:\\]")


def gift(deck: Deck, items: Sequence[Item], sitting: Sitting) -> bytes:
    """Return a paper, with its answers."""
    head = f"// {deck.name}{deck.words.colon} {sitting.title} ({sitting.origin})"
    category = f"$CATEGORY: {_name(deck.name)}/{_name(sitting.title)}"
    return "\n\n".join([head, category, *[_question(deck, item) for item in items]]).encode() + b"\n"


def _name(name: str) -> str:
    """Return the name of a category; a slash in it would begin another one."""
    return " ".join(name.replace("/", "//").split())


def _question(deck: Deck, item: Item) -> str:
    title = f"{item.number:02} {item.faces[0].id if item.faces else item.form}"
    answers = [*_answers(item), f"####[html]{_escaped(key_html(deck, item))}"]
    inside = "\n".join(f"\t{answer}" for answer in answers)
    return f"::{_escaped(title)}::[html]{_escaped(question_html(deck, item))}{{\n{inside}\n}}"


def _answers(item: Item) -> Iterator[str]:
    if item.form == CHOICE:
        for place, option in enumerate(item.options):
            yield f"{'=' if place in item.right else '~'}[html]{_escaped(line_html(option))}"
    elif item.form == MATCH:
        for row, place in zip(item.rows, item.right, strict=True):
            yield f"=[html]{_escaped(line_html(row))} -> {_escaped(plain(item.options[place]))}"
    elif item.form == ORDER:
        for number, place in enumerate(item.right, 1):
            yield f"={number} -> {_escaped(plain(item.options[place]))}"
    else:
        yield from [f"={_escaped(answer)}" for answer in accepted(item)]


def _escaped(said: str) -> str:
    """Return words with all that GIFT reads as marks escaped, on one line."""
    return _MARK.sub(lambda mark: f"\\{mark.group()}", " ".join(said.split()))
