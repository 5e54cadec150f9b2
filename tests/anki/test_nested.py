"""Deletions inside deletions: `check` says which Anki they need; .ci/run shows them to old ones."""

from pathlib import Path

from flashgen.pipeline import checked_decks

NESTED = Path(__file__).with_name("nested")


def test_check_says_that_nested_deletions_need_a_newer_anki() -> None:
    _, problems = checked_decks(NESTED, ())
    found = [(one.rule, one.severity) for one in problems if "2.1.56" in one.message]
    assert found == [("nested-deletion", "note")] * 2
    assert {one.severity for one in problems} <= {"note", "warning"}
