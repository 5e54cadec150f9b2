"""A rule's manual, in parts: the docstring of its file, or its Markdown file."""

import re
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from textwrap import dedent

from flashgen.check.rule import Rule
from flashgen.check.shelves import RULES, SHELVES

_RULES = Path(__file__).parent / "rules"
_SENTENCE = re.compile(r"(?<=\.)\s")
_REFERENCE = re.compile(r" \((?:Anki|Matuschak|Wozniak|measured)[^()]*\)")
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
    """Return the manual of a rule of any shelf."""
    (folder,) = (shelf.folder for shelf in SHELVES if rule in shelf.rules)
    if not rule.is_reported:
        file = import_module(f"flashgen.check.rules.{folder}.{rule.name.replace('-', '_')}")
        return parsed(file.__doc__ or "")
    return parsed((_RULES / folder / f"{rule.name}.md").read_text("utf-8"))


def reason(name: str) -> str:
    """Return why what a rule finds matters: the first sentence below the summary of its manual.

    It comes without references and without a full stop; blank where docstrings were removed.
    """
    (rule,) = (rule for rule in RULES if rule.name == name)
    sentence = _SENTENCE.split(manual(rule).why, maxsplit=1)[0]
    return _REFERENCE.sub("", " ".join(sentence.split())).removesuffix(".")


def parsed(text: str) -> Manual:
    """Return the parts of a manual; missing parts are empty."""
    summary, *pieces = _HEADING.split(text)
    what, _, why = summary.strip().partition("\n\n")
    blocks = [(heading, dedent(block).strip("\n")) for heading, block in zip(pieces[::2], pieces[1::2], strict=True)]
    named = dict(blocks)
    released = tuple(block for heading, block in blocks if heading == "Released")
    return Manual(what, why, named.get("Wrong", ""), named.get("Right", ""), released)
