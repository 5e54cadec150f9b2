"""`flashgen sheets`, as typed."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from pypdf import PdfReader

from tests.conftest import DECK, FORMULA, HEAD, Project, Run

ENTRIES = FORMULA + "  - {id: who, ask: Who?, answer: Peter, page: 97, tags: [people::tsars]}\n"


@pytest.fixture
def ready(project: Project) -> Project:
    """Return a project with two entries, three cards."""
    project.entries(ENTRIES)
    return project


def test_sheets_go_into_dist(ready: Project, run: Run) -> None:
    done = run("sheets", "-C", ready.root)
    assert (done.code, done.err) == (0, "")
    assert done.out.startswith(os.path.relpath(ready.root / "dist/small-sheets.pdf") + ": 2 pages, ")
    assert (ready.root / "dist/small-sheets.pdf").read_bytes().startswith(b"%PDF")


def test_quiet_says_nothing(ready: Project, run: Run) -> None:
    assert run("sheets", "-C", ready.root, "-q").out == ""


@pytest.mark.parametrize(
    ("arguments", "pages"),
    [
        (["--layout", "list"], "1 page"),
        (["--layout", "avery-5388", "--sides", "fronts"], "1 page"),
        (["--layout", "calibrate", "--flip", "short", "--back-reads", "-0.5,1.25"], "2 pages"),
        (["-c", "VI", "--tag", "people", "--cloze", "merged"], "2 pages"),
        (["--tag", "small::people::tsars"], "2 pages"),
        (["--layout", "a4-16up", "--cut", "lines", "--order", "stack"], "2 pages"),
        (["--layout", "avery-5371", "--order", "stack"], "2 pages"),
        (["--layout", "fold", "--cut", "lines", "--order", "stack"], "1 page"),
    ],
)
def test_options_are_accepted(ready: Project, run: Run, arguments: list[str], pages: str) -> None:
    done = run("sheets", "-C", ready.root, "-o", ready.root / "out.pdf", *arguments)
    assert (done.code, done.err) == (0, "")
    assert f"out.pdf: {pages}, " in done.out


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (["--layout", "a4-safe-8"], 2, 'no layout "a4-safe-8": did you mean "a4-safe-8up"?'),
        (["--layout", "none.yaml"], 2, 'no layout "none.yaml"'),
        (["-c", "XI"], 2, 'no chapter "XI"'),
        (["--tag", "peple"], 2, 'no entry is tagged "peple": available: people::tsars'),
        (["--layout", "fold", "--flip", "short"], 2, 'the layout "fold" has only one side: leave out --flip'),
        (["--layout", "list", "--back-reads", "0,0"], 2, "leave out --back-reads"),
        (["--layout", "calibrate", "--sides", "backs"], 2, "leave out --sides"),
        (["--layout", "avery-5371", "--cut", "lines"], 2, 'the layout "avery-5371" is not cut'),
        (["--layout", "list", "--cut", "ticks"], 2, 'the layout "list" is not cut'),
        (["--layout", "calibrate", "--order", "sheet"], 2, 'the layout "calibrate" is not cut'),
        (["--layout", "glossary"], 2, "Small has no term to print"),
        (["--back-reads", "1"], 2, '"1" is not two numbers of mm'),
        (["--back-reads", "a,b"], 2, '"a,b" is not two numbers of mm'),
        (["--back-reads", "nan,0"], 2, "is more than 6 mm"),
        (["--back-reads", "7,0"], 2, "7,0 is more than 6 mm"),
        (["-o", "decks/small/deck.yaml"], 2, "decks/small/deck.yaml does not end in .pdf"),
        (["--flip", "edge"], 2, "'edge' is not one of 'long', 'short'"),
        (["nothing"], 2, 'no deck "nothing"'),
    ],
)
def test_wrong_usage_is_one_sentence_and_leaves_the_last_pdf(
    ready: Project, run: Run, arguments: list[str], code: int, said: str
) -> None:
    last = ready.write("dist/small-sheets.pdf", "the last good one")
    done = run("sheets", "-C", ready.root, *arguments)
    assert (done.code, done.out) == (code, "")
    assert said in done.told
    assert last.read_text("utf-8") == "the last good one"


@pytest.mark.parametrize(
    ("entry", "said"),
    [
        ("ask: 漢?, answer: a", 'x: no font has "漢" (Chinese, Japanese, Korean) [no-letter]'),
        (f"ask: {'x' * 10_000}, answer: a", "x: does not fit in 6 pt: at least "),
        ("ask: a, answer: '![x](y.png)', extra: '![x](y.png)'", 'no image "y.png"'),
        ("ask: a, answer: '[x](http://y.org)'", "x, back: links to http://y.org, which is not https"),
        ("ask: a, answer: '\\( \\begin{CD} \\end{CD} \\)'", "x, back: cannot be set as a formula: unknown environment"),
    ],
)
def test_errors_in_the_files_are_reported_and_the_last_pdf_stays(
    ready: Project, run: Run, entry: str, said: str
) -> None:
    last = ready.write("dist/small-sheets.pdf", "the last good one")
    file = ready.entries(f"{ENTRIES}  - {{id: x, {entry}, page: 97}}\n")
    done = run("sheets", "-C", ready.root)
    assert done.code == 1
    assert said in done.told
    assert f"{os.path.relpath(file)}:" in done.told
    assert last.read_text("utf-8") == "the last good one"


def test_what_cannot_be_printed_is_left_out_on_request(ready: Project, run: Run) -> None:
    ready.entries(f"{ENTRIES}  - {{id: x, ask: Who wrote 漢?, answer: a, page: 97}}\n")
    done = run("sheets", "-C", ready.root, "--skip")
    assert done.code == 1
    assert 'x: no font has "漢"' in done.err
    assert "dist/small-sheets.pdf: " in done.out
    assert (ready.root / "dist/small-sheets.pdf").read_bytes().startswith(b"%PDF")
    assert run("sheets", "-C", ready.root, "--skip", "-q").out == ""


FAULTY = """\
  - {ask: What is its page?, id: paged, answer: a, page: 999}
  - {id: kindless, page: 97}
  - {id: keyless, ask: Who?, page: 97}
  - {id: hanged, ask: What did he paint?, answer: "![x](none.png)", page: 97}
  - {id: braced, ask: 'What is \\(\\frac{a\\)?', answer: a, page: 97}
  - page: 97
    answer: |
      two lines

      ![x](gone.png)
    ask: Who came late?
    id: late
"""


def test_entries_with_errors_are_left_out_on_request_and_told(ready: Project, run: Run) -> None:
    ready.entries(f"{FAULTY}  - {{id: last, ask: Who wrote 漢?, answer: a, page: 97}}\n{ENTRIES}")
    assert run("sheets", "-C", ready.root).out == ""
    done = run("sheets", "-C", ready.root, "--skip")
    assert done.code == 1
    for rule in ("page-out-of-range", "no-kind", "missing-key", "missing-image", "unsafe-tex", "no-letter"):
        assert rule in done.err
    some = ids_on(ready.root / "dist/small-sheets.pdf")
    ready.entries(ENTRIES)
    run("sheets", "-C", ready.root)
    assert some == ids_on(ready.root / "dist/small-sheets.pdf") != []


def ids_on(pdf: Path) -> list[str]:
    """Return the ids of the cards on sheets, in their order."""
    return re.findall(r"\d · (\S+)", "\n".join(page.extract_text() for page in PdfReader(pdf).pages))


@pytest.mark.parametrize("broken", ["deck.yaml", "07-factor.yaml"])
def test_what_is_wrong_outside_of_entries_stops_all_cards(ready: Project, run: Run, broken: str) -> None:
    ready.write(f"decks/small/{broken}", "name: [")
    done = run("sheets", "-C", ready.root, "--skip")
    assert (done.code, done.out) == (1, "")
    assert "error" in done.told


def test_where_all_entries_have_errors_these_are_told(ready: Project, run: Run) -> None:
    ready.entries("  - {id: x, ask: Who?, page: 97}\n")
    done = run("sheets", "-C", ready.root, "--skip")
    assert (done.code, done.out) == (1, "")
    assert '"answer" is missing' in done.told


def test_where_nothing_can_be_printed_the_last_pdf_stays(ready: Project, run: Run) -> None:
    last = ready.write("dist/small-sheets.pdf", "the last good one")
    ready.entries("  - {id: x, ask: Who wrote 漢?, answer: a, page: 97}\n")
    done = run("sheets", "-C", ready.root, "--skip")
    assert (done.code, done.out) == (1, "")
    assert last.read_text("utf-8") == "the last good one"


def test_without_typst_it_says_so(ready: Project, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "typst", None)
    done = run("sheets", "-C", ready.root)
    assert done.code == 3
    assert "sheets need Typst, which is not installed" in done.told


OWN = "page: A4\ncolumns: 1\nrows: 2\nwidth: 100\nheight: 100\nleft: 20\ntop: 20\n"


def test_your_own_layout_is_read_from_a_file(ready: Project, run: Run) -> None:
    file = ready.write("mine.yaml", OWN)
    assert "4 pages" in run("sheets", "-C", ready.root, "--layout", file).out


def test_an_impossible_layout_is_refused_with_the_reason(ready: Project, run: Run) -> None:
    file = ready.write("mine.yaml", OWN.replace("rows: 2", "rows: 3"))
    done = run("sheets", "-C", ready.root, "--layout", file)
    assert done.code == 1
    assert f"{file}:1:1: error: the cards run off the page down: over the bottom edge by 23 mm" in done.told


def test_the_decks_layout_is_used_unless_another_is_typed(ready: Project, run: Run) -> None:
    ready.write("decks/small/deck.yaml", DECK + "layout: avery-5388\n")
    ready.entries(ENTRIES + "  - {id: two, ask: a, answer: b, page: 97}\n")
    assert "4 pages" in run("sheets", "-C", ready.root).out
    assert "2 pages" in run("sheets", "-C", ready.root, "--layout", "a4-a7-8up").out
    inner = "".join(f"  {line}\n" for line in OWN.splitlines())
    ready.write("decks/small/deck.yaml", f"{DECK}layout:\n{inner}")
    assert "4 pages" in run("sheets", "-C", ready.root).out


def test_a_wrong_layout_name_in_deck_yaml_is_reported_there(ready: Project, run: Run) -> None:
    ready.write("decks/small/deck.yaml", DECK + "layout: avery-538\n")
    done = run("sheets", "-C", ready.root)
    assert done.code == 1
    assert 'deck.yaml:7:9: error: no layout "avery-538" [bad-layout]' in done.told
    assert 'did you mean "avery-5388" or "avery-5386"?' in done.told


def test_one_file_cannot_hold_two_decks(ready: Project, run: Run) -> None:
    ready.write("decks/other/deck.yaml", DECK.replace("uid: 0", "uid: 1").replace("Small", "Other"))
    ready.write("decks/other/06-other.yaml", HEAD + FORMULA)
    done = run("sheets", "-C", ready.root, "-o", ready.root / "out.pdf")
    assert (done.code, (ready.root / "out.pdf").exists()) == (2, False)
    assert "-o names one file, but there are several decks: name one of other, small" in done.told
    assert run("sheets", "-C", ready.root).code == 0


def test_help_imports_neither_the_engine_nor_the_codes(tmp_path: Path) -> None:
    script = (
        "import sys; from flashgen.cli.main import main\n"
        "sys.argv = ['flashgen', 'sheets', '--help']\n"
        "try: main()\n"
        "except SystemExit as left: assert not left.code\n"
        "print({'typst', 'segno', 'markdown_it', 'sqlite3'} & set(sys.modules))"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True, cwd=tmp_path)
    assert done.stdout.splitlines()[-1] == "set()"
