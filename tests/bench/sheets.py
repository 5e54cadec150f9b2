"""Prints generated decks with flashgen, its engine alone and the bare engine in turn: seconds and peak memory of each.

python -m tests.bench.sheets [CARDS ...] [--runs N]

The bare engine gets the same texts, QR codes and pages with every size known, and sets them in one process. The engine
alone is flashgen's own document, with what has to be measured, in one process too. All else is what flashgen does more:
to read the deck, to draw the codes, to put the file in its place. Memory is that of the largest process.
"""

import argparse
import json
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median

from flashgen.emit.paper import engine
from flashgen.emit.paper.sheets.card import cards
from flashgen.emit.paper.sheets.layouts import LAYOUTS
from flashgen.emit.paper.sheets.options import SheetOptions
from flashgen.emit.paper.sheets.sheet import sheets
from flashgen.pipeline import read_decks
from flashgen.render.blocks import Blocks, lines
from tests.bench.generate import generate

LINK = "links:\n  print: https://example.org/t/{id}\n"


@dataclass(frozen=True, slots=True)
class Run:
    """A finished command: seconds from start to end, and megabytes of its largest process."""

    seconds: float
    megabytes: float


def measured(command: Sequence[str]) -> Run:
    """Run a command in a process that watches it; SystemExit where it fails."""
    script = "import resource, subprocess, sys; subprocess.run(sys.argv[1:], check=True, stdout=2); "
    script += "print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)"
    start = time.perf_counter()
    done = subprocess.run([sys.executable, "-c", script, *command], capture_output=True, text=True)
    if done.returncode:
        raise SystemExit(done.stderr)
    return Run(time.perf_counter() - start, int(done.stdout) / (1024 if sys.platform == "linux" else 1024**2))


def project(folder: Path, count: int) -> Path:
    """Write a project whose sheets have that many cards."""
    root = generate(folder / "project", count // 2)
    source = root / "source/generated.yaml"
    source.write_text(source.read_text("utf-8") + LINK, "utf-8")
    return root


def laid_out(root: Path, folder: Path) -> Path:
    """Write the same pages for the bare engine."""
    (deck,), _ = read_decks(root, ())
    made = tuple(cards(deck, deck.notes))
    values = json.loads(json.dumps(sheets(deck, made, SheetOptions(LAYOUTS[0])).values))
    pages = []
    for page in values["sheets"]:
        pages.append([])
        for cell in page["cells"]:
            card, shown = made[cell["card"]], values["cards"][cell["card"]]
            front = cell["side"] == "front"
            said = words(card.prompt) if front else words((*card.answer, *card.extra))
            more = {"said": said, "size": 16 if front else 12, "id": card.id, "first": front and shown["first"]}
            code = {"code": None if front else shown["code"], "url": card.url, "band": "".join(shown["band"])}
            pages[-1].append({"x": cell["x"], "y": cell["y"]} | more | code)
    folder.mkdir()
    engine.laid_out(sheets(deck, made, SheetOptions(LAYOUTS[0])), {}, folder)
    (folder / "bare.json").write_text(json.dumps({"sheets": pages}), "utf-8")
    (folder / "bare.typ").write_bytes(Path(__file__).with_name("bare.typ").read_bytes())
    return folder


def words(blocks: Blocks) -> list[str]:
    """Return the words of each paragraph."""
    return ["".join(run.words for run in runs) for runs in lines(blocks)]


def main() -> None:
    """Compare at each number of cards that was asked for."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("counts", nargs="*", type=int, default=[300, 3_000])
    parser.add_argument("--runs", type=int, default=5)
    asked = parser.parse_args()
    for count in asked.counts:
        with tempfile.TemporaryDirectory() as name:
            root = project(Path(name), count)
            folder = str(laid_out(root, Path(name) / "bare"))
            commands = {
                "flashgen": [sys.executable, "-m", "flashgen", "sheets", "-q", "-C", str(root)],
                "its engine": [sys.executable, "-m", "flashgen.emit.paper.job", folder, "1000000000"],
                "bare engine": [sys.executable, "-m", "tests.bench.bare", folder],
            }
            turns = [{name: measured(command) for name, command in commands.items()} for _ in range(asked.runs)]
        for name in commands:
            seconds, memory = median(turn[name].seconds for turn in turns), max(turn[name].megabytes for turn in turns)
            print(f"{count:>6} cards  {name:<12} {seconds:.2f} s  {memory:>4.0f} MB in the largest process")
        for name in ("flashgen", "its engine"):
            ratio = median(turn[name].seconds / turn["bare engine"].seconds for turn in turns)
            print(f"{count:>6} cards  {name:<12} {ratio:.2f} times the bare engine")


if __name__ == "__main__":
    main()
