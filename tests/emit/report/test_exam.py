"""A plan for an exam as people read it: words, a terminal, a page, a calendar."""

import io
import re
from dataclasses import replace
from datetime import date, timedelta
from html.parser import HTMLParser

import pytest
from icalendar import Calendar, Event
from rich.console import Console

from flashgen.emit.report.exam.anki import search, settings
from flashgen.emit.report.exam.calendar import calendar
from flashgen.emit.report.exam.page import page
from flashgen.emit.report.exam.terminal import show
from flashgen.emit.report.exam.told import Told, told
from flashgen.model.chosen import ALL_OF_IT, Part
from flashgen.model.deck import Deck
from flashgen.study.cards import Card, Known
from flashgen.study.days import days_until
from flashgen.study.forecast import Forecast, Recall
from flashgen.study.learner import Load
from flashgen.study.plan import Effort, StudyPlan
from flashgen.study.search import Task
from flashgen.study.setting import Order, Setting
from tests.conftest import DECK, FORMULA, Project
from tests.study.made import FIRST, person

TIME = 1_796_000_000
CORE = "  - {id: who, ask: Who built an industrial base?, answer: Peter, page: 97, tier: core}\n"


@pytest.fixture
def deck(project: Project) -> Deck:
    """Return a deck with three cards, one of the core, whose name would end a calendar's value and a search."""
    project.write("decks/small/deck.yaml", DECK.replace("name: Small", 'name: "War; peace, \\"A_B\\""'))
    project.entries(FORMULA + CORE)
    return project.deck()


def made(number: int = 14, left_out: int = 0, recall: float = 0.874, **other: object) -> StudyPlan:
    """Return a plan of three cards in some days without Sundays."""
    days = days_until(FIRST + timedelta(days=number), FIRST, {6})
    loads = tuple([Load(2.4, 10, 1500) if work else Load(0, 0, 0) for work in days.studied])
    stem = "06-pattern"
    whole = Recall(recall, recall - 0.02, recall + 0.02)
    expected = Forecast(whole, {stem: whole}, {stem: left_out}, loads)
    cards = (Card(0, stem, Known((3.0, 5.0), -2, 1)), Card(0, stem), Card(1, stem))
    plan = StudyPlan(
        Task(person(25), cards, days, 1),
        Setting(43, 0.8, last=3),
        expected,
        replace(expected, whole=Recall(0.4, 0.4, 0.4), unseen={stem: 1200}),
        replace(expected, whole=Recall(0.6, 0.6, 0.6), unseen={stem: 1}),
        ((1, 0.8),),
        (Effort(0.8, 20), Effort(0.95, None)),
        0.93,
        None,
    )
    return replace(plan, **other)  # type: ignore[arg-type]


def rows(told: Told, title: str) -> dict[str, str]:
    """Return a table by its title: the names, with the values and remarks in one."""
    return {row.name: f"{row.value} {row.remark}".strip() for row in dict(told.tables)[title]}


def test_the_words_say_when_how_much_and_what_to_set(deck: Deck) -> None:
    words = told(deck, ALL_OF_IT, made())
    assert words.title == 'War; peace, "A_B": ready on Monday 14 December 2026'
    assert words.summary == "3 cards, 2 new, 1 known; 12 days of study from Monday 30 November 2026, 25 minutes each"
    settings = rows(words, "Set in Anki, in the options of the deck")
    assert settings["New cards/day"] == "43"
    assert settings["Desired retention"] == "0.80"
    assert settings["Maximum reviews/day"] == "9999"
    assert settings["Review sort order"] == "Easy cards first"
    assert [name for name in settings if "from" in name] == [
        "Bury new, review and interday learning siblings, from Fri 11 Dec on"
    ]


def test_suspended_cards_are_counted_apart(deck: Deck) -> None:
    plan = made()
    words = told(deck, ALL_OF_IT, replace(plan, task=replace(plan.task, suspended=1200)))
    assert words.summary.startswith("3 cards, 2 new, 1 known (1,200 suspended ones left out); 12 days")


def test_the_words_compare_with_what_people_do_without_a_plan(deck: Deck) -> None:
    compared = rows(told(deck, ALL_OF_IT, made()), "Recalled on the day of the exam")
    assert compared == {
        "This plan": "87% 85% to 89% for nine in ten simulated learners",
        "As many new cards as fit, at 0.90": "60% 1 card never seen",
        "Anki's defaults: 20 new a day, at 0.90": "40% 1,200 cards never seen",
        "This plan, begun 1 week later": "80%",
    }


def test_the_words_say_what_cannot_be_done(deck: Deck) -> None:
    efforts = rows(told(deck, ALL_OF_IT, made()), "The smallest effort that reaches")
    assert efforts == {"80%": "20 minutes a day", "95%": "cannot be done 240 minutes a day reach 93%"}


def test_all_learners_alike_have_no_range(deck: Deck) -> None:
    plan = made()
    same = replace(plan, expected=replace(plan.expected, whole=Recall(0.874, 0.874, 0.874)))
    assert rows(told(deck, ALL_OF_IT, same), "Recalled on the day of the exam")["This plan"] == "87%"


def test_chapters_are_told_with_what_is_never_seen(deck: Deck) -> None:
    assert rows(told(deck, ALL_OF_IT, made(left_out=2)), "Recalled, by chapter") == {
        "VI. The older pattern": "87% 85% to 89%; 2 cards never seen"
    }


def test_a_chapter_that_is_not_in_the_plan_is_not_told(project: Project) -> None:
    project.write("decks/small/05-first.yaml", "chapter: V\ntitle: First\nentries:\n" + CORE.replace("97", "90"))
    assert [*rows(told(project.deck(), ALL_OF_IT, made()), "Recalled, by chapter")] == ["VI. The older pattern"]


def test_what_changes_later_is_told_with_its_day(deck: Deck) -> None:
    setting = Setting(43, 0.8, later=0.95, change=7, buffer=2, new_first=False, order=Order.WEAK)
    settings = rows(told(deck, ALL_OF_IT, made(setting=setting)), "Set in Anki, in the options of the deck")
    assert settings["Desired retention, from Mon 7 Dec on"] == "0.95"
    assert settings["New cards/day, from Sat 12 Dec on"] == "0"
    assert settings["New/review order"] == "Show after reviews"
    assert "The last days" not in dict(told(deck, ALL_OF_IT, made(setting=setting)).lists)


@pytest.mark.parametrize(
    ("plan", "said"),
    [
        (made(left_out=2), ""),  # the deck has a core, but all of the plan's cards are of it, or none
        (made(core=(1, 0.99)), "Learn the core alone, with --tier core: 1 card, 99% recalled."),
        (made(core=(1, 0.99), recall=0.97), ""),
    ],
)
def test_what_to_leave_out_is_told_where_the_plan_is_not_enough(deck: Deck, plan: StudyPlan, said: str) -> None:
    assert " ".join(dict(told(deck, ALL_OF_IT, plan).lists).get("If that is not enough", ())) == said


def test_a_deck_without_a_core_is_told_how_to_have_one(project: Project) -> None:
    lists = dict(told(project.deck(), ALL_OF_IT, made(left_out=2)).lists)
    assert "mark entries with tier: core" in lists["If that is not enough"][0]
    assert "If that is not enough" not in dict(told(project.deck(), ALL_OF_IT, made()).lists)


@pytest.mark.parametrize(
    ("part", "expected"),
    [
        (ALL_OF_IT, ""),
        (Part(["VI"]), " (tag:small::chapter::VI)"),
        (Part(tag="people::tsars"), " tag:small::people::tsars"),
        (Part(tag="small::people", tier="core"), " tag:small::people tag:small::tier::core"),
        (Part(tier="more"), " -tag:small::tier::core"),
        (Part(tag="a_b"), r" tag:small::a\_b"),
        (Part(tag="(a)*"), r' "tag:small::(a)\*"'),
    ],
)
def test_a_search_finds_the_part_of_the_deck_that_is_planned(deck: Deck, part: Part, expected: str) -> None:
    name = '"deck:War; peace, \\"A\\_B\\""'
    assert search(deck, part) == name + expected
    others = dict(told(deck, part, made()).lists).get("Only a part of the deck", ("",))[0]
    assert (f"search in the browser for {name} -({expected.strip()}) -is:suspended," in others) is bool(expected)


def test_only_what_the_learner_did_not_suspend_before_is_suspended_and_taken_back(deck: Deck) -> None:
    first, then = dict(told(deck, Part(["VI"]), made()).lists)["Only a part of the deck"]
    assert first.startswith("Suspend the rest")
    assert " -is:suspended, select all" in first
    assert then.startswith("After the exam, search for")
    assert ") is:suspended, select all" in then


def test_a_plan_that_does_not_bury_says_so_and_changes_nothing_later(deck: Deck) -> None:
    plan = made()
    rows = dict(settings(replace(plan, setting=replace(plan.setting, bury=False, later=0.0, buffer=0, last=3))))
    assert [value for name, value in rows.items() if name.startswith("Bury")] == ["off"]


def printed(plan: StudyPlan, deck: Deck, width: int, **options: object) -> str:
    """Return what a terminal of some width shows."""
    console = Console(file=io.StringIO(), width=width, highlight=False, **options)  # type: ignore[arg-type]
    show(told(deck, ALL_OF_IT, plan), plan, console)
    assert isinstance(console.file, io.StringIO)
    return console.file.getvalue()


@pytest.mark.parametrize("width", [40, 80, 200])
def test_a_terminal_of_any_width_shows_the_whole_plan_and_no_line_is_longer(deck: Deck, width: int) -> None:
    shown = printed(made(), deck, width)
    assert max(len(line) for line in shown.splitlines()) <= width
    assert ("█" in shown) is (width > 40)
    for words in ("43", "0.80", "87%", "Mon 30 Nov", "off", "Filtered", "cannot know"):
        assert words in shown.replace("\n", " ")


def test_each_day_has_a_row_with_a_bar_and_in_a_long_plan_each_week(deck: Deck) -> None:
    short, long = printed(made(), deck, 100), printed(made(120), deck, 100)
    assert re.search(r"Mon 30 Nov +2 +10 +25 +█+▒+", short)
    assert re.search(r"Sun 6 Dec +off", short)
    assert "The load of each week" in long
    assert re.search(r"Mon 30 Nov +14 +60 +150 +█+▒+", long)
    assert "Tue 1 Dec" not in long


def test_without_colours_and_blocks_new_cards_and_reviews_still_differ(deck: Deck) -> None:
    stream = io.TextIOWrapper(io.BytesIO(), "ascii", errors="backslashreplace")
    console = Console(file=stream, width=80, highlight=False)
    show(told(deck, ALL_OF_IT, made()), made(), console)
    stream.flush()
    assert isinstance(stream.buffer, io.BytesIO)
    shown = stream.buffer.getvalue().decode("ascii")
    assert re.search(r"Mon 30 Nov +2 +10 +25 +#+=+", shown)
    assert "\\u2588" not in shown


class _Page(HTMLParser):
    """Gathers the tags of a page, and its words."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.counts: dict[str, int] = {}
        self.words = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.counts[tag] = self.counts.get(tag, 0) + 1
        self.open += [] if tag in ("meta",) else [tag]

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.counts[tag] = self.counts.get(tag, 0) + 1

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.words += data


@pytest.mark.parametrize("number", [1, 14, 400])
def test_the_page_is_sound_and_static_with_every_day_and_a_chart(deck: Deck, number: int) -> None:
    plan = made(number)
    html = page(told(deck, ALL_OF_IT, plan), plan).decode("utf-8")
    parser = _Page()
    parser.feed(html)
    assert parser.open == []
    assert parser.counts["rect"] == 2 * plan.task.days.work
    assert "script" not in parser.counts
    assert "http" not in html.replace("http://www.w3.org", "")
    assert 'War; peace, "A_B": ready on' in parser.words
    assert parser.words.count("off") >= number - plan.task.days.work


def test_the_page_of_a_plan_without_any_load_has_a_chart_too(deck: Deck) -> None:
    plan = made()
    idle = replace(plan.expected, loads=tuple([Load(0, 0, 0)] * 14))
    assert b"<svg" in page(told(deck, ALL_OF_IT, plan), replace(plan, expected=idle))


def test_the_page_counts_one_as_one_and_keeps_names_of_any_script_apart(deck: Deck) -> None:
    plan = made()
    some = replace(plan.expected, loads=(Load(0, 1, 60), *[Load(0, 2, 0)] * 13))
    html = page(told(deck, ALL_OF_IT, plan), replace(plan, expected=some)).decode("utf-8")
    assert "0 new, 1 review, 1 minute</title>" in html
    assert "0 new, 2 reviews, 0 minutes</title>" in html
    assert "<bdi>This plan</bdi>" in html


def events(content: bytes) -> list[Event]:
    """Return the events of a calendar, read by an independent library."""
    assert all(len(line) <= 75 for line in content.split(b"\r\n"))
    assert content.count(b"\n") == content.count(b"\r\n")
    read = Calendar.from_ical(content)
    assert isinstance(read, Calendar)
    assert read.errors == []
    assert read["VERSION"] == "2.0"
    assert read["PRODID"]
    return [event for event in read.walk("VEVENT") if isinstance(event, Event)]


def test_the_calendar_has_an_all_day_event_for_each_day_and_the_exam(deck: Deck) -> None:
    found = events(calendar(deck, ALL_OF_IT, made(), TIME))
    assert [event.decoded("DTSTART") for event in found] == [FIRST + timedelta(days=day) for day in range(15)]
    assert all(type(event.decoded("DTSTART")) is date for event in found)
    assert all(event.decoded("DTEND") - event.decoded("DTSTART") == timedelta(days=1) for event in found)
    assert all(event.errors == [] for event in found)
    assert str(found[0]["SUMMARY"]) == 'War; peace, "A_B": 2 new, 10 reviews, 25 min'
    assert str(found[6]["SUMMARY"]) == 'War; peace, "A_B": day off'
    assert str(found[14]["SUMMARY"]).endswith("exam (the plan expects 87% recalled)")


def test_the_calendar_says_on_each_day_what_to_set_and_to_click(deck: Deck) -> None:
    setting = Setting(43, 0.8, later=0.95, change=7, buffer=2, last=1)
    notes = [
        str(event.get("DESCRIPTION", "")) for event in events(calendar(deck, ALL_OF_IT, made(setting=setting), TIME))
    ]
    assert "New cards/day: 43" in notes[0]
    assert notes[7] == "Set Desired retention to 0.95."
    assert notes[12] == "Set New cards/day to 0."
    assert notes[13].startswith("Set Bury new, review and interday learning siblings to off.")
    assert 'Search: "deck:War; peace, \\"A\\_B\\""' in notes[13]
    assert [day for day, words in enumerate(notes) if words] == [0, 7, 12, 13]


def test_a_later_plan_replaces_the_earlier_one_day_by_day(deck: Deck) -> None:
    old, new = (events(calendar(deck, ALL_OF_IT, made(number), time)) for number, time in ((14, TIME), (9, TIME + 90)))
    assert {str(event["UID"]) for event in new} <= {str(event["UID"]) for event in old}
    assert len({str(event["UID"]) for event in old}) == 15
    assert new[0]["SEQUENCE"] > old[0]["SEQUENCE"]
    assert new[0].decoded("DTSTAMP") > old[0].decoded("DTSTAMP")


def test_letters_of_any_script_are_never_torn_apart_at_the_end_of_a_line(project: Project) -> None:
    project.write("decks/small/deck.yaml", DECK.replace("name: Small", f"name: {'барщина 日本 🇫🇷 ' * 12}end"))
    found = events(calendar(project.deck(), ALL_OF_IT, made(), TIME))
    assert str(found[0]["SUMMARY"]).startswith("барщина 日本 🇫🇷 барщина")
    assert str(found[0]["SUMMARY"]).endswith("end: 2 new, 10 reviews, 25 min")
