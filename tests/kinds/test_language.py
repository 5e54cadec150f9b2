"""An entry in a language of its own: its texts are in it, and its questions where that language has words."""

import pytest

from tests.conftest import DECK, Project
from tests.kinds.made import made
from tests.load.shown import shown

PAIR = "pair: [a, b]\nrelation: contrast\nbecause: so"


@pytest.mark.parametrize(
    ("language", "deck", "texts", "question"),
    [
        ("", "en", "", ("What is contrasted with a?", "")),
        ("en", "en", "", ("What is contrasted with a?", "")),
        ("en-GB", "en", "en-GB", ("What is contrasted with a?", "")),
        ("de", "en", "de", ("Was steht im Gegensatz zu „a“?", "de")),
        ("de-AT", "en", "de-AT", ("Was steht im Gegensatz zu „a“?", "de-AT")),
        ("la", "en", "la", ("What is contrasted with a?", "")),
        ("la", "de", "la", ("Was steht im Gegensatz zu „a“?", "")),
        ("en", "de", "en", ("What is contrasted with a?", "en")),
    ],
)
def test_a_pair(language: str, deck: str, texts: str, question: tuple[str, str], project: Project) -> None:
    project.write("decks/small/deck.yaml", DECK.replace("language: en", f"language: {deck}"))
    note = made(project, f"{PAIR}\nextra: so" + (f"\nlanguage: {language}" if language else ""))
    _, from_left, _, *own = note.fields
    assert note.language == texts
    assert {text.language for text in (*own, note.extra) if text} == {texts}
    assert from_left
    assert (shown(from_left.parts), from_left.language) == question


@pytest.mark.parametrize(
    "entry",
    [
        "cloze: a {{b}} c d e",
        "list: which\nitems: [a, b]",
        "quote: a {{b}}\nby: c\nof: d",
        "ask: a?\nanswer: b\nreverse: yes",
    ],
)
def test_every_field_of_other_kinds(entry: str, project: Project) -> None:
    fields = made(project, f"{entry}\nlanguage: fr").fields
    assert {text.language for text in fields if text} == {"fr"}


def test_the_language_of_a_term_is_that_of_its_script(project: Project) -> None:
    note = made(project, "term: a\nscript: б\nmeans: c\nlanguage: uk\nhint: d")
    assert (note.language, note.hint and note.hint.language) == ("", "")


def test_why_an_entry_is_withdrawn_is_said_in_the_language_of_the_deck(project: Project) -> None:
    note = made(project, f"{PAIR}\nlanguage: fr\nwithdrawn: it is wrong")
    assert note.withdrawn
    assert note.withdrawn.language == ""


def test_what_is_no_language_is_told(project: Project) -> None:
    project.entries("  - {id: x, ask: a?, answer: b, language: French, page: 98}\n")
    assert project.problems() == ["06-pattern.yaml:4:43 bad-language"]
