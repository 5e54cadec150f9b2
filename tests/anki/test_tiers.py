"""`flashgen build --tier` and `flashgen sheets --tier`, as typed."""

from pathlib import Path

import pytest

from tests.anki.conftest import Anki, opened
from tests.conftest import FORMULA, Project, Run

CORE = "  - {id: who, ask: Who wrote it?, answer: Kliuchevsky, page: 98, tier: core}\n"
TERM = "  - {id: mir, term: mir, means: village, page: 96, tier: core}\n"
V = "chapter: V\ntitle: First\nentries:\n"


@pytest.fixture
def tiers(project: Project) -> Project:
    """Return a project with the core in one of two chapters."""
    project.entries(FORMULA + CORE + TERM)
    project.entries("  - {id: more, ask: Who read it?, answer: Tucker, page: 94}\n", "05-first.yaml", V)
    return project


def notes(project: Project, package: str, folder: Path) -> dict[str, list[str]]:
    """Return the notes of a package by their ids, each with its tags of a tier."""
    for anki in opened(folder):
        anki.take(project.root / "dist" / package)
        return {id: [tag for tag in note.tags if "tier" in tag] for id, note in anki.notes().items()}
    raise AssertionError


@pytest.mark.parametrize(
    ("arguments", "made"),
    [
        (["--tier", "core"], ["small-core.apkg", "small.apkg"]),
        (["--tier", "more"], ["small-more.apkg", "small.apkg"]),
        (["--tier", "core", "-c", "VI"], ["small-06-pattern-core.apkg", "small.apkg"]),
        (["--tier", "core", "--each-chapter"], ["small-06-pattern-core.apkg", "small-core.apkg", "small.apkg"]),
        (["--tier", "core", "--fresh"], ["small-core-fresh.apkg", "small.apkg"]),
        (
            ["--tier", "core", "--update"],
            ["small-core-update-question.txt", "small-core-update-term.txt", "small-core.apkg", "small.apkg"],
        ),
    ],
)
def test_a_tier_has_a_package_of_its_own_beside_the_whole(
    tiers: Project, run: Run, arguments: list[str], made: list[str]
) -> None:
    done = run("build", "-C", tiers.root, *arguments)
    assert (done.code, sorted(file.name for file in (tiers.root / "dist").iterdir())) == (0, made)


def test_only_what_is_of_the_core_has_a_tag_for_it(tiers: Project, run: Run, tmp_path: Path) -> None:
    assert run("build", "--tier", "core", "-C", tiers.root).code == 0
    core = {"who": ["small::tier::core"], "mir": ["small::tier::core"]}
    assert notes(tiers, "small-core.apkg", tmp_path / "core") == core
    assert notes(tiers, "small.apkg", tmp_path / "all") == core | {"formula": [], "more": []}


def test_a_learner_of_the_core_gets_the_rest_later_and_keeps_every_review(tiers: Project, run: Run, anki: Anki) -> None:
    assert run("build", "--tier", "core", "-C", tiers.root).code == 0
    anki.take(tiers.root / "dist/small-core.apkg")
    anki.study("Small")
    before, reviews = anki.scheduling(), anki.revlog()
    log = anki.take(tiers.root / "dist/small.apkg")
    assert (len(log.new), len(log.updated), len(log.duplicate)) == (2, 0, 2)
    assert {key: anki.scheduling()[key] for key in before} == before
    assert anki.revlog() == reviews


def test_a_learner_of_the_core_hears_that_an_entry_of_it_was_withdrawn(tiers: Project, run: Run, anki: Anki) -> None:
    assert run("build", "--tier", "core", "-C", tiers.root).code == 0
    tiers.entries(FORMULA + TERM)
    assert run("build", "--tier", "core", "--accept", "-C", tiers.root).code == 0
    anki.take(tiers.root / "dist/small-core.apkg")
    assert {id for id, note in anki.notes().items() if note["Withdrawn"]} == {"who"}


@pytest.mark.parametrize(
    ("command", "arguments", "said"),
    [
        ("build", ["--tier", "core", "-c", "V"], 'no chosen entry of "Small" has the tier core'),
        ("sheets", ["--tier", "core", "-c", "V"], 'no chosen entry of "Small" has the tier core'),
        ("sheets", ["--tier", "more", "--tag", "x"], 'no entry is tagged "x"'),
        ("sheets", ["--tier", "more", "--layout", "glossary"], "Small has no term to print"),
        ("build", ["--tier", "best"], "'best' is not one of 'core', 'more'"),
    ],
)
def test_a_tier_that_nothing_is_of_is_told_in_one_sentence_and_changes_nothing(
    tiers: Project, run: Run, command: str, arguments: list[str], said: str
) -> None:
    done = run(command, "-C", tiers.root, *arguments)
    assert (done.code, said in done.told) == (2, True), done.err
    assert not (tiers.root / "dist").exists()
    assert not (tiers.root / "decks/small/deck.lock").exists()


@pytest.mark.parametrize(("tier", "count"), [("core", "2 pages"), ("more", "2 pages")])
def test_sheets_can_be_limited_to_a_tier(tiers: Project, run: Run, tier: str, count: str) -> None:
    done = run("sheets", "-C", tiers.root, "--tier", tier)
    assert (done.code, count in done.out) == (0, True), done.err
