"""`flashgen exam`, as typed."""

import os
import sys
from datetime import date, timedelta

import click
import pytest

from flashgen.cli.exam import SUMMARIES, exam
from flashgen.cli.exam.dates import off
from tests.conftest import DECK, FORMULA, HEAD, Project, Run

NOW = 1_796_040_000
"""30 November 2026, noon UTC."""

WHO = "  - {id: who, ask: Who built an industrial base?, answer: Peter, page: 97, tags: [tsars], tier: core}\n"
BASE = ("exam", "plan", "--on", "2026-12-14", "--from", "2026-11-30")


@pytest.fixture
def ready(project: Project, monkeypatch: pytest.MonkeyPatch) -> Project:
    """Return a project with two entries, three cards, at a time that stands still."""
    project.entries(FORMULA + WHO)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", str(NOW))
    monkeypatch.setenv("COLUMNS", "100")
    monkeypatch.setattr("time.time", lambda: NOW + 5.0)
    return project


def files(project: Project) -> list[str]:
    """Return the names of what was made."""
    folder = project.root / "dist"
    return sorted(path.name for path in folder.iterdir()) if folder.exists() else []


def test_a_plan_is_printed_and_written_as_a_page_and_a_calendar(ready: Project, run: Run) -> None:
    done = run(*BASE, "-C", ready.root)
    assert (done.code, done.err) == (0, "")
    assert done.out.startswith("Small: ready on Monday 14 December 2026\n3 cards, all new; 14 days of study")
    assert files(ready) == ["small-plan.html", "small-plan.ics"]
    where = os.path.relpath(ready.root / "dist/small-plan.ics")
    assert f"{where}: the same days, for a calendar of their own" in done.out
    assert (
        b"UID:0b8e2f3c-1d4a-4e56-8f70-123456789abc-20261214@flashgen"
        in (ready.root / "dist/small-plan.ics").read_bytes()
    )


def test_the_same_wish_gives_the_same_files_and_another_seed_others(ready: Project, run: Run) -> None:
    made = []
    for seed in (1, 1, 2):
        run(*BASE, "-C", ready.root, "--seed", seed, "-q")
        made.append([(ready.root / "dist" / name).read_bytes() for name in files(ready)])
    assert made[0] == made[1]
    assert made[0] != made[2]


def test_quiet_says_nothing_and_the_folder_can_be_another(ready: Project, run: Run) -> None:
    done = run(*BASE, "-C", ready.root, "-q", "-o", ready.root / "plans")
    assert (done.out, done.err) == ("", "")
    assert sorted(path.name for path in (ready.root / "plans").iterdir()) == ["small-plan.html", "small-plan.ics"]


def test_without_a_first_day_the_plan_begins_today(ready: Project, run: Run) -> None:
    today = date.fromtimestamp(NOW)
    done = run("exam", "plan", "--on", today + timedelta(days=3), "-C", ready.root)
    assert f"3 days of study from {today:%A} {today.day} {today:%B} {today.year}, 40 minutes each" in done.out


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["-c", "VI"], "3 cards, all new"),
        (["--tag", "small::tsars"], "1 card, all new"),
        (["--tier", "more"], "2 cards, all new"),
        (["--minutes", "1"], "1 minute each"),
        (["--off", "sat,sun", "--off", "2026-12-01..2026-12-03"], "7 days of study"),
        (["--buffer", "13"], "New cards/day, from Tue 1 Dec on"),
        (["--seconds-per-review", "30"], "Limit to 80 cards"),
        (["small"], "Small: ready"),
    ],
)
def test_options_are_accepted(ready: Project, run: Run, arguments: list[str], said: str) -> None:
    done = run(*BASE, "-C", ready.root, *arguments)
    assert (done.code, done.err) == (0, "")
    assert said in done.out


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (["--on", "2026-11-30"], 2, "2026-11-30 is not after the first day of study, 2026-11-30"),
        (["--on", "2020-01-01"], 2, "2020-01-01 is not after the first day of study"),
        (["--on", "2036-12-01"], 2, "2036-12-01 is more than ten years away"),
        (["--on", "9999-12-31"], 2, "9999-12-31 is more than ten years away"),
        (["--on", "18.1.2027"], 2, '"18.1.2027" is not a date such as 2027-01-18'),
        (["--on", "2027-02-30"], 2, '"2027-02-30" is not a date such as 2027-01-18'),
        (["--from", "today"], 2, '"today" is not a date such as 2027-01-18'),
        (["--minutes", "0"], 2, "0 is not in the range"),
        (["--minutes", "half"], 2, "'half' is not a valid integer"),
        (["--seconds-per-review", "0"], 2, "0 is not in the range"),
        (["--seed", "-1"], 2, "-1 is not in the range"),
        (["--off", "mon,tue,wed,thu,fri,sat,sun"], 2, "no day is left for study"),
        (["--off", "2026-11-01..2026-12-31"], 2, "no day is left for study"),
        (["--off", "2026-12-31..2026-12-01"], 2, "does not run from a day to a later one within a year"),
        (["--off", "0001-01-01..9999-12-31"], 2, "does not run from a day to a later one within a year"),
        (["--off", "mo"], 2, '"mo" is not a date'),
        (["--off", "someday"], 2, '"someday" is not a date'),
        (["--buffer", "14"], 2, "no day is left for new cards"),
        (["--buffer", "99999"], 2, "no day is left for new cards"),
        (["-c", "XI"], 2, 'no chapter "XI"'),
        (["--tag", "tsar"], 2, 'no entry is tagged "tsar": did you mean "tsars"?'),
        (["-c", "VI", "--tag", "tsars", "--tier", "more"], 2, 'no entry is tagged "tsars"'),
        (["large"], 2, 'no deck "large"'),
        (["--collection", "nowhere.colpkg"], 2, "'nowhere.colpkg' does not exist"),
        (
            ["--preset"],
            2,
            "--preset makes a package of the last build, but Small has changed since: run flashgen build first",
        ),
    ],
)
def test_what_cannot_be_is_a_sentence_and_nothing_is_written(
    ready: Project, run: Run, arguments: list[str], code: int, said: str
) -> None:
    done = run(*BASE, "-C", ready.root, *arguments)
    assert done.code == code
    assert said in " ".join(done.told.split())
    assert "Traceback" not in done.told
    assert (done.out, files(ready)) == ("", [])


def test_without_a_day_the_exam_is_asked_for(ready: Project, run: Run) -> None:
    done = run("exam", "plan", "-C", ready.root)
    assert done.code == 2
    assert "missing option '--on'" in done.told


def test_one_of_several_decks_must_be_named(ready: Project, run: Run) -> None:
    ready.write("decks/other/deck.yaml", DECK.replace("name: Small", "name: Other").replace("0b8e", "1b8e"))
    ready.write("decks/other/06-x.yaml", HEAD + FORMULA)
    done = run(*BASE, "-C", ready.root)
    assert (done.code, done.told) == (2, "error: there are several decks: name one of other, small\n")
    assert run(*BASE, "-C", ready.root, "other").out.startswith("Other: ready on")


def test_a_deck_without_a_core_has_none_to_plan(ready: Project, run: Run) -> None:
    ready.entries(FORMULA)
    done = run(*BASE, "-C", ready.root, "--tier", "core")
    assert (done.code, files(ready)) == (2, [])
    assert "core" in done.told


def test_a_deck_with_errors_is_not_planned(ready: Project, run: Run) -> None:
    ready.entries("  - {id: who, ask: Who?, page: 97}\n")
    done = run(*BASE, "-C", ready.root)
    assert done.code == 1
    assert "answer" in done.told
    assert files(ready) == []


def test_a_part_whose_cards_are_all_withdrawn_has_nothing_to_learn(ready: Project, run: Run) -> None:
    ready.entries(FORMULA + WHO.replace("tier: core", "withdrawn: outdated"))
    done = run(*BASE, "-C", ready.root, "--tag", "tsars")
    assert (done.code, done.told) == (
        *(2, "error: Small has no card to learn there: all are withdrawn or suspended\n"),
    )


@pytest.mark.parametrize("content", [b"", b"no collection", b"PK\x03\x04 broken", b"SQLite format 3\x00" + bytes(200)])
def test_a_file_that_is_no_collection_is_refused(ready: Project, run: Run, content: bytes) -> None:
    path = ready.write("mine.colpkg", content)
    done = run(*BASE, "-C", ready.root, "--collection", path)
    assert done.code == 3
    assert "mine.colpkg cannot be read as an Anki collection" in done.told
    assert files(ready) == []


def test_a_collection_that_anki_has_open_is_refused(ready: Project, run: Run) -> None:
    path = ready.write("collection.anki2", b"")
    ready.write("collection.anki2-wal", b"")
    link = ready.root / "linked.anki2"
    link.symlink_to(path)
    for named in (path, link):
        done = run(*BASE, "-C", ready.root, "--collection", named)
        assert done.code == 3
        assert f"{named.name} is open in Anki, or Anki did not close it properly: close Anki" in done.told


def test_without_the_memory_model_all_else_works(ready: Project, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "fsrs_rs_python", None)
    done = run(*BASE, "-C", ready.root)
    assert done.code == 3
    assert done.told.startswith("error: plans need Anki's memory model, which is not installed: pip install")
    assert run("check", "-C", ready.root, "-q").code == 0


def test_with_a_preset_the_last_build_comes_with_the_options(ready: Project, run: Run) -> None:
    ready.build(NOW - 86_400)
    done = run(*BASE, "-C", ready.root, "--preset")
    assert (done.code, done.err) == (0, "")
    assert "tick “Import any deck presets” when you import it" in done.out
    assert files(ready) == ["small-plan.apkg", "small-plan.html", "small-plan.ics", "small.apkg"]
    lock = ready.lock()
    ready.entries(FORMULA + WHO.replace("Peter", "Peter the Great"))
    assert run(*BASE, "-C", ready.root, "--preset").code == 2
    assert ready.lock() == lock


def test_a_package_of_an_earlier_plan_is_told_of(ready: Project, run: Run) -> None:
    ready.build(NOW - 86_400)
    assert run(*BASE, "-C", ready.root, "--preset").err == ""
    done = run(*BASE, "-C", ready.root, "--minutes", 20)
    assert (done.code, done.told.count("\n")) == (0, 1)
    assert "small-plan.apkg is from an earlier plan: add --preset to replace it, or delete it" in done.told
    assert run(*BASE, "-C", ready.root, "-q").err == ""


def test_the_group_lists_its_commands_and_each_says_of_itself_what_the_list_says(run: Run) -> None:
    context = click.Context(exam)
    assert exam.list_commands(context) == [*SUMMARIES]
    for name, summary in SUMMARIES.items():
        command = exam.get_command(context, name)
        assert command
        assert (command.help or "").partition("\n")[0] == summary
        assert (command.epilog or "").startswith(f"\b\nExample: flashgen exam {name} ")
    assert exam.get_command(context, "paint") is None
    assert "plan   Plan the days until an exam." in run("exam", "--help").out
    assert run("exam", "paint").code == 2


def test_weekdays_are_known_by_their_first_letters() -> None:
    found = off(
        click.Context(exam), exam.params[0] if exam.params else click.Option(["--off"]), ["Sat, SUNDAY", "2026-12-24"]
    )
    assert found.weekdays == {5, 6}
    assert found.dates == {date(2026, 12, 24)}
