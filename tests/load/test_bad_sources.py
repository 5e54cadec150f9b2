"""Faults of a source file."""

import pytest

from flashgen.model.citation import Name
from tests.conftest import SOURCE, Project

TITLE = "  title: Stalinism as Revolution from Above\n"
PAGE = "  - page: 91\n    gist: What page 91 says.\n"
SECTION = "  - section: V\n    title: The first factor\n    pages: 89-94\n"

FAULTS = {
    "no label": ("label: Tucker 1999\n", "", ["1:1 missing-key"]),
    "a blank label": ("Tucker 1999", '""', ["1:8 blank"]),
    "no citation": ("citation:\n" + TITLE, "", ["1:1 missing-key"]),
    "a text as citation": ("citation:\n" + TITLE, "citation: a book\n", ["2:11 bad-citation"]),
    "a citation without a title": (TITLE, "  issued: 1999\n", ["3:3 missing-key"]),
    "a type that CSL lacks": (TITLE, TITLE + "  type: chaptre\n", ["4:9 bad-citation"]),
    "a blank citation": ("citation:\n" + TITLE, "citation: ''\n", ["2:11 wrong-type"]),
    "a date without its parts": (TITLE, TITLE + "  issued: {date-parts: []}\n", ["4:24 blank"]),
    "a date with a misspelt key": (TITLE, TITLE + "  issued: {year: 1999}\n", ["4:11 wrong-type", "4:12 unknown-key"]),
    "a date of four parts": (TITLE, TITLE + "  issued: {date-parts: [[1, 2, 3, 4]]}\n", ["4:24 wrong-type"]),
    "a date of texts": (TITLE, TITLE + "  issued: {date-parts: [1999]}\n", ["4:24 wrong-type"]),
    "a range of three dates": (TITLE, TITLE + "  issued: {date-parts: [[1], [2], [3]]}\n", ["4:24 wrong-type"]),
    "a date as a list": (TITLE, TITLE + "  issued: [1999]\n", ["4:11 wrong-type"]),
    "an ISBN as a list": (TITLE, TITLE + "  ISBN: [1]\n", ["4:9 wrong-type"]),
    "a note as a list": (TITLE, TITLE + "  note: [1]\n", ["4:9 wrong-type"]),
    "a misspelt key of a citation": (TITLE, TITLE + "  isued: 1999\n", ["4:3 unknown-key"]),
    "authors as a text": (TITLE, TITLE + "  author: Tucker\n", ["4:11 wrong-type"]),
    "an author without a name": (TITLE, TITLE + "  author: [{}]\n", ["4:12 blank"]),
    "an author as a text": (TITLE, TITLE + "  author: [Tucker]\n", ["4:12 wrong-type"]),
    "pages as keys": (SOURCE[SOURCE.index("pages:\n") :], "pages: {89: 98}\n", ["12:8 wrong-type"]),
    "pages of nothing": (SOURCE[SOURCE.index("pages:\n") :], "pages: []\n", ["12:8 blank"]),
    "a page twice": (PAGE, PAGE + PAGE, ["19:11 same-page"]),
    "a page that is in a range too": (PAGE, "  - 90-91\n", ["17:5 same-page"]),
    "a page without a label": ("page: 91", "footnotes: 1", ["17:5 missing-key"]),
    "a page with a blank label": ("page: 91", "page: ' '", ["17:11 blank"]),
    "a page with a blank gist": ("What page 91 says.", "''", ["18:11 blank"]),
    "a page as a list": (PAGE, "  - [91]\n", ["17:5 wrong-type"]),
    "a page with a mark of HTML": ("page: 91", "page: <91>", ["17:11 bad-page"]),
    "a range that cannot be counted": (PAGE, "  - 91-xcii\n", ["17:5 bad-page"]),
    "a range of three": (PAGE, "  - 91-92-93\n", ["17:5 bad-page"]),
    "a range without an end": (PAGE, "  - 91-\n", ["17:5 bad-page"]),
    "a range of far too many": (PAGE, "  - 10001-99999\n", ["17:5 bad-page"]),
    "a range that runs backwards": (PAGE, "  - 191-190\n", ["17:5 backwards-range"]),
    "a place in the PDF in words": ("page: 91\n", "page: 91\n    pdf_page: one\n", ["18:15 wrong-type"]),
    "an unknown locator": ("label: Tucker 1999\n", "label: Tucker 1999\nlocator: pages\n", ["2:10 unknown-locator"]),
    "footnotes backwards": ("48-49", "51-50", ["32:16 backwards-range"]),
    "footnotes that cannot be counted": ("48-49", "a-49", ["32:16 bad-page"]),
    "a section before the first page": ("89-94", "88-94", ["8:12 page-out-of-range"]),
    "a section behind the last page": ("94-98", "94-99", ["11:12 page-out-of-range"]),
    "a section that runs backwards": ("89-94", "94-89", ["8:12 backwards-range"]),
    "a section without its keys": (SECTION, "  - thesis: none\n", ["6:5 missing-key"] * 3),
    "a section with a blank title": ("The first factor", '" "', ["7:12 blank"]),
    "a section twice": (SECTION, SECTION * 2, ["9:14 same-section"]),
    "an offset of a page that is not there": ("-76", "{1-350: 16}", ["4:14 page-out-of-range"]),
    "an offset of a range in words": ("-76", "{89-98: none}", ["4:21 wrong-type"]),
    "no offsets": ("-76", "[]", ["4:13 wrong-type"]),
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
    project.write("source/tucker-1999.yaml", SOURCE.replace("page: 91", "page: 92").replace("89-94", "9-94"))
    said = {problem.rule: (problem.message, problem.hint) for problem in project.read()[1]}
    assert said["page-out-of-range"] == ("Tucker 1999 has no page 9", "its pages run from 89 to 98")
    assert said["same-page"] == ("page 92 is described twice (first on line 17)", "delete one of the two")


def test_a_section_of_a_source_without_pages_is_told_to_list_them(project: Project) -> None:
    project.write("source/tucker-1999.yaml", SOURCE.partition("pages:\n  - ")[0])
    found = {problem.message: problem.hint for problem in project.read()[1]}
    assert found["Tucker 1999 has no page 89"] == "list its pages in `pages`"


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
    assert source.citation.author == (Name("Tucker", "Robert C."), Name(literal="A Circle"))
    assert source.citation.editor == (Name("Daniels"),)
    assert source.citation.issued == "1999"
    assert source.citation.publisher == ""
    assert [page.pdf_page for page in source.pages] == [*range(89, 99)]
    assert [section.numeral for section in source.sections] == ["V", "VI"]
    assert [page.label for page in source.pages] == [str(number) for number in range(89, 99)]


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("1999", "1999"),
        ("1999-03-05", "1999-03-05"),
        ("'ca. 1200'", "ca. 1200"),
        ("{date-parts: [[1999, 3]]}", "1999-03"),
        ("{date-parts: [[-380]]}", "-0380"),
        ("{date-parts: [[1999], ['2001', 12, 31]]}", "1999/2001-12-31"),
        ("{literal: Spring 1999}", "Spring 1999"),
        ("{raw: March 1999}", "March 1999"),
    ],
)
def test_a_date_is_written_by_hand_or_as_csl_has_it(written: str, read: str, project: Project) -> None:
    project.write("source/tucker-1999.yaml", SOURCE.replace(TITLE, f"{TITLE}  issued: {written}\n"))
    assert project.deck().source.citation.issued == read


@pytest.mark.parametrize(("written", "offset"), [("-76", -76), ("+3", 3), ("0", 0), ("010", 10)])
def test_an_offset_is_a_whole_number(written: str, offset: int, project: Project) -> None:
    project.write("source/tucker-1999.yaml", SOURCE.replace("-76", written))
    assert [page.pdf_page for page in project.deck().source.pages] == [*range(89 + offset, 99 + offset)]
