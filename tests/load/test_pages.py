"""The reader's own copy of a source: a folder of texts, or a PDF."""

from pathlib import Path

import pytest
import typst

from flashgen.load.words import words_of
from tests.conftest import FORMULA, TEXTS, Project, Run


def pdf(project: Project, pages: list[str]) -> Path:
    """Write a PDF with a text on each page."""
    project.write("book.typ", "#pagebreak()\n".join(text.replace("#", "") for text in pages))
    typst.compile(str(project.root / "book.typ"), output=str(project.root / "book.pdf"))
    return project.root / "book.pdf"


def test_every_word_of_a_pdf_is_found_on_its_page_through_the_offset(project: Project, run: Run) -> None:
    book = pdf(project, [f"Page {page}." for page in range(77, 98)] + ["The state swelled up; the people grew lean."])
    project.entries(FORMULA + "  - {id: x, ask: Which page says so?, answer: Page 98, page: 98}\n")
    done = run("check", "--text", book, "-C", project.root)
    assert done.code == 1
    assert '"Page" does not stand on p. 98 [not-on-page]' in done.err
    assert "found on p. 89, 90, 91, 92, 93, 94, 95, 96, 97: cite that page" in done.err
    assert done.err.endswith("\n2 errors\n")


@pytest.mark.parametrize("content", [b"", b"no pdf", b"%PDF-1.7\n%%EOF\n"])
def test_a_broken_pdf_is_the_worlds_failure(project: Project, run: Run, content: bytes) -> None:
    book = project.write("book.pdf", content)
    done = run("check", "--text", book, "-C", project.root)
    assert (done.code, "book.pdf cannot be read: it is no PDF with text" in done.err) == (3, True)


def test_a_folder_without_a_page_of_the_source_is_wrong_usage(project: Project, run: Run) -> None:
    project.write("texts/p001.txt", "another book")
    project.write("texts/readme.txt", "no page")
    done = run("check", "--text", project.root / "texts", "-C", project.root)
    said = "texts has no page of Tucker 1999: name a folder with files like p098.txt, or a PDF\n"
    assert (done.code, done.err) == (2, f"flashgen: {project.root}/{said}")


def test_a_page_that_is_no_text_is_the_worlds_failure(project: Project, run: Run) -> None:
    project.write("texts/p098.txt", b"\xff")
    done = run("check", "--text", project.root / "texts", "-C", project.root)
    assert (done.code, "p098.txt cannot be read: byte 0xff" in done.err) == (3, True)


def test_a_path_that_is_not_there_is_wrong_usage(project: Project, run: Run) -> None:
    assert run("check", "--text", project.root / "nowhere", "-C", project.root).code == 2


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The State's peasants", "the state peasant"),
        ("peasants' class, class's", "peasant class class"),
        ("prodrazvërstka", "prodrazverstka"),
        ("kul\u2019turnichestvo Rus' kul'tury", "kulturnichestvo rus kultury"),
        ("1929-33 and 1934–1939", "1929 1933 and 1934 1939"),
        ("200,000 in 1,5 of 3,000,000", "200000 in 1 5 of 3000000"),
        ("twenty-five million, thirty days, nineteen", "25 million 30 day 19"),
        ("twenty-twenty one hundred", "20 21 hundred"),
        ("so\u00adviet", "soviet"),
        ("", ""),
    ],
)
def test_words_are_compared_without_case_accents_and_endings(text: str, words: str) -> None:
    assert " ".join(words_of(text)) == words


def test_the_copy_of_the_tests_reads_as_it_should(project: Project) -> None:
    assert project.problems(project.texts()) == []
    assert "num-" in TEXTS[96]


def test_a_scan_without_text_is_told_to_be_one(project: Project, run: Run) -> None:
    done = run("check", "--text", pdf(project, [""] * 22), "-C", project.root)
    assert (done.code, "its pages have no text; is it a scan" in done.err) == (3, True)
