"""Exam papers for learning platforms, read back by parsers of other hands."""

from dataclasses import replace
from functools import cache
from pathlib import Path
from xml.etree import ElementTree

import pytest
from markdown_it import MarkdownIt
from moodle_xml_parser.parser import parse_bytes
from pygiftparser.parser import parseFile

from flashgen.emit.paper.exam.item import Item, items
from flashgen.emit.paper.exam.sitting import Sitting
from flashgen.emit.report.quiz import markdown
from flashgen.emit.report.quiz.accepted import accepted
from flashgen.emit.report.quiz.gift import gift
from flashgen.emit.report.quiz.html import blocks_html
from flashgen.emit.report.quiz.moodle import moodle
from flashgen.model.deck import Deck
from flashgen.render.blocks import Paragraph
from flashgen.render.inline import Run
from flashgen.study.paper.choose import Length
from flashgen.study.paper.papers import PaperWish, papers
from tests.conftest import Project
from tests.emit.paper.made import shipped

SITTING = Sitting("Exam", "seed 7")
TRICKY = r"""
  - id: marks
    ask: 'Which of {a}, ~b~, #c, d=e: f is \\ \<g> & "h"?'
    answer: '~{x}=1: #2'
    page: 96
  - {id: tex, ask: 'What is \( \frac{a}{b} \)?', answer: '\( a^2 \)', page: 97}
  - {id: code, ask: 'What does `print(1)` [show](https://example.org)?', answer: '*one* `1`', page: 95}
  - {id: long, ask: Why did it fail?, answer: because nobody had paid for it, page: 94}
  - {id: whose, ask: Whose tax was it?, answer: the Tsar's, page: 93}
"""

LISTED = r"""
  - id: one
    ask: What is it?
    answer: |
      It is

      1. this
      2. that

      ![a map](a.svg)

      \[ x \]
    page: 96
"""


@cache
def paper() -> tuple[Deck, tuple[Item, ...]]:
    """Return the shipped deck, and a paper of it."""
    deck = shipped()
    (made,) = papers(deck, PaperWish(Length(30), 7))
    return deck, items(deck, made)


def tricky(project: Project, count: int = 5) -> tuple[Deck, tuple[Item, ...]]:
    """Return a deck full of marks, and a paper of it."""
    project.entries(TRICKY)
    deck = project.deck()
    (made,) = papers(deck, PaperWish(Length(count)))
    return deck, tuple(sorted(items(deck, made), key=lambda item: item.faces[0].id))


def test_gift_is_read_back_question_by_question(tmp_path: Path) -> None:
    deck, of = paper()
    file = tmp_path / "paper.gift"
    file.write_bytes(gift(deck, of, SITTING))
    with file.open(encoding="utf-8") as stream:
        read = parseFile(stream)
    assert len(read) == 30
    kinds = {"choice": "SelectSet", "match": "MatchingSet", "order": "MatchingSet", "essay": "Essay", "names": "Essay"}
    for item, question in zip(of, read, strict=True):
        assert question.valid
        kind = type(question.answers).__name__
        assert kind == kinds.get(item.form, "ShortSet" if accepted(item) else "Essay")
        if item.form == "choice":
            right = [place for place, answer in enumerate(question.answers.answers) if answer.fraction == 100]
            assert tuple(right) == item.right
        if kind == "MatchingSet":
            assert len(question.answers.answers) == len(item.right)


def test_moodle_reads_its_xml_with_points_and_right_answers() -> None:
    deck, of = paper()
    root = ElementTree.fromstring(moodle(deck, of, SITTING))
    questions = root.findall("question")[1:]
    assert [int(one.findtext("defaultgrade") or 0) for one in questions] == [item.points for item in of]
    for item, one in zip(of, questions, strict=True):
        assert item.cite in (one.findtext("generalfeedback/text") or "").replace("&amp;", "&")
        pairs = [(sub.findtext("text"), sub.findtext("answer/text")) for sub in one.findall("subquestion")]
        assert len(pairs) == (len(item.right) if item.form in ("match", "order") else 0)
    chosen = parse_bytes(moodle(deck, of, SITTING))["multichoice"]
    wanted = [item for item in of if item.form == "choice"]
    assert len(chosen) == len(wanted) > 0
    for item, question in zip(wanted, chosen, strict=True):
        assert (
            tuple(place for place, option in enumerate(question.options) if option.score_fraction == 100) == item.right
        )


def test_marks_of_gift_and_xml_in_an_entry_stay_words(project: Project, tmp_path: Path) -> None:
    deck, of = tricky(project)
    file = tmp_path / "paper.gift"
    file.write_bytes(gift(deck, of, SITTING))
    with file.open(encoding="utf-8") as stream:
        read = parseFile(stream)
    assert len(read) == 5
    assert all(question.valid for question in read)
    said = gift(deck, of, SITTING).decode()
    assert r"Which of \{a\}, \~b\~, \#c, d\=e\: f" in said
    assert r"\\(a^2\\)" in said
    root = ElementTree.fromstring(moodle(deck, of, SITTING))
    texts = [one.findtext("questiontext/text") or "" for one in root.findall("question")[1:]]
    assert any("&lt;g&gt; &amp;" in text or "<g>" in text for text in texts)
    assert any('<code>print(1)</code> <a href="https://example.org">show</a>' in text for text in texts)


def test_a_machine_marks_only_what_can_be_written_word_for_word(project: Project) -> None:
    _, of = tricky(project)
    found = {item.faces[0].id: accepted(item) for item in of}
    assert found["whose"] == ("the Tsar's", "Tsar's", "the Tsar")
    assert found["tex"] == found["long"] == ()


def test_an_answer_is_accepted_as_printed_and_as_typed(project: Project) -> None:
    _, of = tricky(project)
    (item,) = [item for item in of if item.faces[0].id == "whose"]
    printed = replace(item, key=(Paragraph((Run("the Tsar’s 1–2"),)),))
    assert {"the Tsar’s 1–2", "the Tsar's 1-2", "Tsar's 1-2"} <= {*accepted(printed)}


def test_markdown_has_the_paper_and_apart_from_it_the_key() -> None:
    deck, of = paper()
    read, told = (
        MarkdownIt("commonmark").enable("table").render(write(deck, of, SITTING).decode())
        for write in (markdown.paper, markdown.key)
    )
    assert read.count("<h2>") == told.count("<h2>") == len({item.form for item in of})
    assert "<table>" in read
    for item in of:
        assert f"<strong>{item.number}.</strong> ({item.points})" in read
        assert item.cite in told
        assert item.cite not in read


def test_markdown_escapes_what_is_no_mark(project: Project) -> None:
    deck, of = tricky(project)
    said = markdown.paper(deck, of, SITTING).decode()
    assert r"\<g\>" in said
    assert r"$\frac{a}{b}$" in said
    assert "`print(1)` [show](https://example.org)" in said
    assert "*one* `1`" in markdown.key(deck, of, SITTING).decode()


@pytest.mark.parametrize("language", ["he", "la"])
def test_a_question_in_another_language_says_so(project: Project, language: str) -> None:
    project.entries(f"  - {{id: one, ask: Quis?, answer: Petrus, language: {language}, page: 96}}\n")
    deck = project.deck()
    (made,) = papers(deck, PaperWish(Length(1)))
    way = "rtl" if language == "he" else "ltr"
    assert f'lang="{language}" dir="{way}"' in moodle(deck, items(deck, made), SITTING).decode().replace("&quot;", '"')


def test_a_list_and_a_picture_in_an_answer_are_kept_as_html_and_markdown(project: Project) -> None:
    project.write("decks/small/a.svg", "<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'/>")
    project.entries(LISTED)
    deck = project.deck()
    (made,) = papers(deck, PaperWish(Length(1)))
    (item,) = items(deck, made)
    html = blocks_html(item.key)
    assert "<ol><li><p>" in html
    assert "[a map]" in html
    assert r"\[x\]" in html.replace(" ", "")
    said = markdown.key(deck, (item,), SITTING).decode()
    assert "1. this\n2. that" in said
    assert "$$x$$" in said
