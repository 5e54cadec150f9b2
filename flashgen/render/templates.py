"""Fill in the templates in templates/ with jinja2.

Card templates contain Anki's `{{…}}`, so jinja2 uses `[[…]]` and `[%…%]` there.
"""

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from flashgen.render.direction import is_apart

if TYPE_CHECKING:
    from jinja2 import Environment
    from markupsafe import Markup


_FOLDER = Path(__file__).with_name("templates")


def style() -> str:
    """Return the style sheet of the cards."""
    return (_FOLDER / "card.css").read_text("utf-8")


def card_template(name: str, **values: object) -> str:
    """Return a rendered card template for Anki."""
    return _environment(card=True).get_template(name).render(**values)


def page_template(name: str, **values: object) -> str:
    """Return a rendered page template for a browser; values are escaped."""
    return _environment(card=False).get_template(name).render(**values)


@cache
def _environment(card: bool) -> "Environment":
    from jinja2 import Environment, FileSystemLoader, StrictUndefined

    marks = ("[%", "%]", "[[", "]]", "[#", "#]") if card else ("{%", "%}", "{{", "}}", "{#", "#}")
    environment = Environment(
        *marks,
        loader=FileSystemLoader(_FOLDER),
        undefined=StrictUndefined,
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters["apart"] = _apart
    environment.filters["slug"] = lambda name: name.lower().replace(" ", "-")
    return environment


def _apart(words: str, around: str) -> "Markup":
    """Return words as HTML, set apart if they run the other way than the language around them."""
    from markupsafe import Markup

    return Markup("<bdi>{}</bdi>").format(words) if is_apart(words, around) else Markup.escape(words)
