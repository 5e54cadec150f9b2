"""What was measured, with date and commit: history.csv, a line a value, the newest last."""

import csv
import subprocess
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

from tests.bench.table import Value

FILE = Path(__file__).with_name("history.csv")


def record(values: Sequence[Value]) -> None:
    """Add what was measured now, of what is checked out."""
    day, commit = datetime.now(UTC).date().isoformat(), _said("rev-parse", "--short=10", "HEAD")
    changed = "+" if _said("status", "--porcelain", "flashgen") else ""
    with FILE.open("a", encoding="utf-8", newline="") as file:
        rows = csv.writer(file, lineterminator="\n")
        rows.writerows((day, commit + changed, one.size, f"{one.value:.3g}", one.row) for one in values)


def last() -> list[Value]:
    """Return the newest value of each row at each size."""
    newest = {(row["row"], int(row["notes"])): float(row["value"]) for row in _rows()}
    return [Value(name, size, value) for (name, size), value in newest.items()]


def measured_on() -> tuple[str, str]:
    """Return the day and the commit of the newest values."""
    *_, row = _rows()
    return row["day"], row["commit"]


def _rows() -> list[dict[str, str]]:
    with FILE.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def _said(*command: str) -> str:
    return subprocess.run(["git", *command], check=True, capture_output=True, text=True).stdout.strip()
