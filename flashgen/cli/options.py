"""Options of several commands: the project's folder, the decks, what is chosen of them, and -q."""

from collections.abc import Callable
from functools import wraps
from pathlib import Path
from typing import Any

import click

from flashgen.cli.wrong import WrongValueError
from flashgen.errors.suggestion import did_you_mean
from flashgen.load.link import is_site
from flashgen.load.project import project_root
from flashgen.model.tier import TIERS

Command = Callable[..., Any]


class Number(click.IntRange):
    """A whole number, whose limits are told in words."""

    def _describe_range(self) -> str:
        return f"{self.min} or more" if self.max is None else f"{self.min} to {self.max}"


class OneOf(click.Choice[str]):
    """One of a few words; of a misspelled one, it tells which may be meant."""

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """Return the word; WrongValueError for one that is none of them."""
        try:
            return super().convert(value, param, ctx)
        except click.BadParameter as error:
            hint = did_you_mean(str(value), self.choices)
            raise WrongValueError(error.message.rstrip("."), hint, ctx=ctx, param=param) from None


def _root(_context: click.Context, _option: click.Parameter, start: Path) -> Path:
    return project_root(start)


def project(command: Command) -> Command:
    """Give a command `root`, the project's folder, and `names`, the decks that were named."""
    return folder(click.argument("names", metavar="[DECK]...", nargs=-1)(command))


def folder(
    command: Command,
    callback: Callable[..., Path] | None = _root,
    default: str = "the nearest parent with decks/",
) -> Command:
    """Give a command `root`: the project's folder, or what the callback makes of the folder that was named."""
    return click.option(
        "-C",
        "root",
        metavar="DIR",
        default=".",
        type=click.Path(exists=True, file_okay=False, path_type=Path),
        callback=callback,
        help=f"Project folder [default: {default}]",
    )(command)


def chapters(command: Command) -> Command:
    """Give a command `chapters`, those that were named."""
    return click.option(
        "-c",
        "--chapter",
        "chapters",
        metavar="CHAPTER",
        multiple=True,
        help="Limit to a chapter, by numeral or file name (repeatable)",
    )(command)


def _or_nothing(_context: click.Context, _option: click.Parameter, written: str | None) -> str:
    return written or ""


def tier(says: str) -> Callable[[Command], Command]:
    """Return what gives a command `tier`, one of the two or nothing, and says so in its help."""
    return click.option("--tier", type=OneOf(TIERS), callback=_or_nothing, help=says)


def part(command: Command) -> Command:
    """Give a command `part`, what is chosen of its decks by chapter, tag and tier."""

    @wraps(command)
    def with_part(*, chapters: tuple[str, ...], tag: str, tier: str, **others: Any) -> Any:
        from flashgen.model.chosen import Part

        return command(part=Part(chapters, tag, tier), **others)

    tag = click.option("--tag", metavar="TAG", default="", help="Limit to entries with a tag")
    return chapters(tag(tier("Limit to entries of a tier")(with_part)))


def site_url(command: Command) -> Command:
    """Give a command `site`, the address of the site that links lead to in this run; blank for those of the files."""
    says = "Link to the pages of `flashgen site` at this address, in this run only"
    return click.option("--site-url", "site", metavar="URL", default="", callback=_site, help=says)(command)


def _site(context: click.Context, option: click.Parameter, url: str) -> str:
    if url and not is_site(url):
        hint = "write one that begins with https://, without ? or #"
        raise WrongValueError(f"{url} is not the address of a site", hint, ctx=context, param=option)
    return url


def cache(command: Command) -> Command:
    """Give a command `anew`: whether it makes no use of what earlier runs found out."""
    return click.option("--no-cache", "anew", is_flag=True, help="Read and make all anew, even if nothing has changed")(
        command
    )


def loudness(command: Command) -> Command:
    """Give a command `quiet`."""
    return click.option("-q", "--quiet", is_flag=True, help="Only print errors")(command)
