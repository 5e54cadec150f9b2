"""The page about speed shows what was recorded last; the generated decks are fit to be measured."""

from pathlib import Path

from flashgen.pipeline import read_decks
from tests.bench import history
from tests.bench.generate import generate
from tests.bench.page import DOCS, chart, page
from tests.bench.table import ROWS


def test_the_page_shows_the_last_record() -> None:
    text = (DOCS / "speed.md").read_text("utf-8")
    assert page(text, history.last()) == text
    assert chart(history.last()) == (DOCS / "speed.svg").read_text("utf-8")


def test_the_history_has_only_rows_that_are_measured_still() -> None:
    assert {value.row for value in history.last()} <= {row.name for row in ROWS}


def test_a_generated_deck_is_half_cloze_a_third_questions_and_the_rest_terms(tmp_path: Path) -> None:
    (deck,), problems = read_decks(generate(tmp_path, 48), ())
    kinds = [note.type.name for note in deck.notes]
    assert not problems
    assert (kinds.count("Cloze"), kinds.count("Question"), kinds.count("Term")) == (24, 16, 8)
    assert len(deck.chapters) == 8


def test_equal_counts_give_equal_files_and_chapters_share_the_entries(tmp_path: Path) -> None:
    one, other = (
        generate(tmp_path / "one", 12, chapters=3, decks=2),
        generate(tmp_path / "other", 12, chapters=3, decks=2),
    )
    files = sorted(file.relative_to(one) for file in one.rglob("*.yaml"))
    assert len(files) == 1 + 2 * 4
    assert [(one / file).read_bytes() for file in files] == [(other / file).read_bytes() for file in files]
