"""Cards in Anki, and codes on sheets, lead to the pages of a site."""

import re
from urllib.parse import unquote, urlsplit

import pypdfium2
import pytest
import zxingcpp

from tests.anki.conftest import Anki
from tests.conftest import DECK, FORMULA, SOURCE, Project, Run

URL = "https://example.org/my%20cards/"
OTHER = """\
label: BGB
citation: {title: Bürgerliches Gesetzbuch}
locator: section
pages: [433 Abs. 1, xii, '3:16']
"""
ENTRIES = (
    FORMULA
    + "  - {id: sale, ask: What does a seller owe?, answer: the thing, source: bgb, page: 433 Abs. 1}\n"
    + "  - {id: verse, ask: What is in verse 16?, answer: pain, source: bgb, page: '3:16'}\n"
)


@pytest.fixture
def two_sources(project: Project) -> Project:
    """Return a project whose deck cites a page, and two labels of another source."""
    project.write("source/bgb.yaml", OTHER)
    project.write("decks/small/deck.yaml", DECK.replace("source: tucker-1999", "source: [tucker-1999, bgb]"))
    project.entries(ENTRIES)
    return project


def hrefs(anki: Anki) -> dict[str, str]:
    """Return the link of each note's first card by the note's id."""
    found = {id: re.search(r'href="(https:[^"]*)"', note.cards()[0].answer()) for id, note in anki.notes().items()}
    return {id: link[1] for id, link in found.items() if link}


def test_cards_lead_to_the_site_for_one_build(two_sources: Project, anki: Anki, run: Run) -> None:
    root, package = two_sources.root, two_sources.root / "dist/small.apkg"
    assert run("build", "-C", root, "--site-url", URL).code == 0
    run("site", "-C", root)
    anki.take(package)
    links = hrefs(anki)
    assert links == {
        "formula": f"{URL}small/index.html#p98",
        "sale": f"{URL}small/index.html#pbgb/433_Abs._1",
        "verse": f"{URL}small/index.html#pbgb/3%3A16",
    }
    page = (root / "dist/site/small/index.html").read_text("utf-8")
    assert all(f'id="{unquote(urlsplit(link).fragment)}"' in page for link in links.values())
    assert run("build", "-C", root).code == 0
    anki.take(package)
    assert hrefs(anki) == {}


def test_learners_lose_nothing_and_no_note_changes_when_pages_are_numbers(
    project: Project, anki: Anki, run: Run
) -> None:
    package = project.root / "dist/small.apkg"
    project.entries(FORMULA + "  - {id: who, ask: Who?, answer: Peter, page: 97}\n")
    run("build", "-C", project.root)
    anki.take(package)
    anki.study("Small")
    before = (anki.content(), anki.scheduling(), anki.revlog())
    assert run("build", "-C", project.root, "--site-url", "https://example.org").code == 0
    anki.take(package)
    assert (anki.content(), anki.scheduling(), anki.revlog()) == before
    assert hrefs(anki)["who"] == "https://example.org/small/index.html#p97"


def test_a_deck_that_names_its_site_leads_there_in_every_build(two_sources: Project, anki: Anki, run: Run) -> None:
    deck = two_sources.root / "decks/small/deck.yaml"
    deck.write_text(deck.read_text("utf-8") + "site: https://example.org/a/\n", "utf-8")
    run("build", "-C", two_sources.root)
    anki.take(two_sources.root / "dist/small.apkg")
    assert hrefs(anki)["formula"] == "https://example.org/a/small/index.html#p98"
    assert run("build", "-C", two_sources.root, "--site-url", "https://example.org/b").code == 0
    anki.take(two_sources.root / "dist/small.apkg")
    assert hrefs(anki)["sale"] == "https://example.org/b/small/index.html#pbgb/433_Abs._1"


@pytest.mark.parametrize("links", ["", "links:\n  print: https://example.com/{page}\n"])
def test_the_codes_on_sheets_lead_to_the_site(links: str, two_sources: Project, run: Run) -> None:
    two_sources.write("source/tucker-1999.yaml", SOURCE + links)
    pdf = two_sources.root / "dist/small-sheets.pdf"
    assert run("sheets", "-C", two_sources.root, "--site-url", "https://example.org").code == 0
    with pypdfium2.PdfDocument(pdf.read_bytes()) as document:
        codes = zxingcpp.read_barcodes(document[1].render(scale=300 / 72).to_pil())
    assert {code.text.removeprefix("https://example.org/small/index.html#p") for code in codes} == {
        "98",
        "bgb/433_Abs._1",
        "bgb/3%3A16",
    }
