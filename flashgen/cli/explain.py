"""`flashgen explain`: what a rule finds, why it matters, and what to write instead."""

import sys
from collections.abc import Callable, Iterator

import click

from flashgen.check.manual import Manual
from flashgen.check.manual import manual as manual_of
from flashgen.check.rule import Rule
from flashgen.check.shelves import RULES, SHELVES, Shelf
from flashgen.cli.commands import example
from flashgen.cli.options import OneOf
from flashgen.cli.screen import width
from flashgen.emit.report.columns import wrapped
from flashgen.errors import NoSuchRuleError


@click.command(epilog=example("flashgen explain long-answer"))
@click.argument("name", metavar="[RULE]", required=False)
@click.option(
    "--format", "form", type=OneOf(("text", "markdown")), default="text", help="Output format [default: text]"
)
def explain(name: str | None, form: str) -> None:
    """Explain a rule of check, or list all rules."""
    head, table, page = FORMATS[form]
    if name is None:
        click.echo("\n\n".join([*head, *[table(shelf.title, _rows(shelf)) for shelf in SHELVES]]))
    else:
        rule = _named(name)
        click.echo("\n\n".join(page(rule, manual_of(rule))))


def _named(name: str) -> Rule:
    """Return the rule of a name; NoSuchRuleError if there is none."""
    rules = {rule.name: rule for rule in RULES}
    if name not in rules:
        raise NoSuchRuleError(name, tuple(rules))
    return rules[name]


def _rows(shelf: Shelf) -> list[tuple[Rule, str]]:
    """Return the rules of a shelf, and what each finds."""
    return [(rule, manual_of(rule).what.removesuffix(".")) for rule in shelf.rules]


def _examples(manual: Manual) -> Iterator[tuple[str, str]]:
    """Yield the examples of a manual with their headings."""
    yield from (("Released", example) for example in manual.released)
    examples = (("Wrong", manual.wrong), ("Right", manual.right))
    yield from ((heading, example) for heading, example in examples if example)


def _text_table(title: str, rules: list[tuple[Rule, str]]) -> str:
    longest = max(len(rule.name) for rule in RULES)
    return "\n".join(
        [
            click.style(title, bold=True),
            *[_row(f"  {rule.name:{longest}}  {rule.severity:7}  ", what) for rule, what in rules],
        ]
    )


_BELOW = " " * 6


def _row(lead: str, what: str) -> str:
    """Return a row of the table; on a narrow terminal, what a rule finds is below its name."""
    columns = width(sys.stdout)
    if columns < 2 * len(lead):
        name, severity = lead.split()
        return f"  {name} ({severity})\n{wrapped(what, columns, _BELOW, _BELOW)}"
    return wrapped(what, columns, lead, " " * len(lead))


def _text_page(rule: Rule, manual: Manual) -> Iterator[str]:
    yield click.style(f"{rule.name} ({rule.severity})", bold=True)
    for paragraph in (manual.what, *manual.why.split("\n\n")):
        yield wrapped(" ".join(paragraph.split()), width(sys.stdout))
    for heading, sample in _examples(manual):
        yield (
            click.style(heading, bold=True) + "\n\n" + "\n".join(f"    {line}".rstrip() for line in sample.split("\n"))
        )
    if rule.can_be_allowed:
        yield f"To keep a finding, add a comment to the entry:\n\n    # flashgen: allow {rule.name} -- why"


def _markdown_table(title: str, rules: list[tuple[Rule, str]]) -> str:
    head = ("| rule | severity | finds |", "|---|---|---|")
    return "\n".join(
        [f"## {title}\n", *head, *[f"| `{rule.name}` | {rule.severity} | {what} |" for rule, what in rules]]
    )


def _markdown_page(rule: Rule, manual: Manual) -> Iterator[str]:
    yield f"### `{rule.name}` ({rule.severity})"
    yield f"{manual.what}\n\n{manual.why}"
    for heading, sample in _examples(manual):
        yield f"{heading}:\n\n```yaml\n{sample}\n```"


_MARKDOWN_HEAD = (
    "# Rules",
    "What `flashgen check` looks for, with the highest severity of each rule. An error stops the build, except\n"
    "`same-prompt` and findings that only your copy of the source shows. A warning fails only with `--strict`.\n"
    "A note is shown with `--notes`.\n"
    "`flashgen explain RULE` prints a rule's manual. To keep a finding, see [checking](checking.md).",
)

Table = Callable[[str, list[tuple[Rule, str]]], str]
Page = Callable[[Rule, Manual], Iterator[str]]
FORMATS: dict[str, tuple[tuple[str, ...], Table, Page]] = {
    "text": ((), _text_table, _text_page),
    "markdown": (_MARKDOWN_HEAD, _markdown_table, _markdown_page),
}
