"""A rule's manual: the docstring of its file, in parts."""

import re
from dataclasses import dataclass
from importlib import import_module
from textwrap import dedent

from flashgen.check.reading import READING
from flashgen.check.rule import Rule
from flashgen.check.rules import RULES

ALL: tuple[Rule, ...] = tuple(sorted((*RULES, *READING), key=lambda rule: rule.name))
"""The rules of both shelves, by name."""

_HEADING = re.compile(r"^(Released|Wrong|Right):$", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Manual:
    """What a rule finds, in a sentence; why it hurts, in paragraphs; and an example in YAML.

    `wrong` breaks the rule and `right` does not, where what is in `released` had been released, one after the other.
    Both are blank where no text can show the fault. An example is an entry, or several behind dashes, which may leave
    out `id` and `page`; or files, each below a comment with its name, of `deck.yaml` and a source only some keys.
    """

    what: str
    why: str
    wrong: str = ""
    right: str = ""
    released: tuple[str, ...] = ()


def manual(rule: Rule) -> Manual:
    """Return the manual of a rule of either shelf."""
    shelf = "rules" if rule in RULES else "reading"
    module = import_module(f"flashgen.check.{shelf}.{rule.name.replace('-', '_')}")
    return parsed(module.__doc__ or "")


def parsed(docstring: str) -> Manual:
    """Return the parts of a docstring; those that it does not have are blank."""
    said, *pieces = _HEADING.split(docstring)
    what, _, why = said.strip().partition("\n\n")
    blocks = [(heading, dedent(block).strip("\n")) for heading, block in zip(pieces[::2], pieces[1::2], strict=True)]
    named = dict(blocks)
    released = tuple(block for heading, block in blocks if heading == "Released")
    return Manual(what, why, named.get("Wrong", ""), named.get("Right", ""), released)
