"""The page of the source that travels in a package."""

import json
import re
import subprocess
from html import unescape
from pathlib import Path
from typing import Any

import pytest

from flashgen.emit.anki.companion import companion
from flashgen.emit.anki.fields import writer
from tests.anki.test_looks import browser
from tests.conftest import DECK, FORMULA, HEAD, Project


def test_every_page_has_its_anchor_its_gist_and_its_footnotes(project: Project) -> None:
    html = companion(project.deck())[1].decode()
    assert re.findall(r'id="p([0-9]+)"', html) == [str(page) for page in range(89, 99)]
    assert '<p>A formula <em>sums up</em> the pattern.</p>\n<p class="footnotes">Footnotes 48–49</p>' in html


def test_a_page_of_two_sections_stands_once_under_the_first(project: Project) -> None:
    html = companion(project.deck())[1].decode()
    assert html.index('id="p94"') < html.index("VI · The second factor (pp. 94–98)") < html.index('id="p95"')


def test_a_section_of_one_page_has_the_word_for_one(project: Project) -> None:
    source = project.root / "source/tucker-1999.yaml"
    source.write_text(source.read_text("utf-8").replace("pages: 94-98", "pages: 98"), "utf-8")
    assert "VI · The second factor (p. 98)" in companion(project.deck())[1].decode()


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


@pytest.mark.parametrize(
    ("footnotes", "said"),
    [("40", "Footnote 40"), ("48-49", "Footnotes 48–49"), ("[3, 7]", "Footnotes 3, 7"), ("12a", "Footnote 12a")],
)
def test_one_footnote_is_one(project: Project, footnotes: str, said: str) -> None:
    source = project.root / "source/tucker-1999.yaml"
    source.write_text(source.read_text("utf-8").replace("footnotes: 48-49", f"footnotes: {footnotes}"), "utf-8")
    project.entries(FORMULA.replace("    note: 49\n", ""))
    assert f'<p class="footnotes">{said}</p>' in companion(project.deck())[1].decode()


def test_a_title_stands_there_as_on_the_cards(project: Project) -> None:
    project.entries(FORMULA, head=HEAD.replace("older pattern", "second factor"))
    (chapter,) = writer(project.deck()).chapters.values()
    assert f"<h2>{chapter} (pp. 94–98)</h2>" in companion(project.deck())[1].decode()
    source = project.root / "source/tucker-1999.yaml"
    source.write_text(source.read_text("utf-8").replace("title: The second factor", "title: VI"), "utf-8")
    assert "<h2>VI (pp. 94–98)</h2>" in companion(project.deck())[1].decode()


MEASURE = """
<script>
addEventListener("load", () => setTimeout(() => {
  const at = name => document.getElementById(name).getBoundingClientRect();
  const bar = document.querySelector("nav").getBoundingClientRect();
  const found = {top: at("p95").top, bar: bar.bottom, pinned: bar.top, back: at("back").height, steps: history.length};
  document.body.innerHTML = "<pre id='found'></pre>";
  document.getElementById("found").textContent = JSON.stringify(found);
}, 100));
</script>
"""


def seen(page: Path, folder: Path, width: int) -> Any:
    """Return what a page says that it measured of itself in a browser."""
    options = ["--headless", "--no-sandbox", "--disable-gpu", "--disable-background-networking", "--no-first-run"]
    options += [f"--user-data-dir={folder / 'profile'}", f"--window-size={width},700", "--virtual-time-budget=2000"]
    done = subprocess.run(
        [browser(), *options, "--dump-dom", f"{page.as_uri()}#p95"],
        capture_output=True,
        text=True,
        check=True,
        timeout=120,
    )
    (found,) = re.findall('<pre id="found">(.*?)</pre>', done.stdout)
    return json.loads(unescape(found))


@pytest.mark.parametrize("width", [360, 1200])
def test_the_page_that_a_card_links_to_stands_below_the_bar_that_leads_to_the_top(
    project: Project, tmp_path: Path, width: int
) -> None:
    page = tmp_path / "companion.html"
    page.write_text(companion(project.deck())[1].decode() + MEASURE, "utf-8")
    found = seen(page, tmp_path, width)
    assert found["pinned"] == 0
    assert 4 <= found["top"] - found["bar"] <= 40
    assert (found["back"] > 0) == (found["steps"] > 1)  # in a window of its own, there is nothing to go back to
