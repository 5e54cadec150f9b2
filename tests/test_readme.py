"""The README tells the truth: its entries compile, and its commands are the program's."""

import re
from pathlib import Path

import pytest

from flashgen.cli.main import COMMANDS
from tests.conftest import Project, Run

README = (Path(__file__).parents[1] / "README.md").read_text("utf-8")


def test_the_entries_of_the_readme_compile(project: Project) -> None:
    chapter = re.search(r"```yaml\n(chapter:.*?)```", README, re.DOTALL)
    assert chapter
    project.write("decks/small/06-pattern.yaml", chapter[1])
    source = project.root / "source/tucker-1999.yaml"
    text = source.read_text("utf-8").replace("  - page: 96\n", "  - page: 96\n    footnotes: 43-45\n")
    source.write_text(text, "utf-8")
    assert [note.type.name for note in project.deck().notes] == [
        "Cloze",
        "Question",
        "Term",
        "Pair",
        "List",
        "Quotation",
    ]


@pytest.mark.parametrize("command", ["pytest -n auto", "flashgen build"])
def test_each_of_the_two_commands_stands_alone_on_one_line_at_the_top(command: str) -> None:
    line = re.search(rf"^python3 -m venv .*{command}$", README, re.MULTILINE)
    assert line
    assert line.start() < README.index("## ")


def test_the_table_of_commands_names_them_all() -> None:
    assert tuple(re.findall(r"^\| `flashgen (\w+)", README, re.MULTILINE)) == tuple(COMMANDS)


def test_the_rules_are_those_that_explain_prints(run: Run) -> None:
    # To write them anew:  flashgen explain --format markdown |
    #   sed -i -e '/^<!-- rules -->$/,/^<!-- .rules -->$/{//!d}' -e '/^<!-- rules -->$/r /dev/stdin' README.md
    table = re.search(r"<!-- rules -->\n(.*)<!-- /rules -->", README, re.DOTALL)
    assert table
    assert table[1].strip() == run("explain", "--format", "markdown").out.strip()
