"""The reader's own copy of a source: a folder of texts, or a PDF."""

from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import pytest
import typst
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pypdf import PdfWriter
from pypdf.generic import NameObject

from flashgen.errors import NoPageError, UnreadableError
from flashgen.load.pages import copy_of
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
    assert '"Page" is not on p. 98 [not-on-page]' in done.told
    assert "found on p. 89, 90, 91, 92, 93, 94, 95, 96, 97: cite that page" in done.told
    assert done.err.endswith("\n2 errors\n")


NO_TEXTS = {
    "nothing": (b"", "it is not a PDF: save it as one, or name a folder"),
    "a text": (b"no pdf", "it is not a PDF: save it as one, or name a folder"),
    "a document of Word": (b"PK\x03\x04word/document.xml", "it is not a PDF but a Word, EPUB or ZIP file"),
    "a rich text": (rb"{\rtf1 a}", "it is not a PDF but a rich text"),
    "a PDF that ends too early": (b"%PDF-1.7\n%%EOF\n", "the PDF is damaged: print it to a new PDF"),
    "a PDF that has no end": (b"%PDF-1.7\n", "the PDF is damaged: print it to a new PDF"),
}


@pytest.mark.parametrize(("content", "said"), NO_TEXTS.values(), ids=NO_TEXTS)
def test_what_is_no_pdf_with_text_is_told_with_the_cure(
    project: Project, run: Run, caplog: pytest.LogCaptureFixture, content: bytes, said: str
) -> None:
    book = project.write("book.pdf", content)
    done = run("check", "--text", book, "-C", project.root)
    assert (done.code, f"book.pdf cannot be read: {said}" in done.told) == (3, True)
    assert "Traceback" not in done.told
    assert "b'" not in done.told
    assert caplog.messages == []


def written(path: Path, change: Callable[[PdfWriter], None]) -> Path:
    """Change a PDF by a library, and return where it is."""
    writer = PdfWriter(clone_from=path)
    change(writer)
    writer.write(path)
    return path


def with_filter(writer: PdfWriter) -> None:
    """Give what a page says a filter that no reader knows."""
    writer.pages[0]["/Contents"].get_object()[NameObject("/Filter")] = NameObject("/NoSuchDecode")


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (lambda writer: writer.encrypt("secret", algorithm="RC4-128"), "it is locked with a password: save a copy"),
        (with_filter, "the PDF is damaged on its page 1: print it to a new PDF"),
    ],
)
def test_a_pdf_that_no_library_reads_is_told_in_our_words(
    project: Project, run: Run, change: Callable[[PdfWriter], None], said: str
) -> None:
    done = run("check", "--text", written(pdf(project, ["a"] * 22), change), "-C", project.root)
    assert (done.code, f"book.pdf cannot be read: {said}" in done.told) == (3, True)


def test_a_pdf_that_is_locked_against_changes_alone_is_read(project: Project, run: Run) -> None:
    book = pdf(project, ["Some words."] * 22)
    written(book, lambda writer: writer.encrypt("", "owner", algorithm="RC4-128"))
    project.entries("  - {id: x, ask: Who said so?, answer: Kliuchevsky, page: 98}\n")
    assert '"Kliuchevsky" is not on p. 98' in run("check", "--text", book, "-C", project.root).told


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.integers(0, 10_000), st.binary(min_size=1, max_size=60))
def test_a_pdf_with_any_bytes_in_it_is_read_or_told_to_be_damaged(project: Project, at: int, noise: bytes) -> None:
    path = project.root / "noise.pdf"
    good = (project.root / "book.pdf").read_bytes() if (project.root / "book.pdf").exists() else b""
    good = good or pdf(project, ["Some words."] * 22).read_bytes()
    path.write_bytes(good[: at % len(good)] + noise + good[at % len(good) + len(noise) :])
    with suppress(UnreadableError, NoPageError):
        copy_of(path, project.deck().source)


def test_a_folder_without_a_page_of_the_source_is_wrong_usage(project: Project, run: Run) -> None:
    project.write("texts/p001.txt", "another book")
    project.write("texts/readme.txt", "no page")
    done = run("check", "--text", project.root / "texts", "-C", project.root)
    cure = "name a folder with files like 89.txt, or a PDF that has them where `pdf_offset` says"
    said = f"texts has no page of Tucker 1999: {cure}\n"
    assert (done.code, done.told) == (2, f"error: {project.root}/{said}")


def test_a_page_that_is_no_text_is_the_worlds_failure(project: Project, run: Run) -> None:
    project.write("texts/p098.txt", b"\xff")
    done = run("check", "--text", project.root / "texts", "-C", project.root)
    assert (done.code, "p098.txt cannot be read: byte 0xff" in done.told) == (3, True)


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
    assert (done.code, "its pages contain no text (a scan without OCR?)" in done.told) == (3, True)
