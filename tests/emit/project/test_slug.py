"""The name of a new deck's folder."""

import pytest

from flashgen.emit.project.slug import LONGEST, slug
from flashgen.errors import BadNameError


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("darwin", "darwin"),
        ("On the Origin of Species", "on-the-origin-of-species"),
        ("tucker_1999", "tucker-1999"),
        ("L'Être et le Néant", "l-etre-et-le-neant"),
        ("Über Straße & Łódź", "uber-strasse-lodz"),
        ("  BGB  §12 ", "bgb-12"),
        ("party 🎉", "party"),
        ("console", "console"),
    ],
)
def test_a_name_becomes_small_latin_letters_digits_and_hyphens(name: str, expected: str) -> None:
    assert slug(name) == expected


@pytest.mark.parametrize(
    ("name", "reason"),
    [
        ("Ключевский", "Latin letters"),
        ("Том 2", "Latin letters"),
        ("漢字", "Latin letters"),
        ("🎉", "Latin letters"),
        ("", "Latin letters"),
        ("..", "Latin letters"),
        ("a/b", "path"),
        ("..\\b", "path"),
        ("/etc", "path"),
        ("con", "Windows"),
        ("LPT1", "Windows"),
        ("x" * (LONGEST + 1), f"longer than {LONGEST}"),
    ],
)
def test_a_name_that_no_folder_can_have_everywhere_is_refused_with_the_reason(name: str, reason: str) -> None:
    with pytest.raises(BadNameError, match=reason):
        slug(name)
