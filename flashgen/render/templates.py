"""Fill in the templates in templates/ with jinja2.

Card templates contain Anki's `{{…}}`, so jinja2 uses `[[…]]` and `[%…%]` there.
"""

import re
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from flashgen.render.direction import is_apart
from flashgen.render.text import plain

if TYPE_CHECKING:
    from jinja2 import Environment
    from markupsafe import Markup


_IDLE = re.compile(r"^ +|^/\*.*?\*/\n?", re.MULTILINE | re.DOTALL)
_FOLDER = Path(__file__).with_name("templates")


def style() -> str:
    """Return the style sheet of the cards."""
    return (_FOLDER / "card.css").read_text("utf-8")


def site_file(name: str) -> str:
    """Return a style sheet or a script of the site, without its indents and comments."""
    return _IDLE.sub("", (_FOLDER / "site" / name).read_text("utf-8"))


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
        finalize=_kept if card else None,
    )
    environment.filters["apart"] = _kept_apart if card else _apart
    environment.filters["css"] = _css
    environment.filters["slug"] = lambda name: name.lower().replace(" ", "-")
    return environment


def _css(words: str) -> str:
    """Return words as the inside of a CSS string; signs are escaped, those of HTML and of Anki too."""
    return "".join([sign if sign.isalnum() else f"\\{ord(sign):x} " for sign in words])


def _apart(words: str, around: str) -> "Markup":
    """Return words as HTML, set apart if they run the other way than the language around them."""
    from markupsafe import Markup

    return Markup("<bdi>{}</bdi>").format(words) if is_apart(words, around) else Markup.escape(words)


def _kept(value: object) -> object:
    """Return words as HTML with Anki's marks broken; HTML stays as it is."""
    from markupsafe import Markup

    if not isinstance(value, str) or isinstance(value, Markup):
        return value
    return Markup(plain(value))  # noqa: S704 - plain() escapes it


def _kept_apart(words: str, around: str) -> "Markup":
    """Return words as in `_apart`, with Anki's marks broken."""
    from markupsafe import Markup

    html = plain(words)
    return Markup(f"<bdi>{html}</bdi>" if is_apart(words, around) else html)  # noqa: S704 - plain() escapes it
