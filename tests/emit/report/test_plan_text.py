"""Plans on a terminal: coloured, wrapped, and readable without colour."""

import time

import click
import pytest
from wcwidth import strip_sequences, width

from flashgen.emit.report.plan import as_text
from flashgen.history.plan import Change, Edit, Plan
from flashgen.model.lock import ReleasedNote

NOTE = ReleasedNote("what", "g", "Question", "Deck", 1, 1, {"Id": "what", "Question": "What?"}, (), (1, 2))
EDIT = Edit(
    "Answer", "the state grew and grew while the people grew lean", "the state swelled while the people became lean"
)


def plan(*edits: Edit, lost: tuple[int, ...] = ()) -> Plan:
    """Return a plan that changes a note."""
    return Plan(False, (), (Change(NOTE, "", edits, (), lost, ""),), (), (), (), ())


def told(of: Plan, columns: int = 80) -> str:
    """Return a plan of a deck as text."""
    return as_text({"Deck": of}, columns)


def test_the_summary_stands_first_and_sections_are_apart() -> None:
    lines = strip_sequences(told(plan(EDIT))).splitlines()
    assert lines[:4] == ["Deck: 1 changed; 0 reviews at risk", "", "Changed", "  what"]


def test_removed_words_are_red_added_ones_green_and_both_are_marked_for_those_who_see_no_colour() -> None:
    text = told(plan(Edit("Answer", "the state", "the Russian people")))
    assert click.style("[-state-]", fg="red") + click.style("{+Russian people+}", fg="green") in text


def test_what_is_at_risk_is_yellow_and_nothing_else() -> None:
    text = told(plan(EDIT, lost=(2,)), columns=200)
    risk = click.style("the reviews of 1 card are at risk", fg="yellow")
    assert text.startswith(f"{click.style('Deck', bold=True)}: 1 changed; {risk}\n")
    assert f"{click.style('', fg='yellow', reset=False)}card 2 removed, reviews at risk" in text
    assert click.style("", fg="yellow", reset=False) not in told(plan(EDIT))


def test_words_with_only_a_space_between_them_change_together() -> None:
    text = strip_sequences(told(plan(Edit("Answer", "people grew lean", "people became leaner"))))
    assert "Answer: people [-grew lean-]{+became leaner+}" in text


WORDS = {
    "an apostrophe": ("the lord's land", "the serf’s land", "the [-lord's-]{+serf’s+} land"),
    "a hyphen": ("a war-time law", "a wartime law", "a [-war-time-]{+wartime+} law"),
    "marks on letters": ("यह किताब है", "यह किताबें है", "यह [-किताब-]{+किताबें+} है"),
    "joiners in words": ("می‌روم", "می‌رود", "[-می‌روم-]{+می‌رود+}"),
    "punctuation beside a word": ("lean.", "lean!", "lean[-.-]{+!+}"),
    "a dash between words": ("state—people", "state—serfs", "state—[-people-]{+serfs+}"),
}


@pytest.mark.parametrize(("old", "new", "difference"), WORDS.values(), ids=WORDS)
def test_a_word_changes_as_a_whole_with(old: str, new: str, difference: str) -> None:
    assert f"Answer: {difference}" in strip_sequences(told(plan(Edit("Answer", old, new))))


@pytest.mark.parametrize(
    ("old", "new", "difference"),
    [
        ('the "lord\'s" own land, 1929-33', "the “lord’s” land, 1929–33", "the “lord’s” [-own -]land, 1929–33"),
        ('l\'"an" 2000', "l’«\u202fan\u202f» 2001", "l’«\u202fan\u202f» [-2000-]{+2001+}"),
        ('a "saying" in 2000', "a ‘saying’ in 2001", "a ‘saying’ in [-2000-]{+2001+}"),
        ('彼は"行く"。', "彼も「行く」。", "[-彼は-]{+彼も+}「行く」。"),
    ],
)
def test_words_are_the_same_whatever_their_quotation_marks_and_dashes(old: str, new: str, difference: str) -> None:
    assert f"Answer: {difference}" in strip_sequences(told(plan(Edit("Answer", old, new))))


def test_what_changes_in_quotation_marks_and_dashes_alone_is_counted() -> None:
    marks = Edit("Extra", "Stalin's", "Stalin’s")
    alone = strip_sequences(told(plan(marks)))
    assert alone.splitlines()[2:] == ["Changed on several notes", "  only quotation marks and dashes, on 1 note"]
    beside = strip_sequences(told(plan(EDIT, marks)))
    assert "Extra" not in beside
    assert "quotation marks" not in beside
    at_risk = strip_sequences(told(plan(marks, lost=(2,))))
    assert "card 2 removed" in at_risk
    gists = Edit("Gist", "Stalin's", "Stalin’s")
    shared = Plan(False, (), (), ((gists, ("a", "b")),), (), (), ())
    assert "only quotation marks and dashes, on 2 notes" in told(shared)


def test_long_texts_are_compared_in_no_time() -> None:
    rest = "a b c d " * 20_000
    text = strip_sequences(as_text({"Deck": plan(Edit("Answer", f"x {rest}", f"y {rest}"))}))
    assert "Answer: [-x-]{+y+} a b" in text
    began = time.process_time()
    text = strip_sequences(as_text({"Deck": plan(Edit("Answer", f"x {rest}z", f"y {rest[::-1]}w"))}))
    assert time.process_time() - began < 2
    assert "Answer: [-x a b" in text


@pytest.mark.parametrize("columns", [40, 80, 200])
def test_a_plan_is_wrapped_to_the_terminal_and_continues_below(columns: int) -> None:
    long = Edit("Answer", EDIT.old * 3, EDIT.new * 3)
    lines = strip_sequences(told(plan(long, lost=(1, 2)), columns)).splitlines()
    assert max(map(width, lines)) <= columns
    below = lines[lines.index("  what") + 1 :]
    assert all(line.startswith("    ") for line in below)
    assert " ".join(line.strip() for line in below).startswith("Answer: the state [-grew and grew-]{+swelled+} while")


def test_without_a_terminal_nothing_is_wrapped() -> None:
    lines = strip_sequences(as_text({"Deck": plan(Edit("Answer", EDIT.old * 9, EDIT.new * 9))})).splitlines()
    assert lines[-1].startswith("    Answer: ")


def test_decks_are_apart() -> None:
    text = strip_sequences(as_text({"One": plan(EDIT), "Two": plan(EDIT)}))
    assert "\n\nTwo: 1 changed; 0 reviews at risk\n" in text
