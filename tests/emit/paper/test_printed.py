"""Decks into PDFs: whatever keeps one from being made is told at once, by card, side and how much it is over."""

import runpy
import subprocess
import sys
from io import BytesIO
from pathlib import Path

import pdfplumber
import pytest
from pypdf import PdfReader

from flashgen.emit.paper import engine, jobs
from flashgen.emit.paper.sheets import parts as dividing
from flashgen.emit.paper.sheets.card import cards
from flashgen.emit.paper.sheets.geometry import FARTHEST
from flashgen.emit.paper.sheets.layouts import layout
from flashgen.emit.paper.sheets.options import SheetOptions
from flashgen.emit.paper.sheets.parts import parts
from flashgen.emit.paper.sheets.printed import printed
from flashgen.errors import EngineError, NoEngineError, NothingToPrintError
from flashgen.model.deck import Deck
from tests.conftest import DECK
from tests.emit.paper.checks import CHECKS, MM, Printed, legible, right_pages
from tests.emit.paper.made import HARD, LINK, asked, made, project_at

ONE = "  - {id: one, ask: Who?, answer: Peter, page: 97}\n"


def deck_at(folder: Path, entries: str = HARD) -> Deck:
    """Return a deck of some entries."""
    return project_at(folder, entries).deck()


def wrong(deck: Deck, name: str = "a4-safe-8up") -> list[str]:
    """Return what keeps a deck from being printed, each with its line."""
    pdf, problems = printed(deck, deck.notes, asked(name))
    assert pdf == b""
    return [f"{one.place.line} {one.rule} {one.message}" for one in problems]


def sound(deck: Deck, how: SheetOptions) -> bytes:
    """Return the PDF of a deck without problems."""
    pdf, problems = printed(deck, deck.notes, how)
    assert problems == ()
    return pdf


def said(pdf: bytes) -> list[str]:
    """Return the text of each page."""
    return [page.extract_text() for page in PdfReader(BytesIO(pdf)).pages]


def test_what_is_too_long_is_told_for_all_cards_at_once_with_side_and_millimetres(tmp_path: Path) -> None:
    long = "word " * 390
    entries = f"  - {{id: front, ask: {long}, answer: a, page: 97}}\n"
    entries += f"  - {{id: back, ask: b, answer: {long}, page: 97}}\n"
    deck = deck_at(tmp_path, ONE + entries)
    front, back = wrong(deck)
    assert front.startswith("5 too-long front, front: does not fit in 6 pt: ")
    assert back.startswith("6 too-long back, back: does not fit in 6 pt: ")
    assert front.endswith(" mm over")


@pytest.mark.parametrize("name", ["a4-safe-8up", "fold"])
def test_a_text_that_fits_no_card_is_found_once_and_never_set(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    words = " ".join(f"and {{{{word{number}}}}} with words around it" for number in range(500))
    deck = deck_at(tmp_path, f"  - {{id: long, cloze: '{words}', page: 97}}\n")
    monkeypatch.setattr(jobs, "pages", None)
    (found,) = wrong(deck, name)
    assert found.startswith("4 too-long long: does not fit in 6 pt: at least ")


def test_the_many_cards_of_one_long_text_fit(tmp_path: Path) -> None:
    words = " ".join(f"{{{{{one}{other}}}}}" for one in "abcdefghijklmnop" for other in "abcdefghijklmnopqrst")
    deck = deck_at(tmp_path, f"  - {{id: many, cloze: '{words}', page: 97}}\n")
    some = tuple(cards(deck, deck.notes))[:17]
    printed_cards = made(deck, some, asked("a4-safe-8up"))
    assert [fault for check in CHECKS for fault in check(printed_cards)] == []


def test_a_text_that_fits_no_card_hides_no_other_finding(tmp_path: Path) -> None:
    entries = f"  - {{id: long, ask: {'word ' * 3900}, answer: a, page: 97}}\n"
    entries += "  - {id: han, ask: Who?, answer: 漢, page: 97}\n"
    found = wrong(deck_at(tmp_path, entries + ONE))
    assert [one.partition(":")[0] for one in found] == ["4 too-long long", "5 no-letter han"]


def test_ten_thousand_letters_without_a_blank_are_too_wide(tmp_path: Path) -> None:
    (said,) = wrong(deck_at(tmp_path, f"  - {{id: wide, ask: {'x' * 10_000}, answer: a, page: 97}}\n"))
    assert said.startswith("4 too-long wide: does not fit in 6 pt: at least ")


def test_letters_that_the_font_lacks_are_told_for_all_cards_at_once(tmp_path: Path) -> None:
    entries = (
        "  - {id: han, ask: 漢 or 字?, answer: 漢, page: 97}\n  - {id: thai, ask: a, answer: b, extra: ไทย, page: 97}\n"
    )
    found = wrong(deck_at(tmp_path, entries))
    assert found == [
        '4 no-letter han: no font has "漢", "字" (Chinese, Japanese, Korean)',
        '4 no-letter han: no font has "漢" (Chinese, Japanese, Korean)',
        '5 no-letter thai: no font has "ไ", "ท", "ย" (Thai)',
    ]


def test_letters_in_a_title_or_name_are_told_where_they_stand(tmp_path: Path) -> None:
    project = project_at(tmp_path, ONE)
    project.entries(ONE, head="chapter: VI\ntitle: The 漢\nentries:\n")
    assert wrong(project.deck()) == ['2 no-letter no font has "漢" (Chinese, Japanese, Korean)']


def test_a_letter_that_stands_on_no_card_is_told_of_the_deck(tmp_path: Path) -> None:
    project = project_at(tmp_path)
    source = tmp_path / "source/tucker-1999.yaml"
    source.write_text(source.read_text("utf-8").replace("title: Stalinism", "title: 漢 Stalinism"), "utf-8")
    assert wrong(project.deck(), "glossary") == ['1 no-letter no font has "漢" (Chinese, Japanese, Korean)']


def test_what_no_font_draws_is_no_letter(tmp_path: Path) -> None:
    deck = deck_at(tmp_path, "  - {id: e, ask: 'What is ©\ufe0f in so\u00adft ❤\ufe0f?', answer: b, page: 97}\n")
    assert wrong(deck) == ['4 no-letter e: no font has "❤" (symbols and emoji)']


def test_a_formula_in_display_stands_on_a_line_of_its_own(tmp_path: Path) -> None:
    entry = "  - id: e\n    ask: 'What is \\[ E \\] here?'\n    answer: 'the \\[ \\frac{1}{2} \\]'\n    page: 97\n"
    front, _ = said(sound(deck_at(tmp_path, entry), asked("a4-safe-8up")))
    rows = [line.strip() for line in front.splitlines()]
    assert rows.index("What is") + 1 < rows.index("here?")


def test_a_formula_that_cannot_be_set_is_refused_by_name(tmp_path: Path) -> None:
    deck = deck_at(tmp_path, "  - {id: tex, ask: 'What is \\( \\verb|x| \\)?', answer: b, page: 97}\n")
    assert wrong(deck) == [
        '4 unknown-tex tex, front: cannot be set as a formula: unknown command "\\verb" in \\(\\verb|x|\\)'
    ]


def test_a_formula_too_long_for_pdf_is_refused_and_shown_in_part(tmp_path: Path) -> None:
    entry = "  - id: tex\n    ask: 'What is \\( {} \\)?'\n    answer: b\n    page: 97\n"
    _, found = wrong(deck_at(tmp_path / "long", entry.format("\\(" * 9_000)))
    assert found.startswith("5 unknown-tex tex, front: cannot be set as a formula: more than 2,000 characters in ")
    assert len(found) < 200
    assert found.endswith("…\\)")
    assert sound(deck_at(tmp_path / "short", entry.format("x + " * 20 + "x")), asked("a4-safe-8up"))


def test_a_link_that_is_not_https_is_refused(tmp_path: Path) -> None:
    deck = deck_at(tmp_path, "  - {id: link, ask: a, answer: 'see [it](http://example.org)', page: 97}\n")
    assert wrong(deck) == ["4 unsafe-link link, back: links to http://example.org, which is not https"]


def test_an_image_that_cannot_be_read_is_told_for_each_card_that_shows_it(tmp_path: Path) -> None:
    extra = "'![x](flat.svg) ![y](estate.png)'"
    project = project_at(tmp_path, f"  - {{id: broken, ask: a, answer: b, extra: {extra}, page: 97}}\n{ONE}")
    project.write("decks/small/flat.svg", '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="0"/>')
    assert wrong(project.deck()) == ['4 broken-image broken, back: the image "flat.svg" cannot be printed']


def test_in_a_list_and_a_glossary_too(tmp_path: Path) -> None:
    deck = deck_at(tmp_path, f"  - {{id: wide, term: {'x' * 200}, means: a, page: 97}}\n")
    for name in ("list", "glossary"):
        assert wrong(deck, name)[0].startswith("4 too-long wide")


def test_many_cards_are_set_by_several_processes_and_are_one_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    deck = deck_at(tmp_path)
    whole = sound(deck, asked("avery-5388"))
    monkeypatch.setattr(dividing, "CARDS", 3)
    parts = sound(deck, asked("avery-5388"))
    assert said(parts) == said(whole)
    of = Printed(parts, [*cards(deck, deck.notes)], layout("avery-5388"))
    assert [found for check in CHECKS for found in check(of)] == []
    assert sound(deck, asked("avery-5388")) == parts


def test_readers_find_one_document_in_the_tags_of_all_parts_and_nothing_to_complain_of(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(dividing, "CARDS", 3)
    deck = deck_at(tmp_path)
    for name in ("avery-5388", "list", "calibrate"):
        pdf = sound(deck, asked(name))
        root = PdfReader(BytesIO(pdf), strict=True).root_object
        (whole,) = root["/StructTreeRoot"]["/K"]
        assert whole["/S"] == "/Document"
        assert {kid["/P"]["/S"] for kid in whole["/K"]} == {"/Document"}
        assert not any(kid["/S"] == "/Document" for kid in whole["/K"])
        assert root["/MarkInfo"] == {"/Marked": True}
        assert b"/Layout/BorderColor[0" not in pdf


@pytest.mark.parametrize("name", ["list", "glossary"])
def test_what_is_read_goes_on_counting_pages_over_all_parts(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    entries = "".join(
        f"  - {{id: t{place}, term: a{place:02} word, script: слово, means: what it is, page: 97, tier: {tier}}}\n"
        for place, tier in enumerate(["core"] * 6 + ["more"] * 6)
    )
    deck = deck_at(tmp_path, entries)
    whole = " ".join(said(sound(deck, asked(name))))
    monkeypatch.setattr(dividing, "CARDS", 3)
    pdf = sound(deck, asked(name))
    pages = said(pdf)
    assert len(pages) > 1
    for number, page in enumerate(pages, 1):
        first, last = page.splitlines()[0], page.splitlines()[-1]
        assert str(number) in (first if name == "list" else last).split()
        assert ("a00 word" in page) == (number == 1)
    for word in (*(f"a{place:02} word" for place in range(12)), "core"):
        assert " ".join(pages).count(word) == whole.count(word)
    assert sound(deck, asked(name)) == pdf


MEASURE = """
import resource, subprocess, sys
subprocess.run(sys.argv[1:], check=True, stdout=subprocess.DEVNULL)
print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss // 1024)
"""


@pytest.mark.slow
@pytest.mark.parametrize("name", ["list", "glossary"])
def test_three_thousand_rows_are_set_in_less_than_300_megabytes(tmp_path: Path, name: str) -> None:
    rows = "".join(
        f"  - {{id: t{place}, term: word {place}, means: what the state took of the peasants of {place}, page: 97}}\n"
        for place in range(3_000)
    )
    root = project_at(tmp_path, rows).root
    command = [sys.executable, "-m", "flashgen", "sheets", "-C", str(root), "--layout", name]
    done = subprocess.run([sys.executable, "-c", MEASURE, *command], capture_output=True, text=True, check=True)
    assert int(done.stdout) < 300


def test_chapters_have_one_bookmark_each_over_all_parts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    project = project_at(tmp_path, HARD)
    more = "".join(ONE.replace("one", f"no-{number}") for number in range(7))
    project.entries(more, "05-first.yaml", "chapter: V\ntitle: First\nentries:\n")
    monkeypatch.setattr(dividing, "CARDS", 3)
    reader = PdfReader(BytesIO(sound(project.deck(), asked("avery-5388"))), strict=True)
    marks = [(mark.title, reader.get_destination_page_number(mark)) for mark in reader.outline]
    assert marks == [("V · First", 0), ("VI · The older pattern", 4)]
    tags = reader.root_object["/StructTreeRoot"]
    keys = tags["/ParentTree"]["/Nums"][::2]
    assert list(keys) == list(range(tags["/ParentTreeNextKey"]))
    assert sorted(page["/StructParents"] for page in reader.pages) == sorted(
        {page["/StructParents"] for page in reader.pages}
    )


def test_backs_alone_of_many_cards_are_one_file_with_a_bookmark_for_each_chapter(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    deck = deck_at(tmp_path)
    whole = said(sound(deck, asked("avery-5388")))
    monkeypatch.setattr(dividing, "CARDS", 3)
    backs = sound(deck, asked("avery-5388", sides="backs"))
    assert said(backs) == whole[1::2]
    assert [mark.title for mark in PdfReader(BytesIO(backs)).outline] == ["VI · The older pattern"]


def test_a_deck_in_a_language_that_runs_to_the_left_stays_on_the_paper(tmp_path: Path) -> None:
    project = project_at(tmp_path, ONE)
    deck_file = project.root / "decks/small/deck.yaml"
    deck_file.write_text(deck_file.read_text("utf-8").replace("language: en", "language: ar", 1), "utf-8")
    pdf = sound(project.deck(), asked("a4-safe-8up"))
    page = pdfplumber.open(BytesIO(pdf)).pages[0]
    assert [char for char in page.chars if not 0 < char["x0"] < page.width] == []


def test_an_address_too_long_for_a_code_is_told(tmp_path: Path) -> None:
    project = project_at(tmp_path, ONE)
    long = f"https://example.org/{'a' * 3000}/{{id}}"
    source = project.root / "source/tucker-1999.yaml"
    source.write_text(
        f"{source.read_text('utf-8').partition('links:')[0].rstrip()}\nlinks:\n  print: {long}\n", "utf-8"
    )
    (told,) = wrong(project.deck())
    assert "too-long one, back: the address of its QR code has 3024 characters; the limit is 200" in told


def test_a_part_that_fails_is_told_with_its_card(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(dividing, "CARDS", 3)
    deck = deck_at(tmp_path, HARD + f"  - {{id: wide, ask: {'x' * 400} 漢, answer: a, page: 97}}\n")
    assert sorted(one.split(":")[0] for one in wrong(deck)) == ["32 no-letter wide", "32 too-long wide, front"]


def test_a_process_that_dies_is_the_worlds_failure(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    deck = deck_at(tmp_path)
    monkeypatch.setattr(dividing, "CARDS", 3)
    monkeypatch.setattr(jobs.sys, "executable", "/bin/false")
    with pytest.raises(EngineError, match="Typst cannot set the sheets of Small"):
        printed(deck, deck.notes, asked("avery-5388"))


def test_a_job_leaves_pages_in_its_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    deck = deck_at(tmp_path / "deck", ONE)
    (document, _), *_ = parts(deck, [*cards(deck, deck.notes)], asked("list"))
    folder = tmp_path / "job"
    folder.mkdir()
    monkeypatch.setattr(sys, "argv", ["job", str(engine.laid_out(document, {}, folder)), "1000000000"])
    runpy.run_module("flashgen.emit.paper.job", run_name="__main__")
    assert engine.saved(folder).pdf.startswith(b"%PDF")


def test_without_typst_it_says_what_to_install_and_where_there_is_none(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    deck = deck_at(tmp_path, ONE)
    monkeypatch.setitem(sys.modules, "typst", None)
    with pytest.raises(NoEngineError, match=r"pip install .*not for 32-bit Windows or Windows on ARM"):
        printed(deck, deck.notes, asked("list"))


def test_a_warning_of_the_engine_is_an_error(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    deck = deck_at(tmp_path, ONE)
    write = engine.laid_out

    def warned(*given: object) -> Path:
        folder = write(*given)  # type: ignore[arg-type]
        (folder / "main.typ").write_text('#set text(font: "No such font")\n#set document(title: "x")\nx', "utf-8")
        return folder

    monkeypatch.setattr(jobs, "laid_out", warned)
    with pytest.raises(EngineError, match="Typst cannot set the sheets of Small"):
        printed(deck, deck.notes, asked("list"))


def test_what_no_author_can_mend_is_the_engines_failure(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    deck = deck_at(tmp_path, ONE)
    for name in ("pages", "_apart"):
        monkeypatch.setattr(jobs, name, lambda *_: engine.Pages(b"", refused="no luck"))
    with pytest.raises(EngineError, match="Typst cannot set the sheets of Small: no luck"):
        printed(deck, deck.notes, asked("list"))


@pytest.mark.parametrize(("name", "what"), [("list", "card"), ("glossary", "term")])
def test_a_deck_with_nothing_to_print_says_so(tmp_path: Path, name: str, what: str) -> None:
    deck = deck_at(tmp_path, ONE.replace("}", ", withdrawn: wrong}"))
    with pytest.raises(NothingToPrintError, match=f"Small has no {what} to print"):
        printed(deck, deck.notes, asked(name))


def test_a_fold_sheet_has_front_and_back_on_one_page_side_by_side(tmp_path: Path) -> None:
    deck = deck_at(tmp_path)
    pdf = sound(deck, asked("fold"))
    made = [*cards(deck, deck.notes)]
    pages = pdfplumber.open(BytesIO(pdf)).pages
    assert len(pages) == -(-len(made) // 4)
    assert PdfReader(BytesIO(pdf)).root_object["/ViewerPreferences"]["/Duplex"] == "/Simplex"
    for place, card in enumerate(made):
        words = pages[place // 4].extract_words()
        found = [(word["x0"], word["top"]) for word in words if word["text"] == card.id]
        assert len(found) == 2
        assert found[1][0] - found[0][0] == pytest.approx(95 * 72 / 25.4, abs=0.2)


@pytest.mark.parametrize(("sides", "pages"), [("fronts", 1), ("backs", 1), ("both", 2)])
def test_fronts_and_backs_can_be_had_alone(tmp_path: Path, sides: str, pages: int) -> None:
    pdf = sound(deck_at(tmp_path, ONE), asked("a4-safe-8up", sides=sides))
    duplex = PdfReader(BytesIO(pdf)).root_object["/ViewerPreferences"]["/Duplex"]
    assert (len(said(pdf)), duplex) == (pages, "/DuplexFlipLongEdge" if sides == "both" else "/Simplex")
    assert ("Peter" in said(pdf)[-1]) == (sides != "fronts")


def test_the_list_has_prompts_and_answers_of_all_cards_under_their_chapters(tmp_path: Path) -> None:
    pdf = sound(deck_at(tmp_path), asked("list"))
    text = " ".join(" ".join(said(pdf)).split())
    for words in ("VI · The older pattern", "What is the longest word", "Donaudampf", "Grain at", "Cover this column"):
        assert words in text
    for number, page in enumerate(pdfplumber.open(BytesIO(pdf)).pages):
        assert [found for char in page.chars for found in legible(char, number)] == []


def test_the_glossary_has_terms_in_alphabetical_order_with_script_gloss_and_page(tmp_path: Path) -> None:
    terms = ("zemstvo", "Éclair", "barshchina", "boyar")
    entries = "".join(
        f"  - {{id: t-{place}, term: {term}, script: чин, means: gloss {place}, page: 96-97}}\n"
        for place, term in enumerate(terms)
    )
    pdf = sound(deck_at(tmp_path, entries + ONE), asked("glossary"))
    (text,) = said(pdf)
    text = text.replace("\u00a0", " ")
    places = [text.index(word) for word in ("barshchina (чин): gloss 2", "boyar", "Éclair", "zemstvo")]
    assert places == sorted(places)
    assert "pp. 96–97" in text
    assert "Who?" not in text
    assert [mark[0].title if isinstance(mark, list) else mark.title for mark in PdfReader(BytesIO(pdf)).outline] == [
        "Small: glossary",
        "B",
    ]


def test_a_meaning_with_paragraphs_is_one_line_of_the_glossary(tmp_path: Path) -> None:
    entry = '  - {id: x, term: chin, means: "rank\\n\\n- one\\n- two", page: 98}\n'
    (text,) = said(sound(deck_at(tmp_path, entry), asked("glossary")))
    assert "chin: rank; one; two" in text


CORE = ONE.replace("page: 97", "page: 97, tier: core")
TERMS = "".join(f"  - {{id: t{n}, term: t{n}, means: gloss, page: 96}}\n" for n in (1, 2))


@pytest.mark.parametrize(
    ("entries", "name", "marks"),
    [
        (CORE + TERMS, "list", 1),
        (CORE, "list", 0),
        (TERMS, "list", 0),
        (TERMS.replace("96}", "96, tier: core}", 1), "list", 2),
        (TERMS.replace("96}", "96, tier: core}", 1), "glossary", 1),
        (CORE + TERMS, "glossary", 0),
    ],
)
def test_a_list_and_a_glossary_mark_the_core_where_not_all_is(
    tmp_path: Path, entries: str, name: str, marks: int
) -> None:
    assert " ".join(said(sound(deck_at(tmp_path, entries), asked(name)))).count("Core") == marks


@pytest.mark.parametrize("flip", ["long", "short"])
@pytest.mark.parametrize("name", ["calibrate", "calibrate-landscape", "calibrate-letter"])
def test_the_test_sheet_has_rulers_crosses_behind_them_and_instructions(tmp_path: Path, name: str, flip: str) -> None:
    pdf = sound(deck_at(tmp_path, ONE), asked(name, flip=flip))
    front, back = said(pdf)
    assert f"flipped on the {flip} edge" in " ".join(front.split())
    assert "--back-reads" in front
    assert "The back" in back
    pages = pdfplumber.open(BytesIO(pdf)).pages
    lines = [
        [tuple(line[key] * 25.4 / 72 for key in ("x0", "top", "x1", "bottom")) for line in page.lines] for page in pages
    ]
    across = {((x0 + x1) / 2, y0 - 9) for x0, y0, x1, y1 in lines[0] if y0 == y1 and 11.9 < x1 - x0 < 12.1}
    down = {(x0 + 9, (y0 + y1) / 2) for x0, y0, x1, y1 in lines[0] if x0 == x1 and 11.9 < y1 - y0 < 12.1}
    assert [place for spot in sorted(across) for place in spot] == pytest.approx(
        [place for spot in sorted(down) for place in spot], abs=0.01
    )
    crosses = {((x0 + x1) / 2, y0) for x0, y0, x1, y1 in lines[1] if y0 == y1 and x1 - x0 > 30}
    middles = [sorted(across), sorted(crosses)]
    width, height = (float(side) / MM for side in (pages[0].width, pages[0].height))
    sideways = (flip == "long") == (height > width)
    turned = sorted((width - x, y) if sideways else (x, height - y) for x, y in middles[0])
    assert len(turned) == 6
    assert [place for spot in turned for place in spot] == pytest.approx(
        [place for spot in middles[1] for place in spot], abs=0.1
    )


def test_the_scales_reach_as_far_as_a_reading_and_are_apart(tmp_path: Path) -> None:
    page = pdfplumber.open(BytesIO(sound(deck_at(tmp_path, ONE), asked("calibrate")))).pages[0]
    mm = 25.4 / 72
    ticks = [
        (line["x0"] * mm - 30, line["top"] * mm - 30, line["x1"] * mm - 30, line["bottom"] * mm - 30)
        for line in page.lines
    ]
    near = [tick for tick in ticks if all(abs(place) < 15 for place in tick)]
    assert (min(tick[0] for tick in near if tick[0] == tick[2] and tick[1] > 8), len(near)) == (
        pytest.approx(-FARTHEST, abs=0.01),
        2 * (2 * 2 * FARTHEST + 1) + 2,
    )
    assert not [tick for tick in near if max(abs(tick[0]), abs(tick[1])) < 8]
    numbers = [word["text"] for word in page.crop((40, 50, 140, 160)).extract_words()]
    assert [number for number in numbers if number in ("−5", "0", "+5")] == ["−5", "0", "+5", "−5", "0", "+5"]
    assert "100 mm" in page.extract_text()
    assert {char["fontname"].split("+")[-1] for char in page.search("--back-reads 0.5,-1.5")[0]["chars"]} == {
        "DejaVuSansMono"
    }


def test_a_test_sheet_made_with_a_reading_says_so(tmp_path: Path) -> None:
    pdf = sound(deck_at(tmp_path, ONE), asked("calibrate", reads=(0.5, -1)))
    assert "made with --back-reads 0.5,-1" in " ".join(said(pdf)[0].split())


def test_title_author_and_time_are_those_of_the_deck_and_its_last_release(tmp_path: Path) -> None:
    project = project_at(tmp_path, ONE)
    before = PdfReader(BytesIO(sound(project.deck(), asked("list")))).metadata
    project.build(1_700_000_000)
    after = PdfReader(BytesIO(sound(project.deck(), asked("list")))).metadata
    assert before
    assert after
    assert (after.title, before.creation_date_raw, after.creation_date_raw) == (
        "Small",
        "D:20000101000000Z",
        "D:20231114221320Z",
    )


def test_the_author_of_a_pdf_made_the_deck_and_its_subject_is_what_the_deck_is_about(tmp_path: Path) -> None:
    project = project_at(tmp_path, ONE)
    for key, author in ("", None), ("author: Ada Lovelace\n", "Ada Lovelace"), ("author: [Ada, Bo]\n", "Ada, Bo"):
        project.write("decks/small/deck.yaml", DECK + key)
        for name in ("a4-safe-8up", "list"):
            stated = PdfReader(BytesIO(sound(project.deck(), asked(name)))).metadata
            assert stated
            assert (stated.author, stated.subject) == (author, "Stalinism as Revolution from Above.")


def test_russian_words_say_their_language(tmp_path: Path) -> None:
    pdf = sound(deck_at(tmp_path, "  - {id: r, ask: 'What is чин here?', answer: b, page: 97}\n"), asked("a4-safe-8up"))
    content = PdfReader(BytesIO(pdf)).pages[0].get_contents()
    assert content is not None
    assert b"/Lang(ru)" in content.get_data() + pdf


def test_hostile_text_is_printed_as_it_is_written(tmp_path: Path) -> None:
    text = " ".join(" ".join(said(sound(deck_at(tmp_path), asked("a4-a6-4up")))).split())
    assert (
        "#read(“/etc/passwd”) $x$ <b>bold</b> #let x = 1; not _emphasis_ = Heading @label // comment"
        in text.replace("\u00a0", " ")
    )


def test_without_a_link_there_is_no_code(tmp_path: Path) -> None:
    deck = project_at(tmp_path, ONE, link="").deck()
    pdf = sound(deck, asked("a4-safe-8up"))
    of = Printed(pdf, [*cards(deck, deck.notes)], layout("a4-safe-8up"))
    assert [found for check in CHECKS for found in check(of)] == []
    assert list(right_pages(of)) == []
    assert LINK.encode() not in pdf


def test_what_is_longer_than_a_string_of_pdf_may_be_is_cut_where_only_programs_read_it(tmp_path: Path) -> None:
    project = project_at(tmp_path, f"  - {{id: one, ask: Who?, answer: '![{'é' * 18_000}](estate.png)', page: 97}}\n")
    project.write("decks/small/deck.yaml", DECK.replace("name: Small", f"name: {'Большая ' * 2_000}"))
    deck = project.deck()
    title = PdfReader(BytesIO(sound(deck, asked("a4-safe-8up")))).metadata.title
    assert title == deck.name[:8_000]
