"""The templates beside this file, filled in by jinja2.

Card templates hold Anki's own `{{…}}`, so ours there are `[[…]]` and `[%…%]`.
"""

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from jinja2 import Environment


_FOLDER = Path(__file__).with_name("templates")


def style() -> str:
    """Return the style sheet of the cards."""
    return (_FOLDER / "card.css").read_text("utf-8")


def card_template(name: str, **values: object) -> str:
    """Return one of the templates for Anki, filled in."""
    return _environment(card=True).get_template(name).render(**values)


def page_template(name: str, **values: object) -> str:
    """Return one of the templates for a browser, filled in; every value is escaped."""
    return _environment(card=False).get_template(name).render(**values)


@cache
def _environment(card: bool) -> "Environment":
    from jinja2 import Environment, FileSystemLoader, StrictUndefined

    marks = ("[%", "%]", "[[", "]]", "[#", "#]") if card else ("{%", "%}", "{{", "}}", "{#", "#}")
    made = Environment(
        *marks,
        loader=FileSystemLoader(_FOLDER),
        undefined=StrictUndefined,
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.filters["slug"] = lambda name: name.lower().replace(" ", "-")
    return made
