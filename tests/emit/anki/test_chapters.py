"""The line above each card that names its chapter."""

import pytest

from flashgen.emit.anki.companion import companion
from flashgen.emit.paper.sheets.face import chapter_line
from tests.conftest import FORMULA, HEAD, Project


@pytest.mark.parametrize(
    ("title", "said"),
    [
        ("The older pattern", "Preface · The older pattern"),
        ("Preface", "Preface"),
        ("A Preface", "Preface · A Preface"),
    ],
)
def test_a_chapter_whose_title_is_its_name_says_it_once(project: Project, title: str, said: str) -> None:
    source = project.root / "source/tucker-1999.yaml"
    source.write_text(source.read_text("utf-8").replace("section: VI", "section: Preface"), "utf-8")
    project.entries(FORMULA, head=HEAD.replace("VI", "Preface").replace("The older pattern", title))
    project.build(1_790_000_000)
    (chapter,) = project.deck().chapters
    assert project.held().notes["formula"].fields["Chapter"] == said
    assert "".join(run.words for run in chapter_line(chapter, "ru")) == said


@pytest.mark.parametrize(
    ("title", "said"), [("The second factor", "Preface · The second factor"), ("Preface", "Preface")]
)
def test_so_does_a_section_on_the_page_of_the_source(project: Project, title: str, said: str) -> None:
    source = project.root / "source/tucker-1999.yaml"
    text = source.read_text("utf-8").replace("section: VI", "section: Preface").replace("The second factor", title)
    source.write_text(text, "utf-8")
    project.entries(FORMULA, head=HEAD.replace("VI", "Preface"))
    assert f"<h2>{said} (pp. 94–98)</h2>" in companion(project.deck())[1].decode()
