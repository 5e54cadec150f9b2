"""The shelves are complete: a file of kinds, rules or commands that nothing lists would never be heard of."""

from collections.abc import Iterator
from dataclasses import asdict, fields
from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules
from types import ModuleType

import click
import pytest

import flashgen.check.rules
import flashgen.cli
import flashgen.kinds
import flashgen.languages
import flashgen.languages.site
from flashgen.check.rule import Rule
from flashgen.check.shelves import RULES, SHELVES, Shelf
from flashgen.cli.main import COMMANDS
from flashgen.kinds import KINDS
from flashgen.kinds.kind import Kind
from flashgen.languages import LANGUAGES
from flashgen.model.sitewords import SiteWords
from flashgen.model.words import Words


def files(room: ModuleType, *others: str) -> Iterator[tuple[str, dict[str, object]]]:
    """Yield the name and the contents of each file of a room, but of the named others."""
    for module in iter_modules(room.__path__):
        if module.name not in others:
            yield module.name, vars(import_module(f"{room.__name__}.{module.name}"))


def test_each_file_of_kinds_defines_one_kind_named_like_the_file_and_the_shelf_has_it() -> None:
    for name, held in files(flashgen.kinds, "kind", "entry"):
        (kind,) = [value for value in held.values() if isinstance(value, Kind)]
        assert kind.name == name
        assert kind in KINDS


@pytest.mark.parametrize("shelf", SHELVES, ids=lambda shelf: shelf.folder)
def test_each_file_of_rules_is_one_rule_named_like_the_file_and_its_shelf_has_it(shelf: Shelf) -> None:
    room = import_module(f"flashgen.check.rules.{shelf.folder}")
    looking = {name.replace("_", "-"): held for name, held in files(room)}
    for name, held in looking.items():
        assert [rule.name for rule in held.values() if isinstance(rule, Rule)] == [name]
    reported = {path.stem for path in Path(room.__path__[0]).glob("*.md")}
    assert {rule.name for rule in shelf.rules if not rule.is_reported} == {*looking}
    assert {rule.name for rule in shelf.rules if rule.is_reported} == reported


def test_each_folder_of_rules_is_a_shelf() -> None:
    assert {name for name, _ in files(flashgen.check.rules)} == {shelf.folder for shelf in SHELVES}


def test_each_file_with_a_command_of_its_name_is_on_the_list_of_commands() -> None:
    found = [name for name, held in files(flashgen.cli) if isinstance(held.get(name), click.Command)]
    assert sorted(found) == sorted(COMMANDS)


def test_a_command_says_of_itself_what_the_list_of_commands_says() -> None:
    for name, held in files(flashgen.cli):
        if isinstance(command := held.get(name), click.Command):
            assert (command.help or "").partition("\n")[0] == COMMANDS[name]


def test_each_file_of_languages_holds_the_words_of_one_language_named_like_the_file_and_the_shelf_has_it() -> None:
    for name, held in files(flashgen.languages, "site"):
        (words,) = [value for value in held.values() if isinstance(value, Words)]
        assert words.language == name.replace("_", "-")
        assert words in LANGUAGES


def test_each_language_has_the_file_of_its_name_with_the_words_of_a_site() -> None:
    found = {}
    for name, held in files(flashgen.languages.site):
        (said,) = [value for value in held.values() if isinstance(value, SiteWords)]
        found[name] = asdict(said)
    names = [field.name for field in fields(SiteWords)]
    assert found == {words.language: {name: words.phrase(name) for name in names} for words in LANGUAGES}


def test_nothing_stands_twice_on_a_shelf() -> None:
    for names in (
        [kind.name for kind in KINDS],
        [rule.name for rule in RULES],
        COMMANDS,
        [words.language for words in LANGUAGES],
    ):
        assert len(set(names)) == len(names)


def test_no_two_kinds_share_the_key_that_names_them_or_a_note_type() -> None:
    assert len({kind.type.name for kind in KINDS}) == len(KINDS)
    for kind in KINDS:
        assert not any(kind.name in other.keys for other in KINDS if other is not kind)
