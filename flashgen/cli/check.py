"""`flashgen check`: report errors and weak cards in the author's files."""

import os
from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import Path
from secrets import token_bytes
from typing import Any

import click

from flashgen.cli.commands import example
from flashgen.cli.fixing import fixing
from flashgen.cli.options import OneOf, cache, loudness, project
from flashgen.cli.progress import progress
from flashgen.cli.summary import tell
from flashgen.cli.unchanged import Earlier, earlier
from flashgen.emit.report.findings import FORMATS
from flashgen.history.proof import proof_files
from flashgen.load.baseline import read_baseline, unknown
from flashgen.load.findings import findings
from flashgen.model.deck import Deck
from flashgen.model.findings import Checked, Findings
from flashgen.model.place import Place
from flashgen.model.problem import Problem
from flashgen.model.proof import SALT
from flashgen.pipeline import checked_decks
from flashgen.store.files import exclusive, undo_unfinished, write_files


def _texts(context: click.Context, option: click.Parameter, written: tuple[str, ...]) -> dict[str, Path]:
    """Return the paths of texts by the names of their sources; a path may have a = of its own."""
    path = click.Path(exists=True, path_type=Path)
    found = {}
    for text in written:
        name, mark, rest = text.partition("=")
        named = mark and not Path(text).exists()
        found[name if named else ""] = path.convert(rest if named else text, option, context)
    return found


@click.command(epilog=example("flashgen check --strict --text copy.pdf"))
@project
@click.option(
    "texts",
    "--text",
    metavar="[SOURCE=]PATH",
    multiple=True,
    callback=_texts,
    help="Compare with your copy of a source, a PDF or a folder with a text for each page; update deck.proof",
)
@click.option(
    "--proved",
    is_flag=True,
    help="Fail for entries that are new or changed since the last --text run (for CI)",
)
@click.option("--strict", is_flag=True, help="Fail for warnings too")
@click.option("--notes", is_flag=True, help="Include notes")
@click.option(
    "--baseline",
    metavar="FILE",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="Ignore findings recorded in FILE (from --format json)",
)
@click.option(
    "--format",
    "form",
    type=OneOf(("text", *FORMATS)),
    default="text",
    help="Output format; all but text include notes [default: text]",
)
@click.option("--fix", "fix_option", flag_value="fix", help="Fix what can be fixed automatically")
@click.option("--diff", "fix_option", flag_value="diff", help="Show what --fix would change; fail if it would")
@cache
@loudness
def check(
    root: Path,
    names: tuple[str, ...],
    texts: Mapping[str, Path],
    proved: bool,
    strict: bool,
    notes: bool,
    baseline: Path | None,
    form: str,
    fix_option: str | None,
    anew: bool,
    quiet: bool,
) -> None:
    """Check decks for errors and weak cards.

    DECK is a folder in decks/; without one, all decks.
    """
    undo_unfinished(root)
    fixing(fix_option, root, names)
    known = read_baseline(baseline) if baseline else Counter()
    last = None if anew or texts else earlier(root, "check", (names, proved))
    checked, decks = _again(last.result) if last and last.result else _anew(root, names, texts, proved, quiet, last)
    new = list(unknown(checked.problems, known))
    passed_over = len(checked.problems) - len(new)
    fatal = [problem for problem in new if problem.severity in (("error", "warning") if strict else ("error",))]
    if form != "text":
        report = findings(new, root, os.environ.get("GITHUB_WORKSPACE", "."), passed_over)
        click.echo(FORMATS[form](report).encode("utf-8"), nl=False)
    elif fatal or not quiet:
        visible = fatal if quiet else [problem for problem in new if notes or problem.severity != "note"]
        tell(findings(visible, root, passed_over=passed_over), Findings(tuple(new), {}).counts, checked, brief=quiet)
    _write_proofs(decks, root, silent=quiet or form != "text")
    if fatal:
        raise click.exceptions.Exit(1)


def _anew(
    root: Path, names: tuple[str, ...], texts: Mapping[str, Path], proved: bool, quiet: bool, last: Earlier | None
) -> tuple[Checked, tuple[Deck, ...]]:
    """Check decks, and keep what was found; return it with the decks."""
    decks, problems = checked_decks(root, names, progress(quiet), texts, token_bytes(SALT), proved)
    checked = Checked(problems, sum(len(deck.notes) for deck in decks), len(decks))
    _keep(checked, decks, last)
    return checked, decks


def _keep(checked: Checked, decks: Sequence[Deck], last: Earlier | None) -> None:
    """Keep what was found for a check after the `last`, if all that was looked at lies below decks/ and source/."""
    if last and not any(deck.fonts for deck in decks):
        rows = [_row(found) for found in checked.problems]
        last.keep((rows, checked.entries, checked.decks), {})


def _row(found: Problem) -> tuple[object, ...]:
    place = (found.place.path, found.place.line, found.place.column)
    return place, found.rule, found.message, found.hint, found.severity, found.words, found.length


def _again(result: Any) -> tuple[Checked, tuple[Deck, ...]]:
    """Return what the last check found; no deck is read for it."""
    rows, entries, decks = result
    return Checked(tuple([Problem(Place(*place), *rest) for place, *rest in rows]), entries, decks), ()


def _write_proofs(decks: Sequence[Deck], root: Path, silent: bool) -> None:
    """Write the proofs that a comparison with the text changed."""
    files = proof_files(decks, root)
    if files:
        with exclusive(root):
            write_files(files, root)
    for path, content in () if silent else files.items():
        count = content.count(b"\n") - 1
        click.echo(f"{os.path.relpath(path)}: {count} entr{'y' if count == 1 else 'ies'} compared with the text")
