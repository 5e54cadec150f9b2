"""The page of the source that travels in a package."""

import re

from flashgen.emit.anki.companion import companion
from tests.conftest import DECK, FORMULA, Project


def test_every_page_has_its_anchor_its_gist_and_its_footnotes(project: Project) -> None:
    html = companion(project.deck())[1].decode()
    assert re.findall(r'id="p([0-9]+)"', html) == [str(page) for page in range(89, 99)]
    assert '<p>A formula <em>sums up</em> the pattern.</p>\n<p class="footnotes">Footnotes 48–49</p>' in html


def test_a_page_of_two_sections_stands_once_under_the_first(project: Project) -> None:
    html = companion(project.deck())[1].decode()
    assert html.index('id="p94"') < html.index("VI. The second factor (pp. 94–98)") < html.index('id="p95"')


def test_a_section_of_one_page_has_the_word_for_one(project: Project) -> None:
    source = project.root / "source/tucker-1999.yaml"
    source.write_text(source.read_text("utf-8").replace("pages: 94-98", "pages: 98"), "utf-8")
    assert "VI. The second factor (p. 98)" in companion(project.deck())[1].decode()


def test_its_name_changes_with_the_source_and_with_nothing_else(project: Project) -> None:
    name = companion(project.deck())[0]
    assert re.fullmatch(r"_tucker-1999-[0-9a-f]{12}\.html", name)
    project.entries(FORMULA.replace("swelled", "grew"))
    assert companion(project.deck())[0] == name
    source = project.root / "source/tucker-1999.yaml"
    source.write_text(source.read_text("utf-8").replace("sums up", "ends"), "utf-8")
    assert companion(project.deck())[0] != name


def test_its_name_is_no_longer_than_anki_keeps(project: Project) -> None:
    (project.root / "source/tucker-1999.yaml").rename(project.root / f"source/{'t' * 200}.yaml")
    project.write("decks/small/deck.yaml", DECK.replace("tucker-1999", "t" * 200))
    assert len(companion(project.deck())[0]) <= 119


def test_pages_outside_all_sections_are_shown_too_and_a_thesis_where_there_is_one(project: Project) -> None:
    source = project.root / "source/tucker-1999.yaml"
    text = source.read_text("utf-8").replace("pages: 94-98", "pages: 94-97\n    thesis: The *state* grew.")
    source.write_text(text, "utf-8")
    html = companion(project.deck())[1].decode()
    assert '<p class="thesis">The <em>state</em> grew.</p>' in html
    assert html.index('id="p97"') < html.index('id="p98"')
