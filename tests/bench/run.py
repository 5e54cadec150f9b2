"""Builds generated decks with flashgen and with a plain script in turn, and prints notes a second and peak memory.

python -m tests.bench.run [COUNT ...] [--runs N] [--check]

With --check, `flashgen check` is timed too, which looks at every card by every rule: 10,000 notes should take seconds.

Figures are of whole processes. Starting up is measured with a deck of 8 notes: flashgen loads templates, its own rooms
and a command line that the script does without, and for a small deck that is most of its time.
"""

import argparse
import os
import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median

from tests.bench.generate import generate

Turn = dict[str, "Run"]


@dataclass(frozen=True, slots=True)
class Run:
    """A finished process: seconds from start to end, and megabytes at its peak."""

    seconds: float
    megabytes: float


def measured(command: Sequence[str]) -> Run:
    """Run a command as a whole process; SystemExit where it fails."""
    start = time.perf_counter()
    process = os.posix_spawn(command[0], command, os.environ, file_actions=[(os.POSIX_SPAWN_CLOSE, 1)])
    _, status, usage = os.wait4(process, 0)
    if status:
        raise SystemExit(f"{' '.join(command)}: failed with {os.waitstatus_to_exitcode(status)}")
    return Run(time.perf_counter() - start, usage.ru_maxrss / (1024 if sys.platform == "linux" else 1024**2))


def turns(count: int, runs: int, emphasis: float, check: bool) -> list[Turn]:
    """Build a deck of that many notes with both, in turn, so that a change of the machine's speed meets both."""
    with tempfile.TemporaryDirectory() as folder:
        root = generate(Path(folder) / "project", count, emphasis)
        commands = {
            "flashgen": [sys.executable, "-m", "flashgen", "build", "-q", "-C", str(root)],
            "plain script": [sys.executable, "-m", "tests.bench.peer", str(root), str(root / "plain.apkg")],
        }
        if check:
            commands["check"] = [sys.executable, "-m", "flashgen", "check", "-C", str(root)]
        return [{name: measured(command) for name, command in commands.items()} for _ in range(runs + 1)][1:]


def seconds(measures: list[Turn], name: str) -> float:
    """Return the median time of one of them."""
    return median(turn[name].seconds for turn in measures)


def main() -> None:
    """Compare at each size that was asked for."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("counts", nargs="*", type=int, default=[1_000, 10_000])
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--emphasis", type=float, default=0, help="the share of notes with Markdown in them")
    parser.add_argument("--check", action="store_true", help="time flashgen check as well")
    asked = parser.parse_args()
    idle = turns(8, asked.runs, asked.emphasis, asked.check)
    for count in asked.counts:
        measures = turns(count, asked.runs, asked.emphasis, asked.check)
        for name in measures[0]:
            took, started = seconds(measures, name), seconds(idle, name)
            memory = max(turn[name].megabytes for turn in measures)
            speed = f"{count / took:>7,.0f} notes/s, {count / max(took - started, 0.001):>7,.0f} once started"
            print(f"{count:>6} notes  {name:<12} {took:.3f} s  {speed}  {memory:>4.0f} MB peak")


if __name__ == "__main__":
    main()
