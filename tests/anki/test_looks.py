"""The cards in a real browser: readable in light and dark, and on a phone."""

import json
import os
import re
import shutil
import subprocess
from html import unescape
from pathlib import Path

import pytest

from tests.anki.conftest import Anki

MEASURE = """
<script>
const light = ([r, g, b]) => [r, g, b].map(c => c / 255)
  .map(c => c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4)
  .reduce((sum, c, i) => sum + c * [0.2126, 0.7152, 0.0722][i], 0);
const rgb = color => color.match(/[0-9.]+/g).map(Number);
const paper = element => {
  for (; element; element = element.parentElement) {
    const color = rgb(getComputedStyle(element).backgroundColor);
    if (color.length < 4 || color[3] > 0) return color;
  }
  return [255, 255, 255];
};
document.querySelectorAll("details").forEach(details => details.open = true);
const found = [];
const left = (node, at) => {
  const range = document.createRange();
  range.setStart(node, at), range.setEnd(node, at + 1);
  return range.getBoundingClientRect().left;
};
const ends = element => {
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  const nodes = [];
  while (walker.nextNode()) if (walker.currentNode.textContent.trim()) nodes.push(walker.currentNode);
  const [first, last] = [nodes[0].textContent, nodes[nodes.length - 1].textContent];
  return {
    starts: left(nodes[0], first.search(/\\S/)), ends: left(nodes[nodes.length - 1], last.trimEnd().length - 1),
    edge: element.getBoundingClientRect().right,
  };
};
for (const element of document.querySelectorAll("#qa *")) {
  const own = [...element.childNodes].some(node => node.nodeType === 3 && node.textContent.trim());
  if (!own || !element.getClientRects().length) continue;
  const style = getComputedStyle(element);
  const [a, b] = [light(rgb(style.color)), light(paper(element))].sort((x, y) => y - x);
  found.push({
    words: element.textContent.trim().slice(0, 40), contrast: (a + 0.05) / (b + 0.05), size: parseFloat(style.fontSize),
    language: element.closest("[lang]").lang, ...ends(element),
  });
}
document.body.innerHTML = "<pre id='found'></pre>";
document.getElementById("found").textContent = JSON.stringify({found, width: WIDTH});
</script>
"""


def browser() -> str:
    """Return the browser's path; on a machine without one there is nothing to look with, except in CI."""
    path = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if not path and not os.environ.get("CI"):
        pytest.skip("no Chromium on this machine")
    assert path
    return path


def looked_at(sides: list[str], night: str, folder: Path) -> dict:
    """Return what a browser makes of sides of cards in a column of 360 pixels."""
    cards = "\n".join(f"<div>{side}</div>" for side in sides)
    measure = MEASURE.replace("WIDTH", "wide")
    wide = "<script>const wide = document.getElementById('qa').scrollWidth;</script>"
    frame = f"<body class='card {night}'><div id='qa' style='width: 360px'>{cards}</div>{wide}{measure}</body>"
    page = folder / "cards.html"
    page.write_text(f"<!doctype html><html><meta charset='utf-8'>{frame}</html>", "utf-8")
    options = ["--headless", "--no-sandbox", "--disable-gpu", "--disable-background-networking", "--no-first-run"]
    options += [f"--user-data-dir={folder / 'profile'}", "--dump-dom"]
    done = subprocess.run([browser(), *options, page.as_uri()], capture_output=True, text=True, check=True, timeout=120)
    written = re.search(r'<pre id="found">(.*?)</pre>', done.stdout, re.DOTALL)
    assert written
    found: dict = json.loads(unescape(written[1]))
    return found


@pytest.fixture(scope="module")
def sides(learner: Anki) -> list[str]:
    """Return both sides of the first cards of every note type, and those with a hint."""
    cards, seen = [], set()
    for card in learner.cards():
        key = (card.note().mid, card.ord)
        if key not in seen or card.note()["Hint"]:
            seen.add(key)
            cards.append(card)
    return [side for card in cards[:60] for side in (card.question(), card.answer())]


@pytest.mark.parametrize("night", ["", "nightMode", "night_mode"])
def test_all_words_have_contrast_and_size_and_nothing_is_wider_than_a_phone(
    sides: list[str], night: str, tmp_path: Path
) -> None:
    seen = looked_at(sides, night, tmp_path)
    assert len(seen["found"]) > 100
    assert seen["width"] == 360
    assert [item for item in seen["found"] if item["contrast"] < 4.5] == []
    assert [item for item in seen["found"] if item["size"] < 12] == []


def test_russian_words_are_in_russian_and_the_rest_is_in_english(sides: list[str], tmp_path: Path) -> None:
    for item in looked_at(sides, "", tmp_path)["found"]:
        cyrillic = re.search("[а-яё]", item["words"])
        assert item["language"].startswith("ru" if cyrillic else ("en", "ru-Latn")), item
