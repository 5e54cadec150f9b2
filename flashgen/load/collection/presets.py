"""Read the FSRS parameters that a learner's Anki has found for a deck."""

import json
import sqlite3
from collections.abc import Mapping
from typing import Any

from flashgen.load.collection.wire import floats, message, number

_NORMAL, _PRESET = 1, 1
_PARAMETERS = (6, 5, 3)
"""The fields of a preset with parameters, of FSRS 6, 5 and 4."""

_OLD = ("fsrsParams6", "fsrsParams5", "fsrsWeights")
"""The same in the JSON of older Ankis."""


def parameters(database: sqlite3.Connection, deck: int) -> tuple[float, ...]:
    """Return the parameters of a deck's preset, empty if Anki has found none."""
    (decks, presets), *_ = database.execute("SELECT decks, dconf FROM col")
    if decks:
        preset = json.loads(presets).get(str(json.loads(decks)[str(deck)].get("conf", 1)), {})
        return _first(preset)
    ((kind,),) = database.execute("SELECT kind FROM decks WHERE id = ?", [deck])
    preset_id = number(message(kind, _NORMAL), _PRESET)
    found = [config for (config,) in database.execute("SELECT config FROM deck_config WHERE id = ?", [preset_id])]
    return next((values for field in _PARAMETERS for config in found if (values := floats(config, field))), ())


def _first(preset: Mapping[str, Any]) -> tuple[float, ...]:
    return next((tuple(map(float, preset[name])) for name in _OLD if preset.get(name)), ())
