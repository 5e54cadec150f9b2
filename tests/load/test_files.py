"""Which files make a project, and what happens where the disk does not give them."""

from pathlib import Path
from unicodedata import normalize

import pytest

from flashgen.errors import NoDeckError, NoProjectError, UnreadableError
from flashgen.load.files import deck_folders
from flashgen.load.project import project_root
from flashgen.pipeline import read_decks
from tests.conftest import DECK, FORMULA, Project


@pytest.mark.parametrize("below", ["", "decks", "decks/small", "source"])
def test_the_root_of_a_project_is_the_nearest_folder_upward_with_decks(below: str, project: Project) -> None:
    assert project_root(project.root / below).resolve() == project.root.resolve()


def test_a_file_called_decks_makes_no_project(tmp_path: Path) -> None:
    (tmp_path / "decks").write_text("")
    with pytest.raises(NoProjectError, match=r"no folder decks/ in .* or above it"):
        project_root(tmp_path)


def test_decks_come_by_name_and_hidden_ones_and_files_are_none(project: Project) -> None:
    for name in ("b", "A", ".git"):
        project.write(f"decks/{name}/deck.yaml", DECK)
    project.write("decks/README.md", "")
    assert [folder.name for folder in deck_folders(project.root, ())] == ["A", "b", "small"]


def test_a_project_without_decks(tmp_path: Path) -> None:
    (tmp_path / "decks").mkdir()
    with pytest.raises(NoDeckError, match="no deck in"):
        read_decks(tmp_path, ())


def test_chapters_come_in_the_order_of_their_file_names(project: Project) -> None:
    for name in ("10", "01", "a", "B"):
        project.entries(FORMULA.replace("formula", f"f-{name.lower()}"), file=f"{name}.yaml")
    assert [chapter.stem for chapter in project.deck().chapters] == ["01", "06-pattern", "10", "B", "a"]


def test_images_are_those_beside_the_chapters_in_composed_letters(project: Project) -> None:
    for name in ("b.PNG", "a.jpg", normalize("NFD", "é.svg"), ".hidden.png", "notes.pdf", "below/c.png"):
        project.write(f"decks/small/{name}", name)
    assert list(project.deck().images) == ["a.jpg", "b.PNG", normalize("NFC", "é.svg")]


@pytest.mark.parametrize(
    "path", ["decks/small/07-more.yaml", "decks/small/deck.lock", "source/more.yaml", "decks/small/deck.proof"]
)
def test_a_folder_where_a_file_is_expected_is_the_authors_slip(path: str, project: Project) -> None:
    (project.root / path).mkdir()
    found = [problem.split("/")[-1] for problem in project.problems()]
    assert found == ([f"{Path(path).name}:1:1 missing-file"] if "more.yaml" not in path or "07" in path else [])
    assert project.deck() if not found else project.read()


def test_a_folder_in_the_place_of_the_source_or_of_deck_yaml_is_told_and_the_rest_is_read(project: Project) -> None:
    for path in (project.root / "source/tucker-1999.yaml", project.root / "decks/small/deck.yaml"):
        path.unlink()
        path.mkdir()
    project.entries("  - {id: X, page: 98, ask: Who?, answer: b}\n")
    assert project.problems() == [
        "06-pattern.yaml:4:10 bad-id",
        "deck.yaml:1:1 missing-file",
        "tucker-1999.yaml:1:1 missing-file",
    ]


def test_a_file_where_a_folder_is_expected_cannot_be_read(tmp_path: Path) -> None:
    (tmp_path / "decks").write_text("")
    with pytest.raises(UnreadableError, match="decks cannot be read: "):
        deck_folders(tmp_path, ())


def test_a_link_to_a_file_that_is_gone_is_a_missing_file(project: Project) -> None:
    (project.root / "decks/small/07-more.yaml").symlink_to("gone.yaml")
    assert project.problems() == ["07-more.yaml:1:1 missing-file"]
