"""Pictures on paper: upright, in any colours, and never more than the memory of a run."""

from io import BytesIO
from pathlib import Path

import pypdfium2
import pytest
from PIL import Image

from flashgen.emit.paper.exam.item import items
from flashgen.emit.paper.exam.printed import printed as paper
from flashgen.emit.paper.exam.sitting import PAGES, Sitting
from flashgen.emit.paper.pictures import for_paper
from flashgen.emit.paper.sheets.printed import printed
from flashgen.model.deck import Deck
from flashgen.study.paper.choose import Length
from flashgen.study.paper.papers import PaperWish, papers
from tests.emit.paper.made import asked, png, project_at
from tests.emit.paper.test_printed import ONE

LOOP = """\
<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><g id="a"><use href="#b"/></g><g id="b"><use href="#a"/></g>
<use href="#a"/></svg>"""


def saved(picture: Image.Image, type: str, **how: object) -> bytes:
    """Return a picture's file."""
    out = BytesIO()
    picture.save(out, type, **how)  # type: ignore[arg-type]
    return out.getvalue()


def upside() -> bytes:
    """Return a photograph of a black sky over white land that a camera took on its side."""
    exif = Image.Exif()
    exif[0x0112] = 6
    sky = Image.new("RGB", (100, 100), "white")
    sky.paste("black", (0, 0, 50, 100))
    return saved(sky, "JPEG", exif=exif, quality=95)


def deck_with(folder: Path, name: str, content: bytes) -> Deck:
    """Return a deck with a picture on a back, and another card."""
    entry = f"  - {{id: pic, ask: What stood here?, answer: '![it]({name})', page: 97}}\n"
    project = project_at(folder, entry + ONE, link="")
    (project.root / "decks/small" / name).write_bytes(content)
    deck, _ = project.read()
    assert deck
    return deck


def shown(pdf: bytes) -> Image.Image:
    """Return what stands on the back of the first card, without its band and foot."""
    page = pypdfium2.PdfDocument(pdf)[1].render(scale=1).to_pil().convert("RGB")
    return page.crop((300, 70, 560, 195))


def colours(picture: Image.Image) -> set[tuple[int, int, int]]:
    """Return all colours of a picture."""
    return {colour for _, colour in picture.getcolors(1_000_000)}


COLOURS = {
    "cmyk.jpg": saved(Image.new("CMYK", (60, 40), (255, 0, 0, 0)), "JPEG"),
    "alpha.png": saved(Image.new("RGBA", (60, 40), (0, 255, 255, 255)), "PNG"),
    "palette.gif": saved(Image.new("RGB", (60, 40), (0, 255, 255)).convert("P"), "GIF"),
    "wide.jpg": saved(Image.new("RGB", (9_000, 100), (0, 255, 255)), "JPEG"),
    "wide.webp": saved(Image.new("RGBA", (9_000, 100), (0, 255, 255, 255)), "WEBP"),
}


@pytest.mark.parametrize("name", [*COLOURS])
def test_a_picture_in_any_colours_is_printed_in_these(tmp_path: Path, name: str) -> None:
    deck = deck_with(tmp_path, name, COLOURS[name])
    pdf, problems = printed(deck, deck.notes, asked("a4-safe-8up"))
    assert problems == ()
    red, green, blue = min(colours(shown(pdf)))
    assert red < 60
    assert green > 150
    assert blue > 150


def test_what_shows_through_a_picture_is_the_paper(tmp_path: Path) -> None:
    deck = deck_with(tmp_path, "alpha.png", saved(Image.new("RGBA", (60, 40), (255, 0, 0, 0)), "PNG"))
    pdf, problems = printed(deck, deck.notes, asked("a4-safe-8up"))
    assert problems == ()
    assert colours(shown(pdf)) == {(255, 255, 255)}


@pytest.mark.parametrize("width", [100, 6_000])
def test_a_photograph_taken_on_its_side_stands_upright(tmp_path: Path, width: int) -> None:
    content = upside()
    if width > 100:
        with Image.open(BytesIO(content)) as small:
            content = saved(small.resize((width, 100)), "JPEG", exif=small.getexif())
    deck = deck_with(tmp_path, "sky.jpg", content)
    pdf, problems = printed(deck, deck.notes, asked("a4-safe-8up"))
    assert problems == ()
    grey = shown(pdf).convert("L")
    column = [grey.crop((0, y, grey.width, y + 1)).getextrema()[0] for y in range(grey.height)]
    black = [y for y, value in enumerate(column) if value < 60]
    assert black
    assert max(black) < grey.height * 0.6
    assert black[-1] - black[0] == len(black) - 1


def test_a_picture_larger_than_paper_shows_is_made_smaller_and_others_stay_as_they_are() -> None:
    images = {
        "wide.png": png(4_000, 10),
        "small.png": png(40, 10),
        "x.svg": b"<svg/>",
        "cut.jpg": COLOURS["cmyk.jpg"][:90],
    }
    made, large = for_paper(images, images)
    assert large == {}
    with Image.open(BytesIO(made.pop("wide.png"))) as wide:
        assert wide.size == (2_400, 6)
    assert made == {name: images[name] for name in made}


@pytest.mark.parametrize("side", [9_000])
def test_a_picture_with_too_many_pixels_is_refused_at_its_entry_and_can_be_skipped(tmp_path: Path, side: int) -> None:
    deck = deck_with(tmp_path, "huge.png", png(side, side))
    pdf, (found,) = printed(deck, deck.notes, asked("list", skip=True))
    assert pdf.startswith(b"%PDF")
    assert (found.place.line, found.rule) == (4, "large-media")
    assert found.message == 'pic, back: the image "huge.png" has 9,000 × 9,000 pixels, too many for paper'
    (asked_of,) = papers(deck, PaperWish(Length(2)))
    pdfs, problems = paper(deck, [(items(deck, asked_of), Sitting("Exam", ""))], PAGES["a4"])
    assert (pdfs, [one.rule for one in problems]) == ([], ["large-media"])


def test_a_drawing_that_shows_itself_without_end_is_refused_at_its_entry(tmp_path: Path) -> None:
    deck = deck_with(tmp_path, "loop.svg", LOOP.encode())
    pdf, (found,) = printed(deck, deck.notes, asked("list", skip=True))
    assert pdf.startswith(b"%PDF")
    assert (found.place.line, found.rule) == (4, "broken-image")
