"""What is run: each way of using flashgen, its peers and its floors, in turn, so that the machine's moods meet all."""

import re
import shutil
import tempfile
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from tests.bench.process import Run, flashgen, measured, python

Turn = Mapping[str, Run]


@dataclass(frozen=True, slots=True)
class Way:
    """One command, what is done before it, uncounted, and how it may end."""

    command: list[str]
    before: Callable[[], object] = lambda: None
    codes: tuple[int, ...] = (0,)


FLOORS = {
    "import click": Way(python("-c", "import click")),
    "import click, yaml, genanki": Way(python("-c", "import click, yaml, genanki")),
}


def in_turn(ways: Mapping[str, Way], runs: int) -> list[Turn]:
    """Run all ways in turn, so many times, and once before that, when files of bytecode are made."""
    return [{name: _run(way) for name, way in ways.items()} for _ in range(runs + 1)][1:]


def _run(way: Way) -> Run:
    way.before()
    return measured(way.command, way.codes)


@contextmanager
def project(count: int, chapters: int = 8, decks: int = 1) -> Iterator[Path]:
    """Generate a project in a folder of its own, in another process, which may grow."""
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder) / "project"
        shape = ["--chapters", str(chapters), "--decks", str(decks)]
        measured(python("-m", "tests.bench.generate", str(root), str(count), *shape))
        yield root


def all_ways(root: Path) -> dict[str, Way]:
    """Return everything that is done with one deck of eight chapters; each goes on where the one before has ended."""
    build, check = flashgen("build", "-q", "-C", str(root)), flashgen("check", "-q", "-C", str(root))
    package = root / "dist/generated.apkg"
    return {
        "first build": Way(build, lambda: _forget(root, "dist", ".flashgen", "decks/generated/deck.lock")),
        "build, nothing changed": Way(build),
        "build, one word changed": Way(build, lambda: _change_a_word(root / "decks/generated/0004-part.yaml")),
        "build": Way(build, lambda: _forget(root, ".flashgen")),
        "check": Way(check, lambda: _forget(root, ".flashgen"), codes=(0, 1)),
        "check, nothing changed": Way(check, codes=(0, 1)),
        "limit": Way(python("-m", "tests.bench.limit", str(root), str(package))),
        "script": Way(python("-m", "tests.bench.peer", str(root), str(root / "script.apkg"))),
        "import click": FLOORS["import click"],
    }


def anew(root: Path) -> Way:
    """Return a build that has its locks, and nothing else from the last one."""
    return Way(flashgen("build", "-q", "-C", str(root)), lambda: _forget(root, ".flashgen"))


def _forget(root: Path, *names: str) -> None:
    for path in (root / name for name in names):
        if path.is_dir():
            shutil.rmtree(path)
        path.unlink(missing_ok=True)


def _change_a_word(chapter: Path) -> None:
    """Count a word of the chapter's first extra up: the smallest change that learners see."""
    text = chapter.read_text("utf-8")
    again = re.search(r"extra: (\d+)", text)
    number = int(again[1]) if again else 0
    chapter.write_text(re.sub(r"extra: \S+", f"extra: {number + 1}", text, count=1), "utf-8")
