"""What `check --fix` mends in the text of a file, and all that it leaves alone."""

import re
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import example, given, settings
from hypothesis import strategies as st

from flashgen.check.fix import Edit, Fix, Written
from flashgen.check.fixes import FIXES, fixed_text
from flashgen.load.compose import compose
from flashgen.model.output import FixedFile
from flashgen.pipeline import checked_decks, fixed
from tests.conftest import DECK, FORMULA, HEAD, SOURCE, Project

CHAPTER = "decks/small/06-pattern.yaml"
QUESTION = "  - id: x\n    page: 98\n    ask: What grew?\n    answer: the state\n"


def in_files(project: Project) -> dict[str, str]:
    """Mend the files of a project, and return what was done in each."""
    files = fixed(project.root, ())
    for file in files:
        (project.root / file.path).write_bytes(file.new)
    return {file.path: ", ".join(file.did) for file in files}


def entries(project: Project) -> str:
    """Return the entries of the chapter file as they stand on the disk."""
    return (project.root / CHAPTER).read_bytes().decode("utf-8").removeprefix(HEAD)


MENDED = {
    "an entry on lines of its own": (
        "  - ask: Who said that the state swelled up?  # a comment\n    answer: Kliuchevsky\n    page: 98\n",
        "  - id: who-said-that-the-state\n    ask: Who said that the state swelled up?  # a comment\n"
        "    answer: Kliuchevsky\n    page: 98\n",
        "1 id minted",
    ),
    "an entry below its dash": (
        "  -\n    # a comment\n    page: 98\n    ask: Who?\n    answer: b\n",
        "  -\n    # a comment\n    id: who\n    page: 98\n    ask: Who?\n    answer: b\n",
        "1 id minted",
    ),
    "an entry in braces": (
        "  - {ask: Who?, answer: b, page: 98}\n",
        "  - {id: who, ask: Who?, answer: b, page: 98}\n",
        "1 id minted",
    ),
    "an id that nothing is written behind": (
        "  - id:\n    ask: Who?\n    answer: b\n    page: 98\n",
        "  - id: who\n    ask: Who?\n    answer: b\n    page: 98\n",
        "1 id minted",
    ),
    "an id of blanks": (
        "  - id:  \n    ask: Who?\n    answer: b\n    page: 98\n",
        "  - id: who\n    ask: Who?\n    answer: b\n    page: 98\n",
        "1 id minted, 1 line trimmed",
    ),
    "a cloze, without its hints and marks": (
        "  - cloze: '{{c2::Stalin\u2019s}} \"Élan\" of {{1929::year}} {{went}} down'\n    page: 98\n",
        "  - id: stalins-elan-of-1929-went\n"
        "    cloze: '{{c2::Stalin\u2019s}} \"Élan\" of {{1929::year}} {{went}} down'\n    page: 98\n",
        "1 id minted",
    ),
    "a pair, of both sides": (
        "  - pair:\n      - barshchina\n      - trudodni\n    relation: parallel\n    because: c\n    page: 98\n",
        "  - id: barshchina-trudodni\n    pair:\n      - barshchina\n      - trudodni\n    relation: parallel\n"
        "    because: c\n    page: 98\n",
        "1 id minted",
    ),
    "an entry of other letters": (
        "  - {ask: Кто?, answer: b, page: 96-97}\n",
        "  - {id: ask-96-97, ask: Кто?, answer: b, page: 96-97}\n",
        "1 id minted",
    ),
    "entries with one prompt, one of which has an id": (
        "  - {ask: Who?, answer: b, page: 98}\n  - {id: who, ask: b, answer: c, page: 98}\n"
        "  - {ask: Who?, answer: d, page: 98}\n  - {id: y, was: who-4, ask: d, answer: e, page: 98}\n"
        "  - {ask: Who?, answer: f, page: 98}\n",
        "  - {id: who-2, ask: Who?, answer: b, page: 98}\n  - {id: who, ask: b, answer: c, page: 98}\n"
        "  - {id: who-3, ask: Who?, answer: d, page: 98}\n  - {id: y, was: who-4, ask: d, answer: e, page: 98}\n"
        "  - {id: who-5, ask: Who?, answer: f, page: 98}\n",
        "3 ids minted",
    ),
    "pages that run backwards": (
        QUESTION.replace("98", "97-96  # both"),
        QUESTION.replace("98", "96-97  # both"),
        "1 range turned round",
    ),
    "quoted pages and notes that run backwards": (
        QUESTION.replace("98", "'98 – 97'") + '    note: " 49-48"\n',
        QUESTION.replace("98", "'97 – 98'") + '    note: " 48-49"\n',
        "2 ranges turned round",
    ),
    "braces in a formula": (
        QUESTION.replace("What grew?", r"What is \(x^{y^{2^{n}}}\) of {z}?"),
        QUESTION.replace("What grew?", r"What is \(x^{y^{2^{n} } }\) of {z}?"),
        "1 formula with its braces parted",
    ),
    "braces in formulas of a deletion, of lists and in any quotes": (
        '  - id: x\n    page: 98\n    list: "\\\\(a_{\\"b_{c}}\\\\)"\n    items:\n'
        "      - '\\(f''_{a_{b}}\\)'\n      - >-\n        \\(a\n        _{b_{c}}\\)\n"
        "  - id: y\n    page: 98\n    cloze: '{{is \\(a_{b_{c}}\\)}}{{\\(d\\)}} or \\(a_{b_{c}}\\)'\n",
        '  - id: x\n    page: 98\n    list: "\\\\(a_{\\"b_{c} }\\\\)"\n    items:\n'
        "      - '\\(f''_{a_{b} }\\)'\n      - >-\n        \\(a\n        _{b_{c} }\\)\n"
        "  - id: y\n    page: 98\n    cloze: '{{is \\(a_{b_{c} }\\)}}{{\\(d\\)}} or \\(a_{b_{c} }\\)'\n",
        "5 formulas with their braces parted",
    ),
    "numbers of lists that do not agree with their items": (
        "  - {id: x, page: 98, list: Often ten marks of fear, items: [a, b, c]}\n"
        "  - id: y\n    page: 98\n    items: [a, b]\n    list: >-\n      The\n      4 ends\n"
        "  - {id: z, page: 98, list: Three ends, items: [a, b, c, d]}  # Three ends\n",
        "  - {id: x, page: 98, list: Often three marks of fear, items: [a, b, c]}\n"
        "  - id: y\n    page: 98\n    items: [a, b]\n    list: >-\n      The\n      2 ends\n"
        "  - {id: z, page: 98, list: Four ends, items: [a, b, c, d]}  # Three ends\n",
        "3 numbers made to agree",
    ),
    "a number that shows only when the list has an id": (
        "  - list: Three ends\n    items: [a, b]\n    page: 98\n",
        "  - id: three-ends\n    list: Two ends\n    items: [a, b]\n    page: 98\n",
        "1 id minted, 1 number made to agree",
    ),
    "white space at the ends of lines": (
        "  # a comment \n" + QUESTION.replace("What grew?", "'What  \n\n      grew?'\t").replace("98", "98 \t"),
        "  # a comment\n" + QUESTION.replace("What grew?", "'What\n\n      grew?'"),
        "4 lines trimmed",
    ),
    "white space behind the head of a block": (
        QUESTION + "    extra: |  \n      kept  \n      as it is\n    hint: a \n",
        QUESTION + "    extra: |\n      kept  \n      as it is\n    hint: a\n",
        "2 lines trimmed",
    ),
    "letters that are not composed": (
        QUESTION.replace("grew", "gre\u0301w  ").replace("98", "97-96"),
        QUESTION.replace("grew", "gr\u00e9w  ").replace("98", "96-97"),
        "1 line composed (NFC), 1 range turned round",
    ),
    "a place behind letters that are not composed": (
        "  - {id: x, answer: e\u0301, ask: a, page: 97-96}\n",
        "  - {id: x, answer: \u00e9, ask: a, page: 96-97}\n",
        "1 line composed (NFC), 1 range turned round",
    ),
}

RELEASED = """\
  - id: said
    ask: Who said that the state swelled up and the people grew lean?
    answer: Kliuchevsky
    page: 98
  - id: formula
    cloze: The state {{swelled up::how}}; and the people {{grew lean}}.
    page: 98
  - id: corvee
    term: barshchina
    means: the corvée
    page: 96
  - id: both
    pair: [barshchina, trudodni]
    relation: parallel
    because: each sets the work that is owed
    page: 96
  - id: marks
    list: Marks of that order
    items: [poverty, fear & trembling, chauvinism]
    page: 95
  - id: swelled
    quote: The state {{swelled up}}.
    by: Kliuchevsky
    of: Russia
    page: 98
"""

LEFT = {
    "an id below its key": "  - id:\n      x\n    ask: Who?\n    answer: b\n    page: 98\n",
    "an id in quotes": "  - id: ''\n    ask: Who?\n    answer: b\n    page: 98\n",
    "an id of a comment": "  - id:  # later\n    ask: Who?\n    answer: b\n    page: 98\n",
    "a list as id": "  - id: []\n    ask: Who?\n    answer: b\n    page: 98\n",
    "an entry of no kind": "  - page: 98\n",
    "an entry of two kinds": "  - ask: a\n    term: b\n    page: 98\n",
    "a text as entry": "  - Who?\n",
    "nothing below the last line": "  - ask: Who?\n    page: 98\n    id: x\n    ?",
    "a number that does not agree with an answer": QUESTION.replace("What grew?", "Which two men fell?").replace(
        "the state", "Lewin, Rykov and Carr"
    ),
    "a number that a heading says twice": "  - {id: x, page: 98, list: The three ends of three, items: [a, b]}\n",
    "a number that is allowed": "  # flashgen: allow wrong-count -- the third is lost\n"
    "  - {id: x, page: 98, list: Three ends, items: [a, b]}\n",
    "a number written with an escape": '  - {id: x, page: 98, list: "Thr\\x65e ends", items: [a, b]}\n'
    "  - {id: y, page: 98, list: Three ends, items: [a, b, c]}\n",
    "short pages": QUESTION.replace("98", "98-9"),
    "pages that run on": QUESTION.replace("98", "97-98"),
    "pages with an escape": QUESTION.replace("98", r'"9\x38-97"'),
    "a formula with an escape": QUESTION.replace("What grew?", r'"\\(a_{b_{\x63}}\\)"'),
    "a formula whose braces are parted": QUESTION.replace("What grew?", r"\(a_{b_{c} }\)"),
    "an escaped backslash before a parenthesis": QUESTION.replace("What grew?", r"\\(a_{b_{c\}\}\)"),
    "braces that were never opened": QUESTION.replace("What grew?", "a}}"),
    "a block, folded or not": QUESTION + "    extra: |+\n      a  \n\t\n    hint: >-\n      b \n      c\n",
    "a block at the end of a file": QUESTION + "    extra: |\n      a  ",
    "an escaped blank": QUESTION.replace("What grew?", '"What\\ \n      grew?"'),
}


@pytest.mark.parametrize(("before", "after", "did"), MENDED.values(), ids=MENDED)
def test_what_is_mechanical_is_mended_where_it_stands(before: str, after: str, did: str, project: Project) -> None:
    project.entries(before)
    assert in_files(project) == {CHAPTER: did}
    assert entries(project) == after
    assert fixed(project.root, ()) == ()


@pytest.mark.parametrize("yaml", LEFT.values(), ids=LEFT)
def test_what_only_the_author_can_know_is_left(yaml: str, project: Project) -> None:
    project.entries(yaml)
    assert in_files(project) == {}


def test_entries_in_brackets_get_an_id_only_in_braces(project: Project) -> None:
    head = HEAD.replace("entries:\n", "entries: [\n")
    project.entries("  ask: Who?,\n  {ask: Who?, answer: a, page: 98},\n]\n", head=head)
    in_files(project)
    assert entries(project).removeprefix(head) == "  ask: Who?,\n  {id: who, ask: Who?, answer: a, page: 98},\n]\n"


def test_an_entry_behind_a_colon_is_left(project: Project) -> None:
    project.entries(": - ask: Who?\n    answer: a\n    page: 98\n", head=HEAD.replace("entries:", "? entries"))
    assert in_files(project) == {}


def test_no_new_entry_gets_an_id_that_learners_have(project: Project) -> None:
    project.entries("  - {id: who, ask: Who?, answer: a, page: 98}\n")
    project.build(1_700_000_000)
    project.entries("  - {ask: Who?, answer: another, page: 98}\n")
    in_files(project)
    assert entries(project) == "  - {id: who-2, ask: Who?, answer: another, page: 98}\n"


LOST = {
    "as it was": RELEASED,
    "with another mark and case": RELEASED.replace("answer: Kliuchevsky", "answer: '*kliuchevsky*'"),
    "with another answer to the same prompt": RELEASED.replace("answer: Kliuchevsky", "answer: Miliukov"),
    "with most of the words": RELEASED.replace("and the people", "and that the people"),
    "in another order": "".join(reversed(re.split(r"(?=^  - )", RELEASED, flags=re.MULTILINE))),
}


@pytest.mark.parametrize("written", LOST.values(), ids=LOST)
@pytest.mark.parametrize("blank", [r"\1", r"\1id:\n    "])
def test_entries_that_lost_their_ids_get_those_that_they_were_released_under(
    written: str, blank: str, project: Project
) -> None:
    project.entries(RELEASED)
    project.build(1_700_000_000)
    project.entries(re.sub(r"(  - )id: .*\n    ", blank, written))
    assert in_files(project) == {CHAPTER: "6 ids given back from deck.lock"}
    assert entries(project) == written


def test_an_entry_that_says_something_else_gets_a_new_id_and_not_that_of_what_vanished(project: Project) -> None:
    project.entries(RELEASED)
    project.build(1_700_000_000)
    project.entries("  - ask: Who said it of the Duma?\n    answer: Miliukov\n    page: 98\n")
    assert in_files(project) == {CHAPTER: "1 id minted"}


@pytest.mark.parametrize(
    "copy",
    [
        RELEASED.partition("  - id: formula")[0].replace("id: said\n    ", ""),
        RELEASED.partition("  - id: formula")[0].replace("id: said\n    ask", "term").replace("answer", "means"),
    ],
)
def test_an_id_is_not_given_back_to_a_copy_or_to_another_kind(copy: str, project: Project) -> None:
    project.entries(RELEASED)
    project.build(1_700_000_000)
    project.entries((RELEASED if "ask" in copy else RELEASED.replace("id: said", "id: other")) + copy)
    assert in_files(project) == {CHAPTER: "1 id minted"}


def test_of_two_entries_that_lost_their_ids_the_one_that_says_more_of_it_gets_it(project: Project) -> None:
    project.entries("  - {id: who, ask: Who reformed the army?, answer: Peter, page: 98}\n")
    project.build(1_700_000_000)
    project.entries(
        "  - {ask: Who reformed the army?, answer: Paul, page: 98}\n"
        "  - {ask: Who reformed the army?, answer: Peter, page: 98}\n"
    )
    assert in_files(project) == {CHAPTER: "1 id minted, 1 id given back from deck.lock"}
    assert entries(project) == (
        "  - {id: who-reformed-the-army, ask: Who reformed the army?, answer: Paul, page: 98}\n"
        "  - {id: who, ask: Who reformed the army?, answer: Peter, page: 98}\n"
    )


def test_no_id_is_minted_while_the_lock_is_broken(project: Project) -> None:
    project.entries(RELEASED)
    project.build(1_700_000_000)
    project.write("decks/small/deck.lock", project.lock().replace("Kliuchevsky", "Miliukov"))
    project.entries(RELEASED.replace("id: said\n    ", ""))
    assert in_files(project) == {}


UNTOUCHED = {
    "a key that stands twice": QUESTION.replace("98", "98-97") + "    ask: Who?\n",
    "a key that is no word": QUESTION.replace("98", "98-97") + "    [a]: b\n",
    "an escape that no text can hold": QUESTION.replace("98", "98-97") + '    hint: "a\\x01"\n',
    "what is YAML only when it is composed": QUESTION.replace("98", "98-97") + "    hint: >\u0338 a\n",
}


@pytest.mark.parametrize("yaml", UNTOUCHED.values(), ids=UNTOUCHED)
def test_a_file_that_is_not_read_without_an_error_is_left(yaml: str, project: Project) -> None:
    project.entries(yaml)
    assert in_files(project) == {}


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("    e\u0301: e\u0301  # e\u0301\n", "    e\u0301: \u00e9  # e\u0301\n"),
        ("    # e\u0301 \n    'e\u0301': 'e\u0301 ' \n", "    # e\u0301\n    'e\u0301': '\u00e9 '\n"),
        ("    e\u0301: {e\u0301: [e\u0301, e\u0301]}\n", "    e\u0301: {e\u0301: [\u00e9, \u00e9]}\n"),
        ("    hint: 'e\u0301\n\n      e\u0301'\n", "    hint: '\u00e9\n\n      \u00e9'\n"),
    ],
)
def test_letters_of_keys_and_comments_are_left_as_they_are(before: str, after: str, project: Project) -> None:
    project.entries(QUESTION + before)
    in_files(project)
    assert entries(project) == QUESTION + after


def test_a_place_behind_a_key_that_is_not_composed_is_found(project: Project) -> None:
    project.entries("  - {e\u0301: x, id: x, ask: a, answer: b, page: 97-96}\n")
    in_files(project)
    assert entries(project) == "  - {e\u0301: x, id: x, ask: a, answer: b, page: 96-97}\n"


WRONG = {
    "another value": lambda text: Edit(text.index("98"), text.index("98"), "\n    answer: b\n    page: "),
    "a key": lambda text: Edit(text.index("page"), text.index("page") + 4, "pages"),
    "an id that is there": lambda text: Edit(text.index("x\n"), text.index("x\n") + 1, "y"),
    "a key twice": lambda text: Edit(text.index("page"), text.index("page"), "id: y\n    "),
    "no YAML any more": lambda text: Edit(text.index("98"), text.index("98"), "'"),
    "a list for a text": lambda text: Edit(text.index("98"), text.index("98") + 2, "[98]"),
    "an entry more": lambda text: Edit(len(text), len(text), "  - a\n"),
    "a text for a list": lambda text: Edit(text.index("entries:"), len(text), "entries: none\n"),
    "nothing": lambda text: Edit(0, len(text), ""),
    "a text for an entry": lambda text: Edit(text.index("id: x"), len(text), "x\n"),
}


@pytest.mark.parametrize("wrong", WRONG.values(), ids=WRONG)
def test_a_fix_that_says_something_else_is_not_written(
    wrong: Callable[[str], Edit], project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    def edits(file: Written) -> Iterator[Edit]:
        if file.entries.items:
            yield wrong(file.text)

    monkeypatch.setattr("flashgen.check.fixes.FIXES", (Fix(("edit", "edits"), edits),))
    project.entries(QUESTION)
    assert in_files(project) == {}


def test_no_new_entry_gets_an_id_that_stands_in_a_file_which_cannot_be_read(project: Project) -> None:
    project.entries("  - ask: What swelled up then?\n    answer: the state\n    page: 98\n")
    project.write("decks/small/07-broken.yaml", "entries:\n  - id: what-swelled-up-then\n    ask: 'What\n")
    (file,) = fixed(project.root, ())
    assert b"id: what-swelled-up-then-2" in file.new


def test_files_of_a_deck_share_no_id(project: Project) -> None:
    project.entries("  - {ask: Who?, answer: a, page: 98}\n")
    project.entries("  - {ask: Who?, answer: b, page: 98}\n", file="05-first.yaml")
    assert in_files(project) == {"decks/small/05-first.yaml": "1 id minted", CHAPTER: "1 id minted"}
    assert project.problems() == []


def test_a_source_and_deck_yaml_are_mended_too(project: Project) -> None:
    project.write("source/tucker-1999.yaml", SOURCE.replace("48-49", "49-48").replace("89-94", "94-89"))
    project.write("decks/small/deck.yaml", DECK.replace("Small\n", "Small \n"))
    project.write("decks/twin/deck.yaml", DECK.replace("0b8e", "1b8e").replace("Small", "Twin"))
    project.write("decks/twin/06-pattern.yaml", HEAD + FORMULA)
    assert in_files(project) == {
        "decks/small/deck.yaml": "1 line trimmed",
        "source/tucker-1999.yaml": "2 ranges turned round",
    }
    assert project.problems() == []


def test_only_the_named_decks_are_mended(project: Project) -> None:
    for deck in ("small", "twin"):
        project.write(f"decks/{deck}/deck.yaml", DECK.replace("0b8e", f"{len(deck)}b8e") + " \n")
    project.write("decks/twin/06-pattern.yaml", HEAD + FORMULA)
    assert [file.path for file in fixed(project.root, ["twin"])] == ["decks/twin/deck.yaml"]


@pytest.mark.parametrize("broken", [b"\xff", b"entries: [", b""])
def test_a_file_that_cannot_be_read_is_left_and_keeps_no_other_from_being_mended(
    broken: bytes, project: Project
) -> None:
    project.write("decks/small/05-broken.yaml", broken)
    project.entries(QUESTION + " \n")
    assert in_files(project) == {CHAPTER: "1 line trimmed"}


@pytest.mark.parametrize("broken", [b"    hint: caf\xe9 \n", b"    hint: a\x02b \n", b"    hint: '\xff \n"])
def test_a_file_with_a_byte_that_is_no_text_is_left_as_it_is(broken: bytes, project: Project) -> None:
    project.entries(QUESTION + " \n")
    file = project.root / CHAPTER
    file.write_bytes(file.read_bytes() + broken)
    assert in_files(project) == {}


@pytest.mark.parametrize("broken", [b"\xff", b"name: [", b"", None])
def test_a_deck_yaml_that_cannot_be_read_keeps_no_chapter_from_being_mended(
    broken: bytes | None, project: Project
) -> None:
    path = project.write("decks/small/deck.yaml", broken or b"")
    if broken is None:
        path.unlink()
    project.entries("  - {ask: Who?, answer: b, page: 98}\n")
    assert in_files(project) == {CHAPTER: "1 id minted"}


@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r", "\u2028"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_line_ends_and_a_byte_order_mark_stay(line_end: str, mark: str, project: Project) -> None:
    before = HEAD + "  - ask: Who? \n    answer: a\n    page: 98-97"
    after = HEAD + "  - id: who\n    ask: Who?\n    answer: a\n    page: 97-98"
    project.write(CHAPTER, (mark + before).replace("\n", line_end))
    in_files(project)
    assert (project.root / CHAPTER).read_bytes().decode() == (mark + after).replace("\n", line_end)


def test_parting_braces_changes_no_card(project: Project) -> None:
    project.entries(QUESTION.replace("What grew?", r"What is \(x^{y^{2^{n}}}\)?"))
    project.build(1_700_000_000)
    before = project.lock()
    assert in_files(project) != {}
    project.build(1_800_000_000)
    assert project.lock() == before


def test_a_fix_for_a_rule_gets_what_the_rule_finds_at_its_very_spot(
    project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    def shorter(file: Written) -> Iterator[Edit]:
        for problem, start in file.found("long-answer"):
            if problem.severity == "warning":
                yield Edit(start, start + len("many "), "")

    monkeypatch.setattr("flashgen.check.fixes.FIXES", (*FIXES, Fix(("answer shortened", "answers shortened"), shorter)))
    project.entries(QUESTION.replace("the state", "many " * 16 + "words"))
    (file,) = fixed(project.root, ())
    assert file.did == ("2 answers shortened",)
    assert b"answer: " + b"many " * 14 + b"words\n" in file.new


def test_of_two_edits_that_overlap_the_later_one_waits(monkeypatch: pytest.MonkeyPatch) -> None:
    def edits(_: Written) -> Iterator[Edit]:
        yield from (Edit(1, 3, "x"), Edit(2, 4, "y"), Edit(3, 3, "z"))

    monkeypatch.setattr("flashgen.check.fixes.FIXES", (fix := Fix(("edit", "edits"), edits),))
    node = compose("abcde", "x", [])
    assert node
    file = Written("abcde", node, (), set(), (0,))
    assert fixed_text(file) == ("axzde", {fix: 2})


WORDS = st.sampled_from(
    ["Who?", "a  ", "é", "e\u0301", r"\(a_{b_{c}}\)", "'a'", '"', "\\", "{{x}}", "{{y::z}}", "#", "Ж"]
)
TEXTS = st.lists(WORDS, min_size=1, max_size=4).map(" ".join)
PAGES = st.sampled_from(["98", "98-97", "97-98", "198-9", "' 98-97 '", '"98–97"', "x", ""])
STYLES = (
    lambda text: re.sub(r"^[^\w]+", "", text.replace(" #", "#")) or "a",
    lambda text: "'" + text.replace("'", "''") + "'",
    lambda text: '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"',
    lambda text: ">-\n      " + text.replace(" ", "\n      "),
    lambda text: "|\n      " + text + " \n\n      more  ",
)
SPACES = st.sampled_from(["", " ", "  \t"])
NOISE = st.sampled_from(["", "\n", "  # a comment \n", "    # another\n", " \n"])


@st.composite
def written_entry(draw: st.DrawFn) -> str:
    """Return an entry as somebody in a hurry might write it."""
    text = draw(st.sampled_from(STYLES))(draw(TEXTS))
    kind = draw(
        st.sampled_from([("ask", "answer: b"), ("cloze", "hint: b"), ("term", "means: b"), ("list", "items: [a, b]")])
    )
    keys = [
        f"{kind[0]}: {text}",
        kind[1],
        f"page: {draw(PAGES)}",
        *draw(st.sampled_from([[], ["note: 49-48"], ["id:"], ["id: x"]])),
    ]
    ends = [draw(SPACES) for _ in keys]
    lines = [f"{key}{end}\n" for key, end in zip(draw(st.permutations(keys)), ends, strict=True)]
    return draw(NOISE) + "  - " + "    ".join(lines)


def values(text: str) -> Any:
    """Return what a file holds, with the layout of its formulas and the order of its ranges made equal, without ids."""

    def plain(node: Any) -> Any:
        if isinstance(node, list):
            return [plain(item) for item in node]
        if isinstance(node, dict):
            return {key: plain(value) for key, value in node.items() if key != "id"}
        range = re.fullmatch(r"\s*([0-9]+)\s*[-–]\s*([0-9]+)\s*", node)
        return sorted(range.groups()) if range else node.replace("} }", "}}")

    return plain(yaml.load(text, yaml.CBaseLoader))


@settings(max_examples=75, deadline=None)
@given(
    st.lists(written_entry(), min_size=1, max_size=4), st.sampled_from(["\n", "\r\n"]), st.sampled_from(["", "\ufeff"])
)
@example(["  - ask: |\n      a  \n    page: 98\n"], "\n", "")
def test_mending_twice_changes_nothing_more_and_what_is_said_stays(
    entries: list[str], line_end: str, mark: str
) -> None:
    with tempfile.TemporaryDirectory() as folder:
        project = Project(Path(folder))
        for path, content in (("source/tucker-1999.yaml", SOURCE), ("decks/small/deck.yaml", DECK)):
            project.write(path, content)
        before = mark + (HEAD + "".join(entries)).replace("\n", line_end)
        project.write(CHAPTER, before)
        problems = checked_decks(project.root, ())[1]
        files: tuple[FixedFile, ...] = fixed(project.root, ())
        for file in files:
            project.write(file.path, file.new)
        after = (project.root / CHAPTER).read_bytes().decode("utf-8")
        assert fixed(project.root, ()) == ()
        left = checked_decks(project.root, ())[1]
    assert [one.rule for one in left if one.rule == "yaml-syntax"] == [
        one.rule for one in problems if one.rule == "yaml-syntax"
    ]
    assert not any(one.rule == "missing-id" for one in left)
    assert set(re.findall("\r\n|\n|\r", after)) == {line_end}
    assert after.startswith("\ufeff") == bool(mark)
    if not any(one.rule == "yaml-syntax" for one in problems):
        assert values(after) == values(re.sub("e\u0301", "\u00e9", before))
