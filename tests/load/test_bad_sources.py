"""Faults of a source file."""

import pytest

from tests.conftest import SOURCE, Project

TITLE = "  title: Stalinism as Revolution from Above\n"
PAGE = "  - page: 91\n    gist: What page 91 says.\n"
SECTION = "  - section: V\n    title: The first factor\n    pages: 89-94\n"

FAULTS = {
    "no label": ("label: Tucker 1999\n", "", ["1:1 missing-key"]),
    "a blank label": ("Tucker 1999", '""', ["1:8 blank"]),
    "no citation": ("citation:\n" + TITLE, "", ["1:1 missing-key"]),
    "a text as citation": ("citation:\n" + TITLE, "citation: a book\n", ["2:11 wrong-type"]),
    "a citation without a title": (TITLE, "  issued: 1999\n", ["3:3 missing-key"]),
    "a misspelt key of a citation": (TITLE, TITLE + "  isued: 1999\n", ["4:3 unknown-key"]),
    "authors as a text": (TITLE, TITLE + "  author: Tucker\n", ["4:11 wrong-type"]),
    "an author without a name": (TITLE, TITLE + "  author: [{}]\n", ["4:12 blank"]),
    "an author as a text": (TITLE, TITLE + "  author: [Tucker]\n", ["4:12 wrong-type"]),
    "no pages": (SOURCE[SOURCE.index("pages:\n") :], "", ["1:1 missing-key"]),
    "pages as a text": (SOURCE[SOURCE.index("pages:\n") :], "pages: 89-98\n", ["12:8 wrong-type"]),
    "pages of nothing": (SOURCE[SOURCE.index("pages:\n") :], "pages: []\n", ["12:8 blank"]),
    "a page left out": (PAGE, "", ["17:11 page-order"]),
    "a page twice": (PAGE, PAGE + PAGE, ["19:11 page-order"]),
    "two pages in one": ("page: 91", "page: 91-92", ["17:11 page-order"]),
    "a page without a number": ("page: 91", "footnotes: 1", ["17:5 missing-key"]),
    "a page that is no number": ("page: 91", "page: xci", ["17:11 wrong-type"]),
    "a page without a gist": (PAGE, "  - page: 91\n", ["17:5 missing-key"]),
    "a page with a blank gist": ("What page 91 says.", "''", ["18:11 blank"]),
    "a page as a text": (PAGE, "  - 91\n", ["17:5 wrong-type"]),
    "footnotes backwards": ("48-49", "51-50", ["32:16 backwards-range"]),
    "footnotes that are no numbers": ("48-49", "two", ["32:16 wrong-type"]),
    "a section before the first page": ("89-94", "88-94", ["8:12 page-out-of-range"]),
    "a section behind the last page": ("94-98", "94-99", ["11:12 page-out-of-range"]),
    "a section that runs backwards": ("89-94", "94-89", ["8:12 backwards-range"]),
    "a section without its keys": (SECTION, "  - thesis: none\n", ["6:5 missing-key"] * 3),
    "a section with a blank title": ("The first factor", '" "', ["7:12 blank"]),
    "a section twice": (SECTION, SECTION * 2, ["9:14 same-section"]),
    "an offset in words": ("-76", "minus seventy-six", ["4:13 wrong-type"]),
    "an offset with a fraction": ("-76", "7.5", ["4:13 wrong-type"]),
    "a blank offset": ("-76", "''", ["4:13 blank"]),
    "an offset that no book has": ("-76", "1000000", ["4:13 wrong-type"]),
    "links as a text": ("pages:\n", "links: https://example.org\npages:\n", ["12:8 wrong-type"]),
    "a misspelt link": ("sections:\n", "links: {scren: https://example.org}\nsections:\n", ["5:9 unknown-key"]),
}

BAD_LINKS = {
    "https://example.org/{pdf}": "bad-link",
    "https://example.org/{}": "bad-link",
    "https://example.org/{page": "bad-link",
    "https://example.org/page}": "bad-link",
    "javascript:alert(1)": "unsafe-link",
    "javascript://example.org/%0aalert(1)": "unsafe-link",
    "data:text/html,hello": "unsafe-link",
    "file:///etc/passwd": "unsafe-link",
    "ftp://example.org/": "unsafe-link",
    "example.org": "unsafe-link",
    "//example.org": "unsafe-link",
    "https://": "unsafe-link",
    "https:///a.pdf": "unsafe-link",
    "https://@/": "unsafe-link",
    "https://:80/": "unsafe-link",
    "https://user@/a.pdf": "unsafe-link",
    "https://{id}.example.org/": "unsafe-link",
    "http://[::1": "unsafe-link",
    "{id}": "unsafe-link",
    " ": "blank",
}

GOOD_LINKS = {
    "https://example.org/a.pdf#page={pdf_page}": ("https://example.org/a.pdf#page=", "pdf_page", ""),
    "HTTP://example.org/{page}{id}": ("HTTP://example.org/", "page", "", "id", ""),
    "zotero://open-pdf/library/items/X?page={page}": ("zotero://open-pdf/library/items/X?page=", "page", ""),
    'https://example.org/a "b" <é>%20&amp;c': ("https://example.org/a%20%22b%22%20%3C%C3%A9%3E%20&amp;c",),
}


@pytest.mark.parametrize(("old", "new", "expected"), FAULTS.values(), ids=FAULTS)
def test_a_fault_in_a_source(old: str, new: str, expected: list[str], project: Project) -> None:
    assert old in SOURCE
    project.write("source/tucker-1999.yaml", SOURCE.replace(old, new, 1))
    found = [problem for problem in project.problems() if problem.startswith("tucker")]
    assert found == [f"tucker-1999.yaml:{said}" for said in expected]


def test_a_problem_of_pages_says_which_are_meant(project: Project) -> None:
    project.write("source/tucker-1999.yaml", SOURCE.replace("page: 91", "page: 19").replace("89-94", "9-94"))
    said = {problem.rule: (problem.message, problem.hint) for problem in project.read()[1]}
    assert said["page-out-of-range"] == ("the source has no page 9–94", "write pages from 19 to 98")
    assert said["page-order"][1] == "list every page once, in order"


@pytest.mark.parametrize(("link", "rule"), BAD_LINKS.items())
def test_a_link_that_could_do_harm_or_nothing_is_refused(link: str, rule: str, project: Project) -> None:
    project.write("source/tucker-1999.yaml", f"{SOURCE}links:\n  print: '{link}'\n")
    assert project.problems() == [f"tucker-1999.yaml:35:10 {rule}"]
    deck, _ = project.read()
    assert deck
    assert deck.source.print is None


@pytest.mark.parametrize(("link", "pieces"), GOOD_LINKS.items())
def test_a_link_is_kept_in_pieces_and_percent_encoded(link: str, pieces: tuple[str, ...], project: Project) -> None:
    project.write("source/tucker-1999.yaml", f"{SOURCE}links:\n  screen: '{link}'\n")
    source = project.deck().source
    assert source.screen
    assert source.screen.pieces == pieces
    assert source.print is None


def test_a_source_reads_as_it_is_written(project: Project) -> None:
    people = "  author: [{family: Tucker, given: Robert C.}, {literal: A Circle}]\n  editor: [{family: Daniels}]\n"
    written = SOURCE.replace(TITLE, TITLE + people + "  issued: 1999\n").replace("pdf_offset: -76\n", "")
    project.write("source/tucker-1999.yaml", written)
    source = project.deck().source
    assert source.citation.authors == ("Robert C. Tucker", "A Circle")
    assert source.citation.editors == ("Daniels",)
    assert source.citation.issued == "1999"
    assert source.citation.publisher == ""
    assert source.pdf_offset == 0
    assert [section.numeral for section in source.sections] == ["V", "VI"]
    assert sorted(source.pages) == list(range(89, 99))


@pytest.mark.parametrize(("written", "offset"), [("-76", -76), ("+3", 3), ("0", 0), ("010", 10)])
def test_an_offset_is_a_whole_number(written: str, offset: int, project: Project) -> None:
    project.write("source/tucker-1999.yaml", SOURCE.replace("-76", written))
    assert project.deck().source.pdf_offset == offset
