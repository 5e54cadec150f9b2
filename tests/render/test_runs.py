"""Texts as runs and blocks: the same Markdown as on screen, as values."""

import pytest

from flashgen.load.syntax import parse
from flashgen.model.place import Place
from flashgen.model.text import Deletion, Items, Text
from flashgen.render.blocks import (
    Block,
    Blocks,
    Paragraph,
    Picture,
    Rows,
    blocks,
    bolder,
    lines,
    paragraphs,
    picture_names,
)
from flashgen.render.inline import Run
from flashgen.render.runs import Hiding, line

HERE = Place("a.yaml", 1, 1)


def text(raw: str) -> Text:
    """Return a text as an author writes it."""
    read = parse(raw, HERE, [])
    assert read
    return read


def shown(run: Run) -> str:
    """Return a run with its marks."""
    marks = [name for name in ("bold", "italic", "code") if getattr(run, name)]
    marks += [said for said in (run.link, run.language, run.mark, run.fault) if said]
    return f"{run.words}<{' '.join(marks)}>" if marks else run.words


@pytest.mark.parametrize(
    ("raw", "runs"),
    [
        ("plain", ["plain"]),
        ("a *b* **c** `d`", ["a ", "b<italic>", " ", "c<bold>", " ", "d<code>"]),
        ("***both***", ["both<bold italic>"]),
        ("[it](https://a.org) x", ["it<https://a.org>", " x"]),
        ("<https://a.org/b>", ["https://a.org/b<https://a.org/b>"]),
        ("[no](javascript:x)", ["[no](javascript:x)"]),
        ("<b>&amp; \\*", ["<b>& *"]),
        ("two\nlines\\\nhere", ["two lines\nhere"]),
        ("a   b", ["a b"]),
        ("`a   b`", ["a   b<code>"]),
        ("the чин, ранг of it", ["the ", "чин, ранг<ru>", " of it"]),
        ("чин", ["чин<ru>"]),
        ("![no](image.png)", ["![no](image.png)"]),
        ("a {{b::c}} d", ["a b d"]),
        ("[x](https://a.org/{{y}})", ["[x](https://a.org/y)"]),
        ("[x](<https://a.org/{{y}}>)", ["[x](<https://a.org/y>)"]),
        (r"\( \foo \)", [r'\foo<unknown command "\foo">']),
    ],
)
def test_markdown_becomes_runs(raw: str, runs: list[str]) -> None:
    assert [shown(run) for run in line(text(raw), "ru")] == runs


@pytest.mark.parametrize(
    ("raw", "numbers", "front", "back"),
    [
        ("a {{c1::b}} c", {1}, ["a ", "…<gap>", " c"], ["a ", "b<answer>", " c"]),
        ("a {{c1::b::what}}", {1}, ["a ", "what<gap>"], ["a ", "b<answer>"]),
        ("{{c1::a}} {{c2::b}}", {2}, ["a ", "…<gap>"], ["a ", "b<answer>"]),
        ("{{c1::a {{c2::b}}}}", {1}, ["…<gap>"], ["a b<answer>"]),
        ("{{c1::a {{c2::b}}}}", {2}, ["a ", "…<gap>"], ["a ", "b<answer>"]),
        ("{{c1::*a* b}}", {1}, ["…<gap>"], ["a<italic answer>", " b<answer>"]),
        ("{{c1::a}}{{c2::b}}", {1, 2}, ["…<gap>", "…<gap>"], ["ab<answer>"]),
    ],
)
def test_what_a_card_hides_is_a_gap_and_then_an_answer(
    raw: str, numbers: set[int], front: list[str], back: list[str]
) -> None:
    asked = frozenset(numbers)
    assert [shown(run) for run in line(text(raw), "", Hiding(asked))] == front
    assert [shown(run) for run in line(text(raw), "", Hiding(asked, shown=True))] == back


def test_no_text_is_no_run() -> None:
    assert line(None, "") == ()
    assert blocks(None, "") == ()
    assert paragraphs(None, "") == ()


def test_a_text_keeps_its_own_language_inside_of_another() -> None:
    inner = Text(("barshchina",), HERE, "ru-Latn")
    assert [shown(run) for run in line(Text(("What is ", inner, Text((" now?",), HERE)), HERE), "ru")] == [
        "What is ",
        "barshchina<ru-Latn>",
        " now?",
    ]


def test_a_formula_is_a_run_of_its_own() -> None:
    first, formula, last = line(text(r"a \( x^2 \) b"), "")
    assert (first.words, formula.words, last.words) == ("a ", "x^2", " b")
    assert formula.formula


def said(block: Block) -> str:
    """Return a block in one line."""
    if isinstance(block, Picture):
        return f"picture {block.name}: {block.words}"
    if isinstance(block, Rows):
        return f"rows {block.start}: " + " | ".join(" + ".join(map(said, item)) for item in block.items)
    return "".join(map(shown, block.runs))


@pytest.mark.parametrize(
    ("raw", "made"),
    [
        ("one\n\ntwo", ["one", "two"]),
        ("- a\n- *b*\n", ["rows 0: a | b<italic>"]),
        ("3. a\n4. b\n\n   c\n", ["rows 3: a | b + c"]),
        ("# Head\n\ntext", ["Head<bold>", "text"]),
        ("> said", ["said"]),
        ("```\na\n  b\n```", ["a\n  b<code>"]),
        ("    indented", ["indented<code>"]),
        ("a ![the *map*](a%20map.png) b", ["a ", "picture a map.png: the map", " b"]),
        ("![x](a.png)", ["picture a.png: x"]),
        (r"![\( x \)](a.png)", ["picture a.png: …"]),
        ("***\n\nx", ["x"]),
        ("*a ![x](a.png) b*", ["a <italic>", "picture a.png: x", " b<italic>"]),
        ("![a](a.png) ![b](b.png)", ["picture a.png: a", "picture b.png: b"]),
        ("- a\n  - b\n", ["rows 0: a + rows 0: b"]),
    ],
)
def test_an_extra_becomes_blocks(raw: str, made: list[str]) -> None:
    assert [said(block) for block in blocks(text(raw), "ru")] == made


def listed(ordered: bool) -> Text:
    """Return a text that hides a list of two items."""
    return Text((Deletion(1, (Items((("a",), ("*b*",)), ordered),)),), HERE)


@pytest.mark.parametrize(
    ("hiding", "made"),
    [
        (Hiding(frozenset({1})), ["rows 1: …<gap> | …<gap>"]),
        (Hiding(frozenset({1}), shown=True), ["rows 1: a<bold> | b<bold italic>"]),
        (Hiding(), ["rows 1: a | b<italic>"]),
    ],
)
def test_a_list_in_a_text_is_a_list(hiding: Hiding, made: list[str]) -> None:
    assert [said(block) for block in paragraphs(listed(ordered=True), "", hiding)] == made
    with_bullets = [block.replace("rows 1", "rows 0") for block in made]
    assert [said(block) for block in paragraphs(listed(ordered=False), "", hiding)] == with_bullets


@pytest.mark.parametrize(
    ("raw", "made"),
    [
        (r"a \[ x \] b", ["a", "x", "b"]),
        (r"\[ x \]", ["x"]),
        (r"a \[ x \] \[ y \]", ["a", "x", "y"]),
        (r"a \( x \) b", ["a x b"]),
        (r"{{a \[ x \]}} b", ["a<answer>", "x<answer>", "b"]),
        (r"\[ \foo \] b", [r'\foo<unknown command "\foo">', "b"]),
    ],
)
def test_a_formula_for_display_is_a_paragraph_of_its_own(raw: str, made: list[str]) -> None:
    raw = raw.replace("{{", "{{c1::")
    assert [said(one) for one in paragraphs(text(raw), "", Hiding(frozenset({1}), shown=True))] == made
    assert [said(one).replace("<answer>", "") for one in blocks(text(raw), "")] == [
        one.replace("<answer>", "") for one in made
    ]


@pytest.mark.parametrize(
    ("raw", "numbers", "front", "back"),
    [
        (r"\( {{c1::a+b}} = c \)", {1}, "[…] = c", "{a+b} = c"),
        (r"\( {{c1::a+b}} = {{c2::c}} \)", {1}, "[…] = c", "{a+b} = c"),
        (r"\( {{c1::a}} = {{c2::b}} \)", {1, 2}, "[…] = […]", "{a} = {b}"),
        (r"\({{c1::a {{c2::b}}}}\)", {1, 2}, "[…]", "{a b}"),
        (r"\({{c1::a {{c2::b}}}}\)", {2}, "a […]", "a {b}"),
        (r"\(x^{{c1::2::\frac{?}{?}}}\)", {1}, r"x^{[\frac{?}{?}]}", "x^{{2}}"),
        (
            r"\(\text{the {{c1::state::who}} and {{c2::people}}}\)",
            {1},
            r"\text{the }[\text{who}]\text{ and people}",
            r"\text{the }{\text{state}}\text{ and people}",
        ),
        (r"{{c1::so \(a\)}} \({{c2::b}}\)", {2}, "[…]", "{b}"),
    ],
)
def test_a_formula_has_blanks_and_answers_inside(raw: str, numbers: set[int], front: str, back: str) -> None:
    hidden, bared = (line(text(raw), "", Hiding(frozenset(numbers), shown)) for shown in (False, True))
    assert [run.words for run in hidden if run.formula][-1] == front
    assert [run.words for run in bared if run.formula][-1] == back
    assert not [run.fault for run in (*hidden, *bared) if run.fault]


def test_a_formula_for_display_is_a_paragraph_of_its_own_in_a_list_too() -> None:
    around = Text((Items((text(r"so \[ x \] holds").parts, ("a",)), ordered=True),), HERE)
    assert [said(block) for block in paragraphs(around, "")] == ["rows 1: so + x + holds | a"]


def test_a_list_parts_the_text_around_it() -> None:
    around = Text(("before", Items((("a",),), ordered=True), "after"), HERE)
    assert [said(block) for block in paragraphs(around, "")] == ["before", "rows 1: a", "after"]
    assert [run.words for run in line(around, "")] == ["before", "after"]


EVERY: Blocks = (Paragraph((Run("a"),)), Rows(((Paragraph((Run("b"),)), Picture("c.png", "")),)), Picture("d.png", ""))


def test_bolder_blocks_are_bold_down_to_the_items_of_lists() -> None:
    assert [said(block) for block in bolder(EVERY)] == [
        "a<bold>",
        "rows 1: b<bold> + picture c.png: ",
        "picture d.png: ",
    ]


def test_lines_and_pictures_are_found_in_lists_too() -> None:
    assert [run.words for runs in lines(EVERY) for run in runs] == ["a", "b"]
    assert list(picture_names(EVERY)) == ["c.png", "d.png"]
