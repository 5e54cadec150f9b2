"""Decks and entries that run to the left: lines begin at the right, and what runs to the right stays as it is."""

from io import BytesIO
from pathlib import Path
from typing import Any

import pdfplumber
import pytest
from pypdf import PdfReader

from flashgen.emit.paper.sheets.printed import printed
from tests.conftest import DECK, Project
from tests.emit.paper.made import LINK, asked, project_at

MM = 72 / 25.4
ENTRIES = """\
  - id: one
    ask: "אחת, `a-b`, `c-d`. סוף!"
    answer: "[קישור](https://example.org/x-y)"
    page: 97
    extra: |
      1. ראשון
      2. שני

      > זהו \\( x < y \\), ודי.
  - id: two
    cloze: "התחלה {{צאר}} 1928."
    page: 96
  - id: three
    term: מונח
    means: משמעות
    page: 96
"""


def project_in(folder: Path, language: str, entries: str = ENTRIES) -> Project:
    """Return a project with a deck in a language."""
    project = project_at(folder, entries, LINK)
    project.write("decks/small/deck.yaml", DECK.replace("language: en", f"language: {language}", 1))
    return project


@pytest.fixture(scope="module")
def hebrew(tmp_path_factory: pytest.TempPathFactory) -> Project:
    """Return a deck in Hebrew."""
    return project_in(tmp_path_factory.mktemp("hebrew"), "he")


def pages(project: Project, name: str = "a4-safe-8up") -> list[Any]:
    """Return the pages of a deck."""
    deck = project.deck()
    pdf, problems = printed(deck, deck.notes, asked(name))
    assert problems == ()
    return pdfplumber.open(BytesIO(pdf)).pages


def shown(page: Any, left: float = 0, top: float = 0, right: float = 210, bottom: float = 297) -> str:
    """Return the letters of a box in mm as they are seen, line by line from left to right, without spaces.

    Brackets are bars: a turned one is the same shape as its partner, and a font has a shape but once.
    """
    chars = [
        char for char in page.chars if left * MM <= char["x0"] <= right * MM and top * MM <= char["top"] <= bottom * MM
    ]
    lines: dict[int, list[Any]] = {}
    for char in sorted(chars, key=lambda char: -char["size"]):
        base = round(char["bottom"])
        near = next((line for line in lines if abs(line - base) <= 4), base)
        lines.setdefault(near, []).append(char)
    seen = ["".join(one["text"] for one in sorted(lines[line], key=lambda one: one["x0"])) for line in sorted(lines)]
    marks = dict.fromkeys(map(ord, " \u00a0\u200b\u2066\u2067\u2068\u2069")) | dict.fromkeys(map(ord, "()[]"), "|")
    return "\n".join(line.translate(marks) for line in seen)


def seen(words: str) -> str:
    """Return words that run to the left as they are seen from left to right."""
    return words.replace(" ", "")[::-1]


def span(page: Any, letters: str, left: float = 0, right: float = 210) -> tuple[float, float]:
    """Return where letters of one kind begin and end on a page, in mm."""
    found = [char for char in page.chars if char["text"] in letters and left * MM <= char["x0"] <= right * MM]
    return min(char["x0"] for char in found) / MM, max(char["x1"] for char in found) / MM


def test_lines_begin_at_the_right_of_their_card_and_full_stops_end_them_at_the_left(hebrew: Project) -> None:
    front, _ = pages(hebrew)
    said = shown(front, 10, 10, 105, 79).splitlines()
    assert said[1] == f"!{seen('סוף')}.c-d,a-b,{seen('אחת')}"
    assert span(front, "א", 10, 105)[1] == pytest.approx(101, abs=0.5)


def test_a_blank_and_a_number_stand_where_they_are_read(hebrew: Project) -> None:
    front, _ = pages(hebrew)
    assert f".1928|…|{seen('התחלה')}" in shown(front, 105, 10, 200, 79)


def test_the_id_is_at_the_right_and_the_code_at_the_left(hebrew: Project) -> None:
    front, back = pages(hebrew)
    (one,) = [word for word in front.extract_words() if word["text"] == "one"]
    assert one["x1"] / MM == pytest.approx(101, abs=0.5)
    (code, *_) = sorted(back.images or back.curves, key=lambda it: (it["top"] > 79 * MM, -it["x1"]))
    assert [link["x0"] / MM for link in back.hyperlinks if link["uri"].endswith("/one")] == [pytest.approx(109, abs=1)]
    assert code


def test_numbers_of_a_list_stand_at_the_right_of_its_items_and_an_address_is_not_turned(hebrew: Project) -> None:
    _, back = pages(hebrew)
    said = shown(back, 105, 10, 200, 79)
    assert f"{seen('ראשון')}.1" in said
    assert f"{seen('שני')}.2" in said
    assert f"|https://example.org/x-y|{seen('קישור')}" in said


def test_a_formula_is_not_turned(hebrew: Project) -> None:
    _, back = pages(hebrew)
    assert f".{seen('ודי')},𝑥<𝑦{seen('זהו')}" in shown(back, 105, 10, 200, 79)


def test_prompts_are_at_the_right_of_answers_in_a_list(hebrew: Project) -> None:
    (page,) = pages(hebrew, "list")
    assert span(page, "א")[1] == pytest.approx(193.5, abs=1)
    assert span(page, "ק")[1] < 110


def test_a_fold_sheet_has_its_fronts_at_the_right(hebrew: Project, tmp_path: Path) -> None:
    def edges(project: Project) -> list[bool]:
        (page,) = pages(project, "fold")
        return [link["x0"] < 105 * MM for link in page.hyperlinks if link["uri"].startswith("https://example.org/t/")]

    assert edges(hebrew) == [True] * 4
    assert edges(project_in(tmp_path, "en")) == [False] * 4


def test_a_glossary_begins_at_the_right(hebrew: Project) -> None:
    (page,) = pages(hebrew, "glossary")
    assert span(page, "מ")[1] == pytest.approx(195, abs=1)
    assert f"{seen('משמעות')}:{seen('מונח')}" in shown(page)


def test_a_latin_title_and_the_number_of_the_page_are_on_their_own_sides(hebrew: Project) -> None:
    (page,) = pages(hebrew, "list")
    top = shown(page, 0, 0, 210, 18)
    assert top == "1Small"


def test_the_pdf_says_its_language_and_direction_and_is_printed_in_its_size(hebrew: Project) -> None:
    deck = hebrew.deck()
    root = PdfReader(BytesIO(printed(deck, deck.notes, asked("a4-safe-8up"))[0])).root_object
    assert root["/Lang"] == "he"
    preferences = root["/ViewerPreferences"]
    assert (preferences["/Direction"], preferences["/PrintScaling"]) == ("/R2L", "/None")


def test_an_entry_in_hebrew_begins_at_the_right_in_an_english_deck_and_its_chapter_at_the_left(tmp_path: Path) -> None:
    entry = '  - {id: he, language: he, ask: "אחת, `a-b`, שתיים!", answer: "ב, `c`.", page: 97}\n'
    front, back = pages(project_in(tmp_path, "en", entry + "  - {id: en, ask: Who?, answer: I, page: 97}\n"))
    said = shown(front, 10, 10, 105, 79).splitlines()
    assert said[0] == "VI·Theolderpattern"
    assert said[1] == f"!{seen('שתיים')},a-b,{seen('אחת')}"
    assert span(front, "א")[1] == pytest.approx(101, abs=0.5)
    assert span(front, "V", 10, 105)[0] == pytest.approx(15.6, abs=0.5)
    assert shown(back, 105, 20, 200, 60) == ".c,ב"
    assert shown(front, 105, 20, 200, 60) == "Who?"


def test_words_in_hebrew_keep_their_marks_among_english_ones(tmp_path: Path) -> None:
    entry = "  - {id: e, term: shalom, script: 'שלום, (1928)', means: peace, page: 97}\n"
    project = project_in(tmp_path, "en", entry)
    project.write("decks/small/deck.yaml", DECK.replace("term_language: ru", "term_language: he"))
    (page,) = pages(project, "glossary")
    assert f"shalom||1928|,{seen('שלום')}|:peace" in shown(page)


def test_the_test_page_is_in_its_places(hebrew: Project, tmp_path: Path) -> None:
    (front, _) = pages(hebrew, "calibrate")
    assert shown(front, 22, 40, 40, 46).splitlines()[-1] == "−50+5"
    assert ".--back-reads0.5,-1.5" in shown(front)
    one, other = (pages(project, "calibrate") for project in (hebrew, project_in(tmp_path, "en")))
    for page, straight in zip(one, other, strict=True):
        assert [(it["x0"], it["top"]) for it in page.lines] == [(it["x0"], it["top"]) for it in straight.lines]
