"""A citation in one line."""

from dataclasses import replace

from flashgen.model.source import Citation
from flashgen.render.citation import cited

TUCKER = Citation(
    title="Stalinism as Revolution from Above",
    authors=("Robert C. Tucker",),
    container="Stalinism",
    editors=("Robert C. Tucker",),
    publisher="Transaction Publishers",
    place="New Brunswick",
    issued="1999",
    original="1977",
    pages="77-108",
)


def test_a_chapter_is_cited_with_its_book() -> None:
    assert cited(TUCKER) == (
        'Robert C. Tucker, "Stalinism as Revolution from Above", in Stalinism, ed. Robert C. Tucker, '
        "New Brunswick: Transaction Publishers, 1999 (first 1977), pp. 77–108."
    )


def test_a_book_of_its_own_has_no_quotation_marks() -> None:
    book = replace(TUCKER, container="", editors=(), original="", pages="", place="")
    assert cited(book) == "Robert C. Tucker, Stalinism as Revolution from Above, Transaction Publishers, 1999."


def test_a_title_is_enough() -> None:
    assert cited(Citation("Domostroi", (), "", (), "", "", "", "", "")) == "Domostroi."


def test_a_book_without_editors_is_only_named() -> None:
    assert "in Stalinism, New" in cited(replace(TUCKER, editors=()))
