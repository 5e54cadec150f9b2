"""The citation of a new deck's text, from a file of a reference manager."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from flashgen.cli.named import named
from flashgen.cli.wrong import WrongValueError
from flashgen.emit.project.newdeck import NewSource, source_file
from flashgen.load.draft import drafted
from flashgen.load.files import read_bytes
from flashgen.model.citation import Citation
from flashgen.model.problem import Problem

NO_CITATION = Citation("")


@dataclass(frozen=True, slots=True)
class Bibliography:
    """A citation, how a source names the file that has it, and that file if it must be copied into source/."""

    citation: Citation = NO_CITATION
    named: str = ""
    copies: Mapping[Path, bytes] = field(default_factory=dict)


def bibliography(written: str, root: Path) -> Bibliography:
    """Return the citation in FILE or FILE#KEY. WrongValueError for none; UnreadableError if the disk fails."""
    path, key = _parted(written)
    folder, content = root / "source", read_bytes(path)
    inside = path.resolve().is_relative_to(folder.resolve())
    name = path.resolve().relative_to(folder.resolve()).as_posix() if inside else path.name
    named_item = f"{name}#{key}" if key else name
    draft = source_file(NewSource(title="", label="draft", bibliography=named_item))
    source, problems = drafted({name: content, "draft.yaml": draft}, "draft")
    refuse(problems, "--bib")
    if (folder / name).exists() and read_bytes(folder / name) != content:
        raise WrongValueError(f"{named(folder / name)} is already there", "rename one of the two", "--bib")
    return Bibliography(source.citation if source else NO_CITATION, named_item, {folder / name: content})


def _parted(written: str) -> tuple[Path, str]:
    """Return a file and the key of an item in it; a file may have # in its name."""
    file, mark, key = written.rpartition("#")
    return (Path(file), key.strip()) if mark and not Path(written).exists() else (Path(written), "")


def refuse(problems: Sequence[Problem], option: str | None = None) -> None:
    """Raise WrongValueError for the first of some problems."""
    for problem in problems:
        raise WrongValueError(problem.message, problem.hint, option)
