"""Each file of tests/cases is entries, and in comments beside them the problems that they must give: these, no others.

`# expect: COLUMN RULE, …` speaks of its own line; `# expect-next: …` of the next one, where a comment behind a text
would itself be a fault. In tests/cases/good nothing is expected, and nothing must be found; in its files
lint-*, cards as they should be, no warning either.
"""

import re
from pathlib import Path

import pytest

from flashgen.check.shelves import RULES
from flashgen.pipeline import checked_decks
from tests.conftest import HEAD, Project
from tests.emit.paper.made import png

FOLDER = Path(__file__).parents[1] / "cases"
CASES = sorted(FOLDER.glob("*.yaml"))
GOOD = sorted(FOLDER.glob("good/*.yaml"))
EXPECT = re.compile(r"# expect(?P<next>-next)?: (?P<said>.+)")
IMAGES = {
    "estate.png": png(3, 2),
    "the estate.png": png(3, 2),
    "plain.svg": b'<svg xmlns="http://www.w3.org/2000/svg"><path d="M0 0h9"/></svg>',
    "scripted.svg": b'<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>',
    "torn.png": png(3, 2)[:40],
    "png.jpg": png(3, 2),
    "words.gif": b"words",
    "words.svg": b"words",
}
NOT_IN_ENTRIES = {"bad-font", "missing-pages", "same-anchor", "unproved", "untranslated-words"}
"""Rules about more than entries can show: a copy, what was compared with one, and a deck's language and fonts."""
COMPARED = {rule.name for rule in RULES if rule.compares_text}
ENTRY = re.compile(r"^(?=  - )", re.MULTILINE)


def expected(case: str) -> list[str]:
    """Return `line:column rule` for each problem that a case announces."""
    found = []
    for number, line in enumerate(case.splitlines(), start=HEAD.count("\n") + 1):
        if mark := EXPECT.search(line):
            found += [f"{number + bool(mark['next'])}:{said}" for said in mark["said"].split(", ")]
    return sorted(found)


def found(project: Project, case: Path) -> list[str]:
    """Return `line:column rule` for each problem that a case gives, in a deck with some images."""
    for name, content in IMAGES.items():
        project.write(f"decks/small/{name}", content)
    if case.stem == "large-media":
        project.write("decks/small/many.png", png(9_000, 9_000))
        with (project.root / "decks/small/large.png").open("wb") as large:
            large.write(png(3, 2))
            large.truncate(100_000_001)
    project.entries(case.read_text("utf-8"))
    text = project.texts() if case.stem in COMPARED else None
    return sorted(problem.removeprefix("06-pattern.yaml:") for problem in project.problems(text, case.stem))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.stem)
def test_a_case_gives_the_problems_it_announces_and_no_others(case: Path, project: Project) -> None:
    assert found(project, case) == expected(case.read_text("utf-8"))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.stem)
def test_a_case_announces_its_rule_and_has_an_entry_that_must_not_break_it(case: Path) -> None:
    yaml = case.read_text("utf-8")
    assert case.stem in {said.split()[1] for said in expected(yaml)}
    assert any(not EXPECT.search(entry) for entry in ENTRY.split(yaml)[1:])


@pytest.mark.parametrize("case", GOOD, ids=lambda case: case.stem)
def test_a_good_file_gives_no_problems(case: Path, project: Project) -> None:
    assert found(project, case) == []


@pytest.mark.parametrize("case", sorted(FOLDER.glob("good/lint-*.yaml")), ids=lambda case: case.stem)
def test_a_file_of_good_cards_gives_no_warnings_either(case: Path, project: Project) -> None:
    found(project, case)
    warnings = [problem for problem in checked_decks(project.root, ())[1] if problem.severity != "note"]
    assert [f"{problem.place}: {problem.rule}" for problem in warnings] == []


def test_each_rule_that_looks_for_its_fault_has_a_case() -> None:
    looking = {rule.name for rule in RULES if not rule.is_reported}
    assert looking - NOT_IN_ENTRIES == {case.stem for case in CASES} & looking
