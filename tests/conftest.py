"""What tests of several rooms need: a small deck project, and the program run as a user runs it."""

import gc
import re
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import settings

from flashgen.cli.main import main
from flashgen.history.lockreader import parse
from flashgen.history.release import lock_files
from flashgen.model.deck import Deck
from flashgen.model.lock import Lock
from flashgen.model.output import BuildOptions, Output
from flashgen.model.problem import Problem
from flashgen.pipeline import checked_decks, outputs, read_decks, release
from flashgen.store.files import exclusive, write_files

pytest_plugins = ["tests.browser"]

settings.register_profile("untimed", deadline=None)
settings.load_profile("untimed")  # speed is shown by benchmarks; a busy machine must not fail a test

SOURCE = """\
label: Tucker 1999
citation:
  title: Stalinism as Revolution from Above
pdf_offset: -76
sections:
  - section: V
    title: The first factor
    pages: 89-94
  - section: VI
    title: The second factor
    pages: 94-98
pages:
""" + "".join(f"  - page: {page}\n    gist: What page {page} says.\n" for page in range(89, 98))
SOURCE += "  - page: 98\n    footnotes: 48-49\n    gist: A formula *sums up* the pattern.\n"

DECK = """\
name: Small
uid: 0b8e2f3c-1d4a-4e56-8f70-123456789abc
source: tucker-1999
language: en
term_language: ru
tag: small
"""

HEAD = "chapter: VI\ntitle: The older pattern\nentries:\n"

TEXTS = {
    96: "In the sixteenth century serfdom was fastened on the peasants by law. Under barshchina a serf owed a set num-",
    97: "ber of days. The trudodni of 1932-33 were the kolkhoz's own barsh-\nchina, says Miliukov, and twenty-five "
    "million peasants felt it. So Peter built his war-\nindustrial base.\n---\n[48] Karcz counted 200,000 kolkhozy.",
    98: 'Kliuchevsky\'s formula: "The state swelled up; the people grew lean."\n---\n[49] Kurs russkoi istorii, III.',
}
"""What a reader's copy might say on three pages; words are parted at the ends of lines and pages."""

FORMULA = """\
  - id: formula
    cloze: The state {{swelled up}}; the people {{grew lean}}.
    page: 98
    note: 49
"""


@dataclass(frozen=True, slots=True)
class Project:
    """A deck project in a folder of its own, with one deck `small` about pages 89 to 98."""

    root: Path

    def write(self, path: str, content: str | bytes) -> Path:
        """Write a file of the project."""
        file = self.root / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content if isinstance(content, bytes) else content.encode("utf-8"))
        return file

    def entries(self, yaml: str, file: str = "06-pattern.yaml", head: str = HEAD) -> Path:
        """Write a chapter file of entries, each indented by two spaces."""
        return self.write(f"decks/small/{file}", head + yaml)

    def read(self) -> tuple[Deck | None, tuple[Problem, ...]]:
        """Return the deck and the problems of the project."""
        decks, problems = read_decks(self.root, ())
        return (decks[0] if decks else None), problems

    def deck(self) -> Deck:
        """Return the deck of a project without problems."""
        deck, problems = self.read()
        assert problems == ()
        assert deck
        return deck

    def build(self, time: int, *chapters: str, **wanted: bool) -> list[Path]:
        """Build at that time as `flashgen build` does, lock and all, and return what was written into dist/."""
        decks, problems = read_decks(self.root, ())
        assert problems == ()
        releases = [release(deck, lambda _: time, chapters) for deck in decks]
        options = BuildOptions(chapters, **wanted)
        made = [output for of in releases for output in outputs(of, self.root / "dist", options)]
        with exclusive(self.root):
            write_files({output.path: output.content for output in made} | lock_files(releases, self.root), self.root)
        return [output.path for output in made]

    def lock(self) -> str:
        """Return the lock as it stands on the disk."""
        return (self.root / "decks/small/deck.lock").read_text("utf-8")

    def held(self) -> Lock:
        """Return what the lock says, which is as it was written."""
        problems: list[Problem] = []
        lock = parse(self.lock(), "decks/small/deck.lock", problems)
        assert problems == []
        return lock

    def texts(self) -> Path:
        """Write a reader's copy of pages 96 to 98, a text a page, and return its folder."""
        for page, text in TEXTS.items():
            self.write(f"texts/p{page:03}.txt", text)
        return self.root / "texts"

    def problems(self, text: Path | None = None, rule: str = "") -> list[str]:
        """Return each error, and what one rule finds, as `file:line:column rule`; with a text, compared with that.

        What is small repeats itself: equal prompts are told only where they are asked for.
        """
        found = checked_decks(self.root, (), texts={"": text} if text else None)[1]
        told = [p for p in found if (p.severity == "error" and p.rule != "same-prompt") or p.rule == rule]
        return [f"{Path(p.place.path).name}:{p.place.line}:{p.place.column} {p.rule}" for p in told]


@pytest.fixture
def project(tmp_path: Path) -> Project:
    """Return a project with a source, a deck and one entry."""
    made = Project(tmp_path)
    made.write("source/tucker-1999.yaml", SOURCE)
    made.write("decks/small/deck.yaml", DECK)
    made.entries(FORMULA)
    return made


def with_source(deck: Deck, **changes: Any) -> Deck:
    """Return a deck with a changed source, which all its notes cite."""
    source = replace(deck.source, **changes)
    return replace(
        deck, sources=(source,), notes=tuple(replace(one, cite=replace(one.cite, source=source)) for one in deck.notes)
    )


def built(deck: Deck, time: int, *chapters: str, folder: Path = Path()) -> list[Output]:
    """Return the package of a deck, or those of some chapters alone, of changes of that time; nothing is written."""
    whole, *parts = outputs(release(deck, lambda _: time, chapters), folder, BuildOptions(chapters))
    return parts if chapters else [whole]


@dataclass(frozen=True, slots=True)
class Outcome:
    """How a run of the program ended, and what it said."""

    code: int
    out: str
    err: str

    @property
    def told(self) -> str:
        """What was said of findings and failures, one a line: `place: severity: message [rule]: help`."""
        return _FACE.sub(_one_line, self.err)


_FACE = re.compile(
    r"^(error|warning|note)(?:\[([a-z0-9-]+)\])?(: .*)\n(?: *--> (.*)\n)?(?: *\d* \|.*\n)*"
    r"((?: *= (?:help|note): .*\n)*)\n?",
    re.MULTILINE,
)


def _one_line(found: re.Match[str]) -> str:
    severity, rule, message, place, helps = found.groups()
    hint = "".join(f": {words}" for words in re.findall("= help: (.*)", helps))
    return f"{f'{place}: ' if place else ''}{severity}{message}{f' [{rule}]' if rule else ''}{hint}\n"


Run = Callable[..., Outcome]


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Iterator[Run]:
    """Return a function that runs `flashgen` with arguments, as a shell would; by itself, its output is no terminal."""
    monkeypatch.delenv("COLUMNS", raising=False)

    monkeypatch.delenv("COLUMNS", raising=False)  # tests that run in parallel have it

    def running(*arguments: object) -> Outcome:
        monkeypatch.setattr(sys, "argv", ["flashgen", *map(str, arguments)])
        with pytest.raises(SystemExit) as left:
            main()
        said = capsys.readouterr()
        return Outcome(int(left.value.code or 0), said.out, said.err)

    yield running
    gc.enable()
