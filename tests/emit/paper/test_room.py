"""A size that is said to be certain: the engine, asked for the same text, never finds less room."""

import json
import random
from pathlib import Path
from typing import Any

import pytest
import typst

from flashgen.emit.paper import engine
from flashgen.emit.paper.faces import ALONE
from flashgen.emit.paper.room import certain, excess
from flashgen.emit.paper.typography import typography
from flashgen.emit.paper.values import blocks_value
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


def test_a_certain_size_fits_whatever_the_letters(tmp_path: Path) -> None:
    dice = random.Random(5)
    asked = []
    for _ in range(400):
        blocks, across, down = text(dice), dice.uniform(130, 300), dice.uniform(80, 200)
        if size := certain([(blocks, 1.0)], across, down, dice.choice((24.0, 16.0, 12.0))):
            asked.append({"blocks": blocks_value(blocks), "size": size, "across": across, "down": down})
    assert len(asked) > 100
    assert [
        one for one, high in zip(asked, heights(tmp_path, asked), strict=True) if high + one["size"] / 2 > one["down"]
    ] == []


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
    (tmp_path / "data.json").write_text(json.dumps(head | {"texts": asked}), "utf-8")
    (tmp_path / "main.typ").write_text(ASK, "utf-8")
    for name, source in engine.SHARED.items():
        (tmp_path / name).write_bytes((Path(engine.__file__).parent / source).read_bytes())
    compiler = typst.Compiler(tmp_path / "main.typ", root=tmp_path, ignore_system_fonts=True)
    return [float(high) for high in json.loads(compiler.query("<high>", field="value"))]


@pytest.mark.parametrize(
    "blocks",
    [
        (Paragraph((Run("x", formula=formula("x")),)),),
        (Paragraph((Run("x", code=True),)),),
        (Paragraph((Run("two\nlines"),)),),
        (Picture("a.png", ""),),
        (Paragraph((Run("w" * 60),)),),
    ],
)
def test_nothing_is_certain_of_what_only_the_engine_knows(blocks: Blocks) -> None:
    assert certain([(blocks, 1.0)], 240, 150, 16) == 0


def test_a_short_text_is_set_large_and_a_longer_one_smaller_to_6_pt() -> None:
    short, long, longer, longest = ((Paragraph((Run("word " * count),)),) for count in (5, 90, 250, 500))
    assert certain([(short, 1.0)], 240, 150, 16) == 16
    assert 9 <= certain([(long, 1.0)], 240, 150, 16) < 16
    assert 6 <= certain([(longer, 1.0)], 240, 150, 16) < 9
    assert certain([(longest, 1.0)], 240, 150, 16) == 0
