r"""What the marks of a text mean: `{{answer::hint}}`, `{{c2::answer}}`, `\( … \)`, and the backslash."""

import pytest

from flashgen.load.syntax import parse
from flashgen.model.place import Place
from flashgen.model.problem import Problem
from tests.load.shown import shown

PLACE = Place("decks/small/06-pattern.yaml", 5, 12)

WELL_FORMED = {
    # deletions
    "a {{b}} c": "a «0 b» c",
    "{{a}}{{b}}": "«0 a»«0 b»",
    "{{ a }}": "«0  a »",
    "{{}}": "«0 »",
    "{{a\nb}}": "«0 a\nb»",
    # hints
    "{{a::b}}": "«0 a | b»",
    "{{a:: b }}": "«0 a | b»",
    "{{a::b::c}}": "«0 a | b::c»",
    "{{a::}}": "«0 a»",
    "{{::b}}": "«0  | b»",
    "{{a::::b}}": "«0 a | ::b»",
    "{{a:b}}": "«0 a:b»",
    "a::b": "a::b",
    "a::b {{c}}": "a::b «0 c»",
    # numbers
    "{{c1::a}} {{c1::b}}": "«1 a» «1 b»",
    "{{c500::a::b}}": "«500 a | b»",
    "{{c007::a}}": "«7 a»",
    "{{c12}}": "«0 c12»",
    "{{c::a}}": "«0 c | a»",
    "{{c१::a}}": "«0 c१ | a»",
    # one inside another
    "{{a {{b}} c}}": "«0 a «0 b» c»",
    "{{c2::a {{c1::b::d}}::e}}": "«2 a «1 b | d» | e»",
    "{{{{{{a}}}}}}": "«0 «0 «0 a»»»",
    # braces of the words themselves
    "{{{a}}}": "«0 {a}»",
    "{{a {b {c}}}} d": "«0 a {b {c}}» d",
    "{{a {b}} c": "«0 a {b» c",
    r"{{a\{b}}}": r"«0 a\{b»}",
    # code, as CommonMark reads it
    "{{`a::b`}}": "«0 `a::b`»",
    "`{{a}}` {{b}}": "`{{a}}` «0 b»",
    '`{"a": {"b": 1}}` {{c}}': '`{"a": {"b": 1}}` «0 c»',
    "``a ` {{ b`` {{c}}": "``a ` {{ b`` «0 c»",
    r"`a\` {{b}} `": r"`a\` «0 b» `",
    r"\`{{a}}`": r"\`«0 a»`",
    "`{{a}}": "`«0 a»",
    "`{{a}}\n\n`": "`«0 a»\n\n`",
    "`` {{a}} `": "`` «0 a» `",
    r"`\(` {{a}} `\)`": r"`\(` «0 a» `\)`",
    "{{a::`b::c}}`}}": "«0 a | `b::c}}`»",
    "~~~\n{{a}}\n\n::\n~~~\n{{b}}": "~~~\n{{a}}\n\n::\n~~~\n«0 b»",
    "```py\n{{a}}": "```py\n{{a}}",
    "```a``` {{b}}": "```a``` «0 b»",
    # formulas
    r"\(x\)": "⟦x⟧",
    r"\( \frac{a}{{b}} \)": r"⟦ \frac{a}{{b}} ⟧",
    r"{{\(a::b\)}}": "«0 ⟦a::b⟧»",
    "\\(a\nb\\)": "⟦a\nb⟧",
    r"\(a\) and \(b\)": "⟦a⟧ and ⟦b⟧",
    r"\[x\] {{a}}": "⟦⟦x⟧⟧ «0 a»",
    r"\[ a \\[2pt] b \]": r"⟦⟦ a \\[2pt] b ⟧⟧",
    r"\[ \text{\(x\)} \]": r"⟦⟦ \text{\(x\)} ⟧⟧",
    r"\[a](b) {{c}}": r"\[a](b) «0 c»",
    r"\(x^{{2}} + \frac{a}{{b}}\)": r"⟦x^{{2}} + \frac{a}{{b}}⟧",
    r"\(a {{b}}": r"\(a «0 b»",
    # deletions in formulas
    r"\( {{a+b}} = c \)": "⟦ «0 a+b» = c ⟧",
    r"\[E = {{c2::mc^2}}\]": "⟦⟦E = «2 mc^2»⟧⟧",
    r"\( n > {{6 n}} \)": "⟦ n > «0 6 n» ⟧",
    r"\[ {{x_{1}}} \] {{a}}": "⟦⟦ «0 x_{1}» ⟧⟧ «0 a»",
    r"\({{\frac{a}{b}}}\)": r"⟦«0 \frac{a}{b}»⟧",
    r"\({{{1, 2}}}\)": "⟦«0 {1, 2}»⟧",
    r"\({{a}} + {{b}} = {{c}}\)": "⟦«0 a» + «0 b» = «0 c»⟧",
    r"\({{a {{b}}}}\)": "⟦«0 a «0 b»»⟧",
    r"{{energy is \(m{{c^2}}\)}}": "«0 energy is ⟦m«0 c^2»⟧»",
    r"\(2 \cdot {{x}} + \sin {{y}}\)": r"⟦2 \cdot «0 x» + \sin «0 y»⟧",
    r"\(\{a\} {{b}} \bmod {{c}}\)": r"⟦\{a\} «0 b» \bmod «0 c»⟧",
    r"\(\left({{x}}\right)\)": r"⟦\left(«0 x»\right)⟧",
    r"\(\text{the {{state}}}\)": r"⟦\text{the «0 state»}⟧",
    r"\(\begin{aligned}a &= b \\ {{c}} &= d\end{aligned}\)": r"⟦\begin{aligned}a &= b \\ {}«0 c» &= d\end{aligned}⟧",
    # with a number, also where a command or a script takes the braces, which then group
    r"\(x^{{c1::2}}\)": "⟦x^{«1 2»}⟧",
    r"\(\frac{{c2::a}}{{c1::b}}\)": r"⟦\frac{«2 a»}{«1 b»}⟧",
    r"\(\frac{ {{a}} }{b}\)": r"⟦\frac{ «0 a» }{b}⟧",
    r"\(\frac{{{a}}}{b} + x^{{{2}}}\)": r"⟦\frac{«0 a»}{b} + x^{«0 2»}⟧",
    r"\(\text{{{a}}} + \text {b}\)": r"⟦\text{«0 a»} + \text {b}⟧",
    r"\(\frac{{{c1::a}}}{b}\)": r"⟦\frac{«1 a»}{b}⟧",
    # hints
    r"\({{a+b::sum}} = c\)": "⟦«0 a+b | sum» = c⟧",
    r"\({{a:{}:b}}\)": "⟦«0 a:{}:b»⟧",
    r"\({{\frac{a::b}{c}::\frac{?}{c}}}\)": r"⟦«0 \frac{a::b}{c} | \frac{?}{c}»⟧",
    # braces of TeX's own
    r"\({{n}\choose k}\)": r"⟦{{n}\choose k}⟧",
    r"\({{n}\choose{k}}\)": r"⟦{{n}\choose{k}}⟧",
    r"\({{a}+{b}}\)": "⟦{{a}+{b}}⟧",
    r"\({{}}^{14}C\)": "⟦{{}}^{14}C⟧",
    r"\({ {a} } + \{\{a\}\}\)": r"⟦{ {a} } + \{\{a\}\}⟧",
    r"\(\frac{{a}}{{b}} + \mathbf {{v}} + x_ {{i}}\)": r"⟦\frac{{a}}{{b}} + \mathbf {{v}} + x_ {{i}}⟧",
    r"\(\xrightarrow{{f}} \textbf{{g}} \text{{h}}\)": r"⟦\xrightarrow{{f}} \textbf{{g}} \text{{h}}⟧",
    r"\(\textstyle{{a}} \sqrt[3]{{x}}\)": r"⟦\textstyle«0 a» \sqrt[3]{{x}}⟧",
    r"a\) {{b}}": r"a\) «0 b»",
    # a backslash keeps marks as text
    r"\{\{a\}\}": r"\{\{a\}\}",
    r"\{\{a\}\} {{b}}": r"\{\{a\}\} «0 b»",
    r"{{a\}\}}}": r"«0 a\}\}»",
    r"{{a\::b}}": r"«0 a\::b»",
    r"\\{{a}}": r"\\«0 a»",
    r"\\(a\\) {{b}}": r"\\(a\\) «0 b»",
    r"{{a}}\ "[:-1]: "«0 a»\\",
    # no marks at all
    "": "",
    "{a} } {": "{a} } {",
}

ILL_FORMED = {
    "{{a": "{{ without }}",
    "{{": "{{ without }}",
    "{{a {{b": "{{ without }}",
    "{{a::b": "{{ without }}",
    r"{{a\}}": "{{ without }}",
    "a}}": "}} without {{",
    "}}": "}} without {{",
    "{{a}}}} b": "}} without {{",
    "{{a::b {{c}} d}} e": "a deletion inside a hint",
    "{{" * 4 + "a" + "}}" * 4: "more than 3 nested deletions",
    "{{" * 5 + "a" + "}}" * 5: "more than 3 nested deletions",
    "{{" * 20_000 + "}}" * 20_000: "more than 3 nested deletions",
    "{{c0::a}}": "c0 is not the number of a deletion",
    "{{c501::a}}": "c501 is not the number of a deletion",
    "{{c000000001::a}}": "c000000001 is not the number of a deletion",
    "{{C1::a}}": "C1 is not the number of a deletion",
    "{{ c1::a}}": "c1 is not the number of a deletion",
    "{{c1:a}}": "c1 is not the number of a deletion",
    "{{с1::a}} with a Cyrillic letter": "с1 is not the number of a deletion",
    "{{c1,2::Rhine}}": "c1,2 is not the number of a deletion",
    r"\(E = {{c2::mc^2}\)": "{{ without }}",
    r"\(E = {{c501::m}}\)": "c501 is not the number of a deletion",
    r"\(E = {{C1::m}}\)": "C1 is not the number of a deletion",
    r"\({{a {{b {{c {{d}}}}}}}}\)": "more than 3 nested deletions",
    r"{{a {{b {{c \({{d}}\)}}}}}}": "more than 3 nested deletions",
    r"\(" + "{{" * 10_000 + "a" + "}}" * 10_000 + r"\)": "more than 3 nested deletions",
    r"{{a::\(b\)}}": "a formula inside a hint",
}


@pytest.mark.parametrize(("raw", "expected"), WELL_FORMED.items())
def test_marks_that_fit_together(raw: str, expected: str) -> None:
    problems: list[Problem] = []
    text = parse(raw, PLACE, problems)
    assert problems == []
    assert text
    assert shown(text.parts) == expected
    assert text.place == PLACE


@pytest.mark.parametrize(("raw", "message"), ILL_FORMED.items(), ids=lambda said: said[:24])
def test_marks_that_do_not_fit_together_are_reported_once_and_make_no_text(raw: str, message: str) -> None:
    problems: list[Problem] = []
    assert parse(raw, PLACE, problems) is None
    assert [(problem.place, problem.message) for problem in problems] == [(PLACE, message)]


def test_each_fault_of_a_text_is_reported() -> None:
    problems: list[Problem] = []
    parse("}} {{c0::a}} {{a::{{b}}}} {{c", PLACE, problems)
    assert [problem.rule for problem in problems] == [
        "unbalanced-cloze",
        "bad-number",
        "unbalanced-cloze",
        "unbalanced-cloze",
    ]


def test_words_are_the_text_with_nothing_hidden() -> None:
    text = parse(r"The {{c2::state {{swelled}}::who?}} \(x\)", PLACE, [])
    assert text
    assert text.words == r"The state swelled \(x\)"


def test_deletions_come_in_reading_order_an_outer_one_before_those_inside() -> None:
    text = parse("{{c4::a {{c3::b}}}} {{c2::c}}", PLACE, [])
    assert text
    assert [deletion.number for deletion in text.deletions] == [4, 3, 2]
