"""Letters of every script with fonts of the deck: they are shaped, embedded, searchable, and measured as they are."""

import re
from io import BytesIO
from itertools import pairwise
from pathlib import Path

import pypdfium2
import pytest
from pypdf import PdfReader

from flashgen.emit.paper.faces import BUILT_IN, MONO, faces
from flashgen.emit.paper.sheets import parts as dividing
from flashgen.emit.paper.sheets.card import cards
from flashgen.emit.paper.sheets.layouts import layout
from flashgen.emit.paper.sheets.printed import printed
from flashgen.emit.paper.typography import typography
from flashgen.emit.paper.values import long_words
from flashgen.model.deck import Deck
from flashgen.model.font import Font
from flashgen.model.place import Place
from flashgen.model.problem import Problem
from flashgen.render.blocks import Paragraph
from flashgen.render.inline import Run
from tests.check.examples import merged
from tests.conftest import DECK, Project
from tests.emit.paper.checks import CHECKS, Printed, text_in_place
from tests.emit.paper.made import FONTS, asked, project_at, sides_of

SCRIPTS = {
    "ja": (
        "han.otf",
        "上からの革命は、スターリン主義によって行われた。「直骨刃」漢字、農民の平和１２％（年）…" * 3,
        "漢字",
    ),
    "ar": ("arabic.ttf", "كانت الثورة من فوق؟ نعم، (١٩٢٨)؛ مي\u200cخواهم " * 3, "الثورة"),
    "he": ("hebrew.ttf", "שָׁלוֹם עולם, 3 שנים! " * 4, "שלום"),
    "hi": ("devanagari.ttf", "ऊपर से क्रान्ति श्री विद्यार्थी क्ष १९२८। " * 4, "क्रान्ति"),
    "th": ("thai.ttf", "การปฏิวัติจากเบื้องบนเป็นรูปแบบหนึ่งของการปฏิวัติที่ดำเนินการโดยรัฐและผู้นำของประเทศ" * 2, "รัฐ"),
}
"""A language, a font, words, and a term."""

ENTRIES = """\
  - id: asked
    ask: "{words}"
    answer: "{words}"
    page: 97
    hint: "{term}"
    extra: |
      - {term}: `{term}`
      - **{term}** (1928–1933)

      \\[ E = mc^2 \\]
  - id: term
    term: "{term}"
    means: "{term}, {term}"
    page: 96
  - id: hidden
    cloze: "{{{{{term}}}}}, {term} {{{{{term}::{term}}}}}"
    page: 96
"""


def spoken(folder: Path, language: str, fonts: str = "", words: str = "", term: str = "") -> Project:
    """Return a project with a deck in a language, and the fonts beside it."""
    font, some, one = SCRIPTS[language]
    project = project_at(folder, ENTRIES.format(words=words or some, term=term or one))
    project.write(
        "decks/small/deck.yaml", DECK.replace("language: en", f"language: {language}") + (fonts or f"fonts: {font}\n")
    )
    for file in FONTS.glob("*.?tf"):
        project.write(f"decks/small/{file.name}", file.read_bytes())
    return project


def pdf_of(deck: Deck, name: str = "a4-safe-8up") -> bytes:
    """Return the sheets of a deck without problems."""
    pdf, problems = printed(deck, deck.notes, asked(name))
    assert [problem.message for problem in problems] == []
    return pdf


def fonts_in(pdf: bytes) -> set[str]:
    """Return the names of the fonts in a PDF, without the mark of their parts."""
    pages = PdfReader(BytesIO(pdf)).pages
    found = [font.get_object() for page in pages for font in page["/Resources"].get("/Font", {}).values()]  # type: ignore[union-attr]
    return {str(font["/BaseFont"]).partition("+")[2].removesuffix("-Identity-H") for font in found}


def wrong(deck: Deck) -> list[str]:
    """Return what keeps a deck from being printed, each with its line and cure."""
    pdf, problems = printed(deck, deck.notes, asked("a4-safe-8up"))
    assert pdf == b""
    return [f"{one.place.line} {one.message}; {one.hint}" for one in problems]


@pytest.mark.parametrize("name", ["a4-safe-8up", "avery-5371"])
@pytest.mark.parametrize("language", SCRIPTS)
def test_cards_of_every_script_pass_the_checks(tmp_path: Path, language: str, name: str) -> None:
    deck = spoken(tmp_path, language).deck()
    of = Printed(pdf_of(deck, name), [*cards(deck, deck.notes)], layout(name), sides=sides_of(deck))
    # pdfium reads words that run both ways, and marks over letters, in an order of its own.
    checks = [check for check in CHECKS if check is not text_in_place or language == "ja"]
    assert [found for check in checks for found in check(of)] == []


@pytest.mark.parametrize("language", SCRIPTS)
def test_words_can_be_found_in_the_pdf(tmp_path: Path, language: str) -> None:
    deck = spoken(tmp_path, language).deck()
    said = "".join(page.get_textpage().get_text_bounded() for page in pypdfium2.PdfDocument(pdf_of(deck, "list")))
    assert said.count(SCRIPTS[language][2]) >= 5


@pytest.mark.parametrize("name", ["fold", "list", "glossary"])
@pytest.mark.parametrize("language", SCRIPTS)
def test_every_layout_takes_every_script(tmp_path: Path, language: str, name: str) -> None:
    assert len(fonts_in(pdf_of(spoken(tmp_path, language).deck(), name))) >= 2


def test_a_font_is_embedded_in_part_and_equal_fonts_give_equal_bytes(tmp_path: Path) -> None:
    one, other = (spoken(tmp_path / name, "ja").deck() for name in ("a", "b/c"))
    assert pdf_of(one) == pdf_of(other)
    assert fonts_in(pdf_of(one)) >= {"NotoSerifCJKjp-Regular", "LibertinusSerif-Regular"}
    assert len(pdf_of(one)) < 100_000


@pytest.mark.parametrize("name", ["hebrew.TTF", "hebrew.Otf", "hebrew", "hebrew.ttc"])
def test_a_font_may_have_any_name(tmp_path: Path, name: str) -> None:
    project = spoken(tmp_path, "he", f"fonts: {name}\n")
    project.write(f"decks/small/{name}", (FONTS / "hebrew.ttf").read_bytes())
    assert "NotoSerifHebrew-Regular" in fonts_in(pdf_of(project.deck()))


def test_many_cards_are_set_by_several_processes_with_the_same_fonts(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    deck = spoken(tmp_path, "he").deck()
    monkeypatch.setattr(dividing, "CARDS", 3)
    of = Printed(pdf_of(deck, "avery-5388"), [*cards(deck, deck.notes)], layout("avery-5388"), sides=sides_of(deck))
    assert [found for check in CHECKS if check is not text_in_place for found in check(of)] == []
    assert fonts_in(of.pdf) >= {"NotoSerifHebrew-Regular", "LibertinusSerif-Regular"}


def test_a_text_without_spaces_breaks_and_keeps_its_size(tmp_path: Path) -> None:
    deck = spoken(tmp_path, "ja").deck()
    page = Printed(pdf_of(deck), [], layout("a4-safe-8up")).pages[0]
    assert max(char["size"] for char in page.chars) >= 14


def parted(pdf: bytes, lines: list[float]) -> list[bool]:
    """Tell for each two lines of the first card whether there is white between them, given their heights in pt."""
    shown = pypdfium2.PdfDocument(pdf)[0].render(scale=4).to_pil().convert("L")
    card = shown.crop((160, 0, 1160, shown.height))
    inked = [card.crop((0, row, card.width, row + 1)).getextrema()[0] < 128 for row in range(card.height)]
    rows = sorted(shown.height - int(line * 4) for line in lines)
    return [not all(inked[upper:lower]) for upper, lower in pairwise(rows)]


@pytest.mark.parametrize(
    ("language", "words"),
    [("ar", "آفّ إلى جيّ كأّ " * 7), ("hi", "क्रान्ति र्थी विद्यार्थी श्री " * 6), ("th", "ปู่ย่าผู้รู้ญี่ปุ่นฎีกาซื้อปี๊บ" * 5)],
)
def test_lines_of_tall_letters_do_not_touch(tmp_path: Path, language: str, words: str) -> None:
    project = spoken(tmp_path, language)
    project.entries(f"  - {{id: e, ask: {words}, answer: a, page: 97}}\n")
    pdf = pdf_of(project.deck())
    letters = [char for char in Printed(pdf, [], layout("a4-safe-8up")).pages[0].chars if char["size"] > 10]
    lines = sorted({char["matrix"][5] for char in letters})
    apart = [*lines[:1], *(line for before, line in pairwise(lines) if line - before > 10)]
    assert len(apart) > 2
    assert all(parted(pdf, apart))


@pytest.mark.parametrize(
    ("words", "long"),
    [
        ("漢" * 40, []),
        ("การปฏิวัติจากเบื้องบนเป็นรูปแบบหนึ่ง" * 3, ["การปฏิวัติจากเบื"]),
        ("བོད་" * 40, []),
        ("ש" * 40, ["ש" * 40]),
        ("漢x漢" + "x" * 60, ["x" * 60]),
    ],
)
def test_only_what_cannot_break_is_a_long_word(words: str, long: list[str]) -> None:
    assert [word[0] for word in long_words((Paragraph((Run(words),)),), 87, 17)] == long


def test_a_deck_without_the_font_is_told_which_script_it_needs_and_which_font_has_it(tmp_path: Path) -> None:
    (said,) = wrong(spoken(tmp_path, "hi", "fonts: built-in\n").deck())[:1]
    assert said == (
        '5 asked: no font has "ऊ", "प", "र", "स", "◌े", "क", "◌्", "◌ा", "न", "त", "◌ि", "श" and 11 more '
        "(Devanagari); put the font Noto Serif Devanagari (Debian package fonts-noto-core) into the deck's folder, and "
        "add NotoSerifDevanagari-Regular.ttf to fonts: in deck.yaml"
    )


def test_letters_in_many_texts_are_one_finding_about_the_deck(tmp_path: Path) -> None:
    project = project_at(tmp_path, "".join(f"  - {{id: e-{n}, ask: 漢?, answer: 字, page: 97}}\n" for n in range(10)))
    said = (
        'in 20 texts: no font has "漢", "字" (Chinese, Japanese, Korean); put the font Noto Serif CJK (Debian package '
    )
    assert [one.startswith(f"1 {said}fonts-noto-cjk) ") for one in wrong(project.deck())] == [True]
    project.write("decks/small/hebrew.ttf", (FONTS / "hebrew.ttf").read_bytes())
    project.write("decks/small/deck.yaml", f"{DECK}fonts: hebrew.ttf\n")
    assert [one.startswith(f"7 {said}") for one in wrong(project.deck())] == [True]


@pytest.mark.parametrize(
    ("letter", "script", "font"),
    [
        ("ሀ", "Ethiopic", "Noto Serif Ethiopic (Debian package fonts-noto-core)"),
        ("한", "Chinese, Japanese, Korean", "Noto Serif CJK (Debian package fonts-noto-cjk)"),
        ("𐎠", "Old Persian", "Noto Sans Old Persian (Debian package fonts-noto-core)"),
        ("𓀀", "Egyptian hieroglyphs", "Noto Sans Egyptian Hieroglyphs (Debian package fonts-noto-core)"),
        ("𝄞", "music", "Noto Music (Debian package fonts-noto-core)"),
        ("😀", "symbols and emoji", "Symbola (Debian package fonts-symbola)"),
    ],
)
def test_a_script_has_a_font(tmp_path: Path, letter: str, script: str, font: str) -> None:
    entry = f"  - {{id: e, ask: Which is {letter}?, answer: a, page: 97}}\n"
    (said,) = wrong(project_at(tmp_path, entry).deck())
    assert said.startswith(f'4 e: no font has "{letter}" ({script}); put the font {font} into ')


@pytest.mark.parametrize(
    ("entry", "said"),
    [
        ("ask: b, answer: 'x\u0331 and y\u20dd'", ['"◌\u20dd" (other letters)']),
        ("ask: b, answer: '\u304b\u3099'", ['"\u304c" (Chinese, Japanese, Korean)']),
        ("term: \ud55c\uad6d, means: b", ['"\ud55c", "\uad6d" (Chinese, Japanese, Korean)']),
        ("term: 漢, script: 字, means: b", ['"漢" (Chinese, Japanese, Korean)', '"字" (Chinese, Japanese, Korean)']),
        ("ask: 漢 or ไ?, answer: b", ['"漢" (Chinese, Japanese, Korean) and "ไ" (Thai)']),
        ("pair: [漢, 字], relation: cause, because: b", ['"漢" (Chi', '"字" (Chi']),
        ("quote: '漢 {{b}}', by: 字, of: b", ['"漢" (Chi', '"字" (Chi']),
        ("list: b, items: [漢, 字, b]", ['"漢" (Chi', '"字" (Chi']),
        ("cloze: '{{b::漢}} b', hint: 字", ['"漢" (Chi', '"字" (Chi']),
        ("ask: 'What is \\(漢\\)?', answer: b", ['"漢" (Chi']),
        ("ask: b, answer: 'नि\u200dष'", ['"न", "◌ि", "ष" (Devanagari)']),
    ],
)
@pytest.mark.parametrize("name", ["a4-safe-8up", "list"])
def test_each_text_with_such_letters_is_one_finding_in_its_place(
    tmp_path: Path, entry: str, said: list[str], name: str
) -> None:
    deck = project_at(tmp_path, f"  - {{id: e, {entry}, page: 97}}\n").deck()
    found = printed(deck, deck.notes, asked(name))[1]
    texts = [one for one in found if one.rule == "no-letter"]
    assert all(one.message.startswith(f"e: no font has {start}") for one, start in zip(texts, said, strict=True))
    assert {one.place.path for one in texts} == {"decks/small/06-pattern.yaml"}
    assert len({one.place for one in texts}) == len(texts)


def test_of_a_rare_letter_no_font_is_known(tmp_path: Path) -> None:
    (said,) = wrong(project_at(tmp_path, "  - {id: e, ask: Which is \U00010840?, answer: a, page: 97}\n").deck())
    assert said.startswith('4 e: no font has "\U00010840" (other letters); put a font that has these letters into ')


def listed(tmp_path: Path, fonts: list[Font], kind: str) -> list[str]:
    """Return the families in order for a way of writing; one that is asked for some letters only has a star."""
    problems: list[Problem] = []
    found = faces(fonts, tmp_path, problems).families[kind]
    assert problems == []
    return [face if isinstance(face, str) else f"{face['name']}*" for face in found]


def font(name: str) -> Font:
    """Return a font for tests, or the built-in one."""
    return Font(name, Place("deck.yaml", 1, 1), None if name == "built-in" else FONTS / name)


HEBREW, ARABIC, HAN = "Noto Serif Hebrew", "Noto Naskh Arabic", "Noto Serif CJK JP"


@pytest.mark.parametrize(
    ("names", "kind", "order"),
    [
        ([], "Hebrew", [BUILT_IN]),
        (["hebrew.ttf", "arabic.ttf"], "European", [f"{BUILT_IN}*", HEBREW, ARABIC, BUILT_IN]),
        (["hebrew.ttf", "arabic.ttf"], "Hebrew", [f"{BUILT_IN}*", HEBREW, BUILT_IN, ARABIC]),
        (["hebrew.ttf", "arabic.ttf"], "Arabic", [f"{BUILT_IN}*", ARABIC, BUILT_IN, HEBREW]),
        (["hebrew.ttf", "han.otf"], "JP", [f"{BUILT_IN}*", HAN, BUILT_IN, HEBREW]),
        (["hebrew.ttf", "hebrew.ttf"], "code", [MONO, BUILT_IN, HEBREW]),
        (["hebrew.ttf", "built-in", "arabic.ttf"], "European", [HEBREW, f"{BUILT_IN}*", ARABIC, BUILT_IN]),
        (["hebrew.ttf", "built-in"], "code", [MONO, HEBREW, BUILT_IN]),
        (["hebrew.ttf", "built-in"], "Arabic", [HEBREW, BUILT_IN]),
    ],
)
def test_fonts_are_asked_in_order(tmp_path: Path, names: list[str], kind: str, order: list[str]) -> None:
    assert listed(tmp_path, [font(name) for name in names], kind) == order


@pytest.mark.parametrize(
    ("tag", "lang", "region", "fonts"),
    [
        ("en", "en", None, "European"),
        ("pt-BR", "pt", "BR", "European"),
        ("", "en", None, "European"),
        ("he", "he", None, "Hebrew"),
        ("HE-il", "he", "IL", "Hebrew"),
        ("he-Latn", "he", None, "European"),
        ("pa", "pa", None, "Gurmukhi"),
        ("pa-Arab", "pa", None, "Arabic"),
        ("ja", "ja", None, "JP"),
        ("ja-Latn", "ja", None, "European"),
        ("zh", "zh", "CN", "SC"),
        ("zh-Hant", "zh", "TW", "TC"),
        ("zh-Hant-HK", "zh", "HK", "HK"),
        ("zh-TW", "zh", "TW", "TC"),
        ("yue", "yue", None, "HK"),
        ("sr-Latn-RS", "sr", "RS", "European"),
    ],
)
def test_a_language_has_its_script_and_region(tag: str, lang: str, region: str | None, fonts: str) -> None:
    found = typography(tag)
    assert (found["lang"], found["region"], found["fonts"]) == (lang, region, fonts)


def test_an_own_font_before_the_built_in_one_sets_everything(tmp_path: Path) -> None:
    entries = "  - {id: e, ask: '3 (1928)?', answer: '12', page: 97}\n"
    project = project_at(tmp_path, entries)
    project.write("decks/small/hebrew.ttf", (FONTS / "hebrew.ttf").read_bytes())
    for fonts, own in (("hebrew.ttf", False), ("[hebrew.ttf, built-in]", True)):
        project.write("decks/small/deck.yaml", f"{DECK}fonts: {fonts}\n")
        assert ("NotoSerifHebrew-Regular" in fonts_in(pdf_of(project.deck()))) == own


def test_each_word_says_its_language_and_region(tmp_path: Path) -> None:
    entry = "  - {id: e, term: peace, script: 平和, means: a, page: 97}\n"
    project = spoken(tmp_path, "ja")
    project.write("decks/small/deck.yaml", merged(DECK, "term_language: zh-Hant\nfonts: han.otf\n"))
    project.entries(entry)
    assert {b"en", b"zh-TW"} <= set(re.findall(rb"/Lang\(([^)]*)\)", pdf_of(project.deck())))
