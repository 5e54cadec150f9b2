"""The site of a part of the deck that ships with the project, in a browser."""

from functools import cache
from io import BytesIO
from pathlib import Path

from PIL import Image, ImageOps
from playwright.sync_api import sync_playwright

from flashgen.emit.web.site import site
from tests.browser import chromium
from tests.pictures.picture import png
from tests.pictures.shipped import deck

IDS = (
    *("miliukov-hypertrophy", "military-national-state", "barshchina", "trudodni", "barshchina-trudodni"),
    *("accelerated-repetition", "estate-kolkhoz", "vkp", "passport-decree", "peter-and-serfdom", "petrine-war-base"),
    *("crowned-revolutionary", "kliuchevsky-formula"),
    *("neighbours-military-national-state", "defence-binds-classes", "serf-attachment-passports", "townships-kulaks"),
    *("habit-or-cudgel", "coercion-persuasion-two-cultures", "forced-retreat-then-advance"),
)
DESK, PHONE = (1100, 720), (390, 720)
GAP, SCALE = 12, 1.5


@cache
def _pages() -> dict[str, bytes]:
    return site(deck(*IDS), ())


def cards_show(_: Path) -> str:
    """Return the page of the cards."""
    return _pages()["cards.html"].decode("utf-8")


def text_shows(_: Path) -> str:
    """Return the pages of the text and of the map."""
    return "".join(_pages()[name].decode("utf-8") for name in ("index.html", "map.html"))


def _shots(folder: Path, shots: tuple[tuple[str, tuple[int, int], str, str], ...]) -> bytes:
    """Return pages side by side, each at an address, in a size, in light or dark, once a script has run in it."""
    for name, page in _pages().items():
        (folder / name).write_bytes(page)
    made = []
    with sync_playwright() as play:
        browser = play.chromium.launch(executable_path=chromium(), args=["--no-sandbox"])
        for address, (width, height), scheme, script in shots:
            page = browser.new_page(
                viewport={"width": width, "height": height}, device_scale_factor=SCALE, color_scheme=scheme
            )
            page.goto(f"{folder.as_uri()}/{address}")
            page.evaluate(f"() => {{{script}}}")
            page.wait_for_timeout(200)
            made.append(ImageOps.expand(Image.open(BytesIO(page.screenshot())).convert("RGB"), 1, "#999"))
        browser.close()
    gap = round(SCALE * GAP)
    whole = Image.new("RGB", (sum(one.width + gap for one in made) - gap, made[0].height), "white")
    for place, one in enumerate(made):
        whole.paste(one, (sum(before.width + gap for before in made[:place]), 0))
    return png(whole)


def draw_cards(folder: Path) -> bytes:
    """Return the back of a card, with what is beside it."""
    return _shots(folder, (("cards.html#kliuchevsky-formula", DESK, "light", "turn()"),))


def draw_text(folder: Path) -> bytes:
    """Return a page of the text with its cards, and the map, each on a telephone, in light and dark."""
    opened = "document.querySelector(':target details').open = true"
    return _shots(folder, (("index.html#p97", PHONE, "light", opened), ("map.html", PHONE, "dark", "")))
