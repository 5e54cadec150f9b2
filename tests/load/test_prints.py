"""The prints of a source: what they tell of a page, their file, and that nothing in it is ever guessed at."""

import json
import random
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path

import pytest

from flashgen.errors import UnreadableError
from flashgen.load.pages import prints_of
from flashgen.load.prints import LARGEST, WIDEST, read_prints
from flashgen.load.printsfile import line_hash, written
from flashgen.load.words import words_of
from flashgen.model.prints import PLAIN, RATES, Prints
from flashgen.model.problem import Problem
from flashgen.model.source import Source
from tests.bench.prints import NONE, Book, other_pages, shuffled
from tests.conftest import TEXTS, Project

SALT = bytes(range(16))
FILE = "source/tucker-1999.prints"
CASE = (Path(__file__).parents[1] / "cases/not-on-page.yaml").read_text("utf-8")


def made(project: Project, rates: tuple[int, ...] = RATES, salt: bytes = SALT) -> Prints:
    """Return prints of the small copy of pages 96 to 98."""
    return prints_of(project.texts(), project.deck().source, salt, rates)


def place(project: Project) -> None:
    """Put prints of that copy into a project, and take the copy away."""
    project.write(FILE, written(made(project)))
    for file in project.texts().iterdir():
        file.unlink()


def read(project: Project) -> tuple[Prints | None, list[Problem]]:
    """Return the prints of a project, and what is wrong in them."""
    problems: list[Problem] = []
    return read_prints(project.deck().source, project.root, problems), problems


def test_what_is_read_is_what_was_written(project: Project) -> None:
    place(project)
    assert read(project) == (prints_of(project.texts(), project.deck().source, SALT, RATES), [])


def test_a_source_without_prints_has_none_and_that_is_no_problem(project: Project) -> None:
    assert read(project) == (None, [])


def test_line_ends_of_another_system_do_no_harm(project: Project) -> None:
    content = written(made(project))
    project.write(FILE, content.replace(b"\n", b"\r\n"))
    assert read(project) == (made(project), [])


def test_equal_texts_and_salts_give_equal_bytes_and_another_salt_other_numbers(project: Project) -> None:
    assert written(made(project)) == written(made(project))
    first, second = (written(made(project, salt=salt)).splitlines() for salt in (SALT, bytes(16)))
    assert not {*first} & {*second}


def test_the_format_is_the_one_that_is_out_there(project: Project) -> None:
    """If this fails, prints that are committed no longer fit: give the format another number."""
    content = written(made(project))
    assert content.startswith(
        b'{"flashgen prints": 1, "salt": "000102030405060708090a0b0c0d0e0f", "rates": [256, 8, 8], "pages": 3}\n'
        b'{"page": 96, "spaces": [4864, 176, 184], '
    )
    assert sha256(content).hexdigest()[:16] == "d97fc0de89909e98"


def test_a_changed_page_changes_its_own_line_alone(project: Project) -> None:
    before = written(made(project)).splitlines()
    folder = project.texts()
    project.write("texts/p098.txt", TEXTS[98].replace("people", "nobles"))
    after = written(prints_of(folder, project.deck().source, SALT, RATES)).splitlines()
    assert [one == other for one, other in zip(before, after, strict=True)] == [True, True, True, False]


def test_whatever_stands_on_a_page_stands_there_by_its_prints(project: Project) -> None:
    exact, prints = made(project, (1 << 40,) * 3), made(project)
    words = words_of(" ".join(TEXTS.values()))
    tried = [words[at : at + length] for length in range(1, 8) for at in range(len(words) - length + 1)]
    stand = [(run, page) for run in tried for page in TEXTS if exact.stands(run, (page,))]
    assert len(stand) > 300
    assert [one for one in stand if not prints.stands(one[0], (one[1],))] == []


def test_the_rule_finds_by_prints_what_it_finds_in_the_text(project: Project) -> None:
    project.entries(CASE)
    by_text = project.problems(project.texts())
    place(project)
    assert project.problems() == by_text
    assert len(by_text) > 5


def test_a_page_that_a_short_run_is_found_on_is_only_probable() -> None:
    prints = Prints({}, SALT, RATES)
    assert [prints.sure(["a"] * count) for count in (1, PLAIN - 1, PLAIN)] == [False, False, True]
    assert Prints({}).sure(["a"])


def rehashed(change: Callable[[dict[str, object]], object], line: bytes, head: bytes) -> bytes:
    """Return the line of a page, changed, with the hash that it then must have."""
    value, first = json.loads(line), json.loads(head)
    change(value)
    value["hash"] = line_hash(value, first)
    return json.dumps(value).encode()


def with_value(key: str, value: object) -> Callable[[list[bytes]], list[bytes]]:
    """Return what gives the second page's line a value, and a hash that fits."""
    return lambda rows: [*rows[:2], rehashed(lambda line: line.update({key: value}), rows[2], rows[0]), rows[3]]


def with_head(key: str, value: object) -> Callable[[list[bytes]], list[bytes]]:
    """Return what gives the first line a value."""
    return lambda rows: [json.dumps({**json.loads(rows[0]), key: value}).encode(), *rows[1:]]


BROKEN: dict[str, tuple[Callable[[list[bytes]], list[bytes]], str]] = {
    "an empty file": (lambda _: [], "1 broken-prints"),
    "no head": (lambda rows: rows[1:], "1 broken-prints"),
    "a head that is no object": (lambda rows: [b"[1]", *rows[1:]], "1 broken-prints"),
    "a newer format": (with_head("flashgen prints", 2), "1 newer-prints"),
    "a newer format with other keys": (lambda rows: [b'{"flashgen prints": 9, "x": 1}', *rows[1:]], "1 newer-prints"),
    "an older format than any": (with_head("flashgen prints", 0), "1 broken-prints"),
    "a short salt": (with_head("salt", "00"), "1 broken-prints"),
    "a salt that is none": (with_head("salt", "g" * 32), "1 broken-prints"),
    "another salt": (with_head("salt", "0" * 32), "2 broken-prints"),
    "a rate that takes all words for some of the page": (with_head("rates", [1, 1, 1]), "1 broken-prints"),
    "a negative rate": (with_head("rates", [256, 8, -8]), "1 broken-prints"),
    "a rate that is no number": (with_head("rates", [256, 8, "8"]), "1 broken-prints"),
    "a huge rate": (with_head("rates", [256, 8, 10**100]), "1 broken-prints"),
    "too few rates": (with_head("rates", [256, 8]), "1 broken-prints"),
    "a lower rate": (with_head("rates", [256, 8, 2]), "2 broken-prints"),
    "more pages than there are": (with_head("pages", 4), "4 broken-prints"),
    "the last line cut off": (lambda rows: rows[:3], "3 broken-prints"),
    "the last line cut short": (lambda rows: [*rows[:3], rows[3][:-40]], "4 broken-prints"),
    "a conflict of a merge": (lambda rows: [*rows[:2], b"<<<<<<< HEAD", *rows[2:]], "3 broken-prints"),
    "a blank line": (lambda rows: [*rows[:2], b"", *rows[2:]], "3 broken-prints"),
    "a deep line": (lambda rows: [*rows, b"[" * 100_000], "5 broken-prints"),
    "a long number": (lambda rows: [*rows, b"9" * 100_000], "5 broken-prints"),
    "an edited number": (lambda rows: [*rows[:3], rows[3].replace(b'"words": "0', b'"words": "1')], "4 broken-prints"),
    "lines in another order": (lambda rows: [rows[0], rows[2], rows[1], rows[3]], "3 broken-prints"),
    "a page twice": (lambda rows: [*rows, rows[3]], "5 broken-prints"),
    "a page that the source does not have": (with_value("page", 99), "3 broken-prints"),
    "a negative page": (with_value("page", -97), "3 broken-prints"),
    "a page that is no number": (with_value("page", True), "3 broken-prints"),
    "another key": (with_value("colour", "red"), "3 broken-prints"),
    "a space without numbers": (with_value("spaces", [0, 8, 8]), "3 broken-prints"),
    "a space of a thousand million bits": (with_value("spaces", [256, 8, WIDEST + 1]), "3 broken-prints"),
    "a space too small for so many": (with_value("spaces", [256, 8, 8]), "3 broken-prints"),
    "digits that are none": (with_value("words", "zzzz"), "3 broken-prints"),
    "digits of another script": (with_value("words", "\u0661" * 4), "3 broken-prints"),
    "half a number": (with_value("words", "000"), "3 broken-prints"),
    "numbers out of order": (with_value("words", "00020001"), "3 broken-prints"),
    "a number twice": (with_value("words", "00010001"), "3 broken-prints"),
    "a number outside of its space": (with_value("words", "ffff"), "3 broken-prints"),
    "no text": (lambda rows: [*rows, b"\xff"], "5 not-utf-8"),
}


@pytest.mark.parametrize(("change", "expected"), BROKEN.values(), ids=BROKEN)
def test_a_file_that_is_not_as_it_was_written_is_a_problem_at_its_line(
    project: Project, change: Callable[[list[bytes]], list[bytes]], expected: str
) -> None:
    project.write(FILE, b"".join(row + b"\n" for row in change(written(made(project)).splitlines())))
    prints, problems = read(project)
    assert prints is None
    assert [f"{one.place.path}:{one.place.line} {one.rule}" for one in problems] == [f"{FILE}:{expected}"]


@pytest.mark.parametrize("key", ["page", "words", "spaces"])
def test_what_changes_a_line_and_its_hash_changes_nothing_by_itself(project: Project, key: str) -> None:
    rows = written(made(project)).splitlines()
    project.write(FILE, b"\n".join(with_value(key, json.loads(rows[2])[key])(rows)))
    assert read(project) == (made(project), [])


def test_a_file_far_too_large_is_not_even_read(project: Project) -> None:
    with project.write(FILE, b"").open("wb") as file:
        file.truncate(LARGEST + 1)
    with pytest.raises(UnreadableError, match="prints cannot be read: no prints take more than 32 MB"):
        read(project)


def test_a_page_without_words_has_prints_on_which_nothing_stands(project: Project) -> None:
    project.texts()
    project.write("texts/p098.txt", "")
    prints = prints_of(project.root / "texts", project.deck().source, SALT, RATES)
    assert (prints.stands(["the"], (98,)), prints.stands(["the"], (96,))) == (False, True)
    project.write(FILE, written(prints))
    assert read(project) == (prints, [])


def prose(source: Source, dice: random.Random) -> dict[int, str]:
    """Return texts of a source's pages: of 500 words each, some frequent and most rare, as words are."""
    vocabulary = ["".join(dice.choices("bcdfghklmnprtvz", k=5)) for _ in range(2000)]
    weights = [1 / (rank + 2.7) for rank in range(1, len(vocabulary) + 1)]  # Mandelbrot's law
    return {page: " ".join(dice.choices(vocabulary, weights, k=500)) for page in source.pages}


@pytest.fixture
def made_up(project: Project) -> Book:
    """Return a source of made-up prose with its prints."""
    source = project.deck().source
    texts = prose(source, random.Random(5))
    for page, text in texts.items():
        project.write(f"prose/p{page}.txt", text)
    pages = {page: (words_of(text),) for page, text in texts.items()}
    return Book(prints_of(project.root / "prose", source, SALT, RATES), pages)


def test_words_of_other_pages_are_hardly_ever_taken_for_words_of_this_one(made_up: Book) -> None:
    one, two = other_pages(made_up, 1), other_pages(made_up, 2)
    longer = sum((other_pages(made_up, length) for length in range(3, 11)), NONE)
    assert longer.tried > 300_000
    assert 1000 * longer.wrong < longer.tried
    assert 100 * one.wrong < one.tried
    assert 1 < 100 * two.wrong / two.tried < 10


def test_words_of_a_page_in_another_order_are_hardly_ever_taken_for_words_of_it(made_up: Book) -> None:
    longer = sum((shuffled(made_up, length, random.Random(length)) for length in range(3, 11)), NONE)
    assert longer.tried > 30_000
    assert 1000 * longer.wrong < longer.tried


def test_of_the_words_that_may_follow_two_most_are_wrong(made_up: Book) -> None:
    """So many, that whoever knows all words of a page cannot tell the one that does."""
    page, (words,) = next(iter(made_up.pages.items()))
    prints, known = made_up.prints, sorted({*words})
    fits = [sum(prints.stands((*words[at : at + 2], word), (page,)) for word in known) for at in range(60)]
    assert sum(fits) / len(fits) > 3
