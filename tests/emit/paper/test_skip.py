"""Nothing stops a whole PDF: the cards that cannot be printed are named, and left out on request."""

from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PdfReader

from flashgen.emit.paper import engine, jobs
from flashgen.emit.paper.sheets import parts as dividing
from flashgen.emit.paper.sheets.printed import printed
from flashgen.errors import EngineError
from tests.emit.paper.made import asked, project_at

LAYOUTS = ("a4-safe-8up", "list", "glossary")
ENTRIES = """\
  - {id: sound, term: soundness, means: "is \\\\( a \\\\) here", page: 97}
  - {id: wide, term: width, means: WWWW, page: 97}
  - {id: han, term: "a letter 漢", means: c, page: 97}
  - {id: tex, term: "a \\\\( \\\\verb|a| \\\\)", means: d, page: 97}
  - {id: huge, term: hugeness, means: e LONG, page: 97}
  - {id: odd, term: PANIC-A, means: f, page: 97}
  - {id: odder, term: PANIC-B, means: g, page: 97}
  - {id: last, term: lastness, means: h, page: 97}
""".replace("WWWW", "W" * 400).replace("LONG", "word " * 3_000)
BOTH = ("PANIC-A", "PANIC-B")


def failing_at(monkeypatch: pytest.MonkeyPatch, fails: str) -> None:
    """Let the engine fail where an expression about the values, as `data`, is true."""
    write: Callable[..., Path] = engine.laid_out

    def laid_out(*given: object) -> Path:
        folder = write(*given)
        with (folder / "main.typ").open("a", encoding="utf-8") as main:
            main.write(f'\n#let read-data = read("data.json")\n#if {fails} {{ panic("no luck") }}\n')
        return folder

    monkeypatch.setattr(jobs, "laid_out", laid_out)


def found(tmp_path: Path, name: str, entries: str = ENTRIES, **how: bool) -> tuple[str, list[str]]:
    """Return the text of a PDF, and the findings with their lines."""
    deck = project_at(tmp_path, entries).deck()
    pdf, problems = printed(deck, deck.notes, asked(name, **how))
    text = " ".join(page.extract_text() for page in PdfReader(BytesIO(pdf)).pages) if pdf else ""
    return text, [*dict.fromkeys(f"{one.place.line} {one.rule}" for one in problems)]


@pytest.mark.parametrize("name", LAYOUTS)
def test_all_that_can_be_printed_is_and_the_rest_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    failing_at(monkeypatch, '"PANIC-A" in read-data or "PANIC-B" in read-data')
    text, told = found(tmp_path, name, skip=True)
    assert "soundness" in text
    assert "lastness" in text
    assert not any(word in text for word in ("WWWW", "漢", "verb", "hugeness", "PANIC"))
    assert told == ["5 too-long", "6 no-letter", "7 unknown-tex", "8 too-long", "9 engine-error", "10 engine-error"]


def test_without_the_wish_to_skip_nothing_is_printed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    failing_at(monkeypatch, '"PANIC-A" in read-data')
    text, told = found(tmp_path, "list")
    assert text == ""
    assert "9 engine-error" in told


def test_where_no_card_is_left_there_is_no_pdf(tmp_path: Path) -> None:
    assert found(tmp_path, "list", "  - {id: han, ask: Who wrote 漢?, answer: a, page: 97}\n", skip=True) == (
        "",
        ["4 no-letter"],
    )


def test_a_sound_deck_is_whole(tmp_path: Path) -> None:
    text, told = found(tmp_path, "list", "  - {id: one, ask: Who?, answer: Peter, page: 97}\n", skip=True)
    assert "Peter" in text
    assert told == []


def test_cards_at_fault_are_found_in_any_part(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(dividing, "CARDS", 3)
    failing_at(monkeypatch, '"PANIC-B" in read-data')
    entries = "".join(f"  - {{id: e{place}, ask: What is {place}?, answer: a, page: 97}}\n" for place in range(5))
    text, told = found(
        tmp_path, "avery-5388", entries + "  - {id: odd, ask: PANIC-B?, answer: a, page: 97}\n", skip=True
    )
    assert "What is 4?" in text
    assert told == ["9 engine-error"]


def test_cards_that_fail_only_together_are_the_engines_failure(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    failing_at(monkeypatch, '"PANIC-A" in read-data and "PANIC-B" in read-data')
    entries = "".join(f"  - {{id: {word.lower()}, ask: What is {word}?, answer: a, page: 97}}\n" for word in BOTH)
    with pytest.raises(EngineError, match=r"Typst cannot set the sheets of Small: .*no luck"):
        found(tmp_path, "list", entries, skip=True)


class Panic(BaseException):
    """What a library in Rust raises: no Exception."""


@pytest.mark.parametrize(
    ("said", "refused"), [("out of bounds\nat line 3", "out of bounds"), ("", "it does not say why")]
)
def test_a_panic_of_the_engine_is_a_refusal(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, said: str, refused: str
) -> None:
    def overflows(_: object) -> None:
        raise Panic(said)

    monkeypatch.setattr(engine, "_overflows", overflows)
    (tmp_path / "main.typ").write_text("x", "utf-8")
    assert engine.pages(tmp_path, 0).refused == refused


def test_an_interrupt_is_none(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def overflows(_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(engine, "_overflows", overflows)
    (tmp_path / "main.typ").write_text("x", "utf-8")
    with pytest.raises(KeyboardInterrupt):
        engine.pages(tmp_path, 0)


def test_what_is_wrong_on_both_sides_is_told_where_each_begins(tmp_path: Path) -> None:
    entries = "  - id: tex\n    ask: What is \\(\\verb|a|\\)?\n    answer: a \\(\\verb|a|\\)\n    page: 97\n"
    assert found(tmp_path, "a4-safe-8up", entries)[1] == ["5 unknown-tex", "6 unknown-tex"]


def test_many_texts_without_a_font_are_one_finding_but_each_is_told_that_is_left_out(tmp_path: Path) -> None:
    entries = "  - {id: sound, ask: Who?, answer: Peter, page: 97}\n"
    entries += "".join(f"  - {{id: han-{number}, ask: Who?, answer: 漢, page: 97}}\n" for number in range(50))
    assert found(tmp_path, "a4-safe-8up", entries) == ("", ["1 no-letter"])
    text, told = found(tmp_path, "a4-safe-8up", entries, skip=True)
    assert (text.count("97"), told) == (1, [f"{line} no-letter" for line in range(5, 55)])
