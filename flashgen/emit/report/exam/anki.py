"""What to set in Anki, under the names that its options have, and what to search for."""

import re
from collections.abc import Iterator
from datetime import date

from flashgen.emit.anki.tags import WITHDRAWN, chapter_tag
from flashgen.model.chosen import ALL_OF_IT, Part
from flashgen.model.deck import Deck
from flashgen.model.tier import CORE
from flashgen.study.habits import seconds_per_review
from flashgen.study.plan import StudyPlan
from flashgen.study.setting import ALL

_MEANINGFUL = re.compile(r"[^\w:.\\-]")

_BURY = "Bury new, review and interday learning siblings"


def settings(plan: StudyPlan) -> Iterator[tuple[str, str]]:
    """Yield the name and the value of each option."""
    setting = plan.setting
    yield "New cards/day", str(round(setting.new))
    yield "Desired retention", f"{setting.retention:.2f}"
    yield "Maximum reviews/day", str(ALL)
    yield "FSRS", "on"
    yield "New/review order", f"Show {'before' if setting.new_first else 'after'} reviews"
    yield "Review sort order", setting.order.value
    yield "New card gather order", "Ascending position"
    yield _BURY, "on" if setting.bury else "off"
    for day, name, value in changes(plan):
        yield f"{name}, from {short(day)} on", value


def changes(plan: StudyPlan) -> Iterator[tuple[date, str, str]]:
    """Yield what is to be set later: the day, the option and its value."""
    setting, days = plan.setting, plan.task.days
    if setting.later:
        yield days.on(setting.change), "Desired retention", f"{setting.later:.2f}"
    if setting.buffer:
        yield days.on(len(days) - setting.buffer), "New cards/day", "0"
    if setting.last and setting.bury:
        yield days.on(len(days) - setting.last), _BURY, "off"


def last_days(deck: Deck, part: Part, plan: StudyPlan) -> Iterator[str]:
    """Yield what to click on the last days, when no card is due any more and minutes are left."""
    days, setting, person = plan.task.days, plan.setting, plan.task.person
    if setting.last:
        most = max(1, round(person.seconds / seconds_per_review(person.habits)))
        first = days.on(len(days) - setting.last)
        yield f"From {short(first)} on, when no card is due and minutes are left, choose Tools > Create Filtered Deck."
        yield f"Search: {search(deck, part)} -is:new -is:suspended -{_tag(deck, WITHDRAWN)} -rated:1"
        yield f"Limit to {most} cards selected by Ascending retrievability, leave the boxes as they are, and build it."
        yield "Study it until the minutes are over. Then delete it: its cards go back to where they were."


def rest(deck: Deck, part: Part) -> Iterator[str]:
    """Yield how to keep what is not in the plan from being asked."""
    if words := _part(deck, part):
        others = f"{search(deck, ALL_OF_IT)} -({' '.join(words)})"
        clicks = "select all, and choose Cards > Toggle Suspend."
        yield f"Suspend the rest: search in the browser for {others} -is:suspended, {clicks}"
        yield f"After the exam, search for {others} is:suspended, {clicks}"


def search(deck: Deck, part: Part) -> str:
    """Return Anki's search for a part of a deck, under the name that learners have it."""
    name = deck.lock.name or deck.name
    return " ".join([f'"deck:{_escaped(name)}"', *_part(deck, part)])


def _part(deck: Deck, part: Part) -> list[str]:
    """Return the terms of a search that limit it to a part."""
    stems = deck.stems(part.chapters)
    tags = [chapter_tag(chapter, deck) for chapter in deck.chapters if chapter.stem in stems]
    chapters = " or ".join(_tag(deck, f"chapter::{tag}") for tag in tags)
    words = [f"({chapters})"] if chapters else []
    words += [_tag(deck, part.tag.removeprefix(f"{deck.tag}::"))] if part.tag else []
    tier = _tag(deck, f"tier::{CORE}")
    return words + ([tier if part.tier == CORE else f"-{tier}"] if part.tier else [])


def _tag(deck: Deck, name: str) -> str:
    """Return the term that finds a tag below the deck's, in quotes if a letter means something in a search."""
    term = f"tag:{_escaped(f'{deck.tag}::{name}')}"
    return f'"{term}"' if _MEANINGFUL.search(term) else term


def _escaped(name: str) -> str:
    return "".join(f"\\{sign}" if sign in '\\"*_' else sign for sign in name)


def short(day: date) -> str:
    """Return a date in few letters: Mon 18 Jan."""
    return f"{day:%a} {day.day} {day:%b}"
