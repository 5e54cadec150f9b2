"""A finding as people read it, on terminals of any width and in words of any script."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from wcwidth import strip_sequences, width

from flashgen.emit.report.columns import ENDLESS
from flashgen.emit.report.finding import advice, finding, headline
from flashgen.emit.report.snippet import snippet
from flashgen.model.findings import Findings
from flashgen.model.place import Place
from flashgen.model.problem import Problem

LINE = "    answer: the state swelled up"
PROBLEM = Problem(Place("decks/a.yaml", 12, 13), "long-answer", "an answer of 17 words", "cut it", "warning", length=9)


def told(problem: Problem = PROBLEM, line: str = LINE, columns: int = 80, why: str = "It is several facts") -> str:
    """Return a finding on a terminal, without colours."""
    found = Findings((problem,), {"decks/a.yaml": ("",) * (problem.place.line - 1) + ((line,) if line else ())})
    return strip_sequences("\n".join(finding(problem, found, columns, why)))


def at(line: str, words: str, length: int | None = None) -> Problem:
    """Return a finding at some words of a line."""
    place = Place("decks/a.yaml", 1, line.index(words) + 1)
    return Problem(place, "slip", "a slip", "mend it", length=len(words) if length is None else length)


def test_a_finding_has_the_face_that_compilers_have() -> None:
    assert told().split("\n") == [
        "warning[long-answer]: an answer of 17 words",
        "  --> decks/a.yaml:12:13",
        "   |",
        "12 |     answer: the state swelled up",
        "   |             ^^^^^^^^^",
        "   |",
        "   = help: cut it",
        "   = note: It is several facts",
    ]


def test_without_a_line_there_is_a_place_and_a_cure() -> None:
    assert told(line="", why="").split("\n") == [
        "warning[long-answer]: an answer of 17 words",
        "  --> decks/a.yaml:12:13",
        "   = help: cut it",
    ]


def test_a_failure_has_the_same_face_without_a_place() -> None:
    lines = headline("error", "no deck 'x'", 80), advice("help", "did you mean 'y'?", 80)
    assert strip_sequences("\n".join(lines)) == "error: no deck 'x'\n  = help: did you mean 'y'?"


def test_prose_goes_on_below_its_first_word() -> None:
    long = Problem(PROBLEM.place, "slip", "a message that is long enough for two lines", "a cure as long as that")
    assert told(long, columns=32, why="").split("\n") == [
        "error[slip]: a message that is",
        "         long enough for two",
        "         lines",
        "  --> decks/a.yaml:12:13",
        "   |",
        "12 |     answer: the state swel…",
        "   |             ^^^^^^^^^^^^^^",
        "   |",
        "   = help: a cure as long as",
        "           that",
    ]


MARKED = {
    "Chinese takes two columns a letter": ("    ask: 谁写了这个公式？", "这个", "^^^^"),
    "emoji of several characters take two": ("    ask: 👩‍👩‍👧 and 👍🏽 agree", "👍🏽", "^^"),
    "letters with marks take one": ("    ask: cafe\u0301 e\u0302\u0301 noir", "e\u0302\u0301", "^"),
    "Hebrew takes one": ("    ask: מה אמר קליוצ'בסקי?", "אמר", "^^^"),
    "Korean takes two": ("    ask: 누가 썼나?", "썼나", "^^^^"),
    "a tab takes four": ("    ask: a\tb", "\tb", "^^^^^"),
    "a control character takes one": ("    ask: a\x1b[2Jb", "\x1b[2J", "^^^^"),
    "what turns text around takes one": ("    ask: a\u202eb", "\u202e", "^"),
    "an invisible character takes one": ("    ask: a\u200bb", "\u200b", "^"),
    "what is at the end of a line is marked behind it": ("    ask: a", "", "^"),
}


@pytest.mark.parametrize(("line", "words", "marks"), MARKED.values(), ids=MARKED)
def test_marks_stand_below_what_is_at_fault(line: str, words: str, marks: str) -> None:
    problem = at(line, words) if words else Problem(Place("decks/a.yaml", 1, len(line) + 1), "slip", "a", "b")
    shown, under = told(problem, line).split("\n")[3:5]
    assert under.strip("| ") == marks
    before = line[: problem.place.column - 1]
    assert under.index("^") - len("  | ") == width(before.replace("\t", "    ").replace("\x1b", "?"))
    assert not re.search("[\t\x1b\u202e]", shown)


VALUES = {
    "a value without quotes": ("    page: 198", "198", "198"),
    "a value before a comment": ("    page: 198  # 98?", "198", "198"),
    "a value with a sign that begins no comment": ("    ask: Who wrote C#, and A#1?", "Who", "Who wrote C#, and A#1?"),
    "a value between braces": ("  - {id: x, page: 198}", "198", "198"),
    "a value before another": ("  - {page: 198, id: x}", "198", "198"),
    "a value between brackets": ("    tags: [a b, c]", "a b", "a b"),
    "a value with a comma outside of braces": ("    ask: Who, and when? {1}", "Who", "Who, and when? {1}"),
    "a value in double quotes": ('  - {ask: "Who, \\" and }?", id: x}', '"Who', '"Who, \\" and }?"'),
    "a value in single quotes": ("    ask: 'Who''s # who?' # x", "'Who", "'Who''s # who?'"),
    "a value in quotes that close below": ('    ask: "Who', '"Who', '"Who'),
    "a key with its value": ("    colour: red # x", "colour", "colour: red"),
    "a value before white space": ("    ask: Who?   ", "Who", "Who?"),
}


@pytest.mark.parametrize(("line", "begin", "fault"), VALUES.values(), ids=VALUES)
def test_a_fault_without_a_length_is_the_value_that_begins_there(line: str, begin: str, fault: str) -> None:
    marks = told(at(line, begin, length=0), line).split("\n")[4]
    assert marks.count("^") == len(fault)


LONG = f"    extra: {'many words ' * 40}HERE {'and more ' * 40}"


@pytest.mark.parametrize("columns", [20, 40, 80, 200, ENDLESS])
def test_a_long_line_is_cut_on_both_sides_of_its_fault(columns: int) -> None:
    shown, marks = told(at(LONG, "HERE"), LONG, columns, why="").split("\n")[-4:-2]
    assert width(shown) <= {20: 24, ENDLESS: 140}.get(columns, columns)
    assert (shown[4], shown[-1]) == ("…", "…")
    assert shown[marks.index("^") :].startswith("HERE")
    assert marks.count("^") == 4


def test_a_line_is_cut_only_where_it_must_be() -> None:
    assert "…" not in told(at("a" * 72 + "HERE", "HERE"), "a" * 72 + "HERE", why="")
    assert "…" in told(at("a" * 73 + "HERE", "HERE"), "a" * 73 + "HERE", why="")


def test_the_beginning_of_a_line_stays_if_its_fault_is_near() -> None:
    line = "key: HERE " + "a " * 99
    assert told(at(line, "HERE"), line).split("\n")[3].startswith("1 | key: HERE")


def test_a_fault_as_long_as_the_line_shows_its_beginning_with_what_is_before() -> None:
    line = "    extra: " + "b" * 500
    shown, marks = told(at(line, "b" * 500), line, 40, why="").split("\n")[3:5]
    assert shown == "1 |     extra: " + "b" * 24 + "…"
    assert marks == "  |            " + "^" * 24


def test_a_letter_of_two_columns_is_never_halved() -> None:
    line = "谁" * 100 + "写" + "谁" * 100
    for columns in range(30, 60):
        shown, marks = told(at(line, "写"), line, columns, why="").split("\n")[3:5]
        assert columns - 2 <= width(shown) <= columns
        assert width(shown.partition("写")[0]) == marks.index("^")


def test_a_line_of_megabytes_takes_no_time() -> None:
    line = "a" * 1_000_000 + "HERE" + "b" * 1_000_000
    for _ in range(2_000):
        assert "HERE" in snippet(line, 1_000_001, 4, 80).part


def test_marks_without_end_on_one_letter_are_cut_too() -> None:
    cut = snippet("a" + "\u0301" * 5_000, 1, 1, 40)
    assert (len(cut.part) < 400, cut.part[-1], cut.length) == (True, "…", 1)


def test_what_a_workflow_would_obey_is_replaced() -> None:
    line = "    ask: ::error::x ##[error] y"
    assert told(at(line, "ask"), line).split("\n")[3] == "1 |     ask: \ufffd:error::x \ufffd#[error] y"


@given(
    st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\n\r\x85\u2028\u2029"), min_size=1),
    st.data(),
    st.integers(20, 60),
)
def test_any_line_fits_any_width(line: str, data: st.DataObject, columns: int) -> None:
    column = data.draw(st.integers(1, len(line)))
    cut = snippet(line, column, data.draw(st.integers(0, len(line) - column + 1)), columns)
    assert cut.before + cut.length <= columns + 1
    assert cut.length >= 1
    assert not re.search("[\x00-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]", cut.part)
