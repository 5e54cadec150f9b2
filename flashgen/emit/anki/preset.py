"""A deck's options for a plan, in the JSON that Anki has kept presets in since its first versions."""

import json
from typing import Any

from flashgen.emit.anki.collection import Preset
from flashgen.history.identity import number
from flashgen.model.deck import Deck
from flashgen.study.plan import StudyPlan
from flashgen.study.setting import ALL, Order

_BEFORE_REVIEWS, _AFTER_REVIEWS = 2, 1
_BY_POSITION = 1
_ORDERS = {Order.DUE: 0, Order.EASY: 6, Order.WEAK: 7}
_NEW = {"delays": [1.0, 10.0], "ints": [1, 4, 0], "initialFactor": 2500, "order": 1}
_NORMAL, _FEWEST = 1.0, 0.0
_WEEK = range(7)


def preset(deck: Deck, plan: StudyPlan) -> Preset:
    """Return the preset of a plan. Another plan has another id: Anki never changes a preset that it knows by its id."""
    options = _options(plan)
    exam = plan.task.days.exam.isoformat()
    id = number(deck.uid, "preset", exam, json.dumps(options, sort_keys=True))
    return {**options, "id": id, "name": f"{deck.lock.name}: {exam}", "mod": 0, "usn": -1, "dyn": False}


def _options(plan: StudyPlan) -> dict[str, Any]:
    setting = plan.setting
    return {
        "new": {**_NEW, "perDay": round(setting.new), "bury": setting.bury},
        "rev": {"perDay": ALL, "bury": setting.bury, "ease4": 1.3, "ivlFct": 1.0, "maxIvl": 36500, "hardFactor": 1.2},
        "lapse": {"delays": [10.0], "mult": 0.0, "minInt": 1, "leechFails": 8, "leechAction": 1},
        "buryInterdayLearning": setting.bury,
        "desiredRetention": setting.retention,
        "newMix": _BEFORE_REVIEWS if setting.new_first else _AFTER_REVIEWS,
        "reviewOrder": _ORDERS[setting.order],
        "newGatherPriority": _BY_POSITION,
        "easyDaysPercentages": [_FEWEST if day in _off(plan) else _NORMAL for day in _WEEK],
        "maxTaken": 60,
        "timer": 0,
        "autoplay": True,
        "replayq": True,
    }


def _off(plan: StudyPlan) -> set[int]:
    """Return the weekdays that are always off, if there is one for study."""
    days = plan.task.days
    work = {days.on(day).weekday() for day, work in enumerate(days.studied) if work}
    seen = {days.on(day).weekday() for day in range(len(days))}
    return seen - work
