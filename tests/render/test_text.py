"""Texts into HTML: what is written, and what reaches the card."""

import pytest

from flashgen.load.syntax import parse
from flashgen.model.place import Place
from flashgen.model.text import Deletion, Text
from flashgen.render.text import block, inline, plain

HERE = Place("a.yaml", 1, 1)


def text(written: str) -> Text:
    """Return a text without problems."""
    problems: list = []
    read = parse(written, HERE, problems)
    assert problems == []
    return read


@pytest.mark.parametrize(
    ("written", "html"),
    [
        ("plain words", "plain words"),
        ("*thin*, **bold**, `code`", "<em>thin</em>, <strong>bold</strong>, <code>code</code>"),
        ("a < b & c > d", "a &lt; b &amp; c &gt; d"),
        ("AT&amp;T", "AT&amp;T"),
        ('it\'s "so"', 'it\'s "so"'),
        ('*it\'s "so"*', "<em>it's &quot;so&quot;</em>"),
        ("<b>not bold</b>", "&lt;b&gt;not bold&lt;/b&gt;"),
        ("two\nlines", "two\nlines"),
        ("two\\\nlines", "two<br />\nlines"),
        ("[a](https://example.org/?x=1&y=2)", '<a href="https&#58;//example.org/?x=1&amp;y=2">a</a>'),
        ("[a](zotero://select/1)", '<a href="zotero&#58;//select/1">a</a>'),
        ("[a](javascript:alert(1))", "[a](javascript:alert(1))"),
        ("[a](file:///etc/passwd)", "[a](file:///etc/passwd)"),
        ("![a](b.png)", "![a](b.png)"),
        (r"\(x_1 < *y*\)", r"\(x_1 &lt; *y*\)"),
        (r"\\(x\\)", r"<span>\</span>(x<span>\</span>)"),
        (
            "the term барщина, and крепостное право here",
            'the term <span lang="ru">барщина</span>, and <span lang="ru">крепостное право</span> here',
        ),
        ("трудодни́", '<span lang="ru">трудодни́</span>'),
        ("café Kluczevský", "café Kluczevský"),
        ("*барщина*", '<em><span lang="ru">барщина</span></em>'),
        ("a :: b }} c", "a :<!-- -->: b }<!-- -->} c"),
    ],
)
def test_inline_text_is_markdown_escaped_once(written: str, html: str) -> None:
    assert inline(Text((written,), HERE) if "}}" in written else text(written), "ru") == html


@pytest.mark.parametrize(
    ("written", "html"),
    [
        ("{{a}} b", "{{c0::a}} b"),
        ("{{a::*h*}} b", "{{c0::a::<em>h</em>}} b"),
        ("**{{a}} b**", "<strong>{{c0::a}} b</strong>"),
        ("{{**a**}}", "{{c0::<strong>a</strong>}}"),
        ("{{a {{b}}}}", "{{c0::a {{c0::b}}<!-- -->}}"),
        ("{{a\\::b}}", "{{c0::a:<!-- -->:b}}"),
        ("{{:a:}}", "{{c0::<!-- -->:a:<!-- -->}}"),
        ("{{`a::b`}}", "{{c0::<code>a:<!-- -->:b</code>}}"),
        ('[x](https://e.org "{{a}}") {{b}}', "[x](https://e.org &quot;{{c0::a}}&quot;) {{c0::b}}"),
        ("[x](<https://e.org/{{a}}>) *b*", "[x](&lt;https://e.org/{{c0::a}}&gt;) <em>b</em>"),
        ("[{{a}}](https://e.org)", '<a href="https&#58;//e.org">{{c0::a}}</a>'),
        ("war{{ *communism*}}", "war{{c0:: <em>communism</em>}}"),
        (r"{{b::\*h\* c\::d}}", "{{c0::b::*h* c:<!-- -->:d}}"),
        ("[sound {{a}} b]", "[<!-- -->sound {{c0::a}} b]"),
        ("[LaTeX]{{a}}[/LaTeX]", "[<!-- -->LaTeX]{{c0::a}}[<!-- -->/LaTeX]"),
        (r"\([$]x\) {{a}}", r"\([{}$]x\) {{c0::a}}"),
        (r"\( {{a+b}} = c \)", r"\( {{c0::a+b}} = c \)"),
        (r"\[ {{a < b}} \]", r"\[ {{c0::a &lt; b}} \]"),
        (r"\({{a+b::the sum}}\)", r"\({{c0::a+b::\text{the sum} }}\)"),
        (r"\({{a+b::50% & more}}\)", r"\({{c0::a+b::\text{50% &amp; more} }}\)"),
        (r"\({{a+b::x_1}}\)", r"\({{c0::a+b::x_1}}\)"),
        (r"\({{x^{2}}}\)", r"\({{c0::x^{2} }}\)"),
        (r"\({{{x}^2}}\)", r"\({{c0::{x}^2}}\)"),
        (r"\({{:a:}}\)", r"\({{c0:: :a: }}\)"),
        (r"\({{a:::b}}\)", r"\({{c0::a::\text{:b} }}\)"),
        (r"\({{a:::_b:}}\)", r"\({{c0::a:: :_b: }}\)"),
        (r"\({{a:{}:b}} :: c\)", r"\({{c0::a:{}:b}} :{}: c\)"),
        (r"\(\frac{{c1::a}}{{c2::b}}\)", r"\(\frac{ {{c1::a}} }{ {{c2::b}} }\)"),
        (r"\(x^{{c1::y_{{c2::1}}}}\)", r"\(x^{ {{c1::y_{ {{c2::1}} } }} }\)"),
        (r"\(\text{a {{b::c}} and {{d::e}} f}\)", r"\(\text{a {{c0::b::c}} and {{c0::d::e}} f}\)"),
        (r"{{so \(m{{c^2}}\)}}", r"{{c0::so \(m{{c0::c^2}}\)}}"),
    ],
)
def test_deletions_are_written_as_anki_reads_them(written: str, html: str) -> None:
    assert inline(text(written), "ru") == html


@pytest.mark.parametrize(
    ("written", "html"),
    [
        ("words", "words"),
        ("- one\n- two", "<ul>\n<li>one</li>\n<li>two</li>\n</ul>"),
        ("1. one", "<ol>\n<li>one</li>\n</ol>"),
        ("![map](my%20map.PNG)", '<p><img src="stored-my map.PNG" alt="map" /></p>'),
        ("![map](https://example.org/x.png)", '<p><img src="stored-https&#58;//example.org/x.png" alt="map" /></p>'),
        (r'![\(a"b\)](map.png)', '<p><img src="stored-map.png" alt="…" /></p>'),
        ("[map](../secret.png)", "<p>[map](../secret.png)</p>"),
        ("a\n\nb", "<p>a</p>\n<p>b</p>"),
    ],
)
def test_extra_text_may_have_blocks_and_images(written: str, html: str) -> None:
    assert block(text(written), "ru", "en", lambda name: f"stored-{name}") == html


def test_no_text_is_no_html() -> None:
    assert inline(None, "ru") == ""
    assert block(None, "ru", "en", str) == ""


@pytest.mark.parametrize(
    ("left", "right", "html"),
    [
        ("*args", "kwargs*", "*args and kwargs*"),
        ("*thin*", "**bold**", "<em>thin</em> and <strong>bold</strong>"),
        ("see [1", "b](https://e.org)", "see [1 and b](https://e.org)"),
        ("C:\\", "D:\\", r"C:<span>\</span> and D:<span>\</span>"),
    ],
)
def test_marks_of_texts_inside_a_text_do_not_pair_up(left: str, right: str, html: str) -> None:
    whole = Text((Text((left,), HERE), " and ", Text((right,), HERE)), HERE)
    assert inline(whole, "") == html


def test_a_text_of_its_own_language_says_so_once() -> None:
    assert inline(Text(("барщина",), HERE, "ru"), "ru") == '<span lang="ru">барщина</span>'
    assert inline(Text(("barshchina",), HERE, "ru-Latn"), "ru") == '<span lang="ru-Latn">barshchina</span>'


@pytest.mark.parametrize(
    ("language", "written", "html"),
    [
        ("el", "the πόλις", 'the <span lang="el">πόλις</span>'),
        ("sr-Cyrl", "село", '<span lang="sr-Cyrl">село</span>'),
        ("ru", "the πόλις", "the πόλις"),
        ("en", "Что это", "Что это"),
    ],
)
def test_only_letters_of_the_terms_language_are_marked_as_it(language: str, written: str, html: str) -> None:
    assert inline(text(written), language) == html


def test_without_a_term_language_other_letters_are_left_alone() -> None:
    assert inline(Text(("барщина",), HERE), "") == "барщина"


def test_words_that_are_not_markdown_are_only_escaped() -> None:
    assert plain("*V* <b> {{c1::x}}") == "*V* &lt;b&gt; {<!-- -->{c1:<!-- -->:x}<!-- -->}"


def test_a_deletion_that_is_empty_needs_no_comment() -> None:
    assert inline(Text((Deletion(1, ()),), HERE), "") == "{{c1::}}"
