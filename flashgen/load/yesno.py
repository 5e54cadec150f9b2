"""A value that is yes or no."""

from flashgen.load.choice import chosen
from flashgen.load.fields import Fields
from flashgen.load.key import Shape

YES_OR_NO: Shape = {"enum": ["yes", "no", True, False]}
"""Editors that follow YAML 1.1 read `yes` as a boolean."""


def yes(entry: Fields, key: str) -> bool:
    """Return whether a value is yes; anything but yes and no joins the problems."""
    return chosen(entry, key, ("yes", "no")) == "yes"
