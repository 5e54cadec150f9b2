"""Fonts that a deck names: a file, a list, a folder; and for each that cannot be printed the place and the cure."""

import os
import struct

import pytest

from flashgen.load import fontfile
from flashgen.pipeline import checked_decks, read_decks
from tests.conftest import DECK, Project, Run
from tests.emit.paper.made import FONTS

HEBREW = (FONTS / "hebrew.ttf").read_bytes()


def table(font: bytes, tag: bytes) -> int:
    """Return where the row of a table begins in a font's directory."""
    return font.index(tag, 12)


def changed(font: bytes, at: int, value: bytes) -> bytes:
    """Return a font with other bytes in one place."""
    return font[:at] + value + font[at + len(value) :]


def licensed(bits: int) -> bytes:
    """Return a font with a licence, as its table OS/2 tells it."""
    start = struct.unpack(">L", HEBREW[table(HEBREW, b"OS/2") + 8 :][:4])[0]
    return changed(HEBREW, start + 8, struct.pack(">H", bits))


def collection(*fonts: bytes) -> bytes:
    """Return a collection of fonts."""
    starts, whole = [], b""
    head = 12 + 4 * len(fonts)
    for font in fonts:
        start = head + len(whole)
        starts.append(start)
        count = int.from_bytes(font[4:6], "big")
        for row in range(12, 12 + 16 * count, 16):
            offset = int.from_bytes(font[row + 8 : row + 12], "big")
            font = changed(font, row + 8, struct.pack(">L", offset + start))
        whole += font
    return b"ttcf\0\1\0\0" + struct.pack(f">L{len(fonts)}L", len(fonts), *starts) + whole


def found(project: Project, fonts: str) -> list[str]:
    """Return what `check` says of fonts as `deck.yaml` names them, each with its cure."""
    project.write("decks/small/deck.yaml", f"{DECK}fonts: {fonts}\n")
    _, problems = checked_decks(project.root, ())
    return [f"{one.place.line}:{one.place.column} {one.rule} {one.message}; {one.hint}" for one in problems]


def names(project: Project, fonts: str) -> list[str]:
    """Return the fonts of a deck by the names that findings would give them."""
    project.write("decks/small/deck.yaml", f"{DECK}fonts: {fonts}\n")
    fonts_of = project.deck().fonts
    assert [font.fault for font in fonts_of if font.fault] == []
    return [font.name for font in fonts_of]


def test_a_font_is_a_file_of_the_deck_or_of_the_project_and_several_have_an_order(project: Project) -> None:
    project.write("decks/small/b.ttf", HEBREW)
    project.write("fonts/a.ttf", HEBREW)
    project.write("fonts/Z.OTC", collection(HEBREW, HEBREW))
    project.write("fonts/OFL.txt", "the licence")
    project.write("fonts/.hidden.ttf", "")
    assert names(project, "b.ttf") == ["b.ttf"]
    assert names(project, "[b.ttf, fonts/a.ttf]") == ["b.ttf", "fonts/a.ttf"]
    assert names(project, "[built-in, b.ttf]") == ["built-in", "b.ttf"]
    assert names(project, r"fonts\a.ttf") == ["fonts/a.ttf"]
    assert names(project, "../../fonts/") == ["../../fonts/Z.OTC", "../../fonts/a.ttf"]


def test_the_deck_s_own_file_is_taken_before_the_project_s(project: Project) -> None:
    near = project.write("decks/small/a.ttf", HEBREW)
    project.write("a.ttf", "none")
    project.write("decks/small/deck.yaml", f"{DECK}fonts: a.ttf\n")
    assert [font.path for font in project.deck().fonts] == [near]


@pytest.mark.parametrize("form", ["\u00e9", "e\u0301"])
def test_a_name_is_found_however_its_letters_are_composed(project: Project, form: str) -> None:
    project.write(f"decks/small/{form}.ttf", HEBREW)
    assert names(project, "\u00e9.ttf") == ["\u00e9.ttf"]


BAD = {
    "no file": (None, "is not in the deck's folder or the project's", "put the file there, or correct the name"),
    "empty": (b"", "is not a font file", "use a file that ends in .ttf, .otf, .ttc or .otc"),
    "a text": (b"a text\n", "is not a font file", "use a file that ends in .ttf, .otf, .ttc or .otc"),
    "WOFF": (b"wOFF" + HEBREW, "is a web font (WOFF)", "use the same font as .ttf or .otf"),
    "WOFF 2": (b"wOF2" + HEBREW, "is a web font (WOFF)", "use the same font as .ttf or .otf"),
    "half": (HEBREW[:8000], "is broken: parts of it are missing", "use another copy of the font, or another font"),
    "a head alone": (HEBREW[:4], "is broken: parts of it are missing", "use another copy of the font, or another font"),
    "a collection of none": (
        b"ttcf\0\1\0\0\0\0\0\0",
        "is broken: parts of it are missing",
        "use another copy of the font, or another font",
    ),
    "colour": (
        changed(HEBREW, table(HEBREW, b"gasp"), b"COLR"),
        "is a colour font, and its letters are pictures",
        "use a font with outlines, such as Symbola or Noto Emoji",
    ),
    "forbidden": (
        licensed(2),
        "must not be embedded: its licence forbids it",
        "use a font whose licence allows embedding",
    ),
}


@pytest.mark.parametrize(("content", "fault", "cure"), BAD.values(), ids=BAD)
def test_a_font_that_cannot_be_printed_is_told_with_its_place_and_cure(
    project: Project, content: bytes | None, fault: str, cure: str
) -> None:
    if content is not None:
        project.write("decks/small/bad.ttf", content)
    assert found(project, "[built-in, bad.ttf]") == [f'7:19 bad-font the font "bad.ttf" {fault}; {cure}']


def test_a_collection_is_as_good_as_its_worst_font(project: Project) -> None:
    project.write("decks/small/bad.ttc", collection(HEBREW, licensed(2)))
    assert "must not be embedded" in found(project, "bad.ttc")[0]


@pytest.mark.parametrize("bits", [0, 4, 8, 0x100])
def test_a_licence_that_allows_print_is_no_fault(project: Project, bits: int) -> None:
    project.write("decks/small/good.ttf", licensed(bits))
    assert names(project, "good.ttf") == ["good.ttf"]


def test_a_font_without_a_licence_table_is_no_fault(project: Project) -> None:
    project.write("decks/small/good.ttf", changed(HEBREW, table(HEBREW, b"OS/2"), b"XX/2"))
    assert names(project, "good.ttf") == ["good.ttf"]


def test_a_very_large_font_is_refused_unread(project: Project) -> None:
    with project.write("decks/small/large.ttf", HEBREW).open("r+b") as file:
        file.truncate(2 * fontfile.LARGEST)
    (said,) = found(project, "large.ttf")
    assert said.startswith('7:8 bad-font the font "large.ttf" has 200 MB; the limit is 100; ')


def test_a_folder_without_fonts_is_told(project: Project) -> None:
    project.write("fonts/a.woff2", "")
    (said,) = found(project, "fonts")
    assert said == (
        '7:8 bad-font the font "fonts" is a folder without a font file; '
        "put font files into it that end in .ttf, .otf, .ttc or .otc"
    )


def test_what_is_no_file_is_told(project: Project) -> None:
    os.mkfifo(project.root / "pipe.ttf")
    assert "is not a file" in found(project, "pipe.ttf")[0]


def test_a_font_outside_of_the_project_is_never_read(
    project: Project, tmp_path_factory: pytest.TempPathFactory
) -> None:
    outside = tmp_path_factory.mktemp("outside")
    (outside / "a.ttf").write_bytes(HEBREW)
    (project.root / "link.ttf").symlink_to(outside / "a.ttf")
    (project.root / "folder").symlink_to(outside)
    project.write("fonts/good.ttf", HEBREW)
    (project.root / "fonts/link.ttf").symlink_to(outside / "a.ttf")
    for name in (str(outside / "a.ttf"), "link.ttf", "folder", f"../../../{outside.name}/a.ttf"):
        (said,) = found(project, name)
        assert "is outside of the project; copy the file into the deck's folder" in said
    (said,) = found(project, "fonts")
    assert '"fonts/link.ttf" is outside' in said


def test_a_font_that_may_not_be_read_is_told(project: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    project.write("decks/small/a.ttf", HEBREW)

    def refuse(*_: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(fontfile, "_fault_in", refuse)
    assert "cannot be read: Permission denied; check the file's permissions" in found(project, "a.ttf")[0]


@pytest.mark.parametrize(
    ("fonts", "rule"),
    [("", "blank"), ('[a, ""]', "blank"), ("{a: b}", "wrong-type"), ("[[a]]", "wrong-type"), ("[]", "blank")],
)
def test_a_value_that_names_no_font_is_told(project: Project, fonts: str, rule: str) -> None:
    assert rule in [one.split()[1] for one in found(project, fonts)]


def test_a_name_too_long_for_a_disk_is_no_file(project: Project) -> None:
    assert "is not in the deck's folder" in found(project, "x" * 5000)[0]


def test_packages_are_built_without_the_fonts_but_sheets_are_not(project: Project, run: Run) -> None:
    last = project.write("dist/small-sheets.pdf", "the last good one")
    project.write("decks/small/deck.yaml", f"{DECK}fonts: bought.ttf\n")
    assert read_decks(project.root, ())[1] == ()
    done = run("sheets", "-C", project.root)
    assert (done.code, done.out) == (1, "")
    assert 'deck.yaml:7:8: error: the font "bought.ttf" is not in the deck\'s folder' in done.told
    assert last.read_text("utf-8") == "the last good one"


def test_a_sound_head_with_nothing_behind_it_is_found_by_the_engine(project: Project, run: Run) -> None:
    start = struct.unpack(">L", HEBREW[table(HEBREW, b"name") + 8 :][:4])[0]
    project.write("decks/small/bad.ttf", HEBREW[:start] + bytes(len(HEBREW) - start))
    project.write("decks/small/deck.yaml", f"{DECK}fonts: bad.ttf\n")
    assert found(project, "bad.ttf") == []
    done = run("sheets", "-C", project.root)
    assert done.code == 1
    assert 'the font "bad.ttf" is broken: the typesetting engine cannot read it' in done.told
