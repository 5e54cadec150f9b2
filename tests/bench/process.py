"""One finished process: the CPU time of it and its children, and the most memory that any of them took."""

import os
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[2]
_KEPT = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
"""Bytecode is written, and there from the second run on, as where flashgen is installed."""

_QUIET = [(os.POSIX_SPAWN_CLOSE, 1)]


@dataclass(frozen=True, slots=True)
class Run:
    """Seconds of CPU, user and system, and megabytes at the peak of the largest process."""

    seconds: float
    megabytes: float


def measured(command: Sequence[str], codes: Sequence[int] = (0,)) -> Run:
    """Run a command from the project's folder; SystemExit where it ends with another code.

    A process is told a peak no lower than its parent's, so whoever measures must be small.
    """
    process = os.posix_spawn(command[0], command, _KEPT, file_actions=_QUIET)
    _, status, usage = os.wait4(process, 0)
    code = os.waitstatus_to_exitcode(status)
    if code not in codes:
        raise SystemExit(f"{' '.join(command)}: failed with {code}")
    peak = usage.ru_maxrss / (1024 if sys.platform == "linux" else 1024**2)
    return Run(usage.ru_utime + usage.ru_stime, peak)


def python(*arguments: str) -> list[str]:
    """Return a command of this Python."""
    return [sys.executable, *arguments]


def flashgen(*arguments: str) -> list[str]:
    """Return a command of flashgen."""
    return python("-m", "flashgen", *arguments)


if __name__ == "__main__":
    found = measured(sys.argv[1:], codes=(0, 1))
    print(found.seconds, found.megabytes)
