"""`flashgen site` as typed."""

import os
import re
from pathlib import Path

import pytest

from flashgen.pipeline import checked_decks
from tests.conftest import DECK, FORMULA, HEAD, Project, Run
from tests.store.test_journal import files, killed

PAGES = ("cards.html", "index.html", "map.html")


def second_deck(project: Project) -> None:
    """Add a deck to a project."""
    project.write("decks/other/deck.yaml", re.sub("0b8e2f3c", "1b8e2f3c", DECK).replace("Small", "Other"))
    project.write("decks/other/06-x.yaml", HEAD + FORMULA)


def test_each_deck_gets_three_pages_and_no_other_file_changes(project: Project, run: Run) -> None:
    second_deck(project)
    before = files(project.root)
    done = run("site", "-C", project.root)
    assert (done.code, done.err) == (0, "")
    site = os.path.relpath(project.root / "dist/site")
    assert [line.split(":")[0] for line in done.out.splitlines()] == [
        f"{site}/{deck}/{page}" for deck in ("other", "small") for page in ("index.html", "cards.html", "map.html")
    ]
    after = files(project.root)
    added = {name for name in after.keys() - before.keys() if not name.startswith(".flashgen/")}
    assert added == {f"dist/site/{deck}/{page}" for deck in ("other", "small") for page in PAGES}
    assert {name: after[name] for name in before} == before


def test_a_deck_by_its_name_goes_into_a_folder_by_its_name(project: Project, run: Run, tmp_path: Path) -> None:
    second_deck(project)
    assert run("site", "-C", project.root, "-q", "-o", tmp_path / "public", "other").out == ""
    assert [path.name for path in (tmp_path / "public").iterdir()] == ["other"]
    assert sorted(path.name for path in (tmp_path / "public/other").iterdir()) == [*PAGES]


def test_an_error_in_a_file_stops_it_and_the_last_good_site_stays(project: Project, run: Run) -> None:
    run("site", "-C", project.root)
    before = files(project.root / "dist")
    project.entries(FORMULA.replace("98", "998"))
    done = run("site", "-C", project.root)
    assert (done.code, done.out, "page-out-of-range" in done.told) == (1, "", True)
    assert files(project.root / "dist") == before


def test_a_warning_does_not_stop_it_and_stands_beside_its_card(project: Project, run: Run) -> None:
    project.entries("  - {id: tale, ask: Did it?, answer: 'Yes', page: 98}\n")
    done = run("site", "-C", project.root)
    assert (done.code, done.err) == (0, "")
    assert "yes-no-question" in (project.root / "dist/site/small/cards.html").read_text("utf-8")


@pytest.mark.parametrize("folder", ["dist/site/small", "public/small", "../away/small"])
def test_a_site_that_was_killed_half_way_is_put_back(folder: str, project: Project, run: Run) -> None:
    root = Project(project.root / "inner")
    (project.root / "inner").mkdir()
    for name in ("decks", "source"):
        (project.root / name).rename(root.root / name)
    old = {root.root / folder / page: b"old" for page in PAGES}
    for path, content in old.items():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    killed(root, dict.fromkeys(old, b"new"), after=4)
    assert run("check", "-C", root.root).code == 0
    assert {path: path.read_bytes() for path in old} == old
    assert sorted(path.name for path in (root.root / folder).iterdir()) == [*PAGES]


WRONG = ("http://example.org", "example.org", "https://", "https://a b.org", "https://e.org/?a", "https://e.org/#a")


@pytest.mark.parametrize("url", [*WRONG, "https://e.org/{page}", "javascript:alert(1)"])
def test_what_is_no_address_of_a_site_is_refused(url: str, project: Project, run: Run) -> None:
    done = run("build", "-C", project.root, "--site-url", url)
    assert (done.code, "write one that begins with https://" in done.told) == (2, True)
    assert not (project.root / "dist").exists()
    project.write("decks/small/deck.yaml", f"{DECK}site: '{url}'\n")
    assert project.problems() == ["deck.yaml:7:7 bad-link"]


def test_a_language_without_words_is_asked_for_those_of_a_site_only_where_it_has_one(project: Project) -> None:
    italian = DECK.replace("language: en", "language: it")
    project.entries("  - {id: a, pair: [x, y], relation: cause, because: z, page: 98}\n")
    hints = []
    for site in ("", "site: https://example.org\n"):
        project.write("decks/small/deck.yaml", italian + site)
        problems = checked_decks(project.root, ())[1]
        hints += [one.hint for one in problems if one.rule == "untranslated-words"]
    assert ["site_" in hint for hint in hints] == [False, True]
    assert [re.findall(r"relation_\w+", hint) for hint in hints] == [[], ["relation_cause"]]
