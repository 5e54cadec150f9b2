"""What a learner sees of a card in Anki's own window, and what a screen reader is told, by a real browser."""

from collections.abc import Iterator

import pytest

from tests.anki.chrome import Page, opened
from tests.anki.conftest import TIME, Anki
from tests.anki.conftest import opened as collections
from tests.conftest import DECK, SOURCE, Project
from tests.emit.paper.made import png

ENTRIES = """\
  - id: formula
    cloze: The state {{swelled up}}; the people `grew` {{lean}}.
    page: 98
    note: 49
    hint: Kliuchevsky
    extra: "See [the book](https://example.org/kurs).\\n\\n![A map](map.png)"
  - id: several
    ask: What did [V.K.P.](https://example.org/vkp) stand for?
    answer: a [second](https://example.org/second) serfdom
    page: [89, 91, 93-95, 97-98]
    note: 48-49
  - id: range
    ask: Who wrote it?
    answer: Kliuchevsky
    page: 96-98
    note: 49
"""
LANGUAGES = pytest.mark.parametrize("language", ["en", "de", "he"])
MODES = pytest.mark.parametrize("night", ["", "nightMode", "night_mode"])
PARTED = """
(() => {
  const walker = document.createTreeWalker(document.querySelector(".cite"), NodeFilter.SHOW_TEXT), signs = [];
  while (walker.nextNode()) {
    [...walker.currentNode.data].forEach((sign, place) => signs.push([sign, walker.currentNode, place]));
  }
  const words = signs.map(([sign]) => sign).join("");
  return [...words.matchAll(/[^\\s,]+\\u00a0[^\\s,]+|[^\\s,]+\\u2060–\\u2060[^\\s,]+/g)].map(found => {
    const middles = signs.slice(found.index, found.index + found[0].length).flatMap(([, node, place]) => {
      const range = document.createRange();
      range.setStart(node, place), range.setEnd(node, place + 1);
      return [...range.getClientRects()].map(box => box.top + box.height / 2);
    });
    return [found[0], Math.max(...middles) - Math.min(...middles) < 10];
  });
})()
"""
"""For each part of the citation that is tied together, whether it stands on one line."""
LAID_OUT = """
[...document.querySelectorAll("#qa *")].map(element => {
  const box = element.getBoundingClientRect();
  return [box.left, box.top, box.width, box.height];
})
"""

Sides = dict[tuple[str, str], str]
"""The back of each note's first card by language and id; `front` is the front of the first."""


@pytest.fixture(scope="module")
def sides(tmp_path_factory: pytest.TempPathFactory) -> Sides:
    """Return sides of cards as the real backend renders them."""
    found: Sides = {}
    for language in ("en", "de", "he"):
        project = Project(tmp_path_factory.mktemp(language))
        project.write("source/tucker-1999.yaml", SOURCE)
        project.write("decks/small/deck.yaml", DECK.replace("language: en", f"language: {language}"))
        project.write("decks/small/map.png", png(3, 2))
        project.entries(ENTRIES)
        for anki in collections(project.root):
            anki.take(*project.build(TIME))
            found |= {(language, id): note.cards()[0].answer() for id, note in anki.notes().items()}
            found[language, "front"] = anki.notes()["formula"].cards()[0].question()
    return found


@pytest.fixture(scope="module")
def page(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Page]:
    """Return a page in a browser."""
    with opened(tmp_path_factory.mktemp("browser")) as page:
        yield page


def styles(page: Page, selector: str, *names: str) -> list[list[str]]:
    """Return some of the computed styles of all elements that a selector finds."""
    script = f"[...document.querySelectorAll({selector!r})].map(e => {[*names]!r}.map(n => getComputedStyle(e)[n]))"
    found: list[list[str]] = page.run(script)
    assert found, selector
    return found


@MODES
def test_links_are_underlined_and_have_the_colour_of_words_not_of_answers(sides: Sides, page: Page, night: str) -> None:
    for id in ("formula", "several"):
        page.show(sides["en", id], night)
        answer = {colour for (colour,) in styles(page, ".cloze, .answer", "color")}
        ((ink,),) = styles(page, "#qa .prompt", "color")
        found = styles(page, "a", "color", "textDecorationLine")
        assert len(found) == (2 if id == "formula" else 3)
        assert found == [[ink, "underline"]] * len(found)
        assert ink not in answer


@LANGUAGES
@pytest.mark.parametrize("id", ["formula", "several", "range"])
def test_the_citation_stands_once_and_no_line_parts_it_from_its_numbers(
    sides: Sides, page: Page, language: str, id: str
) -> None:
    tied = {"formula": 2, "several": 4, "range": 2}[id]
    for width in range(140, 400, 4):
        page.show(sides[language, id], width=width)
        parts = page.run(PARTED)
        assert len(parts) >= tied
        assert [part for part, whole in parts if not whole] == []
    line = page.run("document.querySelector('.cite').innerText")
    assert line.count("98") == 1


def test_a_range_is_whole_and_the_link_says_no_page_again(sides: Sides, page: Page) -> None:
    page.show(sides["en", "range"])
    line = page.run("document.querySelector('.cite').innerText").replace("\u2060", "").replace("\u00a0", " ")
    assert line == "Tucker 1999, pp. 96–98, n. 49 · In context"


@MODES
def test_the_rule_above_the_answer_is_one_quiet_line(sides: Sides, page: Page, night: str) -> None:
    page.show(sides["en", "several"], night)
    names = ("height", "borderTopWidth", "borderBottomWidth", "backgroundColor")
    ((colour,),) = styles(page, "footer", "borderTopColor")
    assert styles(page, "hr", *names) == [["1px", "0px", "0px", colour]]


def test_pictures_have_a_white_ground_at_night_only(sides: Sides, page: Page) -> None:
    grounds = {}
    for night in ("", "nightMode", "night_mode"):
        page.show(sides["en", "formula"], night)
        ((grounds[night],),) = styles(page, "img", "backgroundColor")
    assert grounds == {"": "rgba(0, 0, 0, 0)", "nightMode": "rgb(255, 255, 255)", "night_mode": "rgb(255, 255, 255)"}


@pytest.mark.parametrize("side", ["front", "formula"])
def test_what_opens_is_as_high_as_a_finger_needs(sides: Sides, page: Page, side: str) -> None:
    page.show(sides["en", side])
    heights = page.run("[...document.querySelectorAll('summary')].map(one => one.getBoundingClientRect().height)")
    assert [44 <= height < 50 for height in heights] == [True]


@LANGUAGES
def test_long_words_are_hyphenated_in_the_language_of_the_card_but_never_code(
    sides: Sides, page: Page, language: str
) -> None:
    page.show(sides[language, "formula"])
    assert styles(page, ".prompt", "hyphens", "hyphenateLimitChars") == [["auto", "12 4 4"]]
    assert styles(page, "code", "hyphens") == [["manual"]]
    assert page.run("document.querySelector('.prompt').closest('[lang]').lang") == language


@pytest.mark.parametrize(("language", "word"), [("en", "Answer:"), ("de", "Antwort:"), ("he", "תשובה:")])
def test_a_screen_reader_is_told_where_the_answer_of_a_cloze_is_and_nobody_sees_it(
    sides: Sides, page: Page, language: str, word: str
) -> None:
    page.show(sides[language, "front"])
    assert word not in page.said()
    page.show(sides[language, "formula"])
    assert f"The state {word} swelled up ; the people" in page.said()
    before = page.run(LAID_OUT), page.run("document.body.innerText")
    page.run("document.querySelector('.back').style.removeProperty('--said')")
    assert word not in page.said()
    assert (page.run(LAID_OUT), page.run("document.body.innerText")) == before


def test_the_word_for_the_answer_may_have_any_signs(project: Project, anki: Anki, page: Page) -> None:
    word = """It's "a\\b" <c>; d"""
    project.write("decks/small/deck.yaml", f"{DECK}words:\n  answer: '{word.replace(chr(39), chr(39) * 2)}'\n")
    anki.take(*project.build(TIME))
    (note,) = anki.notes().values()
    page.show(note.cards()[0].answer())
    assert f"The state {word}: swelled up" in page.said()
