"""Exam papers as PDFs: what a student gets, and what stands only in the key."""

from dataclasses import replace
from functools import cache
from io import BytesIO

import pdfplumber
import pytest
from pypdf import PdfReader

from flashgen.emit.paper import engine, jobs
from flashgen.emit.paper.exam.document import document
from flashgen.emit.paper.exam.item import Item, items
from flashgen.emit.paper.exam.printed import printed
from flashgen.emit.paper.exam.sitting import PAGES, VERSIONS, Sitting, sittings
from flashgen.emit.paper.jobs import set_pages
from flashgen.errors import EngineError
from flashgen.model.deck import Deck
from flashgen.render.blocks import Paragraph
from flashgen.render.inline import Run
from flashgen.study.paper.choose import Length
from flashgen.study.paper.papers import PaperWish, papers, state
from flashgen.study.paper.question import CHOICE, MATCH, ORDER, SHORT
from tests.conftest import DECK, Project
from tests.emit.paper.made import FONTS, png, shipped

WISH = PaperWish(Length(20), 7)
MM = 72 / 25.4
ENTRIES = """\
  - {id: ask, ask: Who built the war industry?, answer: Peter, page: 96}
  - {id: two, cloze: "The {{state}} swelled up; {{c1::nobody}} [what] grew {{c2::lean::how}}.", page: 97}
  - {id: pair, pair: [recto, verso], relation: contrast, about: sides, because: one is in front, page: 95}
  - {id: three, list: Three reforms, items: [court, town, army], ordered: yes, page: 94}
  - {id: many, list: Four estates, items: [nobles, burghers, clergy, serfs], page: 93}
  - {id: said, quote: "The people {{grew lean}}.", by: Kliuchevsky, of: Russia, page: 92}
  - {id: obrok, term: obrok, means: "a rent:\\n\\n- in money\\n- in kind", page: 91}
"""


def texts(pdf: bytes) -> str:
    """Return the text of a PDF on one line."""
    return " ".join(" ".join(page.extract_text() for page in PdfReader(BytesIO(pdf)).pages).split())


def made(deck: Deck, wish: PaperWish = WISH, page: str = "a4") -> tuple[bytes, bytes]:
    """Return the first paper of a wish and its key."""
    sat = [
        (items(deck, paper), sitting)
        for paper, sitting in zip(papers(deck, wish), sittings(deck, wish, "-n 20"), strict=True)
    ]
    pdfs, problems = printed(deck, sat[:1], PAGES[page])
    assert problems == ()
    return pdfs[0]


@cache
def shipped_paper() -> tuple[bytes, bytes]:
    """Return a paper of the shipped deck, and its key."""
    return made(shipped())


def test_a_paper_has_fields_instructions_points_and_its_origin() -> None:
    said = texts(shipped_paper()[0])
    words = shipped().words
    for phrase in (words.paper_name, words.paper_date, words.paper_mark, words.paper_choice, words.paper_fill):
        assert phrase in said
    assert f"seed 7, deck {state(shipped())} · -n 20" in said
    assert "20." in said
    assert "/ 10" in said


def test_answers_and_their_pages_stand_only_in_the_key() -> None:
    paper, key = map(texts, shipped_paper())
    (questions,) = papers(shipped(), WISH)
    for item, question in zip(items(shipped(), questions), questions, strict=True):
        assert item.cite in key
        assert item.cite not in paper
        if question.form in ("fill", "short", "names"):
            answer = question.answers[0].replace("*", "")
            assert " ".join(answer.split()[:3]) in key
            assert f" {answer} " not in paper
    assert "answer key" in key
    assert "answer key" not in paper


def test_the_same_seed_gives_the_same_bytes() -> None:
    assert made(shipped()) == shipped_paper()
    assert made(shipped(), PaperWish(Length(20), 8)) != shipped_paper()


@pytest.mark.parametrize(("page", "size"), [("a4", (595.28, 841.89)), ("letter", (612, 792))])
def test_the_page_is_of_the_wanted_size(project: Project, page: str, size: tuple[float, float]) -> None:
    project.entries(ENTRIES)
    for pdf in made(project.deck(), PaperWish(Length(2)), page):
        box = PdfReader(BytesIO(pdf)).pages[0].mediabox
        assert (float(box.width), float(box.height)) == pytest.approx(size, abs=0.1)


def test_every_form_is_printed_with_room_to_write(project: Project) -> None:
    project.entries(ENTRIES)
    paper, key = map(texts, made(project.deck(), PaperWish(Length(7))))
    assert "________________" in paper
    assert "Put in order" in paper
    assert "1. 2. 3. 4." in paper
    for answer in ("Peter", "clergy", "Tucker 1999, p. 96"):
        assert answer in key
        assert answer not in paper


def test_versions_and_mock_exams_say_which_they_are() -> None:
    from datetime import date

    deck = shipped()
    said = sittings(deck, PaperWish(Length(20), versions=2), "-n 20")
    assert [(one.title, one.ending) for one in said] == [
        ("Exam · Version A", "-paper-A"),
        ("Exam · Version B", "-paper-B"),
    ]
    (mock,) = sittings(deck, PaperWish(Length(20), days=(date(2027, 1, 11),)), "")
    assert (mock.title, mock.ending) == ("Mock exam · 2027-01-11", "-mock-2027-01-11")
    assert len({*VERSIONS}) == 12


def test_a_paper_in_a_language_that_runs_to_the_left_is_in_its_words(project: Project) -> None:
    project.write("decks/small/hebrew.ttf", (FONTS / "hebrew.ttf").read_bytes())
    project.write("decks/small/deck.yaml", DECK.replace("language: en", "language: he") + "fonts: [hebrew.ttf]\n")
    project.entries(ENTRIES)
    paper, key = map(texts, made(project.deck(), PaperWish(Length(7))))
    assert not any(word in paper + key for word in ("Name", "Points", "Exam", "Answer", "Fill"))


def test_what_cannot_be_printed_is_a_finding_at_its_entry(project: Project) -> None:
    project.entries("  - {id: han, ask: Who wrote 漢?, answer: Peter, page: 96}\n")
    deck = project.deck()
    (paper,) = papers(deck, PaperWish(Length(1)))
    pdfs, problems = printed(deck, [(items(deck, paper), Sitting("Exam", ""))], PAGES["a4"])
    assert pdfs == []
    assert [(problem.rule, problem.place.line) for problem in problems] == [("no-letter", 4)]


LONG = "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft" * 2


@pytest.mark.parametrize("form", [CHOICE, MATCH, ORDER, SHORT])
@pytest.mark.parametrize("page", [*PAGES])
def test_a_word_wider_than_its_column_is_set_smaller_and_never_leaves_the_paper(
    project: Project, page: str, form: str
) -> None:
    project.entries(ENTRIES)
    wide = (Run(LONG[:60] if form == MATCH else LONG),)
    item = Item(
        1, form, 1, "", LONG, (Paragraph(wide),), (), (wide,) * 4, (3, 2, 1, 0), 0, (Paragraph(wide),) * 4, "", ()
    )
    item = replace(item, rows=(wide,) * 4) if form == MATCH else item
    wanted = [document(project.deck(), [item], Sitting("Exam", ""), PAGES[page], key) for key in (False, True)]
    for pages in set_pages(wanted, {}, 0):
        with pdfplumber.open(BytesIO(pages.pdf)) as read:
            (sheet,) = read.pages
            assert max(letter["x1"] for letter in sheet.chars) < float(sheet.width) - 20 * MM + 0.1
            assert min(letter["size"] for letter in sheet.chars) >= 6
            words = sheet.extract_words()
            assert not [one for one in words for other in words if one is not other and _overlap(one, other)]


def _overlap(one: dict[str, float], other: dict[str, float]) -> bool:
    return all(
        one[low] < other[high] - 0.5 and other[low] < one[high] - 0.5 for low, high in (("x0", "x1"), ("top", "bottom"))
    )


def test_a_word_wider_than_its_column_in_the_smallest_size_is_a_finding(project: Project) -> None:
    entry = f"  - {{id: wide, ask: Who wrote {'W' * 120}?, answer: {'M' * 130}, page: 96}}\n"
    project.entries(entry)
    deck = project.deck()
    (paper,) = papers(deck, PaperWish(Length(1)))
    pdfs, problems = printed(deck, [(items(deck, paper), Sitting("Exam", ""))], PAGES["a4"])
    assert pdfs == []
    assert [(problem.rule, problem.place.line) for problem in problems] == [("too-long", 4)] * 2
    assert {problem.hint for problem in problems} == {"shorten its longest words, or divide them with spaces"}


def test_a_picture_that_the_engine_cannot_read_is_a_finding(project: Project) -> None:
    project.write("decks/small/estate.svg", "<svg xmlns='http://www.w3.org/2000/svg'><image href='http://[::1'/></svg")
    project.entries('  - {id: pic, ask: What stood here?, answer: "![estate](estate.svg)", page: 96}\n')
    deck, _ = project.read()
    assert deck
    (paper,) = papers(deck, PaperWish(Length(1)))
    pdfs, problems = printed(deck, [(items(deck, paper), Sitting("Exam", ""))], PAGES["a4"])
    assert (pdfs, [problem.rule for problem in problems]) == ([], ["broken-image"])


def test_a_picture_with_too_many_pixels_hides_no_formula_that_cannot_be_set(project: Project) -> None:
    project.write("decks/small/estate.png", png(9_000, 9_000))
    project.entries(
        '  - {id: pic, ask: What stood here?, answer: "![estate](estate.png)", page: 96}\n'
        "  - {id: tex, ask: What is it?, answer: '\\(\\verb|a|\\)', page: 96}\n"
    )
    deck, _ = project.read()
    assert deck
    (paper,) = papers(deck, PaperWish(Length(2)))
    _, problems = printed(deck, [(items(deck, paper), Sitting("Exam", ""))], PAGES["a4"])
    assert {problem.rule for problem in problems} == {"large-media", "unknown-tex"}


def test_a_font_that_cannot_be_read_is_a_finding(project: Project) -> None:
    project.write("decks/small/broken.ttf", b"\0\1\0\0 nothing")
    project.write("decks/small/deck.yaml", DECK + "fonts: [broken.ttf]\n")
    deck, _ = project.read()
    assert deck
    (paper,) = papers(deck, PaperWish(Length(1)))
    pdfs, problems = printed(deck, [(items(deck, paper), Sitting("Exam", ""))], PAGES["a4"])
    assert (pdfs, [problem.rule for problem in problems]) == ([], ["bad-font"])


def test_an_engine_that_fails_for_another_reason_is_named(project: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    project.entries(ENTRIES)
    deck = project.deck()
    (paper,) = papers(deck, PaperWish(Length(1)))
    monkeypatch.setattr(jobs, "_apart", lambda *_: engine.Pages(b"", refused="no luck"))
    with pytest.raises(EngineError, match="Typst cannot set the sheets of Small"):
        printed(deck, [(items(deck, paper), Sitting("Exam", ""))], PAGES["a4"])


def test_a_term_and_its_own_script_are_apart_where_they_are_to_be_matched() -> None:
    rows = {
        "".join(run.words for run in row)
        for seed in range(3)
        for paper in papers(shipped(), PaperWish(Length(20), 31 + seed))
        for item in items(shipped(), paper)
        for row in item.rows
    }
    assert "administrirovanie администрирование" in rows
