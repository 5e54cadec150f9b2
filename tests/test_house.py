"""The house: rooms import only from rooms to their left, pieces are short, and heavy imports wait until needed."""

import ast
import re
import subprocess
import sys
from graphlib import TopologicalSorter
from pathlib import Path

import pytest

import flashgen
from flashgen import errors

ROOMS = (
    *("errors", "model", "languages", "load", "kinds", "render", "check", "history", "study"),
    *("emit", "store", "push", "pipeline", "cli"),
)
HOUSE = Path(flashgen.__file__).parent
MODULES = sorted(HOUSE.rglob("*.py"))


def room(module: str) -> int:
    """Return the place of a module's room in the order; the package itself stands before all."""
    parts = module.split(".")
    return ROOMS.index(parts[1]) if len(parts) > 1 and parts[1] in ROOMS else -1


def imports(tree: ast.AST) -> list[str]:
    """Return the modules of the package that a module imports."""
    names = [node.module for node in ast.walk(tree) if isinstance(node, ast.ImportFrom) and node.module]
    names += [alias.name for node in ast.walk(tree) if isinstance(node, ast.Import) for alias in node.names]
    return [name for name in names if name.split(".")[0] == "flashgen"]


def functions(text: str) -> list[ast.FunctionDef]:
    """Return the functions of a module."""
    return [node for node in ast.walk(ast.parse(text)) if isinstance(node, ast.FunctionDef)]


def length(function: ast.FunctionDef) -> int:
    """Return the number of lines of a function's body without its docstring."""
    first, *rest = function.body
    start = first.lineno if not ast.get_docstring(function) else rest[0].lineno if rest else (first.end_lineno or 0) + 1
    return (function.end_lineno or 0) - start + 1


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(HOUSE)))
def test_a_room_imports_only_from_rooms_to_its_left(path: Path) -> None:
    here = room(".".join(("flashgen", *path.relative_to(HOUSE).with_suffix("").parts)))
    there = [name for name in imports(ast.parse(path.read_text("utf-8"))) if room(name) > here >= 0]
    assert there == []


def named(path: Path) -> str:
    """Return the name of a module, that of a package for its `__init__.py`."""
    return ".".join(("flashgen", *path.relative_to(HOUSE).with_suffix("").parts)).removesuffix(".__init__")


def test_no_modules_import_each_other_in_a_circle_not_even_late() -> None:
    names = {named(path) for path in MODULES}
    graph = {named(path): set(imports(ast.parse(path.read_text("utf-8")))) & names for path in MODULES}
    assert {*TopologicalSorter(graph).static_order()} == names


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(HOUSE)))
def test_only_one_room_imports_yaml(path: Path) -> None:
    names = {
        alias.name
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.Import)
        for alias in node.names
    }
    assert "yaml" not in names or path.parent.name == "load"


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(HOUSE)))
def test_modules_and_functions_are_short(path: Path) -> None:
    text = path.read_text("utf-8")
    assert text.count("\n") <= 200
    assert [node.name for node in functions(text) if length(node) > 30] == []


def below(error: type[Exception]) -> set[type[Exception]]:
    """Return an error with all that derive from it."""
    return {error}.union(*map(below, error.__subclasses__()))


def test_the_tree_of_errors_names_each_once() -> None:
    drawn = re.findall(r"\w+Error(?= )", errors.__doc__ or "")
    assert sorted(drawn) == sorted(error.__name__ for error in below(errors.FlashgenError))
    assert {*drawn, "did_you_mean", "suggested"} == {*errors.__all__}


def test_half_of_all_functions_have_at_most_six_lines_and_nine_in_ten_at_most_fifteen() -> None:
    lengths = sorted(length(node) for path in MODULES for node in functions(path.read_text("utf-8")))
    assert lengths[len(lengths) // 2] <= 6
    assert lengths[len(lengths) * 9 // 10] <= 15


@pytest.mark.parametrize(
    "arguments",
    [
        ["--help"],
        ["build", "--help"],
        ["check", "--help"],
        ["exam", "--help"],
        ["exam", "plan", "--help"],
        ["schema", "--help"],
        ["new", "--help"],
        ["--version"],
        ["explain"],
    ],
)
def test_help_imports_nothing_heavy(arguments: list[str]) -> None:
    script = (
        "import sys; from flashgen.cli.main import main\n"
        f"sys.argv = ['flashgen', *{arguments!r}]\n"
        "try: main()\n"
        "except SystemExit as left: assert not left.code\n"
        "print({'fsrs_rs_python', 'genanki', 'jinja2', 'markdown_it', 'rich', 'sqlite3', 'zipfile'} & set(sys.modules))"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert done.stdout.splitlines()[-1] == "set()"
