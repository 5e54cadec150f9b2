"""The time to stamp on what changes."""

import os
import time
from datetime import datetime

from flashgen.errors import ClockError

EARLIEST = 1_000_000_000


def clock(newest: int) -> int:
    """Return the time in seconds since 1970: SOURCE_DATE_EPOCH where it is set, else the clock's.

    It is later than the newest that learners have, else they would not get the change; the clock is waited for, for a
    second at the most. ClockError where the time is impossible.
    """
    said = os.environ.get("SOURCE_DATE_EPOCH")
    if said is None:
        while (now := time.time()) < newest + 1:
            time.sleep(newest + 1 - now)
        return int(time.time())
    if not (said.isdecimal() and len(said) < 12) or not EARLIEST <= int(said) <= time.time():
        raise ClockError(
            f"SOURCE_DATE_EPOCH is {said}: give whole seconds after 2001 and not in the future, or leave it out"
        )
    if int(said) <= newest:
        raise ClockError(
            f"SOURCE_DATE_EPOCH is {said}, but the last release is of {newest}: give a later time, or leave it out"
        )
    return int(said)


def not_before(newest: int, path: str) -> None:
    """Make sure that the clock has not run backwards since the last release; ClockError where it has."""
    if time.time() < newest:
        shown = datetime.fromtimestamp(newest).astimezone().isoformat(" ", "minutes")
        raise ClockError(
            f"{path}: the last release is of {shown}, which is still to come by this computer's clock: set the clock "
            "right, or wait until then; learners would lose their own edits to a release from the future"
        )
