"""Any text comes back from Anki as it was written, and no deletion lets its words out."""

import json
import re
import tempfile
from collections.abc import Sequence
from pathlib import Path
from unicodedata import normalize

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from flashgen.model.text import words
from tests.anki.conftest import Anki, opened, shown
from tests.conftest import DECK, HEAD, SOURCE, Project

SEEN = st.characters(codec="utf-8", exclude_categories=["Cc", "Cs", "Cn", "Zl", "Zp"])
WORDS = st.text(SEEN, min_size=1, max_size=40)
"""All that a text can hold in one line."""

SECRET = "XYZZY"
JUNK = st.text(st.sampled_from("{}:[]()<>\\/&;*_`~!|#$%^+=-'\"@? c1x\t\n"), max_size=30)
"""The characters that mean something to YAML, Markdown, HTML, TeX or Anki."""

TEX = st.lists(
    st.sampled_from(("{", "}", "{a}", "{{b}}", "^", "_", "::", ":", "\\frac", "\\{", "[", "]", " ", "&")), max_size=6
).map("".join)
"""Pieces of TeX that mean something to Anki too."""


def small(folder: str, *entries: str) -> Project:
    """Return a project of these entries."""
    project = Project(Path(folder))
    project.write("source/tucker-1999.yaml", SOURCE)
    project.write("decks/small/deck.yaml", DECK)
    written = [f"  - id: e{number}\n{entry}    page: 98\n" for number, entry in enumerate(entries)]
    project.entries("".join(written), head=HEAD)
    return project


def quoted(words: str) -> str:
    """Return words as YAML in double quotes."""
    return json.dumps(words, ensure_ascii=False)


def literal(words: str) -> str:
    """Return Markdown that stands for exactly these words."""
    return re.sub(r"([!-'*-/:-@\[\\^-`{-~])", r"\\\1", words)


def folded(words: str) -> str:
    """Return words as they look: composed, with one space wherever there is white space."""
    return " ".join(normalize("NFC", words).split())


def sides(anki: Anki) -> list[tuple[str, str]]:
    """Return front and back of all cards, as seen."""
    return [(shown(card.question()), shown(card.answer())) for card in anki.cards()]


@settings(max_examples=25, deadline=None)
@given(st.lists(WORDS.filter(lambda words: folded(words) != ""), min_size=1, max_size=20))
def test_any_words_in_any_field_come_back_as_written(texts: Sequence[str]) -> None:
    entries = [
        f"    ask: {quoted('Q ' + literal(text))}\n    answer: {quoted('A ' + literal(text) + ' Z')}\n"
        f"    extra: {quoted('E ' + literal(text) + ' X')}\n"
        for text in texts
    ]
    with tempfile.TemporaryDirectory() as folder:
        deck = small(folder, *entries).deck()
        for anki in opened(Path(folder)):
            anki.load(deck)
            for text, (front, back) in zip(texts, sides(anki), strict=True):
                assert folded(f"Q {text}") in front
                assert folded(f"A {text} Z") in back
                assert folded(f"E {text} X") in back


@settings(max_examples=25, deadline=None)
@given(st.lists(st.tuples(WORDS, WORDS, WORDS), min_size=1, max_size=20))
def test_any_words_in_a_deletion_are_hidden_whole_and_shown_whole(texts: Sequence[tuple[str, str, str]]) -> None:
    raw = [f"B{literal(a)} {{{{M{literal(b)}W}}}} {literal(c)}E" for a, b, c in texts]
    with tempfile.TemporaryDirectory() as folder:
        deck = small(folder, *(f"    cloze: {quoted(text)}\n" for text in raw)).deck()
        for anki in opened(Path(folder)):
            anki.load(deck)
            for (a, b, c), (front, back) in zip(texts, sides(anki), strict=True):
                assert folded(f"B{a} [...] {c}E") in front
                assert folded(f"B{a} M{b}W {c}E") in back


def hides(folder: str, entry: str) -> bool:
    """Tell whether an entry has no problems and hides the secret word, not as a hint but as an answer."""
    deck, problems = small(folder, entry).read()
    found = [] if problems or not deck else [text for text in deck.notes[0].fields if text]
    hidden = [deletion for text in found for deletion in text.deletions]
    return any(SECRET in words(one.parts) for one in hidden) and not any(SECRET in one.hint for one in hidden)


@settings(max_examples=60, deadline=None)
@given(st.lists(st.tuples(JUNK, JUNK, JUNK, JUNK), min_size=1, max_size=20))
def test_no_marks_around_or_in_a_deletion_let_its_words_out(texts: Sequence[tuple[str, str, str, str]]) -> None:
    raw = [f"    cloze: {quoted(f'{a} {{{{{b} {SECRET} {c}}}}} {d}')}\n" for a, b, c, d in texts]
    stay_hidden(raw)


@settings(max_examples=60, deadline=None)
@given(st.lists(st.tuples(TEX, TEX, TEX, TEX), min_size=1, max_size=20))
def test_no_tex_around_or_in_a_deletion_of_a_formula_lets_its_words_out(
    texts: Sequence[tuple[str, str, str, str]],
) -> None:
    raw = [rf"\( {a} {{{{c1::{b} {SECRET} {c}}}}} {d} \) {{{{z}}}}" for a, b, c, d in texts]
    stay_hidden([f"    cloze: {quoted(text)}\n" for text in raw])


def stay_hidden(raw: Sequence[str]) -> None:
    """Import those of the entries that hide the secret word; it must be on all cards but on the fronts of its own."""
    with tempfile.TemporaryDirectory() as folder:
        entries = [entry for number, entry in enumerate(raw) if hides(f"{folder}/{number}", entry)]
        deck = small(f"{folder}/all", *entries).deck() if entries else None
        for anki in opened(Path(folder)) if deck else ():
            anki.load(deck)
            for note in deck.notes:
                numbers = {one.number for one in note.fields[0].deletions if SECRET in words(one.parts)}
                for card in anki.notes()[note.id].cards():
                    assert (SECRET in shown(card.question())) == (card.ord + 1 not in numbers)
                    assert SECRET in shown(card.answer())


@pytest.mark.parametrize(
    ("written", "front", "back"),
    [
        ("a {{std\\::vector}} z", "a [...] z", "a std::vector z"),
        ("a {{b::hint}} z", "a [hint] z", "a b z"),
        ("a {{x }\\} y}} z", "a [...] z", "a x }} y z"),
        ("a {{set \\}}} z", "a [...] z", "a set } z"),
        ("a {{:b:}} z", "a [...] z", "a :b: z"),
        ("a {{b:::h}} z", "a [:h] z", "a b z"),
        ("a {{1 < 2 & 3}} z", "a [...] z", "a 1 < 2 & 3 z"),
        ("a {{<b>bold</b>}} z", "a [...] z", "a <b>bold</b> z"),
        ("a {{**bold** and *thin*}} z", "a [...] z", "a bold and thin z"),
        ("**a {{b}} c** z", "a [...] c z", "a b c z"),
        ("a {{[link](https://example.org/?a::b}})}} z", "a [...])}} z", "a"),
        (r"a {{\(\frac{1}{{2}}\)}} z", "a [...] z", r"a \(\frac{1}{ {2} }\) z"),
        (r"\(\binom{{n}}{k}::x\) {{b}} z", r"\(\binom{ {n} }{k}:{}:x\) [...] z", r"x\) b z"),
        (r"a \{\{c1::open\}\} {{b}} z", "a {{c1::open}} [...] z", "a {{c1::open}} b z"),
        ("a [sound:x.mp3] {{b}} z", "a [sound:x.mp3] [...] z", "a [sound:x.mp3] b z"),
        ("a `code {{x}} {c}` {{b}} z", "a code {{x}} {c} [...] z", "a code {{x}} {c} b z"),
        ("a {{`std::vector`}} z", "a [...] z", "a std::vector z"),
        ("a {{`{{ x }}`::`{% %}`}} z", "a [{% %}] z", "a {{ x }} z"),
        (r"a {{``\(x\) ` \::``}} z", "a [...] z", r"a \(x\) ` \:: z"),
        ('a `{"a": {"b": 1}}` {{b}} z', 'a {"a": {"b": 1}} [...] z', 'a {"a": {"b": 1}} b z'),
        ("a {{{1, 2}}} z", "a [...] z", "a {1, 2} z"),
        ("a {{b::*h*}} z", "a [h] z", "a b z"),
        (r"a \[ x^2 \] {{b}} z", r"a \[ x^2 \] [...] z", r"a \[ x^2 \] b z"),
        ("<script>alert(1)</script> {{b}} z", "<script>alert(1)</script> [...] z", "b z"),
        ("[x](javascript:alert(1)) {{b}} z", "[x](javascript:alert(1)) [...] z", "b z"),
        ("барщина {{трудодни}} z", "барщина [...] z", "барщина трудодни z"),
    ],
)
def test_marks_of_yaml_markdown_html_tex_and_anki_are_only_words(
    project: Project, anki: Anki, written: str, front: str, back: str
) -> None:
    project.entries(f"  - id: one\n    page: 98\n    cloze: {quoted(written)}\n")
    deck, problems = project.read()
    rules = {problem.rule for problem in problems}
    if rules == {"unbalanced-cloze"}:
        return
    assert rules <= {"unsafe-html", "unsafe-link"}
    assert deck
    anki.load(deck)
    (question, answer), *_ = sides(anki)
    assert front in question
    assert back in answer


@pytest.mark.parametrize(
    ("written", "seen"),
    [
        ("{{a {{b}} c}} d", [("[...] d", "a b c d"), ("a [...] c d", "a b c d")]),
        ("{{c2::a}} {{b}}", [("a [...]", "a b"), ("[...] b", "a b")]),
        (r"\( {{a+b}} = c \)", [(r"\( [...] = c \)", r"\( a+b = c \)")]),
        (
            r"\[ {{a}} = {{b^{2}::what?}} \]",
            [(r"\[ [...] = b^{2} \]", r"\[ a = b^{2} \]"), (r"\[ a = [\text{what?} ] \]", "b^{2}")],
        ),
        (
            r"\(\frac{{c1::a}}{{c2::x_{1}}}\)",
            [(r"\frac{ [...] }{ x_{1} }\)", "a"), (r"\frac{ a }{ [...] }\)", "x_{1}")],
        ),
        (
            r"\({{c1::a {{c2::b}}}}\) {{c}}",
            [(r"\([...]\) c", r"\(a b \) c"), (r"\(a [...] \) c", "a b"), (r"\(a b \) [...]", "c")],
        ),
        (r"{{so \({{c}} = d\)}}", [("[...]", r"so \(c = d\)"), (r"so \([...] = d\)", r"so \(c = d\)")]),
        ("{{c1::a}} {{c1::b}} {{c}}", [("[...] [...] c", "a b c"), ("a b [...]", "a b c")]),
    ],
)
def test_each_number_hides_its_own_words(
    project: Project, anki: Anki, written: str, seen: list[tuple[str, str]]
) -> None:
    project.entries(f"  - id: one\n    page: 98\n    cloze: {quoted(written)}\n")
    anki.load(project.deck())
    found = sides(anki)
    assert len(found) == len(seen)
    for (front, back), (question, answer) in zip(seen, found, strict=True):
        assert question.endswith(front)
        assert back in answer


def test_tags_of_any_script_are_in_anki_as_they_are_written(project: Project, anki: Anki) -> None:
    tags = ["été", "größe", "日本::京都", "тег", "😀", "C++", "a:b", "a,b", "it's", "a*b", "#1", "(x)", "e\u0301tude"]
    project.entries(
        f"  - id: one\n    page: 98\n    ask: a\n    answer: b\n    tags: {json.dumps(tags, ensure_ascii=False)}\n"
    )
    anki.load(project.deck())
    kept = set(anki.notes()["one"].tags)
    assert {f"small::{normalize('NFC', tag)}" for tag in tags} <= kept


@pytest.mark.parametrize(
    "said",
    ["[sound:a.mp3]", "[latex]x[/latex]", "[anki:play:q:0]", r"\(x\)", "<b>x</b>", "'\"><i>x", "&amp;", "a::b", "*x*"],
)
def test_a_phrase_of_the_deck_is_shown_as_it_was_written(said: str, project: Project, anki: Anki) -> None:
    names = ("colon", "hint", "page_says", "in_context", "withdrawn", "withdrawn_advice", "term_meaning")
    phrases = json.dumps(dict.fromkeys(names, said) | {"locators": {"page": said}})
    project.write("decks/small/deck.yaml", f"{DECK}words: {phrases}\n")
    project.entries("  - {id: t, term: barshchina, means: a labour due, hint: Q, page: 98, withdrawn: It is wrong.}\n")
    anki.load(project.deck())
    project.entries("  - {id: t, term: barshchina, means: a labour due, hint: Q, page: 98}\n")
    anki.load(project.deck())
    card, _ = anki.cards()
    rendered = card.render_output()
    assert not rendered.question_av_tags
    assert not rendered.answer_av_tags
    assert shown(card.question()).split().count(said) >= 2
    assert f"{said} {said} 98{said}" in shown(card.answer())
    assert not re.search(r"<b>x|<i>|\\\(x|\[latex", card.answer())
