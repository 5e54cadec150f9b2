"""The proof: which entries were compared with the text, and what its file tells of them."""

import json
import re
from collections.abc import Callable
from pathlib import Path

import pytest

from flashgen.check.lookups import lookups
from flashgen.history.lines import line_hash
from flashgen.history.proof import proof_files
from flashgen.load.words import words_of
from flashgen.model.problem import Problem
from flashgen.pipeline import checked_decks
from tests.conftest import DECK, FORMULA, HEAD, TEXTS, Project, with_source

SALT = bytes(range(16))
PATH = "decks/small/deck.proof"
ENTRIES = """\
  - id: author
    ask: Whose formula is "the state swelled up"?
    answer: Kliuchevsky's
    page: 98
  - id: burden
    ask: What did a serf owe?
    answer: '"a set number of days"'
    page: 96-97
  - id: two-makers
    list: Two who are named
    items: [Miliukov, Karcz]
    page: 97
  - id: why-lean
    ask: Why did the people grow lean?
    answer: the state took what they had
    page: 98
"""
"""Three entries with words to look up, and one without."""


@pytest.fixture
def small(project: Project) -> Project:
    """Return a project with those entries."""
    project.entries(ENTRIES)
    return project


def compare(project: Project, text: Path | None = None, salt: bytes = SALT) -> tuple[Problem, ...]:
    """Compare a project with a text as `check --text` does, write what is proved, and return what was found."""
    decks, problems = checked_decks(project.root, (), texts={"": text or project.texts()}, salt=salt)
    for path, content in proof_files(decks, project.root).items():
        path.write_bytes(content)
    return problems


def content(project: Project) -> bytes:
    """Return the proof as it stands on the disk."""
    return (project.root / PATH).read_bytes()


def proved(project: Project) -> list[str]:
    """Return the ids of the lines of a proof."""
    return [json.loads(line)["id"] for line in content(project).splitlines()[1:]]


def unproved(project: Project, text: Path | None = None) -> list[str]:
    """Return what the rule says of each entry."""
    return [
        one.message
        for one in checked_decks(project.root, (), texts={"": text} if text else None)[1]
        if one.rule == "unproved"
    ]


CHANGED = 'the entry "{}" changed since it was compared with the text'
NEW = 'the entry "{}" has not been compared with the text'


def test_each_entry_whose_words_stand_on_their_pages_gets_a_line_and_one_without_such_words_none(
    small: Project,
) -> None:
    compare(small)
    assert proved(small) == ["author", "burden", "two-makers"]
    assert unproved(small) == []


def test_a_second_run_changes_no_byte_even_with_another_salt(small: Project) -> None:
    compare(small)
    first = content(small)
    compare(small, salt=bytes(16))
    assert content(small) == first


def test_equal_copies_decks_and_salts_give_equal_bytes_and_another_salt_other_hashes(small: Project) -> None:
    compare(small)
    first = content(small)
    (small.root / PATH).unlink()
    compare(small)
    assert content(small) == first
    (small.root / PATH).unlink()
    compare(small, salt=bytes(16))
    lines = zip(first.splitlines(), content(small).splitlines(), strict=True)
    assert all(one != other for one, other in lines)


def test_a_deck_that_was_never_compared_is_not_blamed_for_it(small: Project) -> None:
    assert unproved(small) == []
    assert not (small.root / PATH).exists()


def test_a_deck_with_nothing_to_look_up_gets_no_file(project: Project) -> None:
    project.entries(ENTRIES[ENTRIES.index("  - id: why-lean") :])
    compare(project)
    assert not (project.root / PATH).exists()


EDITS = {
    "another word in a quotation": (("swelled up", "swelled"), [CHANGED.format("author")]),
    "another page": (("page: 96-97", "page: 97"), [CHANGED.format("burden")]),
    "a second page": (("answer: Kliuchevsky's\n    page: 98", "answer: Kliuchevsky's\n    page: 97-98"), ["author"]),
    "another item": (("Karcz", "Peter"), [CHANGED.format("two-makers")]),
    "another id": (("id: burden", "id: owed"), [NEW.format("owed")]),
    "words to look up where there were none": (("the state took", "Peter took"), [NEW.format("why-lean")]),
    "a page in the text": (("a set number of days\"'", "a set number of days\", p. 98'"), [CHANGED.format("burden")]),
    "other words that nobody looks up": (("What did a serf owe", "What was a serf to give"), []),
    "a tag": (("    page: 98\n", "    page: 98\n    tags: [people]\n"), []),
    "broken lines": (('"the state swelled up"?', '"the state\n      swelled up"?'), []),
    "another order of items": (("Miliukov, Karcz", "Karcz, Miliukov"), []),
    "a withdrawn entry": (("answer: Kliuchevsky's", "answer: Kliuchevsky's\n    withdrawn: twice asked"), []),
}


@pytest.mark.parametrize(("edit", "found"), EDITS.values(), ids=EDITS)
def test_an_edit_is_found_if_it_changes_what_is_looked_up_or_where(
    small: Project, edit: tuple[str, str], found: list[str]
) -> None:
    compare(small)
    small.entries(ENTRIES.replace(*edit))
    assert ENTRIES.replace(*edit) != ENTRIES
    assert unproved(small) == [one if " " in one else CHANGED.format(one) for one in found]


def test_entries_in_another_order_or_file_are_proved_as_before(small: Project) -> None:
    compare(small)
    first, *rest = ENTRIES.split("  - id: ")[1:]
    small.entries("".join(f"  - id: {entry}" for entry in rest))
    small.entries(f"  - id: {first}", "07-more.yaml")
    assert unproved(small) == []
    before = content(small)
    compare(small)
    assert content(small) == before


def test_line_ends_of_windows_change_nothing(small: Project) -> None:
    compare(small)
    for name in (PATH, "decks/small/06-pattern.yaml"):
        small.write(name, (small.root / name).read_bytes().replace(b"\n", b"\r\n"))
    assert [one.rule for one in checked_decks(small.root, ())[1] if one.severity == "error"] == []
    assert unproved(small) == []


def test_a_run_changes_only_the_lines_of_entries_that_changed(small: Project) -> None:
    compare(small)
    before = content(small).splitlines()
    small.entries(ENTRIES.replace("swelled up", "swelled"))
    compare(small)
    assert [old == new for old, new in zip(before, content(small).splitlines(), strict=True)] == [
        True,
        False,
        True,
        True,
    ]
    assert unproved(small) == []


def test_an_entry_that_fails_or_is_gone_loses_its_line(small: Project) -> None:
    compare(small)
    small.entries(ENTRIES.replace("Karcz", "Malenkov").replace("id: burden", "id: days"))
    assert [one.rule for one in compare(small) if one.severity == "error"] == ["not-on-page"]
    assert proved(small) == ["author", "days"]


def test_what_an_author_allows_counts_as_proved(small: Project) -> None:
    allow = "# flashgen: allow not-on-page -- the print has a slip"
    small.entries(ENTRIES.replace("[Miliukov, Karcz]", f"[Miliukov, Malenkov]  {allow}"))
    compare(small)
    assert proved(small) == ["author", "burden", "two-makers"]
    assert unproved(small) == []


def test_an_allow_keeps_an_entry_that_nobody_can_prove(small: Project) -> None:
    compare(small)
    allow = "  # flashgen: allow unproved -- the book is lent out\n"
    small.entries(ENTRIES.replace("swelled up", "swelled").replace("  - id: author", f"{allow}  - id: author"))
    assert unproved(small) == []


def part(project: Project, *pages: int) -> Path:
    """Write a copy of some pages alone, and return its folder."""
    for page in pages:
        project.write(f"part/p{page:03}.txt", TEXTS[page])
    return project.root / "part"


def test_a_part_of_the_text_proves_what_is_on_it_and_leaves_the_other_lines(small: Project) -> None:
    compare(small, part(small, 98))
    assert proved(small) == ["author"]
    first = content(small).splitlines()
    compare(small)
    assert [line in first for line in content(small).splitlines()] == [True, True, False, False]
    whole = content(small)
    compare(small, part(small, 98))
    assert content(small) == whole


def test_a_part_of_the_text_leaves_a_stale_line_that_it_cannot_decide(small: Project) -> None:
    compare(small)
    small.entries(ENTRIES.replace("Karcz", "Peter"))
    before = content(small)
    compare(small, part(small, 98))
    assert content(small) == before
    assert unproved(small) == [CHANGED.format("two-makers")]


LACKING = {
    "one page of one entry": ((96, 98), "1 entry could not be compared with the text: the copy lacks p. 97"),
    "neighbours": ((98,), "2 entries could not be compared with the text: the copy lacks p. 96–97"),
    "all but some in between": ((97,), "2 entries could not be compared with the text: the copy lacks p. 96, 98"),
}


@pytest.mark.parametrize(("pages", "message"), LACKING.values(), ids=LACKING)
def test_what_the_copy_lacks_is_one_warning_with_the_pages_as_ranges(
    small: Project, pages: tuple[int, ...], message: str
) -> None:
    small.entries(ENTRIES.replace("a set number of days", "a serf owed") if 96 in pages else ENTRIES)
    found = [one for one in compare(small, part(small, *pages)) if one.severity != "note"]
    assert [(one.message, one.severity, str(one.place)) for one in found] == [
        (message, "warning", "decks/small/deck.yaml:3:9")
    ]


def test_words_that_stand_on_the_half_that_the_copy_has_are_proved(small: Project) -> None:
    small.entries(ENTRIES.replace("a set number of days", "a serf owed"))
    assert compare(small, part(small, 96)) != ()
    assert proved(small) == ["burden"]


def test_words_that_may_stand_on_a_page_that_the_copy_lacks_are_no_error(small: Project) -> None:
    assert [one.rule for one in compare(small, part(small, 96)) if one.severity == "error"] == []


def test_with_a_part_of_the_text_no_allow_is_called_needless(small: Project) -> None:
    allow = "# flashgen: allow not-on-page -- the print has a slip"
    small.entries(ENTRIES.replace("Miliukov, Karcz]", f"Miliukov, Malenkov]  {allow}"))
    assert "needless-allow" not in [one.rule for one in compare(small, part(small, 98))]


def test_with_a_text_only_what_it_lacks_is_called_unproved(small: Project) -> None:
    compare(small)
    small.entries(ENTRIES.replace("Karcz", "Peter").replace("swelled up", "swelled"))
    assert unproved(small, part(small, 98)) == [CHANGED.format("two-makers")]
    assert unproved(small, small.texts()) == []


def test_another_copy_leaves_the_lines_of_entries_that_pass_in_it_too(small: Project) -> None:
    compare(small)
    first = content(small)
    for page, text in TEXTS.items():
        small.write(f"other/{page}.txt", f"A line that the first copy lacks. {text}" if page == 96 else text)
    compare(small, small.root / "other")
    assert content(small) == first


def test_a_line_tells_with_which_copy_it_was_proved(small: Project) -> None:
    compare(small, part(small, 98))
    compare(small)
    copies = [json.loads(line)["copy"] for line in content(small).splitlines()[1:]]
    assert copies[0] != copies[1] == copies[2]


def test_one_text_is_for_one_source_and_two_decks_may_share_it(small: Project) -> None:
    small.write("decks/other/deck.yaml", DECK.replace("Small", "Other").replace("0b8e", "1b8e"))
    small.write("decks/other/07-other.yaml", HEAD + FORMULA.replace("formula", "other"))
    compare(small)
    assert (small.root / PATH).exists()
    assert not (small.root / "decks/other/deck.proof").exists()
    small.write("decks/other/07-other.yaml", HEAD + ENTRIES)
    compare(small)
    assert (small.root / "decks/other/deck.proof").read_bytes() == content(small)


def test_where_a_file_cannot_be_read_its_entries_keep_their_lines(small: Project) -> None:
    small.entries("  - {id: more, ask: Who wrote it?, answer: Kliuchevsky, page: 98}\n", "05-more.yaml")
    compare(small)
    before = content(small)
    assert len(proved(small)) == 4
    small.write("decks/small/05-more.yaml", "chapter: 'VI\n")
    compare(small)
    assert content(small) == before


BROKEN: dict[str, tuple[Callable[[list[str]], list[str]], str]] = {
    "a mark of a merge": (lambda lines: [*lines[:2], "<<<<<<< HEAD", *lines[2:]], "3 a merge left this conflict mark"),
    "a mark of a merge with a line end of Windows": (
        lambda lines: [*lines[:2], "=======\r", *lines[2:]],
        "3 a merge left this conflict mark",
    ),
    "another hash": (
        lambda lines: [lines[0], lines[1].replace('"copy": "', '"copy": "0'), *lines[2:]],
        '2 the line of "author" is not as it was written',
    ),
    "another id": (
        lambda lines: [lines[0], lines[1].replace("author", "artist"), *lines[2:]],
        '2 the line of "artist" is not as it was written',
    ),
    "a line that is no JSON": (
        lambda lines: [*lines, "}"],
        "5 this line does not have the values id, lookups, copy, hash",
    ),
    "a line that is a list": (
        lambda lines: [*lines, "[]"],
        "5 this line does not have the values id, lookups, copy, hash",
    ),
    "a blank line": (lambda lines: [*lines, ""], "5 this line does not have the values id, lookups, copy, hash"),
    "half a character": (
        lambda lines: [*lines, '{"id": "\\ud800"}'],
        "5 this line does not have the values id, lookups, copy, hash",
    ),
    "a key too many": (
        lambda lines: [*lines[:3], lines[3].replace("{", '{"page": 1, ')],
        "4 this line does not have the values id, lookups, copy, hash",
    ),
    "a number for a text": (
        lambda lines: [*lines[:3], re.sub(r'"copy": "\w+"', '"copy": 1', lines[3])],
        "4 this line does not have the values id, lookups, copy, hash",
    ),
    "a line twice": (lambda lines: [*lines, lines[3]], '5 the line of "two-makers" is out of order, or a second one'),
    "lines in another order": (
        lambda lines: [lines[0], *lines[2:], lines[1]],
        '4 the line of "author" is out of order, or a second one',
    ),
}


@pytest.mark.parametrize(("edit", "found"), BROKEN.values(), ids=BROKEN)
def test_a_line_that_is_not_as_it_was_written_is_an_error_with_its_cure(
    small: Project, edit: Callable[[list[str]], list[str]], found: str
) -> None:
    compare(small)
    whole = content(small)
    small.write(PATH, "\n".join(edit(whole.decode().split("\n")[:-1])) + "\n")
    (problem,) = [one for one in checked_decks(small.root, ())[1] if one.severity == "error"]
    assert f"{problem.place.line} {problem.message}" == found
    assert (problem.rule, problem.place.path) == ("broken-proof", PATH)
    assert problem.hint == "run flashgen check --text PATH again: it rewrites the file"
    assert [one.rule for one in compare(small) if one.severity == "error"] == []
    assert content(small) == whole


@pytest.mark.parametrize("line", [1, 2, 3])
def test_a_line_that_is_missing_makes_its_entry_unproved(small: Project, line: int) -> None:
    compare(small)
    lines = content(small).splitlines(keepends=True)
    gone = json.loads(lines[line])["id"]
    small.write(PATH, b"".join(lines[:line] + lines[line + 1 :]))
    assert unproved(small) == [NEW.format(gone)]


HEADS = {
    "nothing": b"",
    "no text": b"\xff",
    "a mark of a merge": b"<<<<<<< HEAD\n",
    "a list": b"[]\n",
    "no salt": b'{"flashgen proof": 1}\n',
    "a short salt": b'{"flashgen proof": 1, "salt": "00"}\n',
    "an older format": b'{"flashgen proof": 0, "salt": "000102030405060708090a0b0c0d0e0f"}\n',
    "yes for a number": b'{"flashgen proof": true, "salt": "000102030405060708090a0b0c0d0e0f"}\n',
}


@pytest.mark.parametrize("head", HEADS.values(), ids=HEADS)
def test_a_proof_whose_first_line_is_broken_is_one_error_and_written_anew(small: Project, head: bytes) -> None:
    compare(small)
    whole = content(small)
    small.write(PATH, head + whole.split(b"\n", 1)[1])
    found = [one.rule for one in checked_decks(small.root, (), proved=True)[1] if one.severity == "error"]
    assert found in (["broken-proof"], ["not-utf-8"])
    assert [one.rule for one in compare(small) if one.severity == "error"] == []
    assert content(small) == whole


def test_a_proof_of_a_newer_flashgen_is_left_alone(small: Project) -> None:
    newer = b'{"flashgen proof": 2, "salt": "000102030405060708090a0b0c0d0e0f", "more": 1}\n'
    small.write(PATH, newer)
    for found in (checked_decks(small.root, ())[1], compare(small)):
        assert [one.rule for one in found if one.severity == "error"] == ["newer-proof"]
    assert content(small) == newer


def test_a_line_from_another_deck_proves_nothing_here(small: Project) -> None:
    compare(small, salt=bytes(16))
    foreign = content(small).splitlines()[1:]
    (small.root / PATH).unlink()
    compare(small)
    small.write(PATH, b"\n".join([content(small).splitlines()[0], *foreign]) + b"\n")
    assert len(unproved(small)) == 3


def test_what_a_line_says_of_an_entry_follows_from_the_deck_alone(small: Project) -> None:
    """Whoever has the deck can compute it, so that it tells them nothing."""
    compare(small)
    deck = small.deck()
    said = {note.id: found.hash(SALT) for note, found in lookups(deck)}
    assert said == {id: entry["lookups"] for id, entry in lines(small).items()}


def lines(project: Project) -> dict[str, dict[str, str]]:
    """Return the lines of a proof, by id."""
    found = [json.loads(line) for line in content(project).splitlines()[1:]]
    return {line["id"]: line for line in found}


def test_of_the_text_a_proof_has_sixteen_bits_and_no_word(small: Project) -> None:
    small.entries(ENTRIES, "07-more.yaml")
    compare(small)
    assert {len(line["copy"]) for line in lines(small).values()} == {4}
    assert len({line["copy"] for line in lines(small).values()}) == 1
    words = {word for text in TEXTS.values() for word in words_of(text) if len(word) > 4}
    written = " ".join(line["lookups"] + line["copy"] + line["hash"] for line in lines(small).values())
    assert not [word for word in words if word in written]


def test_the_hash_of_a_line_covers_all_of_it(small: Project) -> None:
    compare(small)
    for line in lines(small).values():
        assert line["hash"] == line_hash(line)


def test_labels_and_the_source_are_part_of_what_is_proved(small: Project) -> None:
    small.texts()
    deck = small.deck()
    (_, first), *_ = lookups(deck)
    assert first.hash(SALT) == "1fd2d65bcaf789ec"
    (_, other), *_ = lookups(with_source(deck, id="book"))
    assert first.hash(SALT) != other.hash(SALT)


def test_pages_that_the_source_lacks_are_no_place_to_look(small: Project) -> None:
    asked = f"By p. {'9' * 5000} and pp. 1-999999, whose"
    small.entries(ENTRIES.replace("page: 96-97", "page: 196-197").replace("Whose", asked))
    compare(small)
    assert proved(small) == ["author", "two-makers"]
