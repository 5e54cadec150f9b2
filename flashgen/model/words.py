"""The words that flashgen itself writes on cards, on paper and in the companion, in one language."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, fields
from unicodedata import east_asian_width

from flashgen.model.quotes import Quotes
from flashgen.model.sitewords import SiteWords
from flashgen.model.text import Part, Parts, Text

PLACE = re.compile(r"\{([a-z]+)\}")


@dataclass(frozen=True, slots=True)
class Words(SiteWords):
    """The phrases of a `language` (BCP 47). `{name}` in a phrase is a place for other words.

    `open_inner` and `close_inner` are the quotation marks inside others. `end_of_quote` closes a quotation that ends a
    sentence. `ordinals` are the endings of ordinal numbers: one for all, or one for each last digit from 0 on, as far
    as they differ. `months` are as a day's date has them; another twelve are as they stand alone, where these differ.

    Questions that may follow a topic and a colon begin as they do there; alone, they get a capital letter. `locators`
    has the short forms of CSL's locators, for one and for several; it lacks those that are not written, such as verse.
    `fields` says what stands in each field of a note, by its name in Anki without a number.
    `who` and `where` begin questions for persons and places; `bounds` are words after which several numbers or dates
    are right, such as "before". `english` has the names of the phrases and locators that nobody has translated.
    """

    language: str

    colon: str
    comma: str
    open_quote: str
    close_quote: str
    open_inner: str
    close_inner: str
    hint: str
    answer: str
    page_says: str
    source_says: str
    open: str
    in_context: str
    withdrawn: str
    withdrawn_advice: str
    withdrawn_gone: str

    reverse: str
    term_meaning: str
    term_name: str
    quote_speaker: str
    quote_subject: str
    quote_blanks: str
    quote_source: str
    pair_parallel_from_left: str
    pair_parallel_from_right: str
    pair_parallel_bond: str
    pair_contrast_from_left: str
    pair_contrast_from_right: str
    pair_contrast_bond: str
    pair_cause_from_left: str
    pair_cause_from_right: str
    pair_cause_bond: str
    pair_continuity_from_left: str
    pair_continuity_from_right: str
    pair_continuity_bond: str
    pair_renaming_from_left: str
    pair_renaming_from_right: str
    pair_renaming_bond: str

    deck_release: str
    deck_report: str
    page_by_page: str
    back: str
    footnote: str
    footnotes: str
    two_names: str
    last_name: str
    more_names: str
    end_of_quote: str
    in_book: str
    by_names: str
    edited_by: str
    translated_by: str
    editor: str
    editors: str
    translators: str
    edition: str
    volumes: str
    volume_of: str
    reprint: str
    first_published: str
    accessed: str
    date_of_month: str
    date_of_day: str
    before_christ: str

    sheet_ask: str
    sheet_cover: str
    sheet_glossary: str
    sheet_code: str
    sheet_core: str
    sheet_front: str
    sheet_back: str
    test_title: str
    test_front: str
    test_back: str
    test_print_long: str
    test_print_short: str
    test_hold: str
    test_read: str
    test_read_again: str
    test_askew: str
    test_option: str
    test_each: str
    test_back_long: str
    test_back_short: str
    test_through: str

    paper_title: str
    paper_mock: str
    paper_key: str
    paper_version: str
    paper_name: str
    paper_date: str
    paper_mark: str
    paper_points: str
    paper_choice: str
    paper_fill: str
    paper_match: str
    paper_order: str
    paper_names: str
    paper_short: str
    paper_essay: str
    paper_thesis: str
    paper_origin: str

    ordinals: tuple[str, ...]
    months: tuple[str, ...]
    locators: Mapping[str, tuple[str, str]]
    fields: Mapping[str, str]
    who: tuple[str, ...]
    where: tuple[str, ...]
    bounds: tuple[str, ...]
    english: frozenset[str] = frozenset()

    @property
    def quotes(self) -> Quotes:
        """The quotation marks."""
        return Quotes(self.open_quote, self.close_quote, self.open_inner, self.close_inner)

    def phrase(self, name: str) -> str:
        """Return the phrase of a name."""
        phrase: str = getattr(self, name)
        return phrase


_OF_SITES = {field.name for field in fields(SiteWords)}
_PHRASES = [field.name for field in fields(Words) if field.type is str and field.name != "language"]
PHRASES = tuple(sorted(_PHRASES, key=_OF_SITES.__contains__))
"""The names of all phrases, those of sites last."""


def spaced(mark: str) -> str:
    """Return a mark and the space behind it, which those of full width bring with them."""
    return mark if east_asian_width(mark[-1:] or " ") in "FW" else f"{mark} "


def places(phrase: str) -> tuple[str, ...]:
    """Return the names of a phrase's places, in its order."""
    return tuple(PLACE.findall(phrase))


def phrased(phrase: str, **values: str) -> str:
    """Return a phrase with plain words in its places."""
    return PLACE.sub(lambda place: values.get(place[1], place[0]), phrase)


def filled(phrase: str, **values: Text) -> Parts:
    """Return a phrase with texts in its places."""
    pieces = PLACE.split(phrase)
    parts: list[Part] = [values[piece] if place % 2 else piece for place, piece in enumerate(pieces)]
    return tuple(part for part in parts if part)
