"""Builds generated decks with flashgen and with the plain script in turn, and prints notes a second and peak memory.

python -m tests.bench.run [COUNT ...] [--runs N]
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


def compare(count: int, runs: int, emphasis: float) -> None:
    """Print what both make of a deck of that many notes, in turn; the ratio is the median of the pairs'."""
    with tempfile.TemporaryDirectory() as folder:
        root = generate(Path(folder) / "project", count, emphasis)
        commands = {
            "flashgen": [sys.executable, "-m", "flashgen", "build", "-q", "-C", str(root)],
            "plain script": [sys.executable, "-m", "tests.bench.peer", str(root), str(root / "plain.apkg")],
        }
        turns = [{name: measured(command) for name, command in commands.items()} for _ in range(runs + 1)][1:]
    for name in commands:
        seconds = median(turn[name].seconds for turn in turns)
        memory = max(turn[name].megabytes for turn in turns)
        print(
            f"{count:>7} notes  {name:<13} {count / seconds:>8,.0f} notes/s  {seconds:>7.3f} s  {memory:>5.0f} MB peak"
        )
    ratio = median(turn["flashgen"].seconds / turn["plain script"].seconds for turn in turns)
    print(f"{count:>7} notes  flashgen takes {ratio:.2f} of the script's time")


def main() -> None:
    """Compare at each size that was asked for; one of 8 notes shows what starting up takes."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("counts", nargs="*", type=int, default=[8, 1_000, 10_000])
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--emphasis", type=float, default=0, help="the share of notes with Markdown in them")
    asked = parser.parse_args()
    for count in asked.counts:
        compare(count, asked.runs, asked.emphasis)


if __name__ == "__main__":
    main()
