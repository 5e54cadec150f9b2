"""A paper as Moodle XML, with points, feedback and what a person needs to mark essays."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from flashgen.emit.paper.exam.item import Item
from flashgen.emit.paper.exam.sitting import Sitting
from flashgen.emit.report.quiz.accepted import accepted
from flashgen.emit.report.quiz.html import key_html, line_html, plain, question_html
from flashgen.model.deck import Deck
from flashgen.study.paper.question import CHOICE, MATCH, ORDER

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

_RIGHT, _WRONG = "100", "0"


def moodle(deck: Deck, items: Sequence[Item], sitting: Sitting) -> bytes:
    """Return a paper, with its answers."""
    from xml.etree.ElementTree import Comment, Element, SubElement, indent, tostring

    quiz = Element("quiz")
    quiz.append(Comment(f" {sitting.origin} "))
    names = [name.replace("/", "//") for name in (deck.name, sitting.title)]
    category = SubElement(SubElement(quiz, "question", type="category"), "category")
    _text(category, "/".join(("$course$/top", *names)))
    for item in items:
        _question(quiz, deck, item)
    indent(quiz)
    return bytes(tostring(quiz, "utf-8", xml_declaration=True)) + b"\n"


def _question(quiz: "Element", deck: Deck, item: Item) -> None:
    words = accepted(item)
    kind = "multichoice" if item.form == CHOICE else "matching" if item.form in (MATCH, ORDER) else "essay"
    question = _added(quiz, "question", type="shortanswer" if words else kind)
    _text(_added(question, "name"), f"{item.number:02} {item.faces[0].id if item.faces else item.form}")
    _text(_added(question, "questiontext", format="html"), question_html(deck, item))
    _text(_added(question, "generalfeedback", format="html"), key_html(deck, item))
    _added(question, "defaultgrade").text = f"{item.points}"
    if item.form == CHOICE:
        _choice(question, item)
    elif kind == "matching":
        _matching(question, item)
    elif words:
        _added(question, "usecase").text = "0"
        for said in words:
            _answer(question, said, _RIGHT, "moodle_auto_format")
    else:
        _essay(question, deck, item)


def _choice(question: "Element", item: Item) -> None:
    for name, said in (("single", "true"), ("shuffleanswers", "true"), ("answernumbering", "ABCD")):
        _added(question, name).text = said
    for place, option in enumerate(item.options):
        _answer(question, line_html(option), _RIGHT if place in item.right else _WRONG, "html")


def _matching(question: "Element", item: Item) -> None:
    """Add rows with their answers; those of an order are its numbers."""
    _added(question, "shuffleanswers").text = "true"
    rows = [line_html(row) for row in item.rows] or [f"{number}" for number in range(1, len(item.right) + 1)]
    for row, place in zip(rows, item.right, strict=True):
        sub = _added(question, "subquestion", format="html")
        _text(sub, row)
        _text(_added(sub, "answer"), plain(item.options[place]))


def _essay(question: "Element", deck: Deck, item: Item) -> None:
    _added(question, "responseformat").text = "editor"
    _added(question, "responsefieldlines").text = f"{max(item.lines, 2)}"
    _text(_added(question, "graderinfo", format="html"), key_html(deck, item))


def _answer(question: "Element", said: str, fraction: str, format: str) -> None:
    _text(_added(question, "answer", fraction=fraction, format=format), said)


def _added(parent: "Element", tag: str, **attributes: str) -> "Element":
    from xml.etree.ElementTree import SubElement

    return SubElement(parent, tag, attributes)


def _text(parent: "Element", said: str) -> None:
    _added(parent, "text").text = said
