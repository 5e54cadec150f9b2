"""TeX into trees: what cards need is set, anything else is named."""

import pytest

from flashgen.render.formula import Formula, Node, UnknownTexError, depth, formula


def shown(formula: Formula) -> str:
    """Return a tree in one line."""
    return "".join(_shown(node) for node in formula)


def _shown(node: Node) -> str:
    parts = ",".join(shown(part) for part in node.parts)
    if node.kind == "symbol":
        return node.said
    return f"{node.kind}{':' + node.said if node.said else ''}({parts})"


@pytest.mark.parametrize(
    ("tex", "tree"),
    [
        ("a + b - c", "a+b−c"),
        (r"\frac{a}{b}", "fraction(a,b)"),
        (r"\frac12", "fraction(1,2)"),
        ("x_1^2", "scripts(x,1,2)"),
        ("x^{n+1}", "scripts(x,,n+1)"),
        ("f''", "scripts(f,,′′)"),
        ("^2", "scripts(group(),,2)"),
        (r"\sqrt{x}", "root(x)"),
        (r"\sqrt[3]{x}", "root(x,3)"),
        (r"\left( \frac a b \right]", "fenced((,fraction(a,b),])"),
        (r"\left\langle x \right.", "fenced(⟨,x,)"),
        (r"\text{a b} \textrm{c}", "text:a b()text:c()"),
        (r"\mathbb{R} \to \infty", "style:double(R)→∞"),
        (r"\hat{x}", "accent:\u0302(x)"),
        (r"\lim_{n} \sin x", "scripts(function:lim(),n,)function:sin()x"),
        (r"a\,b \quad c", "aspace:0.17()bspace:1()c"),
        (r"\{ a \}", "{a}"),
        ("{a b}", "group(ab)"),
        (r"p \times \alpha \le 5\%", "p×\u03b1≤5%"),
    ],
)
def test_what_can_be_set(tex: str, tree: str) -> None:
    assert shown(formula(tex)) == tree


@pytest.mark.parametrize(
    ("tex", "fault"),
    [
        (r"\foo{x}", r"\foo"),
        (r"\begin{matrix}", r"\begin"),
        ("{a", "an unfinished command or group"),
        ("a}", "}"),
        (r"\frac{a}", "an unfinished command or group"),
        ("x^2^3", "a second ^"),
        ("x_1_2", "a second _"),
        ("a & b", "&"),
        (r"\left( a", "an unfinished command or group"),
        (r"\left( a }", "no \\right"),
        (r"\left< a \right>", "<"),
        (r"\right)", r"\right"),
        (r"\sqrt[3 x", "an unfinished command or group"),
        (r"\sqrt[{a}}", "no ]"),
        ("{" * 40 + "}" * 40, "more than 12 levels"),
    ],
)
def test_what_cannot_is_named(tex: str, fault: str) -> None:
    with pytest.raises(UnknownTexError) as raised:
        formula(tex)
    assert str(raised.value) == fault


@pytest.mark.parametrize(
    ("tex", "levels"),
    [
        ("a+b", 0),
        (r"\sqrt{x}", 0),
        ("x^2", 1),
        (r"\frac{a}{b}", 1),
        (r"\frac{a_1}{b}", 2),
        ("x^{y^z}", 2),
        ("{x^2}", 1),
    ],
)
def test_how_much_smaller_its_smallest_letters_are(tex: str, levels: int) -> None:
    assert depth(formula(tex)) == levels
