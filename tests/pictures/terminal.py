"""Terminals: what commands print on 80 columns, in colour, as SVG."""

import os
import subprocess
import sys
from collections.abc import Callable, Sequence
from io import StringIO
from pathlib import Path

from tests.pictures.deck import MALTHUS, RATE, TERM, WEDGES, project, with_entries
from tests.pictures.picture import Picture

COLUMNS = 80
FORMAT = """\
<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}">
<style>
.{unique_id}-matrix {{ font: {char_height}px/{line_height}px Menlo, Consolas, "DejaVu Sans Mono", monospace; }}
{styles}
</style>
<defs>
<clipPath id="{unique_id}-clip-terminal"><rect width="{terminal_width}" height="{terminal_height}"/></clipPath>
{lines}
</defs>
{chrome}
<g transform="translate({terminal_x}, {terminal_y})" clip-path="url(#{unique_id}-clip-terminal)">
{backgrounds}
<g class="{unique_id}-matrix">
{matrix}
</g>
</g>
</svg>
"""
"""As rich has it, but without a font from the web, which a page of GitHub would not load."""


def printed(arguments: Sequence[str], folder: Path, columns: int = COLUMNS, **environment: str) -> str:
    """Return what a command prints on a terminal of that width, in colour."""
    kept = {name: value for name, value in os.environ.items() if name != "NO_COLOR"}
    wanted = {"FORCE_COLOR": "1", "TERM": "xterm-256color", "COLUMNS": str(columns), "PYTHONIOENCODING": "utf-8"}
    command = [sys.executable, "-m", "flashgen", *arguments]
    done = subprocess.run(
        command, cwd=folder, env=kept | wanted | environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT
    )
    return done.stdout.decode("utf-8")


def as_svg(typed: str, shown: str, columns: int = COLUMNS) -> str:
    """Return a terminal in which a command was typed, and what it printed."""
    from rich.console import Console
    from rich.text import Text

    console = Console(record=True, width=columns, file=StringIO(), force_terminal=True, color_system="truecolor")
    console.print(Text.from_ansi(f"\x1b[1m$ {typed}\x1b[0m\n{shown.rstrip()}"), soft_wrap=True)
    return console.export_svg(title=typed, code_format=FORMAT, unique_id="terminal")


def terminal(name: str, run: Callable[[Path], str]) -> Picture:
    """Return a picture of what a command prints."""
    return Picture(f"{name}.svg", run, lambda folder: as_svg(f"flashgen {name}", run(folder)).encode("utf-8"))


def check(folder: Path) -> str:
    """Return a check with three findings."""
    wrong = [
        TERM.replace("page: 61", "page: 610"),
        RATE.replace("animals\n", "animals, so that any other would fill the earth in less time\n"),
        WEDGES.replace("To what does Darwin compare the face of nature?", "What is it?"),
    ]
    project(folder, "".join(wrong))
    return printed(["check"], folder)


def plan(folder: Path) -> str:
    """Return a plan after some entries were changed, added and taken out."""
    made = project(folder, TERM + RATE + MALTHUS)
    printed(["build", "-q"], folder)
    with_entries(
        made,
        TERM.replace("slight useful", "slight but useful")
        + RATE.replace("    page", "    withdrawn: It is not the slowest.\n    page")
        + MALTHUS.replace("{{the whole}}", "the whole")
        + WEDGES,
    )
    return printed(["plan"], folder)
