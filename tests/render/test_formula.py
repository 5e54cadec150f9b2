"""TeX into trees: what MathJax sets on cards is set on paper too, or named."""

import sys

import pytest

from flashgen.render.formula import formula
from flashgen.render.hiding import ANSWER_TEX, GAP_TEX
from flashgen.render.mathtree import Formula, Node, UnknownTexError, depth


def shown(formula: Formula) -> str:
    """Return a tree in one line."""
    return "".join(_shown(node) for node in formula)


def _shown(node: Node) -> str:
    parts = ",".join(shown(part) for part in node.parts)
    if node.kind in ("symbol", "word"):
        return node.said
    return f"{node.kind}{':' + node.said if node.said else ''}({parts})"


@pytest.mark.parametrize(
    ("tex", "tree"),
    [
        ("a + b - c", "a+b−c"),
        (r"\frac{a}{b}", "fraction(a,b)"),
        (r"\frac12", "fraction(1,2)"),
        (r"\dfrac{a}{b}", "display(fraction(a,b))"),
        (r"\binom{n}{k}", "binom(n,k)"),
        (r"{n \brack k}", "fenced([,stack(n,k),])"),
        ("x_1^2", "scripts(x,1,2)"),
        ("x^{n+1}", "scripts(x,,n+1)"),
        ("f''", "scripts(f,,″)"),
        ("^2", "scripts(,,2)"),
        ("'", "scripts(,,′)"),
        (r"20\,^\circ C", "20scripts(space:0.167(),,∘)C"),
        (r"\prescript{14}{6}{C}", "corners(C,,,6,14)"),
        (r"\sideset{_a}{^b}\sum", "corners(∑,,b,a,)"),
        (r"\sqrt{x}", "root(x)"),
        (r"\sqrt[3]{x}", "root(x,3)"),
        (r"\left( \frac a b \right]", "fenced((,fraction(a,b),])"),
        (r"\left\langle x \right.", "fenced(⟨,x,)"),
        (r"\left( a \middle| b \right)", "fenced((,amiddle:|()b,))"),
        (r"\bigl( a", "big:1.2(()a"),
        (r"|a|", "|a|"),
        (r"\lvert a \rvert", "class:opening(|)aclass:closing(|)"),
        (r"1{,}5", "1class:normal(,)5"),
        (r"\text{a b} \textrm{c}", "text:a b()text:c()"),
        (r"\text{if $x < 0$ & 5\%}", "text:if ()x<0text: & 5%()"),
        (r"\text{$x$}\operatorname{\text{a b}}", "xspace:0.167()text:a b()"),
        (r"\textbf{a}\textit{\textbf b}", "bold(text:a())bold(italic(text:b()))"),
        (r"\textbf{a \textit{b} c}\texttt{d}", "bold(text:a\xa0())bold(italic(text:b()))bold(text:\xa0c())text:d()"),
        (r"\mathbb{R} \to \infty", "ℝ→∞"),
        (r"\mathrm{d}x \mathbf{v} \mathcal{L}", "upright:d()x𝐯ℒ"),
        (r"\mathrm{km}", "km"),
        (r"\hat{x} \overline{AB} \underbrace{a}_{n}", "accent:ˆ(x)line:overline(AB)limits(line:underbrace(a),n,)"),
        (r"\underrightarrow{AB}", "limits(AB,stretch:→(),)"),
        (
            r"\xrightarrow[a]{b}",
            "space:0.278()limits(stretch:→(),space:0.429()aspace:0.429(),space:0.429()bspace:0.429())space:0.278()",
        ),
        (r"\xleftarrow{}", "space:0.278()limits(stretch:←(),,space:0.429()space:0.429())space:0.278()"),
        (r"\overset{!}{=}", "limits(=,,!)"),
        (r"\lim_{n} \sin^2 x", "scripts(function:lim(),n,)scripts(function:sin(),,2)x"),
        (r"\sum_i \sum\nolimits_i \int\limits_i", "attach(∑,i,)scripts(∑,i,)limits(∫,i,)"),
        (r"a\,b \quad c \! d \hspace{1cm} e", "aspace:0.167()bspace:1.000()cspace:-0.167()dspace:2.845()e"),
        (r"\{ a \}", "{a}"),
        ("{a b}{}", "ab"),
        ("{}", "group()"),
        (r"p \times \alpha \le 5\%", "p×\u03b1≤5%"),
        (r"a \ldots b \dotsc", "a…b…"),
        (r"\boxed{a}\cancel{b}\phantom{c}", "enclosed:box(a)enclosed:updiagonalstrike(b)hidden(c)"),
        (r"\textcolor{red}{a}\displaystyle b", "colour:#FF0000(a)display(b)"),
        (r"\smash{a} \mathup{b} \overunderset{a}{b}{c}", "aupright:b()limits(limits(c,b,),,a)"),
        (r"\sum_{\substack{a\\b}}", "attach(∑,table(row(a),row(b)),)"),
        (rf"{GAP_TEX}{{a+b}} = {ANSWER_TEX}{{c}}^{GAP_TEX}{{…}}", "gap(a+b)=scripts(answer(c),,gap(…))"),
    ],
)
def test_what_can_be_set(tex: str, tree: str) -> None:
    assert shown(formula(tex)) == tree


@pytest.mark.parametrize(
    ("tex", "tree"),
    [
        (r"\begin{pmatrix} a & b \\ c & d \end{pmatrix}", "fenced((,table(row(a,b),row(c,d)),))"),
        (r"\begin{matrix*}[r] a \end{matrix*}", "table(row(a))"),
        (r"\begin{psmallmatrix} a \end{psmallmatrix}", "fenced((,table(row(a)),))"),
        (r"\begin{cases} a & b \\ c \end{cases}", "fenced({,table(row(align()a,align()b),row(align()c)),)"),
        (r"\begin{aligned}[t] a &= b \\ &= c \end{aligned}", "table:display(row(aalign()=b),row(align()=c))"),
        (r"\begin{align*} a &= b & c \end{align*}", "table:display(row(aalign()=b,calign()))"),
        (r"\begin{align} a &= b \end{align}", "table:display(row(aalign()=b))"),
        (r"\begin{alignat}{2} a &= b \end{alignat}", "table:display(row(aalign()=b))"),
        (r"\begin{split} a &= b \end{split}", "table:display(row(aalign()=b))"),
        (r"\begin{eqnarray} a &= & b \end{eqnarray}", "table(row(aalign(),=,align()b))"),
        (r"\begin{gather*} a \\ b \end{gather*}", "table:display(row(a),row(b))"),
        (
            r"\begin{array}{@{}l|r@{}} a & b \\ \hline c & d \end{array}",
            "table:v1 h1(row(align()a,balign()),row(align()c,dalign()))",
        ),
        (r"\begin{array}{|p{3cm}|} \hline a \\ \hline \end{array}", "table(row(align()a))"),
    ],
)
def test_tables_have_rows_of_cells_with_points_of_alignment(tex: str, tree: str) -> None:
    assert shown(formula(tex)) == tree


def test_limits_stand_below_only_in_a_formula_for_display() -> None:
    assert shown(formula(r"\lim_n a", display=True)) == "limits(function:lim(),n,)a"


@pytest.mark.parametrize(
    ("tex", "fault"),
    [
        (r"\foo{x}", r'unknown command "\foo"'),
        (r"\begin{CD} a \end{CD}", 'unknown environment "CD"'),
        ("{a", 'expected closing token "}", but reached end of input'),
        ("a}", 'unmatched closing token: "}"'),
        ("x^2^3", "duplicate subscript or superscript"),
        (r"\right)", r'unmatched closing token: "\right"'),
        ("a" * 2001, "more than 2,000 characters"),
        (r"\sqrt{" * 50 + "}" * 50, "more than 40 levels"),
        ("5 % of x", r"% begins a comment in TeX; for the sign, write \%"),
        ("a \ue010", "a letter for private use, which no font has"),
        (rf"\operatorname{{{GAP_TEX}{{a}}}}", "could not extract text from the given macro"),
        (r"\operatorname{a\text{b}}", "a command or a deletion where only letters may be"),
        (r"\textbf{a \text{b}}", "a command or a deletion where only letters may be"),
    ],
)
def test_what_cannot_is_named(tex: str, fault: str) -> None:
    with pytest.raises(UnknownTexError) as raised:
        formula(tex)
    assert str(raised.value) == fault


def test_a_machine_without_the_converter_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "math_core", None)
    with pytest.raises(UnknownTexError, match="math-core, which sets formulas, is not installed"):
        formula("x")


@pytest.mark.parametrize(
    ("tex", "levels"),
    [
        ("a+b", 0),
        (r"\sqrt{x}", 0),
        (r"\sqrt[3]{x}", 2),
        ("x^2", 1),
        (r"\frac{a}{b}", 1),
        (r"\frac{a_1}{b}", 2),
        ("x^{y^z}", 2),
        ("{x^2}", 1),
        (r"\begin{matrix} a_1 \end{matrix}", 1),
        (r"\overset{a}{b}", 1),
    ],
)
def test_how_much_smaller_its_smallest_letters_are(tex: str, levels: int) -> None:
    assert depth(formula(tex)) == levels
