"""A value that is yes or no."""

from flashgen.load.fields import Fields
from flashgen.load.key import Shape

YES_OR_NO: Shape = {"enum": ["yes", "no", True, False]}
"""Editors that follow YAML 1.1 read `yes` as a boolean."""


def yes(entry: Fields, key: str) -> bool:
    """Return whether a value is yes; anything but yes and no joins the problems."""
    written = entry.word(key)
    if written and written not in ("yes", "no"):
        entry.report(
            entry.place_of(key), "wrong-type", f'"{key}" must be yes or no, and is "{written}"', "write yes or no"
        )
    return written == "yes"
