"""A number of a card, and the words in which its page may have it."""

import pytest

from flashgen.load.numbers import NUMBER, spellings
from flashgen.load.words import words_of

SAME = [
    ("1,600", "sixteen hundred"),
    ("Sixteen hundred", "1,600"),
    ("1600", "one thousand six hundred"),
    ("1,000", "a thousand"),
    ("1,000", "one thousand"),
    ("105", "a hundred and five"),
    ("105", "one hundred five"),
    ("One hundred and five", "105"),
    ("1933", "nineteen thirty-three"),
    ("1900", "nineteen hundred"),
    ("21", "twenty-one"),
    ("21st", "twenty-first"),
    ("Twenty-first", "21st"),
    ("30th", "thirtieth"),
    ("Thirtieth", "30th"),
    ("12th", "twelfth"),
    ("112th", "one hundred twelfth"),
    ("Third", "3rd"),
    ("22nd", "twenty-second"),
    ("1.5 million", "1,500,000"),
    ("1.5 million", "one and a half million"),
    ("1,500,000", "1.5 million"),
    ("Two and a half million", "2.5 million"),
    ("2,500,000", "two and a half million"),
    ("Half a million", "500,000"),
    ("500,000", "half a million"),
    ("25 million", "twenty-five million"),
    ("25 million", "25 or 30 million"),
    ("200,000", "200 thousand"),
    ("2,000,000,000", "two billion"),
    ("3.14", "3.14"),
    ("First", "the first"),
]
OTHER = [
    ("1,600", "sixteen"),
    ("1,600", "six hundred"),
    ("1933", "nineteen thirty-two"),
    ("21st", "twenty-one"),
    ("21", "twenty-first"),
    ("1.5 million", "one million"),
    ("Two and a half million", "two million"),
    ("9999999999999", "nine"),
]


def stands(said: str, page: str) -> bool:
    """Tell whether a form of a number stands in the words of a page."""
    words = f" {' '.join(words_of(page))} "
    return any(f" {' '.join(form)} " in words for form in spellings(said))


@pytest.mark.parametrize(("said", "page"), SAME)
def test_a_number_stands_on_a_page_in_any_form(said: str, page: str) -> None:
    assert stands(said, page)


@pytest.mark.parametrize(("said", "page"), OTHER)
def test_another_number_does_not_stand_for_it(said: str, page: str) -> None:
    assert not stands(said, page)


@pytest.mark.parametrize("said", ["Stalin", "A thousandfold", "", "two camels"])
def test_what_is_no_number_has_only_its_own_words(said: str) -> None:
    assert spellings(said) == (words_of(said),)


def test_numbers_are_found_in_digits_and_where_they_begin_with_a_capital_in_words() -> None:
    said = "Sixteen hundred in 1917–21, the 21st, 1,600 of 2.5 million; A hundred; First Five-Year Plan; Oneself; ten"
    assert NUMBER.findall(said) == [
        *("Sixteen hundred", "1917–21", "21st", "1,600", "2.5 million", "A hundred", "First", "Five"),
    ]
