"""Read what a learner's collection knows of a deck's cards."""

import json
import math
import sqlite3
from collections import Counter
from collections.abc import Collection as Guids
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

from flashgen.errors import ForeignCollectionError
from flashgen.load.collection.file import opened
from flashgen.load.collection.presets import parameters
from flashgen.model.scheduled import CardKey, Collection, Review, ScheduledCard

_NEW, _REVIEW = 0, 2
_SUSPENDED = -1
_BUTTONS = range(1, 5)
_PRACTICE = 3
"""The kind of a review in a filtered deck; with a factor of 0 it did not count."""

_HARDEST = 10

_BEGINNING = datetime(1970, 1, 1, tzinfo=UTC)

_ROLLOVER = 4
"""The hour at which Anki's day begins, unless the learner has set another."""

_CARDS = (
    "SELECT n.guid, c.ord, c.id, c.type, c.queue, c.due, c.odue, c.odid, c.did, c.ivl, c.factor, c.data "
    "FROM cards c JOIN notes n ON n.id = c.nid"
)
_REVIEWS = "SELECT cid, id, ease, time, type, factor FROM revlog ORDER BY id"


def collection(path: Path, deck: str, guids: Guids[str]) -> Collection:
    """Return what a collection says of the notes with these GUIDs.

    ForeignCollectionError if it has none of them; other errors as `opened`.
    """
    with opened(path) as database:
        rows = [row for row in database.execute(_CARDS) if row[0] in guids]
        reviews = _reviews(database, {row[2] for row in rows})
        calendar = _Calendar(database)
        cards = dict(_card(row, calendar, reviews.get(row[2], [])) for row in rows)
        homes = Counter(row[7] or row[8] for row in rows)
        found = Collection(cards, parameters(database, homes.most_common(1)[0][0]) if homes else ())
    if not cards:
        raise ForeignCollectionError(str(path), deck)
    return found


class _Calendar:
    """The days of a collection: when the first began, and at which hour each begins."""

    def __init__(self, database: sqlite3.Connection) -> None:
        (created, conf), *_ = database.execute("SELECT crt, conf FROM col")
        config: dict[str, Any] = json.loads(conf) if conf else _config(database)
        west = config.get("creationOffset") or config.get("localOffset") or 0
        self.zone = timedelta(minutes=west)
        self.rollover = timedelta(hours=config.get("rollover", _ROLLOVER))
        self.first = self.day(created + self.rollover.total_seconds())

    def day(self, seconds: float) -> date:
        """Return Anki's day of a time in seconds since 1970."""
        return (_BEGINNING + timedelta(seconds=seconds) - self.zone - self.rollover).date()

    def numbered(self, number: int) -> date:
        """Return the day that Anki gives a number."""
        return self.first + timedelta(days=number)


def _config(database: sqlite3.Connection) -> dict[str, Any]:
    return {key: json.loads(value) for key, value in database.execute("SELECT KEY, val FROM config")}


def _reviews(database: sqlite3.Connection, cards: set[int]) -> dict[int, list[tuple[float, int, float]]]:
    """Return the answers to each card: time in seconds since 1970, button, and seconds taken."""
    found: dict[int, list[tuple[float, int, float]]] = {}
    for card, time, rating, taken, kind, factor in database.execute(_REVIEWS):
        if card not in cards:
            continue
        if rating in _BUTTONS and (kind < _PRACTICE or (kind == _PRACTICE and factor)):
            found.setdefault(card, []).append((time / 1000, rating, taken / 1000))
        elif rating == 0 and factor == 0:
            found.pop(card, None)  # the learner has reset the card
    return found


def _card(
    row: tuple[Any, ...], calendar: _Calendar, answers: list[tuple[float, int, float]]
) -> tuple[CardKey, ScheduledCard]:
    guid, ordinal, _, kind, queue, due, home_due, home, _, interval, factor, more = row
    suspended = queue == _SUSPENDED
    if kind == _NEW:
        return (guid, ordinal), ScheduledCard(suspended)
    reviews = tuple([Review(calendar.day(time), rating, seconds) for time, rating, seconds in answers])
    planned = home_due if home and home_due else due
    last = reviews[-1].day if reviews else calendar.first
    day = calendar.numbered(planned) if kind == _REVIEW else last  # a card that is being learnt is due at once
    return (guid, ordinal), ScheduledCard(suspended, day, _state(more), interval, factor / 1000, reviews)


def _state(more: str) -> tuple[float, float] | None:
    """Return the stability and difficulty that FSRS has left with a card."""
    known = json.loads(more) if more else {}
    stability, difficulty = float(known.get("s", 0)), float(known.get("d", 0))
    return (stability, difficulty) if 0 < stability < math.inf and 1 <= difficulty <= _HARDEST else None
