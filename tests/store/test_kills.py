"""A build that is killed, or for which the disk is full, at any of its file operations."""

import json
import os
import subprocess
import sys
from itertools import groupby
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import DECK, FORMULA, HEAD, SOURCE, Project
from tests.store.kills import Snapshot, snapshot

pytestmark = pytest.mark.slow

FIRST = "chapter: V\ntitle: First\nentries:\n  - {id: other, ask: Who wrote it?, answer: Kliuchevsky, page: 98}\n"


def stopped(folder: Path, how: str) -> tuple[Snapshot, list[dict[str, Any]]]:
    """Return what the last good build left, and what was found after each that was stopped; the last ran through."""
    project = Project(folder / "project")
    project.write("source/tucker-1999.yaml", SOURCE)
    project.write("decks/small/deck.yaml", DECK)
    project.write("decks/small/05-first.yaml", FIRST)
    project.entries(FORMULA, head=HEAD)
    project.build(1_790_000_000, each=True, update=True)
    before = snapshot(project.root)
    project.entries(FORMULA.replace("The state", "A state"))
    project.write("decks/small/07-more.yaml", FIRST.replace("other", "new"))
    before |= {name: hash for name, hash in snapshot(project.root).items() if name.endswith(".yaml")}
    done = subprocess.run(
        [sys.executable, "-m", "tests.store.kills", str(project.root), how],
        env={**os.environ, "SOURCE_DATE_EPOCH": "1790000060", "PYTHONPATH": str(Path.cwd())},
        capture_output=True,
        text=True,
        check=True,
    )
    return before, [json.loads(line) for line in done.stdout.splitlines()]


@pytest.mark.parametrize("how", ["kill", "half"])
def test_a_build_that_is_killed_leaves_the_last_one_whole_or_the_new_one_whole(tmp_path: Path, how: str) -> None:
    before, rounds = stopped(tmp_path, how)
    after = rounds[-1]["found"]
    assert len(rounds) > 50
    assert [one["code"] for one in rounds[:-1]] == [137] * (len(rounds) - 1)
    assert before.keys() < after.keys()
    assert all(before[name] != after[name] for name in ("dist/small.apkg", "decks/small/deck.lock"))
    assert [found for found, _ in groupby(one["found"] for one in rounds[:-1])] == [before, after]


def test_a_full_disk_leaves_the_last_build_whole_or_the_new_one_whole_and_is_said(tmp_path: Path) -> None:
    before, rounds = stopped(tmp_path, "fail")
    after = rounds[-1]["found"]
    assert len(rounds) > 50
    for one in rounds[:-1]:
        assert (one["code"], one["found"]) in ((3, before), (3, after), (0, after))
        assert one["code"] == 0 or "No space left on device" in " ".join(one["said"].split())
