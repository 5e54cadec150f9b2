"""A plan in words: what to set in Anki, what to expect, what to do on the last days, what nobody can know."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from html import unescape

from flashgen.emit.report.exam.anki import last_days, rest, settings
from flashgen.model.chosen import Part
from flashgen.model.deck import Deck
from flashgen.model.tier import CORE
from flashgen.render.text import inline
from flashgen.render.typography import Compositor
from flashgen.study.forecast import Forecast, Recall
from flashgen.study.plan import GOALS, MINUTES, Effort, StudyPlan

UNKNOWN = (
    "How well you remember: until you have reviews of your own, the plan takes an average memory. After two weeks, "
    "plan again with --collection.",
    "Whether you study each day for all of the minutes, and press Again whenever you did not know. If you miss days, "
    "plan again.",
    "What the exam asks, and how. The plan says how many cards you will recall, not which mark you will get.",
)
"""What no plan can know."""


@dataclass(frozen=True, slots=True)
class Row:
    """A line of a table: a name and a value, and what is remarkable about it."""

    name: str
    value: str
    remark: str = ""


@dataclass(frozen=True, slots=True)
class Told:
    """A plan in words: tables and lists, each under its title."""

    title: str
    summary: str
    tables: tuple[tuple[str, tuple[Row, ...]], ...]
    lists: tuple[tuple[str, tuple[str, ...]], ...]


def told(deck: Deck, part: Part, plan: StudyPlan) -> Told:
    """Return the plan for a part of a deck in words."""
    days, minutes = plan.task.days, round(plan.task.person.seconds / 60)
    study = f"{counted(days.work, 'day')} of study from {long(days.first)}, {counted(minutes, 'minute')} each"
    tables = {
        "Set in Anki, in the options of the deck": [Row(*row) for row in settings(plan)],
        "Recalled on the day of the exam": [*_compared(plan)],
        "The smallest effort that reaches": [_effort(effort, plan) for effort in plan.efforts],
        "Recalled, by chapter": [*_chapters(deck, plan)],
    }
    lists = {
        "Only a part of the deck": rest(deck, part),
        "If that is not enough": _less(deck, plan),
        "The last days": last_days(deck, part, plan),
        "What the plan cannot know": UNKNOWN,
    }
    return Told(
        title=f"{deck.name}: ready on {long(days.exam)}",
        summary=f"{_cards(plan)}; {study}",
        tables=tuple([(title, tuple(rows)) for title, rows in tables.items()]),
        lists=tuple([(title, lines) for title, found in lists.items() if (lines := tuple(found))]),
    )


def percent(share: float) -> str:
    """Return a share as a whole percentage."""
    return f"{100 * share:.0f}%"


def long(day: date) -> str:
    """Return a date with its weekday: Monday 18 January 2027."""
    return f"{day:%A} {day.day} {day:%B %Y}"


def counted(number: float, what: str) -> str:
    """Return a number with a noun."""
    return f"{number:,} {what}{'s' * (number != 1)}"


def _cards(plan: StudyPlan) -> str:
    number, new = len(plan.task.cards), plan.task.new
    parts = "all new" if new == number else f"{new:,} new, {number - new:,} known"
    suspended = f" ({plan.task.suspended:,} suspended ones left out)" if plan.task.suspended else ""
    return f"{counted(number, 'card')}, {parts}{suspended}"


def _compared(plan: StudyPlan) -> Iterator[Row]:
    expected = plan.expected
    learners = _range(expected.whole, " for nine in ten simulated learners")
    yield Row("This plan", percent(expected.recall), _joined(learners, _unseen(expected)))
    yield Row("As many new cards as fit, at 0.90", percent(plan.fitting.recall), _unseen(plan.fitting))
    yield Row("Anki's defaults: 20 new a day, at 0.90", percent(plan.defaults.recall), _unseen(plan.defaults))
    for weeks, recall in plan.later:
        yield Row(f"This plan, begun {counted(weeks, 'week')} later", percent(recall))


def _less(deck: Deck, plan: StudyPlan) -> Iterator[str]:
    """Yield what to leave out if the plan does not get through all."""
    if plan.expected.recall >= GOALS[-1]:
        return
    if plan.core:
        number, recall = plan.core
        yield f"Learn the core alone, with --tier core: {counted(number, 'card')}, {percent(recall)} recalled."
    elif plan.expected.left_out and not any(note.tier == CORE for note in deck.notes):
        yield "Leave out what matters least: limit the plan with -c or --tag, or mark entries with tier: core."


def _range(of: Recall, who: str = "") -> str:
    low, high = percent(of.low), percent(of.high)
    return f"{low} to {high}{who}" if low != high else ""


def _joined(*remarks: str) -> str:
    return "; ".join(filter(None, remarks))


def _unseen(of: Forecast) -> str:
    return f"{counted(of.left_out, 'card')} never seen" if of.left_out else ""


def _effort(effort: Effort, plan: StudyPlan) -> Row:
    if effort.minutes is None:
        most = max(MINUTES[-1], round(plan.task.person.seconds / 60))
        return Row(percent(effort.goal), "cannot be done", f"{most} minutes a day reach {percent(plan.most)}")
    return Row(percent(effort.goal), f"{counted(effort.minutes, 'minute')} a day")


def _chapters(deck: Deck, plan: StudyPlan) -> Iterator[Row]:
    for chapter in deck.chapters:
        if chapter.stem in plan.expected.chapters:
            unseen = round(plan.expected.unseen[chapter.stem])
            recall = plan.expected.chapters[chapter.stem]
            remark = _joined(_range(recall), f"{counted(unseen, 'card')} never seen" if unseen else "")
            title = unescape(re.sub("<[^>]*>", "", inline(Compositor(deck.words).text(chapter.title), "")))
            yield Row(f"{chapter.numeral}. {title}", percent(recall.mean), remark)
