"""All pictures."""

from tests.pictures.picture import Picture
from tests.pictures.shipped import cards_show, draw_cards, draw_sheet, sheet_shows
from tests.pictures.site import cards_show as site_cards_show
from tests.pictures.site import draw_cards as draw_site_cards
from tests.pictures.site import draw_text, text_shows
from tests.pictures.terminal import check, plan, terminal

PICTURES = (
    terminal("check", check),
    terminal("plan", plan),
    Picture("cards.png", cards_show, draw_cards),
    Picture("sheets.png", sheet_shows, draw_sheet),
    Picture("site-cards.png", site_cards_show, draw_site_cards),
    Picture("site-text.png", text_shows, draw_text),
)
