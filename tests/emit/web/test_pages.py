"""The pages of a site in a browser: what can be read, found, asked and reached, by whom and with what."""

import re
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

from tests.anki.conftest import ROOT
from tests.browser import Open, made
from tests.conftest import DECK, HEAD, Project
from tests.emit.paper.made import png

ENTRIES = """\
  - id: formula
    cloze: The state {{swelled up}}; the people {{grew lean::how}}.
    page: 98
    note: 49
    tags: [state]
  - id: peter
    ask: What did Peter the Great force Russia to build?
    answer: a war industry
    extra: "*Trudodni* came later."
    page: 97
    tier: core
  - id: kulak
    term: kulák
    script: кулак
    means: a rich peasant
    page: 97
  - id: two-serfdoms
    pair: [barshchina, trudodni]
    relation: parallel
    because: both owed days of work
    page: [96, 97]
  - id: gone
    ask: What was withdrawn?
    answer: this
    page: 98
    withdrawn: It was wrong.
"""


@pytest.fixture
def cards(project: Project, visit: Open, tmp_path: Path) -> Page:
    """Return the page of the cards of a small deck."""
    project.entries(ENTRIES)
    return visit(made(project.root, tmp_path)["small"] / "cards.html")


def shown(page: Page) -> str:
    """Return what a person reads in the frame of the card."""
    page.wait_for_timeout(60)
    return " ".join(page.frame_locator("#card").locator("#qa").inner_text().split())


def test_space_turns_a_card_and_goes_on_and_the_arrows_go_both_ways(cards: Page) -> None:
    assert "The state [...]; the people grew lean." in shown(cards)
    cards.keyboard.press(" ")
    assert "The state swelled up; the people grew lean." in shown(cards)
    cards.keyboard.press(" ")
    assert "The state swelled up; the people [how]." in shown(cards)
    cards.keyboard.press("ArrowLeft")
    assert "The state [...]" in shown(cards)
    cards.keyboard.press("ArrowRight")
    cards.keyboard.press("ArrowRight")
    assert "What did Peter" in shown(cards)


def test_keys_still_work_after_a_click_into_the_card_and_not_while_typing(cards: Page) -> None:
    cards.frame_locator("#card").locator(".prompt").click()
    cards.wait_for_timeout(60)
    cards.keyboard.press("ArrowRight")
    assert "the people [how]" in shown(cards)
    cards.locator("#find").click()
    cards.keyboard.type("1 2")
    assert cards.locator("#find").input_value() == "1 2"
    assert cards.evaluate("localStorage.length") == 0


def test_keys_can_be_switched_off(cards: Page) -> None:
    cards.locator("#keys").uncheck()
    cards.locator("h1").evaluate("element => document.activeElement.blur()")
    cards.keyboard.press("1")
    assert cards.evaluate("localStorage.length") == 0


@pytest.mark.parametrize(
    ("name", "value", "found"),
    [
        ("chapter", "0", 8),
        ("kind", "Term", 2),
        ("tag", "state", 2),
        ("tier", "core", 1),
        ("tier", "more", 7),
        ("tag", "withdrawn", 1),
    ],
)
def test_cards_are_chosen_by_what_they_are(name: str, value: str, found: int, cards: Page) -> None:
    cards.locator("#more").evaluate("details => details.open = true")
    cards.locator(f"#{name}").select_option(value)
    assert cards.locator("#where").inner_text() == f"1 of {found}"


def test_cards_are_chosen_by_page(cards: Page) -> None:
    cards.locator("#more").evaluate("details => details.open = true")
    assert cards.locator("#page option").all_inner_texts() == ["all", "p. 96", "p. 97", "p. 98"]
    cards.locator("#page").select_option(label="p. 96")
    assert cards.locator("#where").inner_text() == "1 of 3"


@pytest.mark.parametrize(
    ("sought", "where"),
    [
        ("KULAK", "1 of 2"),
        ("kulák", "1 of 2"),
        ("КУЛАК", "1 of 2"),
        ("trudodni came", "1 of 1"),
        ("two-serfdoms", "1 of 3"),
        ("nowhere", "No card matches."),
    ],
)
def test_text_is_found_whatever_its_case_and_accents(sought: str, where: str, cards: Page) -> None:
    cards.locator("#find").fill(sought)
    assert cards.locator("#where").inner_text() == where


def test_marks_survive_a_reload_and_choose_what_was_missed(cards: Page) -> None:
    cards.keyboard.press("2")
    cards.keyboard.press("1")
    cards.reload()
    assert "1 of 2 asked, 8 in all" in cards.locator("#table").inner_text()
    cards.locator("#more").evaluate("details => details.open = true")
    cards.locator("#marked").select_option("missed")
    assert cards.locator("#where").inner_text() == "1 of 1"
    assert "the people [how]" in shown(cards)
    cards.locator("#forget").click()
    assert cards.locator("#where").inner_text() == "No card matches."


def test_an_address_leads_to_a_card_and_to_one_of_its_numbers(project: Project, visit: Open, tmp_path: Path) -> None:
    project.entries(ENTRIES)
    folder = made(project.root, tmp_path)["small"]
    assert "What did Peter" in shown(visit(folder / "cards.html", "#peter"))
    assert "the people [how]" in shown(visit(folder / "cards.html", "#formula:2"))
    assert "What was withdrawn?" in shown(visit(folder / "cards.html", "#gone"))
    assert "The state [...]" in shown(visit(folder / "cards.html", "#nowhere"))


def test_a_card_leads_to_its_page_and_the_page_to_the_card(project: Project, visit: Open, tmp_path: Path) -> None:
    project.entries(ENTRIES)
    page = visit(made(project.root, tmp_path)["small"] / "cards.html", "#peter")
    page.keyboard.press(" ")
    page.wait_for_timeout(60)
    page.frame_locator("#card").locator("a.companion").click()
    page.wait_for_url("**/index.html#p97")
    article = page.locator("article:target")
    article.locator("summary").click()
    article.get_by_role("link", name="What did Peter").click()
    page.wait_for_url("**/cards.html#peter")
    assert "What did Peter" in shown(page)


def test_a_pair_is_drawn_and_each_of_its_boxes_leads_to_its_card(project: Project, visit: Open, tmp_path: Path) -> None:
    project.entries(ENTRIES)
    page = visit(made(project.root, tmp_path)["small"] / "map.html", java_script_enabled=False)
    assert [" ".join(text.split()) for text in page.locator("svg a").all_text_contents()] == [
        "barshchina",
        "trudodni",
        "parallel",
        "kulák",
    ]
    page.locator("svg a").first.click()
    assert page.url.endswith("cards.html#two-serfdoms")


RELATIONS = ("parallel", "contrast", "cause", "continuity", "renaming")

STROKES = """() => {
  const light = color => color.match(/[0-9.]+/g).slice(0, 3).map(part => part / 255)
    .map(part => part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4)
    .reduce((sum, part, place) => sum + part * [0.2126, 0.7152, 0.0722][place], 0);
  const ground = light(getComputedStyle(document.body).backgroundColor);
  return [...document.querySelectorAll(".edge")].map(edge => {
    const stroke = getComputedStyle(edge).stroke;
    const [more, less] = [light(stroke), ground].sort((one, other) => other - one);
    return [stroke, (more + 0.05) / (less + 0.05)];
  });
}"""
"""The colour of each line, and its contrast with the page."""


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_each_relation_has_a_line_of_its_own_colour_that_can_be_seen(
    scheme: str, project: Project, visit: Open, tmp_path: Path
) -> None:
    pair = "  - {{id: {0}, pair: [one {0}, other {0}], relation: {0}, because: it is so, page: 98}}\n"
    project.entries("".join(map(pair.format, RELATIONS)))
    page = visit(made(project.root, tmp_path)["small"] / "map.html", color_scheme=scheme)
    strokes = page.evaluate(STROKES)
    assert len({colour for colour, _ in strokes}) == len(strokes) == len(RELATIONS)
    assert min(contrast for _, contrast in strokes) >= 3


RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
"""All of WCAG 2.2 AA that a program can judge."""

HOSTILE = (
    "</script><script>document.title=/owned/</script>",
    "<img src=x onerror=document.title=/owned/>",
    "]]> <!-- --> <!--<script>",
    "a\u2028b\u2029c",
    "[[ 7 * 7 ]] {% raw %}",
    "<svg onload=document.title=/owned/>",
)


@pytest.mark.parametrize("words", HOSTILE)
def test_hostile_words_are_words(words: str, project: Project, visit: Open, tmp_path: Path) -> None:
    quoted = words.replace("'", "''")
    project.entries(f"  - id: one\n    ask: '{quoted} is what?'\n    answer: '{quoted}'\n    page: 98\n    tags: [t]\n")
    folder = made(project.root, tmp_path)["small"]
    for name in ("index.html", "cards.html", "map.html"):
        page = visit(folder / name)
        page.wait_for_timeout(60)
        assert "owned" not in page.title()
    page = visit(folder / "cards.html")
    assert " ".join(words.split()) in shown(page)


def test_the_longest_text_is_a_card_like_any_other(project: Project, visit: Open, tmp_path: Path) -> None:
    project.entries(f"  - id: one\n    ask: Why?\n    answer: {'word ' * 3_900}\n    page: 98\n")
    page = visit(made(project.root, tmp_path)["small"] / "cards.html")
    page.keyboard.press(" ")
    assert shown(page).count("word") == 3_900


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("name", ["index.html", "cards.html", "map.html"])
@pytest.mark.parametrize("deck", [pytest.param("shipped", marks=pytest.mark.slow), "hebrew"])
def test_nobody_is_shut_out(deck: str, name: str, scheme: str, sites_of: dict[str, Path], visit: Open) -> None:
    page = visit(sites_of[deck] / name, color_scheme=scheme, bypass_csp=True)
    page.wait_for_timeout(100)
    found = Axe().run(page, options={"runOnly": RULES, "iframes": False})
    assert [(one["id"], one["nodes"][0]["html"]) for one in found.response["violations"]] == []


@pytest.fixture(scope="session")
def sites_of(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """Return the folders of the sites of the shipped deck and of one in Hebrew."""
    texts = made(ROOT / "tests/cases/good/texts", tmp_path_factory.mktemp("texts"))
    shipped = made(ROOT, tmp_path_factory.mktemp("shipped"))
    return {"shipped": shipped["stalinism-from-above"], "hebrew": texts["hebrew"]}


@pytest.mark.parametrize("width", [320, 390, 1280])
@pytest.mark.parametrize("name", ["index.html", "cards.html", "map.html"])
def test_no_page_is_wider_than_its_window(name: str, width: int, sites_of: dict[str, Path], visit: Open) -> None:
    page = visit(sites_of["shipped"] / name, viewport={"width": width, "height": 800})
    page.wait_for_timeout(100)
    assert page.evaluate("document.documentElement.scrollWidth") == width


def test_the_pages_of_the_shipped_deck_are_small(sites_of: dict[str, Path]) -> None:
    sizes = {page.name: page.stat().st_size for page in sites_of["shipped"].iterdir()}
    assert {*sizes} == {"index.html", "cards.html", "map.html"}
    assert max(sizes.values()) < 400_000


def test_formulas_are_set_without_a_network(project: Project, visit: Open, tmp_path: Path) -> None:
    project.entries(
        "  - id: one\n    page: 98\n"
        "    cloze: 'In \\(E = {{m}}c^2\\), \\({{m}}\\) is {{mass}}, and \\(\\frac{a}{\\) is broken.'\n"
    )
    page = visit(made(project.root, tmp_path)["small"] / "cards.html")
    shown(page)
    frame = page.frame_locator("#card")
    assert "".join(frame.locator("math").first.text_content().split()).endswith("[...]c2")
    assert frame.locator("code").inner_text() == r"\(\frac{a}{\)"


def test_findings_stand_beside_the_card_they_belong_to(project: Project, visit: Open, tmp_path: Path) -> None:
    project.entries(ENTRIES + "  - id: yes-no\n    ask: Did it?\n    answer: 'Yes'\n    page: 98\n")
    page = visit(made(project.root, tmp_path)["small"] / "cards.html", "#yes-no")
    assert "yes-no-question" in page.locator("#about").inner_text()
    assert "yes-no-question" not in visit(tmp_path / "small/cards.html", "#peter").locator("#about").inner_text()


def test_the_text_says_how_it_is_covered(project: Project, visit: Open, tmp_path: Path) -> None:
    source = project.root / "source/tucker-1999.yaml"
    written = source.read_text("utf-8").replace("  - page: 89\n", "  - page: 89\n    nothing: a map\n")
    source.write_text(written, "utf-8")
    project.entries(ENTRIES)
    page = visit(made(project.root, tmp_path)["small"] / "index.html", java_script_enabled=False)
    told = page.locator("main").inner_text()
    assert "Longest stretches without a card: pp. 90–95" in told
    assert "Footnotes without a card: 48" in told
    assert re.search(r"p\. 97\s+Cards: 6", told)
    assert "Nothing to learn here: a map" in told


def test_the_deck_is_told_without_a_script(project: Project, visit: Open, tmp_path: Path) -> None:
    project.entries(ENTRIES)
    page = visit(made(project.root, tmp_path)["small"] / "cards.html", java_script_enabled=False)
    assert "The cards need JavaScript" in page.content()


def test_a_picture_is_in_the_page(project: Project, visit: Open, tmp_path: Path) -> None:
    project.write("decks/small/map.png", png(3, 2))
    project.entries("  - id: one\n    ask: Q\n    answer: A\n    extra: '![a map](map.png)'\n    page: 98\n")
    page = visit(made(project.root, tmp_path)["small"] / "cards.html")
    page.keyboard.press(" ")
    page.wait_for_timeout(100)
    image = page.frame_locator("#card").locator("img")
    assert image.evaluate("image => image.naturalWidth") == 3


def test_a_deck_without_pairs_and_terms_has_an_empty_map(project: Project, tmp_path: Path) -> None:
    assert "<svg" not in (made(project.root, tmp_path)["small"] / "map.html").read_text("utf-8")


def test_later_sources_have_addresses_of_their_own(project: Project, visit: Open, tmp_path: Path) -> None:
    other = "label: Other\ncitation: {title: Other}\npages: 98-99\n"
    project.write("source/other.yaml", other)
    project.write("decks/small/deck.yaml", DECK.replace("tucker-1999", "[tucker-1999, other]"))
    project.entries(ENTRIES.replace("    page: 97\n    tier", "    page: 98\n    source: other\n    tier"), head=HEAD)
    page = visit(made(project.root, tmp_path)["small"] / "cards.html", "#peter")
    assert page.locator("#about a").get_attribute("href") == "index.html#pother%2F98"
    page.locator("#about a").click()
    assert page.locator("article:target h3").inner_text() == "p. 98"
