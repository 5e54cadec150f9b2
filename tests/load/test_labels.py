"""Pages are labels, in the order in which their source lists them."""

from itertools import pairwise
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from flashgen.load.labels import MOST, bare, ranged, unfit, value
from flashgen.model.deck import Deck
from flashgen.model.label import tail
from flashgen.model.problem import Problem
from tests.conftest import Project, Run

RANGES = {
    ("1", "3"): "1 2 3",
    ("98", "101"): "98 99 100 101",
    ("001", "003"): "001 002 003",
    ("08", "10"): "08 09 10",
    ("099", "1001"): " ".join(f"{number:03}" for number in range(99, 1002)),
    ("0", "2"): "0 1 2",
    ("i", "iv"): "i ii iii iv",
    ("viii", "xi"): "viii ix x xi",
    ("I", "III"): "I II III",
    ("i", "v"): "i ii iii iv v",
    ("a", "d"): "a b c d",
    ("c", "e"): "c d e",
    ("c", "d"): "c d",
    ("L", "M"): "L M",
    ("A", "C"): "A B C",
    ("а", "в"): "а б в",
    ("3:1", "3:3"): "3:1 3:2 3:3",
    ("II:9", "II:11"): "II:9 II:10 II:11",
    ("327a", "327d"): "327a 327b 327c 327d",
    ("327i", "327k"): "327i 327j 327k",
    ("327a", "328b"): "327a 327b 328a 328b",
    ("327d", "328a"): "327d 327e 328a",
    ("327a", "328c"): "327a 327b 327c 327d 327e 328a 328b 328c",
    ("1447b", "1448a"): "1447b 1448a",
    ("35E", "36F"): "35E 35F 36A 36B 36C 36D 36E 36F",
    ("328a", "327c"): "",
    ("1r", "2v"): "1r 1v 2r 2v",
    ("1а", "2б"): "1а 1б 2а 2б",
    ("1v", "3r"): "1v 2r 2v 3r",
    ("A-1", "A-3"): "A-1 A-2 A-3",
    ("§1", "§3"): "§1 §2 §3",
    ("7", "7"): "7",
    ("3", "1"): "",
    ("iv", "i"): "",
}

SHORT = {
    ("3:1", "3"): "3:1 3:2 3:3",
    ("327a", "c"): "327a 327b 327c",
    ("1r", "v"): "1r 1v",
    ("433 Abs. 1", "2"): "433 Abs. 1 433 Abs. 2",
    ("3:3", "1"): "",
}
"""Ranges whose last label leaves out what it shares with the first."""

NO_RANGES = [
    ("1", "x"),
    ("1", "03"),
    ("001", "9"),
    ("00", "9"),
    ("3:1", "4:5"),
    ("a", "12"),
    ("intro", "outro"),
    ("1", "1a"),
    ("a", "C"),
    ("1a", "2bc"),
    ("1a", "2C"),
    ("é", "1"),
]


@pytest.mark.parametrize(("ends", "labels"), (RANGES | SHORT).items())
def test_a_range_is_counted(ends: tuple[str, str], labels: str) -> None:
    found = ranged(*ends)
    assert found is not None
    assert " ".join(found) == labels


@pytest.mark.parametrize(
    ("first", "last", "said"),
    [
        ("3:16", "3:18", "18"),
        ("327a", "327e", "e"),
        ("II:14", "II:16", "16"),
        ("433 Abs. 1", "433 Abs. 2", "2"),
        ("א:יב", "א:טו", "טו"),
        ("98", "101", "101"),
        ("3:31", "4:2", "4:2"),
        ("327e", "328a", "328a"),
        ("A-1", "A-3", "A-3"),
        ("A1", "A3", "A3"),
        ("xii", "xv", "xv"),
        ("1:08", "1:09", "1:09"),
        ("יד", "י״ד", "י״ד"),
    ],
)
def test_the_last_label_of_a_range_leaves_out_what_it_shares_with_the_first(first: str, last: str, said: str) -> None:
    assert tail(first, last) == said


@pytest.mark.parametrize("ends", NO_RANGES)
def test_what_cannot_be_counted_is_no_range(ends: tuple[str, str]) -> None:
    assert ranged(*ends) is None


def test_no_range_is_counted_to_its_far_end() -> None:
    assert len(ranged("1", "9" * 50) or ()) == MOST + 1


@pytest.mark.parametrize("numeral", ["iiii", "vx", "ic", "im", "x i", ""])
def test_what_only_looks_like_a_roman_numeral_is_none(numeral: str) -> None:
    assert value(numeral) == 0


@pytest.mark.parametrize(
    ("written", "locator", "label"),
    [
        ("p. 12", "page", "12"),
        ("pp.12", "page", "12"),
        ("Pp. 12", "page", "12"),
        ("page 12", "page", "12"),
        ("§ 12", "section", "12"),
        ("§§12", "section", "12"),
        ("vol. II", "volume", "II"),
        ("§ 12", "page", "§ 12"),
        ("p", "page", "p"),
        ("pages", "page", "pages"),
        ("preface", "page", "preface"),
        ("  a   b ", "page", "a b"),
    ],
)
def test_the_word_before_a_label_is_none_of_it(written: str, locator: str, label: str) -> None:
    assert bare(written, locator) == label


@pytest.mark.parametrize(
    "label", ["xii", "§12", "3:16", "327a", "†", "*", "(12)", "[12]", "Ⅻ", "יב", "第三", "a'b", "12/3", "A-1"]
)
def test_a_label_may_have_letters_of_any_script_and_signs(label: str) -> None:
    assert unfit(label) == ""


@pytest.mark.parametrize(
    "label",
    [
        'a"b',
        "<b>",
        "a&b",
        "50%",
        "#1",
        "{{a}}",
        "a\\b",
        "a::b",
        "a: b",
        ":a",
        "a:",
        "1–2",
        "[[a",
        "[$]",
        "x" * 61,
        "a\u200bb",
    ],
)
def test_a_label_has_nothing_that_breaks_an_address_or_a_tag(label: str) -> None:
    assert unfit(label)


def source_of(pages: str, more: str = "") -> str:
    """Return a source with these pages."""
    return f"label: Book\ncitation: {{title: Book}}\n{more}pages: {pages}\n"


def cited(project: Project, source: str, entry: str) -> tuple[Deck | None, tuple[Problem, ...]]:
    """Return the deck with one entry, which cites a source so, and its problems."""
    project.write("source/tucker-1999.yaml", source)
    project.entries(f"  - {{id: x, ask: What grew?, answer: the state, {entry}}}\n", head="title: Book\nentries:\n")
    return project.read()


CITES = {
    "a roman preface": ("[i-xv, 1-350]", "page: xii", "xii"),
    "from the preface into the text": ("[i-xv, 1-350]", "page: xiv-2", "xiv–2"),
    "any dash, with blanks or without": ("1-350", "page: 12 — 14", "12–14"),
    "two places": ("1-350", "page: [12, 14-15]", "12, 14–15"),
    "one place twice": ("1-350", "page: [12, 12]", "12, 12"),
    "a label with a hyphen": ("[A-1-A-9, 1-9]", "page: A-3", "A-3"),
    "a range of labels with hyphens": ("A-1-A-9", "page: A-3-A-5", "A-3–A-5"),
    "a range across a gap": ("[1-10, 40-50]", "page: 9-41", "9–41"),
    "with the word before it": ("1-350", "page: pp. 12-13", "12–13"),
    "a verse": ("3:1-3:36", "page: 3:16", "3:16"),
    "a short last verse behind pages": ("[1-20, 3:1-3:24]", "page: 3:16-18", "3:16–18"),
    "a verse whose short form is a later page": ("[3:1-3:24, 1-20]", "page: 3:16-3:18", "3:16–3:18"),
    "two labels that differ in case": ("[xii, XII]", "page: XII", "XII"),
    "zeros before a number": ("1-350", "page: 012", "12"),
    "a number that is listed with its zeros": ("['12', '012']", "page: 012", "012"),
    "a label with a comma": ("['3,16', '16']", "page: '3,16'", "3,16"),
    "a label with a space": ("[Gen 1-Gen 9]", "page: Gen 3", "Gen 3"),
    "a dash as TeX writes it": ("1-350", "page: 12--14", "12–14"),
    "a long dash as TeX writes it": ("'1--350'", "page: 12---14", "12–14"),
    "double pages": ("[1, {page: 2-3}]", "page: 2-3", "2-3"),
}


@pytest.mark.parametrize(("pages", "entry", "said"), CITES.values(), ids=CITES)
def test_what_a_source_lists_can_be_cited(pages: str, entry: str, said: str, project: Project) -> None:
    deck, problems = cited(project, source_of(pages), entry)
    assert problems == ()
    assert deck
    cite = deck.notes[0].cite
    assert cite.source.ranges(cite.pages) == said


def test_a_page_that_is_cited_twice_is_one_page(project: Project) -> None:
    deck, _ = cited(project, source_of("1-350"), "page: [12-14, 13, 12]")
    assert deck
    assert deck.source.labels(deck.notes[0].cite.pages) == ["12", "13", "14"]


FAULTS = {
    "f.": ("page: 12f.", '"12f." is not a label or a range', "write 12-13"),
    "f. behind the last page": ("page: 20f.", '"20f." is not a label or a range', "write the last one too: 20-…"),
    "ff.": ("page: 12 ff.", '"12 ff." is not a label or a range', "write the last one too: 12-…"),
    "sq.": ("page: 12 sq.", '"12 sq." is not a label or a range', "write 12-13"),
    "several in one text": ("page: '12, 14'", '"12, 14" is not a label or a range', "write a list: [12, 14]"),
    "two with a sign": ("page: 12 & 14", '"12 & 14" is not a label or a range', "write a list: [12, 14]"),
    "two with a word": ("page: 12 and 14", '"12 and 14" is not a label or a range', "write a list: [12, 14]"),
    "a number past the last": ("page: 21", "Book has no page 21", "its pages run from i to 20"),
    "a number in a gap": ("page: 9", "Book has no page 9", 'did you mean "8"? its pages run from i to 20'),
    "a numeral in capitals": ("page: XII", "Book has no page XII", 'did you mean "xii"? its pages run from i to 20'),
    "a misspelt numeral": (
        "page: xiii-xivi",
        "Book has no page xivi",
        'did you mean "xiv"? its pages run from i to 20',
    ),
    "a label behind a word": (
        "page: ca. 12",
        "Book has no page ca. 12",
        'did you mean "12"? its pages run from i to 20',
    ),
    "a number and a label behind it": ("page: 12 Abs. 2", "Book has no page 12 Abs. 2", "its pages run from i to 20"),
    "an unknown first page": ("page: 21-22", "Book has no page 21", "its pages run from i to 20"),
    "a range without an end": ("page: 12-", "Book has no page 12-", 'did you mean "12"? its pages run from i to 20'),
    "backwards": ("page: 14-12", "the range 14–12 runs backwards", "write 12-14"),
    "backwards into the preface": ("page: 1-xv", "the range 1–xv runs backwards", "write xv-1"),
    "a shortened number": ("page: 13-4", "the range 13–4 runs backwards", "write the last number in full: 13-14"),
    "a footnote of another page": ("page: 11, note: 4", "footnote 4 is not on page 11", "footnotes there: *, 3, 3a"),
    "footnotes backwards": ("page: 11, note: 3a-3", "the range 3a–3 runs backwards", "write 3-3a"),
}
PAGES = "[i-xv, 1-8, 10-20, {page: 11, footnotes: ['*', 3, 3a]}]"


@pytest.mark.parametrize(("entry", "message", "hint"), FAULTS.values(), ids=FAULTS)
def test_what_a_source_does_not_list_is_told_with_the_cure(
    entry: str, message: str, hint: str, project: Project
) -> None:
    _, (problem,) = cited(project, source_of(PAGES), entry)
    assert (problem.message, problem.hint) == (message, hint)


@pytest.mark.parametrize(
    ("pages", "entry", "hint"),
    [
        ("327a-331d", "page: 327", 'did you mean "327a"? its pages run from 327a to 331d'),
        ("3:1-3:24", "page: Gen 3:16", 'did you mean "3:16"? its pages run from 3:1 to 3:24'),
    ],
)
def test_the_nearest_label_is_told_where_no_label_is_a_number(
    pages: str, entry: str, hint: str, project: Project
) -> None:
    _, (problem,) = cited(project, source_of(pages), entry)
    assert problem.hint == hint


@pytest.mark.parametrize(
    ("pages", "hint"),
    [("102-4", "write the last number in full: 102-104"), ("[1-9, 30-20]", "write 20-30"), ("xv-i", "write i-xv")],
)
def test_a_list_of_pages_that_runs_backwards_is_told_with_the_cure(pages: str, hint: str, project: Project) -> None:
    _, problems = cited(project, source_of(pages), "page: 3")
    assert [problem.hint for problem in problems if problem.rule == "backwards-range"] == [hint]


@pytest.mark.parametrize(
    ("written", "turned"),
    [
        ("xv-iii", "iii-xv"),
        ("'2 – xii'", "'xii – 2'"),
        ("[3, 5-4]", "[3, 4-5]"),
        ("13-4", "13-4"),
        ("A-2-A-1", "A-2-A-1"),
    ],
)
def test_labels_that_run_backwards_are_turned_round(written: str, turned: str, project: Project, run: Run) -> None:
    cited(project, source_of("[i-xv, 1-20, A-1-A-9]"), f"page: {written}")
    run("check", "--fix", "-C", project.root)
    assert f"page: {turned}}}" in (project.root / "decks/small/06-pattern.yaml").read_text("utf-8")


NOTES = {
    "of a source that lists them": (PAGES, "page: 11, note: ['*', 3-3a]", ("*", "3–3a")),
    "of one that lists none": ("1-20", "page: 11, note: [n12, 3-5]", ("n12", "3–5")),
    "with the word before it": ("1-20", "page: 11, note: n. 12", ("12",)),
    "a range of one": ("1-20", "page: 11, note: 3-3", ("3",)),
    "with hyphens of its own": ("1-20", "page: 11, note: a-b-c", ("a-b-c",)),
}


@pytest.mark.parametrize(("pages", "entry", "notes"), NOTES.values(), ids=NOTES)
def test_footnotes_are_labels_too(pages: str, entry: str, notes: tuple[str, ...], project: Project) -> None:
    deck, problems = cited(project, source_of(pages), entry)
    assert problems == ()
    assert deck
    assert deck.notes[0].cite.footnotes == notes


def test_footnotes_that_no_list_confirms_do_not_run_backwards(project: Project) -> None:
    _, (problem,) = cited(project, source_of("1-20"), "page: 11, note: 5-3")
    assert (problem.rule, problem.hint) == ("backwards-range", "write 3-5")


OFFSETS = {
    "-10": {"xii": None, "12": 2, "11": 1, "10": None, "8": None},
    "{i-xv: -3, 10-20: -10}": {"iii": None, "iv": 1, "10": None, "11": 1},
    "{i-xv: 2, 1-8: 17}": {"xii": 14, "8": 25, "10": None},
    "{i-xv: 2, 10-20: 17}\nlocator: section": {"xii": 14, "12": 29},
}


@pytest.mark.parametrize(("offset", "places"), OFFSETS.items())
def test_each_range_of_pages_may_have_its_own_offset(
    offset: str, places: dict[str, int | None], project: Project
) -> None:
    deck, problems = cited(project, source_of(PAGES, f"pdf_offset: {offset}\n"), "page: 12")
    assert problems == ()
    assert deck
    assert {label: deck.source.pages[deck.source.places[label]].pdf_page for label in places} == places


def test_a_page_may_say_its_place_in_the_pdf_itself(project: Project) -> None:
    deck, _ = cited(project, source_of("[{page: plate, pdf_page: 7}, {page: 9, pdf_page: 3}]"), "page: plate")
    assert deck
    assert [page.pdf_page for page in deck.source.pages] == [7, 3]


def test_a_section_without_an_offset_has_no_place_in_a_pdf(project: Project) -> None:
    deck, _ = cited(project, source_of("1-9", "locator: section\n"), "page: 1")
    assert deck
    assert deck.source.pages[0].pdf_page is None


def test_a_source_without_pages_is_cited_as_a_whole(project: Project) -> None:
    source = "label: Site\ncitation: {title: Site}\n"
    deck, problems = cited(project, source, "tags: [a]")
    assert problems == ()
    assert deck
    assert deck.notes[0].cite.pages == ()
    _, (problem,) = cited(project, source, "page: 12")
    assert (problem.message, problem.rule) == ("Site lists no pages", "page-out-of-range")


def test_a_page_that_could_not_be_read_makes_no_other_problem(project: Project) -> None:
    _, problems = cited(project, source_of("[1-8, {page: <9>}, 10-12]"), "page: 9")
    assert [problem.rule for problem in problems] == ["bad-page"]


def test_two_labels_with_one_address_are_reported(project: Project) -> None:
    _, problems = cited(project, source_of("['a b', a_b]"), "page: a b")
    assert [(one.rule, one.message) for one in problems] == [
        ("same-page", 'the pages "a b" and "a_b" would have the same address')
    ]


LABEL = st.text("aBxX019éЖ漢א.:§*†'()[]/ ,-", min_size=1, max_size=6).map(lambda text: " ".join(text.split()))
LABELS = st.lists(
    LABEL.filter(lambda label: label and not unfit(label) and bare(label, "page") == label),
    min_size=1,
    max_size=8,
    unique_by=lambda label: label.replace(" ", "_"),
)


def quoted(label: str) -> str:
    """Return a label in single quotes."""
    return "'" + label.replace("'", "''") + "'"


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(LABELS, st.data())
def test_any_label_of_a_source_is_cited_alone_in_ranges_and_in_lists(
    project: Project, labels: list[str], data: st.DataObject
) -> None:
    first, last = sorted([data.draw(st.integers(0, len(labels) - 1)) for _ in range(2)])
    cites: list[Any] = [quoted(labels[first]), quoted(f"{labels[first]}–{labels[last]}")]
    cites.append(f"[{', '.join([*cites[:1], quoted(labels[last])])}]")
    pages = ", ".join(f"{{page: {quoted(label)}}}" for label in labels)
    short = tail(labels[first], labels[last])
    spans = {labels[first]} if first == last else {f"{labels[first]}–{one}" for one in (labels[last], short)}
    said = [{labels[first]}, spans, {f"{labels[first]}, {labels[last]}"}]
    for cite, expected in zip(cites, said, strict=True):
        deck, problems = cited(project, source_of(f"[{pages}]"), f"page: {cite}")
        assert problems == ()
        assert deck
        written = deck.source.ranges(deck.notes[0].cite.pages)
        assert written in expected
        again, problems = cited(
            project, source_of(f"[{pages}]"), f"page: {cite if cite[0] == '[' else quoted(written)}"
        )
        assert problems == ()
        assert again
        assert again.notes[0].cite.pages == deck.notes[0].cite.pages
    anchors = [page.anchor for page in deck.source.pages] if deck else []
    assert all(one != other for one, other in pairwise(sorted(anchors)))
