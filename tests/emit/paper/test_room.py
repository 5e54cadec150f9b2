"""A size that is said to be certain: the engine, asked for the same text, never finds less room."""

import json
import random
from pathlib import Path
from typing import Any

import pytest
import typst

from flashgen.emit.paper import engine
from flashgen.emit.paper.breaking import parted, words
from flashgen.emit.paper.excess import excess
from flashgen.emit.paper.faces import ALONE
from flashgen.emit.paper.room import Part, Room, fit
from flashgen.emit.paper.typography import typography
from flashgen.emit.paper.values import blocks_value
from flashgen.emit.paper.widths import _pairs, width
from flashgen.render.blocks import Blocks, Paragraph, Picture, Rows
from flashgen.render.formula import formula
from flashgen.render.inline import Run

LETTERS = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789.,;:'\"()–абвгдежзиклмнопрстуфхцчшщыьэюяЖШЫ"
ASK = """
#import "text.typ": *
#let asked = json("data.json")
#show: paper
#context for one in asked.texts {
  let body = blocks(one.blocks, one.size * 1pt)
  [#metadata(measure(width: one.across * 1pt, body).height / 1pt)<high>]
}
"""

WIDE = """
#import "text.typ": *
#let letters = json("data.json").letters
#show: paper
#set text(size: 1000pt)
#context for look in ((:), (style: "italic"), (weight: "bold"), (style: "italic", weight: "bold")) {
  [#metadata(letters.map(it => measure(text(..look, it)).width / 1000pt))<high>]
}
"""
PLAIN = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"


def text(dice: random.Random) -> Blocks:
    """Return a paragraph or a list of words of any letters, in several looks."""

    def run() -> Run:
        words = " ".join("".join(dice.choices(LETTERS, k=dice.randint(1, 11))) for _ in range(dice.randint(1, 30)))
        return Run(f"{words} ", bold=dice.random() < 0.4, italic=dice.random() < 0.3)

    def paragraph() -> Paragraph:
        return Paragraph(tuple(run() for _ in range(dice.randint(1, 3))))

    if dice.random() < 0.3:
        return (paragraph(), Rows(tuple((paragraph(),) for _ in range(dice.randint(1, 5)))))
    return (paragraph(),)


def test_a_size_fits_whatever_the_letters(tmp_path: Path) -> None:
    dice = random.Random(5)
    asked = []
    for _ in range(400):
        blocks, across, down = text(dice), dice.uniform(130, 300), dice.uniform(80, 200)
        size, _ = fit([Part(blocks)], Room(across, down), dice.choice((24.0, 16.0, 12.0)))
        if size:
            asked.append({"blocks": blocks_value(blocks), "size": size, "across": across, "down": down})
    assert len(asked) > 100
    found = zip(asked, heights(tmp_path, asked), strict=True)
    assert [one for one, high in found if high + one["size"] / 2 > one["down"]] == []


def test_a_larger_size_than_the_one_found_hardly_ever_fits(tmp_path: Path) -> None:
    dice = random.Random(7)
    asked = []
    for _ in range(300):
        words = " ".join("".join(dice.choices(PLAIN, k=dice.randint(1, 11))) for _ in range(dice.randint(20, 60)))
        blocks, across, down = (Paragraph((Run(words),)),), dice.uniform(180, 300), dice.uniform(80, 200)
        size, _ = fit([Part(blocks)], Room(across, down), 16)
        if 6 <= size < 15:
            asked.append({"blocks": blocks_value(blocks), "size": size + 1, "across": across, "down": down})
    assert len(asked) > 100
    found = zip(asked, heights(tmp_path, asked), strict=True)
    fits = [one for one, high in found if high + one["size"] / 2 <= one["down"]]
    assert len(fits) < 0.03 * len(asked)


def test_lines_beside_a_code_are_as_narrow_as_it_leaves_and_those_above_are_not(tmp_path: Path) -> None:
    dice = random.Random(8)
    above, beside = [], []
    for _ in range(300):
        words, across, down = "word " * dice.randint(20, 60), dice.uniform(180, 300), dice.uniform(80, 200)
        room = Room(across, down, across - 50, down - 30)
        blocks = (Paragraph((Run(words),)),)
        size, cut = fit([Part(blocks)], room, 16)
        if cut and cut.count:
            for half, wide, into, most in (
                (0, across, above, room.high - size / 2),
                (1, across - 50, beside, down - size / 2 - cut.gap),
            ):
                some = blocks_value((Paragraph(parted(blocks[0].runs, cut.count)[half]),))
                into.append({"blocks": some, "size": size, "across": wide, "down": most})
    assert len(above) > 50
    tops, feet = heights(tmp_path, above), heights(tmp_path, beside)
    assert all(high <= one["down"] for high, one in zip(tops, above, strict=True))
    assert all(high + low <= one["down"] for high, low, one in zip(tops, feet, beside, strict=True))
    assert all(high > one["down"] - 2.4 * one["size"] for high, one in zip(tops, above, strict=True))


def test_the_widths_of_letters_are_those_of_the_engine(tmp_path: Path) -> None:
    letters = [letter for letter in LETTERS if letter != " "]
    asked = {"letters": letters, "texts": []}
    found = measured(tmp_path, WIDE, asked)
    for face, widths in zip(((False, False), (False, True), (True, False), (True, True)), found, strict=True):
        assert [width(letter, *face) for letter in letters] == pytest.approx(widths, abs=0.001)


def test_the_widths_of_pairs_of_letters_are_those_of_the_engine(tmp_path: Path) -> None:
    dice = random.Random(7)
    known = [pair for face in _pairs() for pair in face]
    pairs = [*dice.sample(known, 1500), *["".join(dice.sample(LETTERS.replace(" ", ""), 2)) for _ in range(500)]]
    found = measured(tmp_path, WIDE, {"letters": pairs, "texts": []})
    for face, widths in zip(((False, False), (False, True), (True, False), (True, True)), found, strict=True):
        assert [width(pair, *face) for pair in pairs] == pytest.approx(widths, abs=0.003)


def test_a_paragraph_is_parted_between_words_and_never_inside_a_blank() -> None:
    runs = (Run("one two"), Run("a b", mark="gap"), Run(" three\nfour "), Run("five six", bold=True))
    counted = [*words(runs)]
    assert [place for place, word in enumerate(counted) if word < 0] == [3]
    assert parted(runs, 1) == ((Run("one"),), (Run("two"), *runs[1:]))
    assert parted(runs, 4) == ((*runs[:2], Run(" three")), (Run("four "), runs[3]))
    assert parted(runs, 6)[1] == (Run("six", bold=True),)
    assert parted(runs, 9) == (runs, ())


def test_an_excess_is_never_more_than_the_engine_finds_whatever_the_letters_and_looks(tmp_path: Path) -> None:
    dice = random.Random(6)
    asked = []
    for _ in range(200):
        look = {"bold": dice.random() < 0.5, "italic": dice.random() < 0.5}
        count = dice.choice((1, 4, len(LETTERS)))
        letters = dice.sample(LETTERS, count)
        words = " ".join("".join(dice.choices(letters, k=dice.randint(1, 9))) for _ in range(300))
        across, down = dice.uniform(130, 300), dice.uniform(10, 40)
        if over := excess(words, across, down):
            blocks = blocks_value((Paragraph((Run(words, **look),)),))
            asked.append({"blocks": blocks, "size": 6, "across": across, "down": down, "over": over})
    assert len(asked) > 100
    found = zip(asked, heights(tmp_path, asked), strict=True)
    assert [one for one, high in found if high - one["down"] < one["over"]] == []


@pytest.mark.parametrize("words", ["`code`", "\\( x \\)", "[words](https://example.org)", "&shy;", "<!-- a -->"])
def test_of_what_may_be_set_in_less_space_no_excess_is_known(words: str) -> None:
    assert excess("word " * 9000, 240, 150) > 0
    assert excess(f"{words} " * 9000, 240, 150) == 0


def test_what_may_fit_has_no_excess() -> None:
    assert excess("word " * 90, 240, 150) == 0


def heights(tmp_path: Path, asked: list[dict[str, Any]]) -> list[float]:
    """Return how high the engine sets each text, in pt."""
    return [float(high) for high in measured(tmp_path, ASK, {"texts": asked})]


def measured(tmp_path: Path, source: str, asked: dict[str, Any]) -> list[Any]:
    """Return what the engine answers to a template."""
    head = {
        "title": "",
        "authors": [],
        "subject": "",
        "language": typography("en"),
        "fonts": ALONE.families,
        "turned": False,
        "words": {},
        "page": (210, 297),
    }
    (tmp_path / "data.json").write_text(json.dumps(head | asked), "utf-8")
    (tmp_path / "main.typ").write_text(source, "utf-8")
    for name, source in engine.SHARED.items():
        (tmp_path / name).write_bytes((Path(engine.__file__).parent / source).read_bytes())
    compiler = typst.Compiler(tmp_path / "main.typ", root=tmp_path, ignore_system_fonts=True)
    return list(json.loads(compiler.query("<high>", field="value")))


@pytest.mark.parametrize(
    "blocks",
    [
        (Paragraph((Run("x", formula=formula("x")),)),),
        (Paragraph((Run("x", code=True),)),),
        (Picture("a.png", ""),),
        (Paragraph((Run("w" * 60),)),),
    ],
)
def test_nothing_is_certain_of_what_only_the_engine_knows(blocks: Blocks) -> None:
    assert fit([Part(blocks)], Room(240, 150), 16) == (0, None)


def test_a_short_text_is_set_large_and_a_longer_one_smaller_to_6_pt() -> None:
    short, long, longer, longest = ((Paragraph((Run("word " * count),)),) for count in (5, 90, 250, 500))
    assert fit([Part(short)], Room(240, 150), 16)[0] == 16
    assert 9 <= fit([Part(long)], Room(240, 150), 16)[0] < 16
    assert 6 <= fit([Part(longer)], Room(240, 150), 16)[0] < 9
    assert fit([Part(longest)], Room(240, 150), 16)[0] == 0
