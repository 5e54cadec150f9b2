"""The package as a file: what is in it, and that nothing of it depends on anything but the input."""

import json
import re
import sqlite3
import subprocess
import sys
import zipfile
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest

from flashgen.model.deck import Deck
from tests.conftest import FORMULA, Project, built
from tests.emit.paper.made import png

TIME = 1_790_000_000
PNG = png(3, 2)


@dataclass(frozen=True, slots=True)
class Opened:
    """A package taken apart."""

    names: list[str]
    media: dict[str, str]
    database: sqlite3.Connection

    def rows(self, query: str) -> list[Any]:
        """Return what a query finds; single columns without their tuples."""
        found = self.database.execute(query).fetchall()
        return [row[0] if len(row) == 1 else row for row in found]

    def models(self) -> list[dict[str, Any]]:
        """Return the note types."""
        return list(json.loads(self.rows("select models from col")[0]).values())


def content(deck: Deck, time: int = TIME) -> bytes:
    """Return the package of a whole deck."""
    return built(deck, time)[0].content


def opened(deck: Deck) -> Opened:
    """Return a deck's package taken apart."""
    with zipfile.ZipFile(BytesIO(content(deck))) as archive:
        database = sqlite3.connect(":memory:")
        database.deserialize(archive.read("collection.anki2"))
        return Opened(archive.namelist(), json.loads(archive.read("media")), database)


def test_it_holds_the_collection_the_media_map_and_the_page_of_the_source(project: Project) -> None:
    package = opened(project.deck())
    assert package.names == ["collection.anki2", "media", "0"]
    assert list(package.media) == ["0"]
    assert package.media["0"].startswith("_tucker-1999-")


def test_ids_are_positive_and_none_lies_in_the_future(project: Project) -> None:
    package = opened(project.deck())
    ids = package.rows("select id from notes union all select id from cards")
    ids += [int(model["id"]) for model in package.models()]
    assert len(ids) == len(set(ids))
    assert all(0 < id < TIME * 1000 for id in ids)


def test_a_row_is_written_for_every_card_nested_deletions_too(project: Project) -> None:
    project.entries("  - id: one\n    page: 98\n    cloze: '{{c3::a {{b}}}} and {{c7::c}}'\n")
    assert opened(project.deck()).rows("select ord from cards order by ord") == [0, 2, 6]


def test_no_scheduling_is_shipped(project: Project) -> None:
    rows = opened(project.deck()).rows("select type, queue, ivl, factor, reps, lapses, flags from cards")
    assert set(rows) == {(0, 0, 0, 0, 0, 0, 0)}


def test_an_image_travels_under_the_hash_of_its_content_only_if_it_is_shown(project: Project) -> None:
    project.write("decks/small/Карта мира.png", PNG)
    project.write("decks/small/unused.png", b"other")
    project.entries("  - id: one\n    page: 98\n    ask: Q\n    answer: A\n    extra: '![m](<Карта мира.png>)'\n")
    package = opened(project.deck())
    name = next(name for name in package.media.values() if name.endswith(".png"))
    assert len(package.media) == 2
    assert re.fullmatch(r"_[0-9a-f]{24}\.png", name)
    assert f'src="{name}"' in package.rows("select flds from notes")[0]


def test_other_parents_of_the_same_folder_give_the_same_bytes(project: Project, tmp_path: Path) -> None:
    script = (
        "import sys; from pathlib import Path; from flashgen.pipeline import outputs, read_decks, release\n"
        "from flashgen.model.output import BuildOptions\n"
        "decks, _ = read_decks(Path(sys.argv[1]), ())\n"
        f"sys.stdout.buffer.write(next(outputs(release(decks[0], lambda _: {TIME}), Path(), BuildOptions())).content)"
    )
    made = {
        subprocess.run(
            [sys.executable, "-c", script, str(project.root)],
            env={"PYTHONHASHSEED": seed, "TZ": zone, "LC_ALL": "C"},
            capture_output=True,
            check=True,
        ).stdout
        for seed, zone in [("0", "UTC"), ("1", "Asia/Tokyo")]
    }
    assert made == {content(project.deck())}


def test_new_cards_of_a_crowded_chapter_still_have_positions_that_anki_keeps(project: Project) -> None:
    many = "".join(
        f"  - id: e{number}\n    page: 98\n    ask: Q {number:04}\n    answer: A\n" for number in range(4000)
    )
    project.entries(many)
    dues = opened(project.deck()).rows("select due from cards c join notes n on n.id = c.nid order by sfld")
    assert dues == sorted(dues)
    assert len(set(dues)) == 4000
    assert dues[-1] < 1_000_000


@pytest.mark.parametrize(
    ("page", "address"),
    [("98", ""), ("[96, 98]", "https://example.org/%D0%BA%20one.pdf?id=formula#page=20&amp;p=96")],
)
def test_a_configured_link_is_in_the_template_or_a_field_of_its_own(project: Project, page: str, address: str) -> None:
    source = project.root / "source/tucker-1999.yaml"
    links = "links:\n  screen: https://example.org/к one.pdf?id={id}#page={pdf_page}&p={page}\n"
    source.write_text(source.read_text("utf-8") + links, "utf-8")
    project.entries(FORMULA.replace("page: 98", f"page: {page}"))
    package = opened(project.deck())
    back = package.models()[0]["tmpls"][0]["afmt"]
    assert 'href="https://example.org/%D0%BA%20one.pdf?id={{Id}}#page={{PDF page}}&amp;p={{Page}}"' in back
    assert 'class="screen" href="{{Spare 2}}"' in back
    assert package.rows("select flds from notes")[0].split("\x1f")[-2] == address


def test_the_name_of_a_sub_deck_has_no_marks_of_markdown_or_of_anki(project: Project) -> None:
    head = 'chapter: VI\ntitle: A *new*::"one"\nentries:\n'
    project.entries("  - id: one\n    page: 98\n    ask: Q\n    answer: A\n", head=head)
    decks = json.loads(opened(project.deck()).rows("select decks from col")[0])
    assert "Small::02 A new:one" in {deck["name"] for deck in decks.values()}


def test_a_section_whose_numeral_no_tag_can_hold_is_tagged_by_its_place(project: Project) -> None:
    source = project.root / "source/tucker-1999.yaml"
    source.write_text(source.read_text("utf-8").replace("section: VI", "section: Заключение"), "utf-8")
    project.entries(FORMULA, head="chapter: Заключение\ntitle: The end\nentries:\n")
    assert " small::chapter::2 " in opened(project.deck()).rows("select tags from notes")[0]


@pytest.mark.parametrize(
    ("cite", "fields", "citation"),
    [
        ("page: 98", "Tucker 1999\x1f98\x1f\x1f\x1f22", ""),
        ("page: 96-98\n    note: 48", "Tucker 1999\x1f96\x1f98\x1f48\x1f20", ""),
        (
            "page: 96-98\n    note: 48-49",
            "Tucker 1999\x1f96\x1f98\x1f48–49\x1f20",
            "Tucker 1999, pp.\u00a096\u2060–\u206098, nn.\u00a048\u2060–\u206049",
        ),
        ("page: [96, 98]", "Tucker 1999\x1f96\x1f98\x1f\x1f20", "Tucker 1999, pp.\u00a096, 98"),
    ],
)
def test_the_template_writes_the_citation_of_parts_where_it_can(
    project: Project, cite: str, fields: str, citation: str
) -> None:
    project.entries(f"  - id: one\n    {cite}\n    ask: Q\n    answer: A\n")
    (row,) = opened(project.deck()).rows("select flds from notes")
    assert f"\x1f{fields}\x1f" in row
    assert row.endswith(f"\x1f{citation}")
