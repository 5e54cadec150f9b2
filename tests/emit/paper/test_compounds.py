"""No line ends after the hyphen of a short compound, and what is copied from the page is as it was written."""

import re
from io import BytesIO
from itertools import pairwise
from pathlib import Path

import pdfplumber
import pytest
from pypdf import PdfReader

from flashgen.emit.paper.compounds import compounded
from flashgen.emit.paper.sheets.card import cards
from flashgen.emit.paper.sheets.printed import printed
from flashgen.render.formula import formula
from flashgen.render.inline import GAP, Run
from tests.emit.paper.checks import faults
from tests.emit.paper.made import asked, made, project_at, shipped


@pytest.mark.parametrize(
    ("runs", "kept"),
    [
        ([Run("the Five-Year plan")], ["Five-Year"]),
        ([Run('the (first) "Five-Year", and a state-of-the-art one')], ['"Five-Year",', "state-of-the-art"]),
        ([Run("the "), Run("Five", italic=True), Run("-Year plan")], ["Five-Year"]),
        ([Run("the "), Run("[what kind]", mark=GAP), Run("-Year plan")], ["[what kind]-Year"]),
        ([Run("пятилетка-план, תל-אביב, बड़े-छोटे")], ["пятилетка-план,", "תל-אביב,", "बड़े-छोटे"]),
        ([Run("the suffix -ism, on 1932-12-31")], ["-ism,", "1932-12-31"]),
        ([Run("war—Five-Year—and peace/one-party")], ["Five-Year", "one-party"]),
        ([Run("pre- and post- - war -- five")], []),
        ([Run("Donaudampfschifffahrts-Gesellschaft")], []),
        ([Run("one-two-three-four-five-six-seven-eight")], []),
        ([Run("https://a.org/five-year", language="zxx"), Run("five-year", code=True)], []),
        ([Run("x-y", formula=formula("x-y")), Run(" plan")], []),
        ([Run("中-文")], []),
    ],
)
def test_short_compounds_are_kept_on_a_line(runs: list[Run], kept: list[str]) -> None:
    found = [*compounded(tuple(runs))]
    assert ["".join(run.words for run in some) for some, is_one in found if is_one] == kept
    assert "".join(run.words for some, _ in found for run in some) == "".join(run.words for run in runs)


SAID = "how the *Five*-Year, one-party, пятилетка-план and first-rate state-of-the-art plan-men were"


def entries() -> str:
    """Return texts that begin a little further to the right each time, so that compounds meet the ends of lines."""
    asks = "".join(f'  - {{id: a{n}, ask: "{"x" * n} {SAID}?", answer: "{SAID}", page: 97}}\n' for n in range(1, 12))
    terms = "".join(f'  - {{id: t{n}, term: "{"y" * n}-Year", means: "{SAID}", page: 97}}\n' for n in range(1, 12))
    gaps = "".join(
        f'  - {{id: g{n}, cloze: "{"z" * n} {SAID} {{{{Five}}}}-Year and {{{{party::one}}}}-party men.", page: 97}}\n'
        for n in range(1, 12)
    )
    return asks + terms + gaps


@pytest.mark.parametrize("name", ["a4-safe-8up", "a4-16up", "avery-5371", "list", "glossary"])
def test_no_line_ends_after_the_hyphen_of_a_short_compound(tmp_path: Path, name: str) -> None:
    deck = project_at(tmp_path, entries()).deck()
    pdf, problems = printed(deck, deck.notes, asked(name))
    assert problems == ()
    ends = [ending for page in pdfplumber.open(BytesIO(pdf)).pages for ending in line_ends(page)]
    assert len(ends) > 25
    assert [end for end in ends if end.endswith("-")] == []
    copied = "".join(page.extract_text() for page in PdfReader(BytesIO(pdf)).pages)
    assert re.sub(r"\s+", "", copied).count("Five-Year") >= 10
    assert not re.search("[\u2011\u2060\u00ad\u200b]", copied)


def line_ends(page: pdfplumber.page.Page) -> list[str]:
    """Return how each line of a page ends; those beside each other are far apart."""
    lines: dict[int, list[tuple[float, float, str]]] = {}
    for char in page.chars:
        lines.setdefault(round(char["matrix"][5]), []).append((char["x0"], char["x1"], char["text"]))
    ends = []
    for some in map(sorted, lines.values()):
        said = some[0][2]
        for (_, end, _), (start, _, letter) in pairwise(some):
            said += ("\n" if start - end > 8 else "") + letter
        ends += [piece.rstrip()[-3:] for piece in said.split("\n")]
    return ends


def test_a_long_compound_breaks_rather_than_overflow(tmp_path: Path) -> None:
    chain = "-".join(["counterpoint"] * 12)
    deck = project_at(tmp_path, f"  - {{id: one, ask: Who?, answer: {chain}, page: 97}}\n").deck()
    of = made(deck, [*cards(deck, deck.notes)], asked("a4-16up"))
    assert faults(of) == []
    assert any(end.endswith("-") for end in line_ends(of.pages[1]))


def test_the_shipped_deck_has_no_such_line() -> None:
    deck = shipped()
    every = [card for card in cards(deck, deck.notes) if "-" in str(card.prompt)][::5]
    of = made(deck, every, asked("a4-16up"))
    said = [re.sub(r"\s+", " ", page.get_text_bounded()) for page in of.texts]
    assert len(every) > 30
    assert sum("Five-Year" in one for one in said) >= 1


def test_where_words_run_both_ways_a_compound_stays_in_its_place(tmp_path: Path) -> None:
    project = project_at(tmp_path, '  - {id: one, ask: "מה the Five-Year plan היה?", answer: Peter, page: 97}\n', "")
    deck_file = project.root / "decks/small/deck.yaml"
    deck_file.write_text(
        deck_file.read_text("utf-8").replace("language: en", "language: he") + "fonts: [hebrew.ttf]\n", "utf-8"
    )
    (project.root / "decks/small/hebrew.ttf").write_bytes((Path(__file__).parent / "fonts/hebrew.ttf").read_bytes())
    deck = project.deck()
    pdf, problems = printed(deck, deck.notes, asked("a4-safe-8up"))
    assert problems == ()
    front, _ = pdfplumber.open(BytesIO(pdf)).pages
    places = {word: next(char["x0"] for char in front.search(word)) for word in ("the", "Five", "plan")}
    assert places["the"] < places["Five"] < places["plan"]
