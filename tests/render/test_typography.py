"""Curly quotation marks and dashes from the straight ones in entries: by language, never in code."""

import re
from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as some

from flashgen.history.hidden import stream
from flashgen.languages import LANGUAGES, catalogue, quotes
from flashgen.languages.en import ENGLISH
from flashgen.model.place import Place
from flashgen.model.text import Deletion, Items, Math, Part, Text
from flashgen.render.typography import Compositor

NOWHERE = Place("", 1, 1)


def in_print(said: str, language: str = "en", *, has_blocks: bool = False, deck: str = "en") -> str:
    """Return a text as it looks in print, in a language, in a deck of one."""
    text = Text((said,), NOWHERE, language if language != deck else "", has_blocks)
    return Compositor(catalogue(deck) or ENGLISH).text(text).words


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en", "“a ‘b’ c” it’s"),
        ("de", "„a ‚b‘ c“ it’s"),
        ("es", "«a “b” c» it’s"),
        ("fr", "«\u202fa “b” c\u202f» it’s"),
        ("ru", "«a „b“ c» it’s"),
        ("he", "”a ’b’ c” it’s"),
        ("pl", "„a ‚b’ c” it’s"),
        ("sv", "”a ’b’ c” it’s"),
        ("ja", "「a 『b』 c」 it’s"),
        ("zh-Hant", "「a 『b』 c」 it’s"),
        ("zh", "“a ‘b’ c” it’s"),
        ("uk", "«a „b“ c» it’s"),
        ("xx", "“a ‘b’ c” it’s"),
        ("ru-Latn", "“a ‘b’ c” it’s"),
    ],
)
def test_each_language_has_its_own_marks(language: str, said: str) -> None:
    assert in_print("\"a 'b' c\" it's", language) == said


@pytest.mark.parametrize("deck", [words.language for words in LANGUAGES])
def test_a_deck_has_those_of_its_words(deck: str) -> None:
    spoken = catalogue(deck)
    assert spoken
    assert in_print('"a"', deck, deck=deck) == f"{spoken.open_quote}a{spoken.close_quote}"
    assert quotes(deck) == spoken.quotes


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ('He said "no".', "He said “no”."),
        ('("a") ["b"] —"c"—"d"', "(“a”) [“b”] —“c”—“d”"),
        ('"a"-"b", pre-"c"', "“a”-“b”, pre-“c”"),
        ('"a "b" c" "d"', "“a ‘b’ c” “d”"),
        ("'a \"b\" c'", "‘a “b” c’"),
        ("\"'a'\" 'b'", "“‘a’” ‘b’"),
        ("\"He said, 'no.'\"", "“He said, ‘no.’”"),
        ("the '90s and 'quoted' words", "the ’90s and ‘quoted’ words"),
        ("'Ali said 'no', but 'tisn't 'bout that", "’Ali said ‘no’, but ’tisn’t ’bout that"),
        ("''a'' b", "‘“a”’ b"),
        ('="a"."b"?"c"', "=“a”.“b”?“c”"),
        ('a "" b', 'a "" b'),
        ('8"x10" and 8" × 10"', "8″x10″ and 8″ × 10″"),
        ("rock 'n' roll, rock 'n roll", "rock ’n’ roll, rock ’n roll"),
        ("'Tis and \"'twas\"", "’Tis and “’twas”"),
        ("O'Neil, students' own, l'homme", "O’Neil, students’ own, l’homme"),
        ("l'\"État\" et l'État", "l’“État” et l’État"),
        ("the class of '68", "the class of ’68"),
        ("1930's", "1930’s"),
        ("5'10\" tall, 6\" nails, 12' wide", "5′10″ tall, 6″ nails, 12′ wide"),
        ('He is "5\'10"" tall', "He is “5′10″” tall"),
        ("3° 15' 20\" N", "3° 15′ 20″ N"),
        ('from "1929" to "33"', "from “1929” to “33”"),
        ('“typed "inside" typed”', "“typed ‘inside’ typed”"),
        ("“typed ‘curly’ typed” it’s", "“typed ‘curly’ typed” it’s"),
        ('said nobody."', "said nobody.”"),
        ('"said nobody', "“said nobody"),
        ("a \" b ' c", "a \" b ' c"),
        ('a"b', 'a"b'),
        ('"', '"'),
        ('*"a"*, **\'b\'**, "*c*", *Short Course*\'s', "*“a”*, **‘b’**, “*c*”, *Short Course*’s"),
        ('a\n"b"\nc', "a\n“b”\nc"),
    ],
)
def test_marks_turn_to_what_they_enclose(written: str, said: str) -> None:
    assert in_print(written) == said
    assert in_print(said) == said


@pytest.mark.parametrize(
    ("language", "written", "said"),
    [
        ("he", 'צה"ל, ד"ר ג\'ורג\', "כך"', "צה״ל, ד״ר ג׳ורג׳, ”כך”"),
        ("de", "'s ist, auf'm Dach, Hans' Buch, „so“ und \"so\"", "’s ist, auf’m Dach, Hans’ Buch, „so“ und „so“"),
        ("de", '„außen "innen" außen“', "„außen ‚innen‘ außen“"),
        ("fr", '"L\'an 2000" et « déjà »', "«\u202fL’an 2000\u202f» et « déjà »"),
        ("sv", '”redan” och "nu"', "”redan” och ”nu”"),
        ("he", 'ה"כלב" רץ, וב"שלום"; מ"מים ו"כך"', "ה”כלב” רץ, וב”שלום”; מ״מים ו”כך”"),
        ("ar", 'و"العصبية" هي «"ا"»', "و«العصبية» هي «‹ا›»"),
        ("zh", "他说\"你好\"。所谓'自由'是'法'", "他说“你好”。所谓‘自由’是‘法’"),
        ("ja", "彼は\"行く\"と'言'う", "彼は「行く」と『言』う"),
        ("ja", '『方丈記』の"川"、\'無常\'か（"a"）', "『方丈記』の「川」、『無常』か（「a」）"),
        ("fr", '« déjà »s "a"', "« déjà »s «\u202fa\u202f»"),
        ("ko", "'가'는 \"나\"를", "‘가’는 “나”를"),
        ("de", "der Buchstabe 'n' ist", "der Buchstabe ‚n‘ ist"),
    ],
)
def test_a_language_has_its_own_habits(language: str, written: str, said: str) -> None:
    assert in_print(written, language) == said


@pytest.mark.parametrize(
    "range",
    [
        *("1929-33", "1929-1933", "96-97", "5-10", "98-102", "476-1453", "431-404", "0-1", "21-19", "50-50", "0.5-1.5"),
        *("1,000-2,000", "10 000-20 000", "5%-10%", "10-15%", "$5-$10", "9:00-17:30", "3:16-18", "1930s-40s"),
        *("18th-19th", "1905-07", "10-15km", "10000-12000", "9000-12000", "1-1000"),
        *("3-0", "5 %-10 %", "5°C-10°C", "10km-15km", "9am-5pm", "£5m-£10m", "2-3x", "327a-354c", "327e-328e"),
        *("1921/22-1925", "1932/33-1937/38", "1920s-’30s"),
    ],
)
def test_a_dash_joins_two_numbers(range: str) -> None:
    for around in ("{}", "in {}.", "({})", "pp. {},", "*{}*", '"{}"', "{}'s"):
        shown = in_print(around.format(range))
        assert range.replace("-", "–") in shown
        assert in_print(shown) == shown


def test_a_dash_joins_numbers_as_languages_write_them() -> None:
    assert in_print("1920-30-е, 1920-е-1930-е годы; 20-е", "ru") == "1920–30-е, 1920-е–1930-е годы; 20-е"
    assert in_print("第1-3章、約1929-33年、12-15쪽", "ja") == "第1–3章、約1929–33年、12–15쪽"


@pytest.mark.parametrize(
    "kept",
    [
        *("1932-12-31", "2026-11", "3-4-3", "Covid-19", "F-16", "-5", "to -5", "x-5", "5-fold", "24-hour", "1e-5"),
        *("555-1234", "555-0199", "030-1234567", "(212) 555-1234", "+49 30 1234-567", "0800 123-456", "Tel. 1234-5678"),
        *("978-3-16-148410-0", "ISBN 0-306", "ISSN 1234-5678", "12345-6789", "T-34-85", "A4-5", "1.2.3-4", "v1-2"),
        *(
            "https://a.org/1929-33",
            "www.a.org/1-2",
            "a-1-2@b.org",
            "img/1-2.png",
            "#12-34",
            "5-3=2",
            "5-3 = 2",
            "1918-21-policies",
        ),
        *("`1929-33`", "<https://a.org/1-2>", "[a](https://b.org/1-2)", r"737\-800", "P.L. No. 107-296", "Five-Year"),
    ],
)
def test_other_hyphens_stay(kept: str) -> None:
    assert in_print(f"{kept} a") == f"{kept} a"


@pytest.mark.parametrize(
    "kept",
    [
        *('`"a"`', '``"`"``', '[a](https://b.org "c")', '<https://b.org/"a">', r"\"a\"", r"\'", "&quot;a&quot;"),
        *("https://b.org/?q=it's", "http://a.b/c'd"),
    ],
)
def test_code_addresses_and_what_a_backslash_keeps_stay(kept: str) -> None:
    assert in_print(f"it's {kept} 'b'") == f"it’s {kept} ‘b’"


def test_a_paragraph_begins_behind_the_definitions_of_links_above_it() -> None:
    written = '[a]: https://example.org/\n"x" is [a]'
    assert in_print(written, has_blocks=True) == written.replace('"x"', "“x”")


def test_lines_may_begin_with_tabs() -> None:
    assert in_print('a\n\t"b" c\n\t \t"d"', has_blocks=True) == "a\n\t“b” c\n\t \t“d”"
    assert in_print('+ a\n\t"b"[c]', has_blocks=True) == "+ a\n\t“b”[c]"


def test_paragraphs_items_and_code_of_blocks_are_read_apart() -> None:
    written = (
        '# The "head"\n\n- one "a"\n  more "b\n- "c"\n\n> "d" 1-2\n\n```\n"code" 1-2\n```\n\n    "code"\n\n'
        '[r]: https://a.org "t"\n\nsee ["e"][r] and [f][the "r"] ![alt "g"](a.png) `"h"`\n'
    )
    assert in_print(written, has_blocks=True) == (
        '# The “head”\n\n- one “a”\n  more “b\n- “c”\n\n> “d” 1–2\n\n```\n"code" 1-2\n```\n\n    "code"\n\n'
        '[r]: https://a.org "t"\n\nsee [“e”][r] and [f][the “r”] ![alt "g"](a.png) `"h"`\n'
    )


def hidden(*parts: Part, hint: str = "") -> Deletion:
    return Deletion(1, parts, hint)


IN_FORMULA = Math((hidden(Math(("g'",), inside=True), hint="h'"),))


@pytest.mark.parametrize(
    ("parts", "said"),
    [
        ((hidden('"a"'),), (hidden("“a”"),)),
        (('"', hidden("a"), '" b'), ("“", hidden("a"), "” b")),
        ((hidden('"a'), ' b" c'), (hidden("“a"), " b” c")),
        (("the ", hidden("Soviets"), "' return"), ("the ", hidden("Soviets"), "’ return")),
        ((hidden("1929"), "-", hidden("33")), (hidden("1929"), "–", hidden("33"))),
        (("in ", hidden("1929-", hidden("33"))), ("in ", hidden("1929–", hidden("33")))),
        ((hidden("a", hint='"b" 1-2'), " c"), (hidden("a", hint="“b” 1–2"), " c")),
        (('`"', hidden('"a"'), '"` "b"'), ('`"', hidden('"a"'), '"` “b”')),
        ((Math(("f'",)), '\'s "x"'), (Math(("f'",)), "’s “x”")),
        ((IN_FORMULA, "'s"), (IN_FORMULA, "’s")),
        (("“", Text(('a "b"',), NOWHERE), "”"), ("“", Text(("a ‘b’",), NOWHERE), "”")),
        (('"a" ', Text(('"b"',), NOWHERE, "de")), ("“a” ", Text(("„b“",), NOWHERE, "de"))),
        (
            (hidden(Items((('"a',), ('b"', " 1"), ("2-3",)), ordered=False)),),
            (hidden(Items((("“a",), ("b” 1",), ("2–3",)), ordered=False)),),
        ),
    ],
)
def test_marks_pair_up_across_deletions_and_texts(parts: tuple[Part, ...], said: tuple[Part, ...]) -> None:
    assert Compositor(ENGLISH).text(Text(parts, NOWHERE)).parts == said


def test_a_text_without_marks_is_the_same_value() -> None:
    text = Text(("A well-kept text, 1929.",), NOWHERE)
    assert Compositor(ENGLISH).text(text) is text


@given(some.text(alphabet="ab1 \"'-*_`[]()<>\\\n&!.“”‘’–", max_size=40), some.booleans())
def test_any_text_keeps_its_words_and_is_set_once(said: str, has_blocks: bool) -> None:
    printed = in_print(said, has_blocks=has_blocks)
    assert re.sub("[\"'“”‘’′″–-]", "", printed) == re.sub("[\"'“”‘’′″–-]", "", said)
    assert stream(printed).words == stream(said).words


@pytest.mark.parametrize(
    "mark", ['"', "'", '"a ', "'a ", "a' ", '"a" ', "1-", "1-2 ", "111 ", "a@", "a.", '*"a', "5' "]
)
def test_the_time_grows_with_the_length(mark: str) -> None:
    def once(count: int) -> float:
        start = process_time()
        in_print("'" + mark * count)
        return process_time() - start

    def time(count: int) -> float:
        return min(once(count) for _ in range(4))  # other work of the process only adds

    assert time(8000) < 12 * max(time(2000), 0.02)
