"""The languages that flashgen speaks: each has all phrases, with the same places, as it writes them."""

import re

import pytest

from flashgen.emit.anki.fields import field_names
from flashgen.kinds import KINDS
from flashgen.languages import LANGUAGES, catalogue
from flashgen.languages.en import ENGLISH
from flashgen.model.language import direction
from flashgen.model.locator import LOCATORS
from flashgen.model.words import PHRASES, Words, places

SHARED = {
    *(
        "colon",
        "comma",
        "more_names",
        "edition",
        "volumes",
        "edited_by",
        "editor",
        "editors",
        "date_of_month",
        "end_of_quote",
        "close_quote",
        "close_inner",
        "paper_date",
        "paper_points",
        "site_text",
        "site_page",
        "relation_cause",
    ),
}
EACH = pytest.mark.parametrize("words", LANGUAGES, ids=lambda words: words.language)


@EACH
def test_every_phrase_is_there_with_the_places_of_the_english_one(words: Words) -> None:
    for name in PHRASES:
        assert words.phrase(name).strip(" ")
        assert sorted(places(words.phrase(name))) == sorted(places(ENGLISH.phrase(name))), name
        assert not re.search("[{}]", re.sub(r"\{[a-z]+\}", "", words.phrase(name))), name


@EACH
def test_a_phrase_asks_where_the_english_one_asks(words: Words) -> None:
    for name in PHRASES:
        if ENGLISH.phrase(name).endswith("?"):
            assert words.phrase(name).endswith("?"), name


@EACH
def test_it_has_all_locators_that_are_written_each_for_one_and_for_several(words: Words) -> None:
    assert words.locators.keys() == {*LOCATORS} - {"timestamp", "verse"}
    assert all(one and several for one, several in words.locators.values())


@EACH
def test_a_year_has_twelve_months(words: Words) -> None:
    assert len({*words.months[:12]}) == 12
    assert len(words.months) in (12, 24)


@EACH
def test_nothing_but_english_is_in_english(words: Words) -> None:
    same = {name for name in PHRASES if words.phrase(name) == ENGLISH.phrase(name)}
    assert words is ENGLISH or same <= SHARED


def test_french_signs_stand_behind_a_space_that_does_not_break() -> None:
    french = catalogue("fr")
    assert french
    for name in PHRASES:
        assert not re.search(r"(?<!\u00a0)[?!;:](?!\d)|(?<!\u202f)»|«(?!\u202f)", french.phrase(name)), name


@pytest.mark.parametrize(
    ("tag", "language"),
    [("de", "de"), ("de-AT", "de"), ("DE", "de"), ("ru-Latn", "ru"), ("pt-BR", None), ("d", None), ("deu", None)],
)
def test_a_language_has_the_words_of_its_primary_subtag(tag: str, language: str | None) -> None:
    words = catalogue(tag)
    assert (words and words.language) == language


@pytest.mark.parametrize(
    ("tag", "way"),
    [
        *[(tag, "rtl") for tag in ("he", "ar", "fa", "ur", "yi", "syr", "dv", "ckb", "ps", "sd", "ug", "HE", "ar-EG")],
        *[(tag, "rtl") for tag in ("az-Arab", "lad-Hebr", "ku-Arab-IQ", "pa-arab")],
        *[(tag, "ltr") for tag in ("en", "ru", "ja", "he-Latn", "fa-Cyrl-TJ", "ku", "sd-Deva", "", "en-IL")],
    ],
)
def test_a_language_tag_tells_which_way_is_written(tag: str, way: str) -> None:
    assert direction(tag) == way


@EACH
def test_it_says_of_every_field_what_it_holds(words: Words) -> None:
    assert words.fields.keys() == {name.rstrip(" 0123456789") for kind in KINDS for name in field_names(kind.type)}
    same = {name for name, said in words.fields.items() if said == ENGLISH.fields[name]}
    assert words is ENGLISH or not same
