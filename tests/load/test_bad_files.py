"""A file that cannot be read as a whole gives one problem: its place, what is wrong, and the cure."""

from time import process_time

import pytest

from tests.conftest import FORMULA, HEAD, SOURCE, Project

ENTRY = HEAD + "  - id: x\n    page: 98\n    answer: a\n    ask: "
BOMB = "a: &a [x, x]\n" + "".join(
    f"{b}: &{b} [*{a}, *{a}, *{a}]\n" for a, b in zip("abcdefghijk", "bcdefghijkl", strict=True)
)

BYTES: dict[str, tuple[bytes, str, str, str]] = {
    "Latin-1": (
        (HEAD + "  - id: caf\u00e9\n").encode("latin-1"),
        "4:12 not-utf-8",
        "byte 0xe9 (number 58 of the file) is not UTF-8",
        "save the file as UTF-8",
    ),
    "a character cut in two": (
        HEAD.encode() + "é".encode()[:1],
        "4:1 not-utf-8",
        "byte 0xc3 (number 47 of the file)",
        "UTF-8",
    ),
    "a byte behind a byte order mark": (
        b"\xef\xbb\xbf# \xff",
        "1:3 not-utf-8",
        "byte 0xff (number 6 of the file)",
        "UTF-8",
    ),
    "UTF-16": (HEAD.encode("utf-16"), "1:1 not-utf-8", "this file is UTF-16", "save the file as UTF-8"),
    "UTF-16 without a mark": (
        HEAD.encode("utf-16-le"),
        "1:1 not-utf-8",
        "this file is UTF-16",
        "save the file as UTF-8",
    ),
    "several bytes": (
        b"# \xe9\n# \xe8\xe9\n",
        "1:3 not-utf-8",
        "is not UTF-8 (2 more below)",
        "save the file as UTF-8",
    ),
    "a NUL": ((HEAD + "  - id: a\0b\n").encode(), "4:10 control-character", "U+0000", "delete it"),
    "a control byte": ((HEAD + "  # a\x1fb\n").encode(), "4:6 control-character", "U+001F", "delete it"),
    "a non-character": ((HEAD + "  # \uffff\n").encode(), "4:5 control-character", "U+FFFF", "delete it"),
}

YAML: dict[str, tuple[str, str, str, str]] = {
    "a tab as indentation": (HEAD + "\t- id: x\n", "4:1", "a tab in the indentation", "indent with spaces"),
    "a tab below spaces": (HEAD + "  - id: x\n\tpage: 98\n", "5:1", "a tab", "indent with spaces"),
    "a colon in an unquoted text": (ENTRY + "One: two?\n", "7:13", "a colon and a space", "put the text in quotes"),
    "a colon behind a quoted key": (HEAD + '  - "id": x: y\n', "4:12", "a colon and a space", ">-"),
    "a quote that is never closed": (
        ENTRY + "'One\n" + FORMULA,
        "7:10",
        "this quote is never closed",
        "close the quote",
    ),
    "a double quote never closed": (ENTRY + '"One\n\n' + FORMULA, "7:10", "never closed", "close the quote"),
    "a quote open at a document's end": (ENTRY + "'One\n---\n", "7:10", "still open", "close the quote"),
    "a bracket that is never closed": (
        ENTRY + "[one\n" + FORMULA,
        "7:10",
        "this bracket is never closed",
        "close the bracket on this line",
    ),
    "a bracket at the end of the file": (ENTRY + "[", "7:11", "", ""),
    "a comma at the end of the file": (ENTRY + "[one, # two\n\n", "7:21", "", ""),
    "a brace that is never closed": (
        ENTRY + "{one: two\n" + FORMULA,
        "7:10",
        "this bracket is never closed",
        "close the bracket on this line",
    ),
    "a comma that is missing": (
        ENTRY + '["one" "two"]\n',
        "7:10",
        "or a comma is missing",
        "close the bracket on this line",
    ),
    "an @ at the start": (ENTRY + "@one\n", "7:10", "an unquoted text begins with", "put the text in quotes"),
    "a backtick at the start": (ENTRY + "`one`\n", "7:10", "an unquoted text begins with", "put the text in quotes"),
    "a per cent at the start": (ENTRY + "%one\n", "7:10", "an unquoted text begins with", "put the text in quotes"),
    "an unknown escape": (ENTRY + r'"\q"' + "\n", "7:10", "this backslash in double quotes", "use single quotes"),
    "an escape that is too short": (
        ENTRY + r'"\x1"' + "\n",
        "7:10",
        "this backslash in double quotes",
        "two backslashes",
    ),
    "half of a surrogate pair": (ENTRY + r'"\ud800"' + "\n", "7:10", "stands for no character", "write the character"),
    "words behind a quote": (
        ENTRY + '"One" and two\n',
        "7:16",
        "text after a closing quote",
        "single quotes: '\"One\" and two'",
    ),
    "an entry indented less": (
        HEAD + "  - id: x\n - id: y\n",
        "5:2",
        "this dash is indented by 1 space, the one in line 4 by 2",
        "indent both alike",
    ),
    "a key indented less": (
        HEAD + "  - id: x\n   page: 98\n",
        "5:4",
        "this key is indented by 3 spaces, the one in line 4 by 4",
        "indent both alike",
    ),
    "a line without a key": (HEAD + FORMULA + "oops\n", "8:1", "neither a key with a value", "indent it further"),
    "a second document": (HEAD + FORMULA + "---\na: b\n", "8:1", "a second document", "delete the ---"),
    "an alias": (ENTRY + "*one\n", "7:10", "an alias (*) is not supported", "that begins with * in quotes"),
    "bold words at the start": (ENTRY + "**one** two\n", "7:11", "an alias (*)", "that begins with * or & in quotes"),
    "italic words at the start": (ENTRY + "*one* two\n", "7:14", "an alias (*)", "that begins with * or & in quotes"),
    "an ampersand at the start": (ENTRY + "& one\n", "7:11", "or anchor (&)", "that begins with * or & in quotes"),
    "a dash at the start": (ENTRY + "- one\n", "7:10", "begins with a dash", "put the text in quotes"),
    "a question mark at the start": (ENTRY + "? one\n", "7:10", "begins with a question mark", "in quotes"),
    "words behind a bar": (ENTRY + "| one\n", "7:12", "follows | or > on the same line", "on the lines below"),
    "words behind a >": (ENTRY + "> one\n", "7:12", "follows | or > on the same line", "put the text in quotes"),
    "an anchor": (ENTRY + "&one two\n", "7:10", "an anchor (&) is not supported", "that begins with & in quotes"),
    "an anchor on a list": (HEAD + "  &all\n  - id: x\n", "4:3", "an anchor (&)", "or delete the anchor"),
    "a tag": (ENTRY + "!important\n", "7:10", "a tag (!) is not supported", "that begins with ! in quotes"),
    "a tag on a mapping": (HEAD + "  - !!python/object:os.system {}\n", "4:5", "a tag (!)", "or delete the tag"),
    "an anchor at the top": ("a: &a [x, x]\n", "1:4", "an anchor (&)", "or delete the anchor"),
    "a billion laughs without anchors": (
        "a: [" + "*a, " * 99 + "]",
        "1:5",
        "an alias (*)",
        "or write out the value",
    ),
    "thirty-three brackets": ("[" * 33 + "]" * 33, "1:33", "deeper than 32", "two levels"),
    "999 brackets": ("[" * 999, "1:33", "deeper than 32", "two levels"),
    "200000 dashes": ("- " * 200_000, "1:65", "deeper than 32", "two levels"),
    "200000 keys as keys": ("? " * 200_000, "1:65", "deeper than 32", "two levels"),
    "a directive": ("%YAML 2.0\n---\n" + HEAD, "1:1", "incompatible YAML", "compare the line"),
}

SHAPE: dict[str, tuple[str, str, str, str]] = {
    "nothing": ("", "1:1 empty-file", "this file is empty", "write its keys, or delete the file"),
    "a byte order mark": ("\ufeff", "1:1 empty-file", "this file is empty", "write its keys, or delete the file"),
    "only comments": ("# one\n\n# two\n", "1:1 empty-file", "this file is empty", "write its keys, or delete the file"),
    "a list": (
        FORMULA,
        "1:3 wrong-type",
        "keys with values are expected here, not a list",
        "write keys such as chapter: …",
    ),
    "a text": (
        "one\ntwo\n",
        "1:1 wrong-type",
        "keys with values are expected here, not a text",
        "write keys such as chapter: …",
    ),
    "thirty-two brackets": (
        "[" * 32 + "]" * 32,
        "1:1 wrong-type",
        "keys with values are expected here, not a list",
        "chapter: …",
    ),
}

FAULTS = BYTES | {name: (yaml, f"{at} yaml-syntax", *says) for name, (yaml, at, *says) in YAML.items()} | SHAPE


@pytest.mark.parametrize(("content", "expected", "message", "hint"), FAULTS.values(), ids=FAULTS)
def test_a_broken_file_gives_one_problem(
    content: str | bytes, expected: str, message: str, hint: str, project: Project
) -> None:
    project.write("decks/small/07-broken.yaml", content)
    rule = expected.split(" ")[1]
    problem, *more = [problem for problem in project.read()[1] if problem.rule == rule and "07-" in problem.place.path]
    assert all("second document" in other.message for other in more)
    assert f"07-broken.yaml:{expected}" in project.problems()
    assert message in problem.message
    assert hint in problem.hint


@pytest.mark.parametrize(
    ("content", "expected"),
    {
        "a byte": (b"answer: caf\xe9", ["7:16 not-utf-8"]),
        "several bytes, reported once": (b"answer: \xe9t\xe9", ["7:13 not-utf-8"]),
        "a control character": (b"answer: the\x02 state", ["7:16 control-character"]),
        "two control characters": (b"answer: \x02the\x03 state", ["7:13 control-character", "7:17 control-character"]),
        "a byte in a comment": (b"answer: the state  # \xe9", ["7:26 not-utf-8"]),
    }.values(),
)
def test_a_byte_or_character_that_is_no_text_does_not_hide_what_else_is_wrong(
    content: bytes, expected: list[str], project: Project
) -> None:
    entry = "  - id: {}\n    page: {}\n    ask: What swelled up?\n    {}\n"
    project.entries(entry.format("x", 98, "ANSWER") + entry.format("Y", 1, "answer: b"))
    file = project.root / "decks/small/06-pattern.yaml"
    file.write_bytes(file.read_bytes().replace(b"ANSWER", content))
    rest = ["8:9 bad-id", "9:11 page-out-of-range"]
    assert project.problems() == [f"06-pattern.yaml:{place}" for place in (*expected, *rest)]


def test_of_very_many_control_characters_the_first_twenty_are_reported(project: Project) -> None:
    project.entries(FORMULA + "  # " + "\x02." * 99)
    assert len(project.problems()) == 20


@pytest.mark.parametrize("content", [BOMB, "[" * 200_000, "- " * 200_000, "{? " * 200_000], ids=lambda yaml: yaml[:6])
def test_a_file_that_would_grow_without_end_is_refused_at_once(content: str, project: Project) -> None:
    project.write("decks/small/07-broken.yaml", content)
    start = process_time()
    assert project.problems()
    assert process_time() - start < 1


def test_a_text_longer_than_any_card_is_reported_and_nothing_else_is_said_of_it(project: Project) -> None:
    project.entries(f"  - id: x\n    page: 98\n    ask: {'w' * 20_001}\n    answer: a\n")
    (problem,) = project.read()[1]
    assert (problem.rule, problem.message, problem.hint) == (
        "wrong-length",
        "this text has 20,001 characters; the limit is 20,000",
        "split it into several entries",
    )


@pytest.mark.parametrize(
    "yaml",
    [
        "  - id: x\n    page: 98\n    list: The parts\n    items:\n      - a\n      - b\n      - {long}\n",
        "  - id: x\n    page: 98\n    ask: a\n    answer: b\n    ? {long}\n    : c\n",
    ],
    ids=["an item", "a key"],
)
def test_so_are_an_item_and_a_key(yaml: str, project: Project) -> None:
    project.entries(yaml.format(long="w" * 20_001))
    assert [problem.rule for problem in project.read()[1]] == ["wrong-length"]


def test_a_text_of_the_longest_length_is_read(project: Project) -> None:
    project.entries(f"  - id: x\n    page: 98\n    ask: {'w' * 20_000}\n    answer: a\n")
    assert project.problems() == []


def test_all_problems_of_all_files_come_in_one_run_and_in_file_order(project: Project) -> None:
    project.write("decks/small/05-bytes.yaml", b"\xff")
    project.write("decks/small/05-syntax.yaml", "chapter: VI\ntitle: 'One")
    project.entries("  - id: X\n    page: 1\n    ask: a\n    answer: b\n  - id: y\n")
    project.write("source/tucker-1999.yaml", SOURCE.replace("pdf_offset: -76", "pdf_offset: none"))
    assert project.problems() == [
        "05-bytes.yaml:1:1 not-utf-8",
        "05-bytes.yaml:1:1 wrong-type",
        "05-syntax.yaml:1:1 missing-key",
        "05-syntax.yaml:2:8 yaml-syntax",
        "06-pattern.yaml:4:9 bad-id",
        "06-pattern.yaml:5:11 page-out-of-range",
        "06-pattern.yaml:8:5 no-kind",
        "06-pattern.yaml:8:5 no-source",
        "tucker-1999.yaml:4:13 wrong-type",
    ]


def test_problems_of_one_line_come_in_the_order_of_their_columns(project: Project) -> None:
    project.entries("  - {id: X, ask: '', answer: '', page: 8-7, tags: [1 2]}\n")
    columns = [int(problem.split(":")[2].split()[0]) for problem in project.problems()]
    assert columns == sorted(columns)
    assert len(columns) == 5


@pytest.mark.parametrize("text", ["{{Lenin}} came", "{{Lenin}}, he", "{{Lenin}}"])
def test_an_unquoted_text_that_begins_with_a_deletion_wants_quotes(text: str, project: Project) -> None:
    project.write("decks/small/07-broken.yaml", ENTRY + text + "\n")
    problems = project.read()[1]
    assert problems
    assert all("quote" in problem.hint for problem in problems)


def test_brackets_deeper_than_any_parser_reads_give_one_problem(project: Project) -> None:
    # Newer releases of libyaml stop at the thousandth by themselves, before ours sees the thirty-third.
    project.write("decks/small/07-broken.yaml", "[" * 200_000)
    (problem,) = project.read()[1]
    assert (problem.rule, problem.message[:19], problem.hint) == (
        "yaml-syntax",
        "nesting deeper than",
        "write entries with at most two levels",
    )


@pytest.mark.parametrize("answer", [", then", "] end", "} end", "[one, , two]", "{,}"])
def test_a_comma_or_bracket_where_a_text_should_begin_is_told_in_the_authors_words(
    answer: str, project: Project
) -> None:
    project.write("decks/small/07-broken.yaml", ENTRY + answer + "\n")
    (problem,) = project.read()[1]
    assert "node content" not in problem.message
    assert "in quotes" in problem.hint
