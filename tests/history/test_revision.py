"""What git is asked, and what is taken for an answer where there is no git."""

from pathlib import Path

import pytest

from flashgen.history.revision import is_repository, is_tracked, tags


def test_without_git_nothing_is_tracked_or_tagged_and_no_folder_is_a_repository(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / ".git").mkdir()
    monkeypatch.setenv("PATH", "")
    assert is_tracked(tmp_path / "deck.lock") is False
    assert is_repository(tmp_path) is False
    assert tags(tmp_path) == []
