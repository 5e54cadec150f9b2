"""The examples of manuals, laid out as decks."""

import re
from pathlib import Path

from flashgen.pipeline import checked_decks
from tests.conftest import DECK, FORMULA, HEAD, SOURCE, Project
from tests.emit.paper.made import png

DECK_OF_BOOK = DECK.replace("tucker-1999", "book")
CHAPTER = "06-chapter.yaml"
_FILE = re.compile(r"^# ([\w/-]+\.(?:yaml|yml|lock|proof))\n?", re.MULTILINE)
_ENTRY = re.compile(r"^(?=- )", re.MULTILINE)
_KEY = re.compile(r"^(?=\w+:)", re.MULTILINE)
_ABSENCE = {"id": "missing-id", "page": "no-source"}
"""The keys that an example may leave out, and the rules that are about this."""


def laid_out(folder: Path) -> Project:
    """Return a project whose deck `small` is about `book`, which has the pages 89 to 98, and has an image."""
    project = Project(folder)
    project.write("source/book.yaml", SOURCE)
    project.write("decks/small/deck.yaml", DECK_OF_BOOK)
    project.write("decks/small/estate.png", png(3, 2))
    project.entries(FORMULA, CHAPTER)
    return project


def is_of_files(example: str) -> bool:
    """Tell whether an example is made of files, not of entries."""
    return bool(_FILE.match(example))


def write(project: Project, example: str, rule: str) -> None:
    """Write an example of a rule's manual into a project."""
    entries, *pieces = _FILE.split(example)
    if entries:
        project.entries(_filled(entries, rule), CHAPTER)
    for name, content in zip(pieces[::2], pieces[1::2], strict=True):
        path = name if "/" in name else f"decks/small/{name}"
        if path.endswith("deck.yaml"):
            content = merged(DECK_OF_BOOK, content)
            project.write(path.replace("deck.yaml", CHAPTER), HEAD + FORMULA)
        elif path == "source/book.yaml":
            content = merged(SOURCE, content)
        project.write(path, content)


def found(project: Project, text: Path | None = None) -> tuple[set[str], set[str]]:
    """Return the rules that find something in a project, and those of them that find an error."""
    _, problems = checked_decks(project.root, (), texts={"": text} if text else None)
    return {one.rule for one in problems}, {one.rule for one in problems if one.severity == "error"}


def _filled(example: str, rule: str) -> str:
    """Return entries, indented and with what they may leave out."""
    listed = example if example.startswith("- ") else f"- {example}".replace("\n", "\n  ")
    return "".join(_entry(entry, number, rule) for number, entry in enumerate(_ENTRY.split(listed)[1:]))


def _entry(entry: str, number: int, rule: str) -> str:
    values = {"id": f"example-{number}", "page": "98"}
    lacking = {key: values[key] for key in values if not re.search(rf"^[- ] {key}:", entry, re.MULTILINE)}
    lines = [*entry.rstrip("\n").split("\n"), *[f"  {key}: {lacking[key]}" for key in lacking if rule != _ABSENCE[key]]]
    return "".join(f"  {line}\n" for line in lines)


def merged(whole: str, keys: str) -> str:
    """Return a file with some of its keys replaced, or new ones added."""
    blocks = {block.partition(":")[0]: block for yaml in (whole, f"{keys.rstrip()}\n") for block in _KEY.split(yaml)}
    return "".join(blocks.values())
