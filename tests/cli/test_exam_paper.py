"""`flashgen exam paper`, as typed."""

import os
import subprocess
import sys

import pytest

from tests.conftest import DECK, FORMULA, Project, Run

ENTRIES = FORMULA + "".join(
    f"  - {{id: {name}, ask: {question}, answer: {answer}, page: {page}, tags: [{tag}], tier: {tier}}}\n"
    for name, question, answer, page, tag, tier in (
        ("who", "Who sailed as a carpenter?", "Peter", 97, "people", "core"),
        ("tax", "Which levy was on hairy chins?", "beard tax", 96, "economy", "more"),
        ("war", "What began at Narva?", "Northern War", 95, "war", "core"),
        ("fair", "Where did Volga merchants gather?", "Makaryev", 94, "economy", "more"),
    )
)


@pytest.fixture
def ready(project: Project) -> Project:
    """Return a project with five entries."""
    project.entries(ENTRIES)
    return project


def names(project: Project) -> list[str]:
    """Return the names of what was made."""
    return sorted(file.name for file in (project.root / "dist").iterdir())


def test_a_paper_and_its_key_go_into_dist(ready: Project, run: Run) -> None:
    done = run("exam", "paper", "-C", ready.root, "-n", 3)
    assert (done.code, done.err) == (0, "")
    assert done.out.split() == [os.path.relpath(ready.root / f"dist/small-paper{end}.pdf") for end in ("", "-key")]
    assert (ready.root / "dist/small-paper.pdf").read_bytes().startswith(b"%PDF")


def test_quiet_says_nothing(ready: Project, run: Run) -> None:
    assert run("exam", "paper", "-C", ready.root, "-n", 3, "-q").out == ""


@pytest.mark.parametrize(
    ("arguments", "made"),
    [
        (["-n", 3, "--format", "gift"], ["small-paper.gift"]),
        (["-n", 3, "--format", "moodle-xml", "-c", "VI"], ["small-paper.xml"]),
        (["-n", 2, "--format", "md", "--tier", "core"], ["small-paper-key.md", "small-paper.md"]),
        (["--points", 2, "--format", "gift", "--tag", "economy"], ["small-paper.gift"]),
        (["-n", 1, "--format", "gift", "--versions", 2], ["small-paper-A.gift", "small-paper-B.gift"]),
        (
            ["-n", 1, "--format", "gift", "--mock", "--from", "2027-01-01", "--on", "2027-01-18"],
            ["small-mock-2027-01-04.gift", "small-mock-2027-01-11.gift"],
        ),
        (["-n", 1, "--format", "gift", "--mock", "--on", "2025-06-02"], ["small-mock-2025-05-28.gift"]),
    ],
)
def test_options_make_other_files(
    ready: Project, run: Run, monkeypatch: pytest.MonkeyPatch, arguments: list[object], made: list[str]
) -> None:
    monkeypatch.setenv("TZ", "UTC")
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1748400000")
    done = run("exam", "paper", "-C", ready.root, *arguments)
    assert (done.code, done.err) == (0, "")
    assert names(ready) == made


def test_a_folder_may_be_named_and_the_footer_says_how_to_make_the_paper_again(ready: Project, run: Run) -> None:
    wanted = ["-n", 1, "--seed", 7, "-c", "VI", "--tag", "economy", "--tier", "more", "--versions", 2]
    run("exam", "paper", "-C", ready.root, *wanted, "--format", "md", "-o", ready.root / "out")
    said = (ready.root / "out/small-paper-A.md").read_text("utf-8")
    assert "seed 7, deck " in said
    assert "-n 1 -c VI --tag economy --tier more --versions 2" in said
    mock = ["--points", 2, "--mock", "--on", "2027-01-18", "--from", "2027-01-10"]
    run("exam", "paper", "-C", ready.root, *mock, "--format", "md", "-o", ready.root / "out")
    said = (ready.root / "out/small-mock-2027-01-11.md").read_text("utf-8")
    assert "--points 2 --mock --on 2027-01-18 --from 2027-01-11" in said


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["-n", 9], "Small has not enough for a paper of 9 questions: 5 questions at most"),
        (["-n", 4, "--versions", 2], "Small has not enough for 2 papers of 4 questions each"),
        (["-n", 0], "0 is not in the range"),
        (["-n", 2, "--points", 3], "give the number of questions or the points, not both"),
        (["--mock"], "mock exams need the day of the exam: add --on"),
        (["--on", "2027-01-18"], "only mock exams have a date: add --mock"),
        (["--from", "2027-01-18"], "only mock exams have a date: add --mock"),
        (["--mock", "--on", "2020-01-18"], "2020-01-18 is not after the first day of study"),
        (["--mock", "--on", "2099-01-18"], "2099-01-18 is more than ten years away"),
        (["--mock", "--on", "2027-01-18", "--versions", 2], "mock exams have no versions"),
        (["--versions", 13], "13 is not in the range"),
        (["--format", "qti"], "'qti' is not one of 'pdf', 'gift', 'moodle-xml', 'md'"),
        (["--page", "a5"], "'a5' is not one of 'a4', 'letter'"),
        (["-c", "XI"], 'no chapter "XI"'),
        (["--tag", "peple"], 'no entry is tagged "peple"'),
        (["nothing"], 'no deck "nothing"'),
    ],
)
def test_wrong_usage_is_one_sentence_and_leaves_the_last_paper(
    ready: Project, run: Run, arguments: list[object], said: str
) -> None:
    last = ready.write("dist/small-paper.pdf", "the last good one")
    done = run("exam", "paper", "-C", ready.root, *arguments)
    assert (done.code, done.out) == (2, "")
    assert said in done.told
    assert last.read_text("utf-8") == "the last good one"
    assert names(ready) == ["small-paper.pdf"]


def test_errors_of_the_deck_and_of_the_print_are_findings(ready: Project, run: Run) -> None:
    ready.entries("  - {id: han, ask: Who wrote 漢?, answer: Peter, page: 96}\n")
    done = run("exam", "paper", "-C", ready.root, "-n", 1)
    assert (done.code, done.out) == (1, "")
    assert "no-letter" in done.told
    ready.entries("  - {id: one, ask: Who?, page: 96}\n")
    assert "missing-key" in run("exam", "paper", "-C", ready.root, "-n", 1).told
    assert not (ready.root / "dist").exists()


def test_without_the_engine_there_is_a_sentence(ready: Project, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "typst", None)
    done = run("exam", "paper", "-C", ready.root, "-n", 1)
    assert (done.code, done.out) == (3, "")
    assert "Typst" in done.told


def test_two_decks_want_a_name(ready: Project, run: Run) -> None:
    ready.write("decks/other/deck.yaml", DECK.replace("0b8e2f3c", "1b8e2f3c"))
    assert "there are several decks: name one of" in run("exam", "paper", "-C", ready.root).told


def test_papers_are_the_same_in_every_process(ready: Project) -> None:
    made = []
    for hashes in ("1", "2"):
        command = [sys.executable, "-m", "flashgen", "exam", "paper", "-C", ready.root, "-n", "3", "-q"]
        subprocess.run(command, check=True, env={**os.environ, "PYTHONHASHSEED": hashes})
        made.append([(ready.root / "dist" / name).read_bytes() for name in names(ready)])
    assert made[0] == made[1]
