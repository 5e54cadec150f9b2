"""A message about an author's deck never speaks of the deck that comes with the program."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

import flashgen
from flashgen.pipeline import read_decks

HOUSE = Path(flashgen.__file__).parent
SHIPPED, _ = read_decks(HOUSE.parent, ["stalinism-from-above"])


def own_words() -> set[str]:
    """Return the names of the shipped deck, its ids, terms and speakers, and the numerals of its chapters."""
    (deck,) = SHIPPED
    names = {deck.slug, deck.tag, deck.source.id, deck.source.label, "Tucker", "tucker", "Stalinism"}
    shown = [text.words for note in deck.notes if note.type.name == "Term" for text in note.fields[:2] if text]
    speakers = [note.fields[1].words for note in deck.notes if note.type.name == "Quotation" and note.fields[1]]
    people = re.findall(r"[A-Z][a-z]{4,}", " ".join(speakers))
    return {*names, *shown, *people, *[note.id for note in deck.notes], *[one.numeral for one in deck.chapters]} - {"I"}


def strings(tree: ast.AST) -> Iterator[ast.Constant]:
    """Yield each text that a module writes, without docstrings."""
    bare = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in bare:
            yield node


OWN = "|".join(map(re.escape, sorted(own_words(), key=len, reverse=True)))
WORDS = re.compile(rf"(?<![\w-])(?:{OWN})(?![\w-])|leninism|stalin|tucker")


@pytest.mark.parametrize("path", sorted(HOUSE.rglob("*.py")), ids=lambda path: str(path.relative_to(HOUSE)))
def test_no_message_hint_or_help_has_a_word_of_the_shipped_deck(path: Path) -> None:
    told = [(node.lineno, node.value) for node in strings(ast.parse(path.read_text("utf-8")))]
    assert [(line, text) for line, text in told if WORDS.search(text)] == []
