"""No text, file or number of things makes a command slow or large: each is done, or refused, within a second."""

import subprocess
from collections.abc import Callable
from time import process_time

import pytest

from flashgen.load.compose import LONGEST
from tests.bench.process import ROOT, flashgen, python
from tests.conftest import Project, Run

pytestmark = pytest.mark.slow

SECONDS, MEGABYTES = 1.0, 200.0
FLOOR = 0.075
"""How long importing click, yaml and genanki takes where a second is one: beside other work, all takes longer."""

TEXTS = (
    *("a", "*a", "![", "*_", "a**", "[", "]", "[a](", "`", "&", "<", "<a ", "\\", r"\(", r"\[", r"\(a\)", "$", "$a "),
    *("{{", "{{a", "{{a}} ", "{{c1::a}} ", "}}", "::", "a::", '"', '"a ', "“a", "a, ", "a and ", "a: ", "a; ", "1 "),
    *(
        "two ",
        ". ",
        "an ",
        "who is ",
        "Which of these ",
        "is not ",
        "isn't ",
        ": isn't it",
        "~",
        "_",
        "_a ",
        "*",
        "** a ",
    ),
    *("<http://a", "&#", "http://a ", "(", "(a ", "(a) ", "–", "-", "\u200d", "\u0301", "一", "א ", "a\u202e", "the "),
    *(
        "how many ",
        "really ",
        "%",
        "/",
        "_(",
        "'",
        "a's ",
        "the latter ",
        "The first ",
        "![a](b.png) ",
        "[a](http://b/) ",
    ),
    *(
        "[a][b] ",
        "[a]: b ",
        "<b>",
        "<!--",
        "<![CDATA[",
        "<?",
        "1932 ",
        "(p. 5) ",
        "now ",
        "currently ",
        "from ",
        "NOT ",
    ),
    *("aA", ">", "#", "+", "=", "^", "[^1]", "[[a]] ", "==a== ", "~~a~~ ", "1. ", "- ", "| a ", "e.g. ", "one of the "),
    *(
        "? ",
        "Is it a? ",
        "or ",
        "etc, ",
        r"\frac{",
        r"\alpha ",
        "^{",
        "{",
        "}",
        "\\{",
        "for example ",
        "[sound:",
        "&amp;",
    ),
)
ENTRIES = (
    '  - {{id: x, page: 98, ask: "What swelled up, in all?", answer: the state, extra: {text}}}\n'
    "  - {{id: y, page: 98, cloze: {hiding}}}\n",
    "  - {{id: x, page: 98, ask: {text}, answer: the people}}\n",
    "  - {{id: x, page: 98, list: The parts of it, items: [one, {text}, two]}}\n",
)


def quoted(text: str) -> str:
    """Return a text in quotes."""
    return "'" + text.replace("'", "''") + "'"


def cost(command: Callable[[], object]) -> float:
    """Return the seconds of CPU that a command takes: the least of three, unless the first is quick."""
    best = SECONDS
    for _ in range(3):
        start = process_time()
        command()
        best = min(best, process_time() - start)
        if best < SECONDS / 2:
            break
    return best


@pytest.mark.parametrize("entries", ENTRIES, ids=["extra and cloze", "question", "item"])
@pytest.mark.parametrize("text", TEXTS, ids=repr)
def test_a_hostile_text_as_long_as_may_be_takes_no_second(text: str, entries: str, project: Project, run: Run) -> None:
    said = (text * (LONGEST // len(text)))[: LONGEST - 40].strip()
    project.entries(entries.format(text=quoted(said), hiding=quoted(f"The {{{{state}}}} is {said}")))
    for command in ("check", "build"):
        assert cost(lambda command=command: run(command, "-C", project.root)) < SECONDS, command


def _each(entry: str, number: int) -> str:
    return "".join(entry.format(number=place) for place in range(number))


FILES = {
    "a text of a megabyte": f"  - {{id: x, page: 98, ask: {quoted('![' * 500_000)}, answer: a}}\n",
    "a word of five": f"  - {{id: x, page: 98, ask: {'a' * 5_000_000}, answer: a}}\n",
    "a key of a megabyte": f"  - ? {'a' * 1_000_000}\n    : b\n",
    "unknown keys": "  - id: x\n" + _each("    key-{number}: a\n", 200_000),
    "pages": f"  - {{id: x, ask: a, answer: b, page: {quoted('90-98, ' * 2_500)}}}\n",
    "a list of pages": f"  - {{id: x, ask: a, answer: b, page: [{'98, ' * 10_000}]}}\n",
    "tags": f"  - {{id: x, ask: a, answer: b, page: 98, tags: [{_each('t{number}, ', 10_000)}]}}\n",
    "items": f"  - {{id: x, list: a, page: 98, items: [{'a, ' * 10_000}]}}\n",
    "blank lines": "  - id: x\n" + "\n" * 500_000,
    "comments": "  - id: x\n" + "    # flashgen: allow vague-prompt\n" * 4_000,
    "blank entries": "  -\n" * 4_000,
    "open brackets": "[" * 1_000_000,
    "open quotes": "  - 'a\n" * 50_000,
    "colons": "  - a: b: c\n" * 10_000,
}


@pytest.mark.parametrize("command", ["check", "build", "plan", "sheets"])
@pytest.mark.parametrize("entries", FILES.values(), ids=FILES)
def test_no_file_takes_a_process_a_second_or_much_memory(entries: str, command: str, project: Project) -> None:
    project.entries(entries)
    watched = [watching(*flashgen(command, "-q", "-C", str(project.root)))]
    floors = [watching(*python("-c", "import click, yaml, genanki"))]
    for _ in range(4):  # the least of several: other work on the machine only adds
        if min(watched)[0] < SECONDS / FLOOR * min(floors)[0]:
            break
        watched.append(watching(*flashgen(command, "-q", "-C", str(project.root))))
        floors.append(watching(*python("-c", "import click, yaml, genanki")))
    assert min(watched)[0] < SECONDS / FLOOR * min(floors)[0]
    assert min(megabytes for _, megabytes in watched) < MEGABYTES


def watching(*command: str) -> tuple[float, float]:
    """Return the seconds and megabytes of a command, told by a small process: no peak is told lower than a parent's."""
    watched = python("-m", "tests.bench.process", *command)
    seconds, megabytes = subprocess.run(watched, check=True, capture_output=True, text=True, cwd=ROOT).stdout.split()
    return float(seconds), float(megabytes)
