"""The README and docs/ tell the truth: their YAML compiles, their commands run, their links lead somewhere."""

import os
import re
import shlex
import subprocess
import sys
from importlib import import_module
from pathlib import Path

import click
import pytest

from flashgen.cli.main import COMMANDS
from flashgen.emit.paper.sheets.layouts import LAYOUTS
from flashgen.emit.report.findings import FORMATS
from flashgen.kinds.pair import RELATIONS
from flashgen.languages import LANGUAGES
from flashgen.load.layout import layout_file
from flashgen.model.problem import Problem
from tests.check.examples import merged
from tests.conftest import DECK, FORMULA, HEAD, SOURCE, Project, Run
from tests.emit.paper.made import FONTS

ROOT = Path(__file__).parents[1]
README = ROOT / "README.md"
PAGES = (README, *sorted((ROOT / "docs").glob("*.md")))
BEGIN = ROOT / "docs/begin.md"
BLOCK = re.compile(r"^```(yaml|sh)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
INLINE = re.compile(r"(?<!`)`(flashgen [^`]+)`(?!`)")
LINK = re.compile(r"\[[^\]]*\]\(([^)\s]+)\)")
TERM = """\
  - id: trudodni
    term: trudodni
    means: days of work
    page: 97
"""
NAMED = re.compile(r"# (\S+\.yaml)\n")


def blocks(language: str, *others: Path) -> list[object]:
    """Return the blocks of a language on all pages but some others, each with its page as a name."""
    return [
        pytest.param(block, id=f"{page.stem}-{number}")
        for page in PAGES
        if page not in others
        for number, (tongue, block) in enumerate(BLOCK.findall(page.read_text("utf-8")))
        if tongue == language
    ]


def write(project: Project, block: str) -> None:
    """Write what a block of YAML shows: the file that it names, a chapter, or entries of one."""
    project.write("decks/small/estate.png", (ROOT / ".github/sheets.png").read_bytes())
    for name in re.findall(r"- (\S+\.ttf)", block):
        project.write(f"decks/small/{name}", (FONTS / "arabic.ttf").read_bytes())
    name = found[1] if (found := NAMED.match(block)) else ""
    if name.endswith("deck.yaml"):
        project.write("decks/small/deck.yaml", merged(DECK, block))
        for source in re.findall(r"[\w-]+", "".join(re.findall(r"^source: \[(.*)\]$", block, re.MULTILINE))):
            project.write(f"source/{source}.yaml", SOURCE)
    elif name.startswith("source/"):
        project.write("source/tucker-1999.yaml", block)
        project.entries(FORMULA.replace("98", "3:16" if "3:16" in block else "98"))
    elif "- id:" in block and "chapter:" not in block:
        project.entries(re.sub("^(?=.)", "  ", block, flags=re.MULTILINE))
    else:  # a chapter, or what stands at the top of one
        project.write("decks/small/06-pattern.yaml", block if "chapter:" in block else block + HEAD + FORMULA)


@pytest.mark.parametrize("block", blocks("yaml", BEGIN))
def test_the_yaml_of_the_docs_compiles(block: str, project: Project) -> None:
    if NAMED.match(block) and "columns:" in block:
        problems: list[Problem] = []
        assert layout_file(project.write("mine.yaml", block), problems)
        assert problems == []
    else:
        write(project, block)
        assert project.problems() == []


def test_the_three_files_to_begin_with_are_a_deck_as_they_stand(tmp_path: Path, run: Run) -> None:
    project = Project(tmp_path)
    for language, block in BLOCK.findall(BEGIN.read_text("utf-8")):
        if language == "yaml":
            project.write(NAMED.match(block)[1], block)  # type: ignore[index]
    assert len([*tmp_path.rglob("*.yaml")]) == 3
    assert run("check", "--strict", "-C", tmp_path).out == "2 entries in 1 deck: no findings\n"
    assert run("build", "-C", tmp_path).code == 0


@pytest.mark.parametrize("block", blocks("sh"))
def test_the_commands_of_the_docs_run(block: str, project: Project) -> None:
    if "venv" in block:  # the README's own, which are run as they stand
        assert re.fullmatch(r"python3 -m venv .*\n", block)
        return
    project.texts().rename(project.root / "my-copy.pdf")
    project.entries(FORMULA + TERM)
    project.build(1_790_000_000)
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    author = {f"GIT_{who}_{what}": "a@example.org" for who in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")}
    place = {"cwd": project.root, "env": {**os.environ, **author, "PATH": path}}
    subprocess.run(["git", "init", "-q"], **place, check=True)
    done = subprocess.run(["bash", "-ec", block], **place, capture_output=True)
    assert (done.returncode, done.stderr) == (0, b"")


def command(words: list[str]) -> tuple[click.Command, list[str]]:
    """Return the command that words name, and the words behind it."""
    named: click.Command = getattr(import_module(f"flashgen.cli.{words[0]}"), words[0])
    if isinstance(named, click.Group) and words[1:]:
        named, words = named.get_command(click.Context(named), words[1]) or named, words[1:]
    return named, words[1:]


def assert_possible(line: str) -> None:
    """Make sure that a command line names a command, and only options that it has."""
    words = shlex.split(line)[1:]
    if words[0] in COMMANDS:
        named, rest = command(words)
        options = {option for parameter in named.params for option in parameter.opts}
        assert {word for word in rest if word.startswith("-")} <= {*options, "--help"}, line
    else:
        assert words[0] in ("COMMAND", "--help"), line


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_each_command_that_the_docs_name_is_one_with_the_options_that_they_name(page: Path) -> None:
    for line in INLINE.findall(page.read_text("utf-8")):
        assert_possible(line)


@pytest.mark.parametrize("name", COMMANDS)
def test_the_help_of_each_command_ends_with_an_example_that_is_possible(name: str) -> None:
    assert_possible((command([name])[0].epilog or "").removeprefix("\b\nExample: "))


def anchors(page: Path) -> set[str]:
    """Return the anchors of a page's headings, as GitHub makes them; that of the page itself is blank."""
    headings = re.findall(r"^#+ (.*)$", page.read_text("utf-8"), re.MULTILINE)
    return {"", *(re.sub(r"[^\w -]", "", heading.lower()).replace(" ", "-") for heading in headings)}


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_each_link_of_the_docs_leads_to_a_file_and_to_a_heading_in_it(page: Path) -> None:
    for target in LINK.findall(BLOCK.sub("", page.read_text("utf-8"))):
        path, _, anchor = target.partition("#")
        if not target.startswith("https://"):
            assert (page.parent / path).exists(), target
            assert not anchor or anchor in anchors(page.parent / path), target


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_each_file_of_the_program_that_the_docs_name_is_there(page: Path) -> None:
    for path in re.findall(r"(?<=[` ])(?:flashgen|tests|\.ci)/[\w./]*(?=[` ])", page.read_text("utf-8")):
        assert (ROOT / path).exists(), path


def test_each_page_of_the_docs_is_linked_from_the_readme() -> None:
    linked = {target.partition("#")[0] for target in LINK.findall(README.read_text("utf-8"))}
    assert {f"docs/{page.name}" for page in PAGES[1:]} <= linked


def test_the_readme_is_a_door_and_not_the_house() -> None:
    assert len(README.read_text("utf-8").splitlines()) <= 130


@pytest.mark.parametrize("ending", ["pytest -n auto", "flashgen build"])
def test_each_of_the_two_commands_stands_alone_on_one_line_at_the_top(ending: str) -> None:
    text = README.read_text("utf-8")
    line = re.search(rf"^python3 -m venv .*{ending}$", text, re.MULTILINE)
    assert line
    assert line.start() < text.index("## ")


def test_the_readme_lists_the_commands_as_the_program_does() -> None:
    rows = re.findall(r"^\| `flashgen (\w+)` \| (.*) \|$", README.read_text("utf-8"), re.MULTILINE)
    assert dict(rows) == COMMANDS


def test_the_list_of_rules_is_what_explain_prints(run: Run) -> None:
    # To write it anew:  flashgen explain --format markdown > docs/rules.md
    assert (ROOT / "docs/rules.md").read_text("utf-8") == run("explain", "--format", "markdown").out


def test_the_docs_name_each_relation_layout_and_format() -> None:
    assert {f"`{words.language}`" for words in LANGUAGES} <= set(
        re.findall(r"`\w+`", (ROOT / "docs/languages.md").read_text("utf-8"))
    )
    assert set(RELATIONS) <= set(re.findall(r"`(\w+)`", (ROOT / "docs/entries.md").read_text("utf-8")))
    printing = (ROOT / "docs/printing.md").read_text("utf-8")
    assert [one.name for one in LAYOUTS if f"`{one.name}`" not in printing] == []
    assert [form for form in FORMATS if f"`{form}`" not in (ROOT / "docs/checking.md").read_text("utf-8")] == []
