"""All pictures."""

from tests.pictures.picture import Picture
from tests.pictures.shipped import cards_show, draw_cards, draw_sheet, sheet_shows
from tests.pictures.terminal import check, plan, terminal

PICTURES = (
    terminal("check", check),
    terminal("plan", plan),
    Picture("cards.png", cards_show, draw_cards),
    Picture("sheets.png", sheet_shows, draw_sheet),
)
