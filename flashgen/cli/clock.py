"""The time of a release."""

import os
import time
from datetime import datetime

from flashgen.errors import ClockError

EARLIEST = 1_000_000_000


def clock(newest: int) -> int:
    """Return the time in seconds since 1970: SOURCE_DATE_EPOCH if it is set, else the clock's.

    It must be later than `newest`, the last release, or learners would not get the change. Wait for the clock if need
    be, for a second at most. ClockError if SOURCE_DATE_EPOCH is impossible.
    """
    epoch = os.environ.get("SOURCE_DATE_EPOCH")
    if epoch is None:
        while (now := time.time()) < newest + 1:
            time.sleep(newest + 1 - now)
        return int(time.time())
    if not (epoch.isdecimal() and len(epoch) < 12) or not EARLIEST <= int(epoch) <= time.time():
        raise ClockError(f"SOURCE_DATE_EPOCH is {epoch}", "set it to whole seconds between 2001 and now, or unset it")
    if int(epoch) <= newest:
        raise ClockError(
            f"SOURCE_DATE_EPOCH is {epoch}, but the last release is of {newest}", "set a later time, or unset it"
        )
    return int(epoch)


def not_before(newest: int, path: str) -> None:
    """Raise ClockError if the last release is in the future."""
    if time.time() < newest:
        shown = datetime.fromtimestamp(newest).astimezone().isoformat(" ", "minutes")
        raise ClockError(
            f"{path}: the last release is of {shown}, in the future by this computer's clock",
            "correct the clock, or wait until then: a release from the future would overwrite learners' own edits",
        )
