"""The pictures show what the program makes now."""

import re
from pathlib import Path

import pytest

from tests.pictures.all import PICTURES
from tests.pictures.picture import FOLDER, Picture, digest, mark, marked, png

ROOT = FOLDER.parent
IN_DOCS = re.compile(r"!\[[^\]]+\]\(\S*\.github/(\S+)\)")


@pytest.mark.parametrize("picture", PICTURES, ids=lambda picture: picture.name)
def test_a_picture_shows_what_the_program_makes_now(picture: Picture, tmp_path: Path) -> None:
    # To draw it anew:  .venv/bin/python -m tests.pictures
    assert mark(picture.path) == digest(picture.shows(tmp_path))


def test_the_docs_show_each_picture_that_is_made_and_no_other() -> None:
    pages = (ROOT / "README.md", *(ROOT / "docs").glob("*.md"))
    shown = {name for page in pages for name in IN_DOCS.findall(page.read_text("utf-8"))}
    assert shown == {picture.name for picture in PICTURES} == {path.name for path in FOLDER.iterdir() if path.is_file()}


def test_a_picture_that_shows_something_else_is_told_from_a_current_one(tmp_path: Path) -> None:
    from PIL import Image

    for name, content in (("a.svg", b"<svg viewBox='0 0 1 1'></svg>"), ("a.png", png(Image.new("RGB", (2, 2))))):
        (tmp_path / name).write_bytes(content)
        assert mark(tmp_path / name) == ""
        (tmp_path / name).write_bytes(marked(content, "old"))
        assert mark(tmp_path / name) == digest("old") != digest("new")


def test_the_check_has_three_findings_and_the_plan_tells_of_each_kind_of_change(tmp_path: Path) -> None:
    check, plan = (picture.shows(tmp_path / picture.name) for picture in PICTURES[:2])
    assert len(re.findall(r"(?:error|warning)\[", check)) == 3
    assert all(word in plan for word in ("New", "Changed", "Withdrawn", "at risk"))
