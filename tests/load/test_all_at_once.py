"""All that is wrong comes in one run: nothing that can be read waits until something else is mended."""

import tempfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from flashgen.pipeline import checked_decks
from tests.conftest import DECK, HEAD, SOURCE, Project

DECK_FILE, SOURCE_FILE, CHAPTER_FILE = "deck.yaml", "tucker-1999.yaml", "06-pattern.yaml"

ENTRIES = """\
  - id: formula
    cloze: The state {{swelled up}}; the people {{grew lean}}.
    page: 98
    note: 49
    tags: [old-order]
  - id: corvee
    ask: What was the corvée of the serfs called in Russia?
    answer: barshchina
    page: 97
    extra: In *Russia* alone.
  - id: kolkhoz
    term: kolkhoz
    script: колхоз
    means: collective farm
    page: 96
  - id: rhyme
    pair: [barshchina, trudodni]
    relation: parallel
    because: both are a yearly minimum of labour
    page: 96-97
  - id: marks
    list: Three marks of the order that Stalin called socialism
    items: [poverty, fear, rank]
    page: 95
  - id: saying
    quote: The state {{swelled up}}.
    by: Kliuchevsky
    of: Russia
    page: 94
"""
FILES = {SOURCE_FILE: SOURCE, DECK_FILE: DECK, CHAPTER_FILE: HEAD + ENTRIES}

FAULTS = (
    (SOURCE_FILE, "label: Tucker 1999\n", "", "missing-key"),
    (SOURCE_FILE, "  title: Stalinism as Revolution from Above\n", "  titel: Stalinism\n", "missing-key"),
    (SOURCE_FILE, "pdf_offset: -76", "pdf_offset: none", "wrong-type"),
    (SOURCE_FILE, "    title: The first factor\n", "", "missing-key"),
    (SOURCE_FILE, "    pages: 94-98", "    pages: 98-94", "backwards-range"),
    (SOURCE_FILE, "    gist: What page 91 says.\n", "    gist: ''\n", "blank"),
    (SOURCE_FILE, "page: 93", "page: [93]", "wrong-type"),
    (SOURCE_FILE, "What page 95 says.", "'{{a}}'", "stray-deletion"),
    (SOURCE_FILE, "footnotes: 48-49", "footnotes: 48\u201349\n    footnote: 50", "unknown-key"),
    (DECK_FILE, "name: Small\n", "", "missing-key"),
    (DECK_FILE, "uid: 0b8e2f3c-1d4a-4e56-8f70-123456789abc\n", "", "missing-key"),
    (DECK_FILE, "source: tucker-1999\n", "", "missing-key"),
    (DECK_FILE, "term_language: ru", "term_language: Russian", "bad-language"),
    (DECK_FILE, "tag: small", "tag: very small", "bad-tag"),
    (CHAPTER_FILE, "chapter: VI\n", "", "missing-key"),
    (CHAPTER_FILE, "title: The older pattern\n", "title: '{{a}}'\n", "stray-deletion"),
    (CHAPTER_FILE, "  - id: formula\n    cloze", "  - cloze", "missing-id"),
    (CHAPTER_FILE, "{{grew lean}}", "{{grew lean", "unbalanced-cloze"),
    (CHAPTER_FILE, "page: 98\n    note", "page: 998\n    note", "page-out-of-range"),
    (CHAPTER_FILE, "[old-order]", "[leech]", "bad-tag"),
    (CHAPTER_FILE, "id: corvee", "id: Corv\u00e9e", "bad-id"),
    (CHAPTER_FILE, "    answer: barshchina\n", "", "missing-key"),
    (CHAPTER_FILE, "    page: 97\n", "", "no-source"),
    (CHAPTER_FILE, "In *Russia* alone.", "In <br> Russia alone.", "unsafe-html"),
    (CHAPTER_FILE, "term: kolkhoz", "trem: kolkhoz", "no-kind"),
    (CHAPTER_FILE, "id: marks", "id: saying", "same-id"),
    (CHAPTER_FILE, "[barshchina, trudodni]", "[barshchina]", "wrong-length"),
    (CHAPTER_FILE, "relation: parallel", "relation: likeness", "unknown-relation"),
    (CHAPTER_FILE, "    because: both are a yearly minimum of labour\n", "    because: \n", "blank"),
    (CHAPTER_FILE, "96-97", "97-96", "backwards-range"),
    (CHAPTER_FILE, "list: Three", "list: '![a](b.png)' # \n    hint: Three", "unsafe-media"),
    (CHAPTER_FILE, "[poverty, fear, rank]", "poverty", "wrong-type"),
    (CHAPTER_FILE, "    by: Kliuchevsky\n    of: Russia\n", "    by: Kliuchevsky\n", "missing-key"),
    (CHAPTER_FILE, "page: 94", "page: 1", "page-out-of-range"),
    (CHAPTER_FILE, "quote: The state {{swelled up}}", "quote: The state swelled up", "no-deletion"),
)
"""A file, what of it is another way, and the rule that finds it."""


def found(faults: list[tuple[str, str, str, str]]) -> list[tuple[str, str]]:
    """Return the file and the rule of each error in a project with faults."""
    files = dict(FILES)
    for file, old, new, _ in faults:
        assert old in files[file]
        files[file] = files[file].replace(old, new, 1)
    with tempfile.TemporaryDirectory() as folder:
        project = Project(Path(folder))
        for file, content in files.items():
            project.write(f"source/{file}" if file == SOURCE_FILE else f"decks/small/{file}", content)
        told = [problem.split(" ") for problem in project.problems()]
    return sorted((place.partition(":")[0], rule) for place, rule in told)


def expected(faults: list[tuple[str, str, str, str]]) -> list[tuple[str, str]]:
    """Return the file and the rule of each fault, and of what comes along with it."""
    told = [(file, rule) for file, _, _, rule in faults]
    along = {"titel": "unknown-key", "trem": ""}
    told += [(file, along[word]) for file, _, new, _ in faults for word in along if word in new and along[word]]
    return sorted(told)


@pytest.mark.parametrize("fault", FAULTS, ids=lambda fault: fault[2].strip() or fault[1].strip())
def test_a_fault_is_found_alone(fault: tuple[str, str, str, str]) -> None:
    assert found([fault]) == expected([fault])


@settings(max_examples=150, deadline=None)
@given(st.lists(st.sampled_from(FAULTS), unique=True, min_size=2))
def test_all_faults_of_a_project_are_told_in_one_run(faults: list[tuple[str, str, str, str]]) -> None:
    assert found(faults) == expected(faults)


def test_no_fault_at_all_is_found_where_there_is_none() -> None:
    assert found([]) == []


def test_all_that_is_wrong_in_a_project_full_of_faults_is_told_in_one_run() -> None:
    assert found(list(FAULTS)) == expected(list(FAULTS))


SLIPS = {
    "text behind a quote": ('    answer: "Sparta" in Laconia', "1:22", "'\"Sparta\" in Laconia'"),
    "an apostrophe in single quotes": ("    answer: 'It's Sparta'", "1:17", '"It\'s Sparta"'),
    "both kinds of quotes": ("""    answer: 'It's "Sparta"'""", "1:17", "after >-"),
    "a quote that the next one closes": ('    answer: "Sparta', "1:13", "close the quote"),
    "an apostrophe in front": ("    answer: 't Hooft in Utrecht", "1:13", 'use double quotes: "\'t Hooft in Utrecht"'),
    "a decade": ("    answer: '30s in Russia", "1:13", 'use double quotes: "\'30s in Russia"'),
    "a single quote that the next one closes": ("    answer: 'Sparta in Laconia", "1:13", "close the quote"),
    "a colon in a text": ("    answer: Sparta: a town", "1:19", "put the text in quotes"),
    "a colon in braces": ("    answer: {a: b: c}", "1:18", "put the text in quotes"),
    "text behind a bracket": ("    answer: [sic] Sparta", "1:13", "put all of the text in quotes"),
    "text behind a brace": ("    answer: {one} Sparta", "1:13", "put all of the text in quotes"),
    "a bracket that is never closed": ("    answer: [Sparta", "1:13", "close the bracket on this line"),
    "no space behind a colon": ("    answer:Sparta", "1:5", "write answer: Sparta"),
    "an equals sign": ("    answer = Sparta", "1:5", "write answer: Sparta"),
    "no space behind a dash": ("    answer: a\n  -id: z", "2:3", "write - id: z"),
    "a key further in": ("    answer: a\n      hint: b", "2:7", "indent both alike"),
    "a key further out": ("    answer: a\n   hint: b", "2:4", 'write "- " before it'),
    "a dash further in": ("    answer: a\n    - id: z\n      page: 98", "2:5", "indent both alike"),
    "a dash further out": ("    answer: a\n - id: z\n   page: 98", "2:2", "indent both alike"),
    "a text that goes on at the margin": ("    answer: a\nlong one", "2:1", "indent it further"),
    "a text that goes on below its key": ("    answer: a\n    long one", "2:5", "indent it further"),
    "marks of a merge": ("    answer: a\n<<<<<<< HEAD", "2:1", "keep one of the two"),
    "a path of Windows": (r'    answer: "C:\Users\x"', "1:13", "use single quotes"),
    "a formula in double quotes": (r'    answer: "\(x\)"', "1:13", "use single quotes"),
    "a tab": ("    answer: a\n\thint: b", "2:1", "indent with spaces"),
    "the end of a document": ("    answer: a\n...", "3:3", "delete the ..."),
}
FIRST = "  - id: first\n    page: 98\n    ask: Who?\n"
LATER = '\n  - id: Later\n    page: x\n    ask: "What grew?"\n    answer: "the state"\n'


@pytest.mark.parametrize(("slip", "place", "hint"), SLIPS.values(), ids=SLIPS)
def test_a_slip_in_yaml_gets_its_own_cure_and_hides_nothing_else(
    slip: str, place: str, hint: str, project: Project
) -> None:
    project.entries(f"{FIRST}{slip}{LATER}")
    _, problems = project.read()
    line, column = map(int, place.split(":"))
    (problem,) = [one for one in problems if one.rule == "yaml-syntax"]
    assert (problem.place.line - 6, problem.place.column) == (line, column)
    assert hint in problem.hint
    assert {"bad-id", "page-out-of-range"} <= {one.rule for one in problems} or slip[-3:] in ("...", " 98")
    assert "missing-key" not in {one.rule for one in problems} or "answer: " not in slip


def test_of_an_entry_all_is_read_but_the_value_that_is_no_yaml(project: Project) -> None:
    project.entries('  - id: X\n    answer: "a" b\n    page: 1\n    ask: <b>Who?</b>\n    tags: [leech]\n')
    assert project.problems() == [
        "06-pattern.yaml:4:9 bad-id",
        "06-pattern.yaml:5:17 yaml-syntax",
        "06-pattern.yaml:6:11 page-out-of-range",
        "06-pattern.yaml:7:10 unsafe-html",
        "06-pattern.yaml:7:17 unsafe-html",
        "06-pattern.yaml:8:12 bad-tag",
    ]


def test_a_file_of_nothing_but_slips_is_given_up(project: Project) -> None:
    project.entries("".join(f"  - {{id: e{number}, ask: a: b}}\n" for number in range(30)))
    assert project.problems() == [
        f"06-pattern.yaml:{line}:{len(str(line - 4)) + 19} yaml-syntax" for line in range(4, 24)
    ]


def test_a_speaker_who_is_not_on_the_page_is_told_at_the_speaker(project: Project) -> None:
    project.entries(
        "  - id: x\n    quote: The state {{swelled up}}.\n    by: Napoleon\n    of: the formula\n    page: 98\n"
    )
    assert project.problems(project.texts()) == ["06-pattern.yaml:6:9 not-on-page"]


@pytest.mark.parametrize(("more", "count"), [("", 1), ("    language: ru\n", 0)])
def test_a_script_without_a_language_is_warned_of(more: str, count: int, project: Project) -> None:
    project.write("decks/small/deck.yaml", DECK.replace("term_language: ru\n", ""))
    project.entries(f"  - id: x\n    term: kolkhoz\n    script: колхоз\n    means: farm\n    page: 96\n{more}")
    found = [one.rule for one in checked_decks(project.root, ())[1] if one.rule == "missing-key"]
    assert found == ["missing-key"] * count


def test_a_source_named_with_its_ending_is_read_all_the_same(project: Project) -> None:
    project.write("decks/small/deck.yaml", DECK.replace("source: tucker-1999", "source: source/tucker-1999.yaml"))
    _, (problem,) = project.read()
    assert (problem.rule, problem.hint) == ("bad-source", "write tucker-1999")


@pytest.mark.parametrize(
    ("yaml", "place"),
    [("  \n\t", "1:1"), ("a b\nid: a\n", "2:3"), ("aa? *a@>-\nid: a\n]\n[    \n\t&a", "2:3")],
    ids=["nothing but blanks", "no key at all", "marks of YAML only"],
)
def test_a_file_in_which_nothing_can_be_read_is_told_at_its_first_slip(yaml: str, place: str, project: Project) -> None:
    project.write("decks/small/07-slips.yaml", yaml)
    assert project.problems() == [f"07-slips.yaml:{place} yaml-syntax"]
