r"""A character that nobody sees, where the words do not need it.

Spaces of no width, soft hyphens and marks of direction come with words that are copied from a web page or a PDF. A
search in Anki does not find the words, and U+202E turns round what follows it. To compare cards, they are left out.
Joiners in Persian, Hindi and emoji are needed, and so are marks of direction beside Arabic and Hebrew.

Wrong:

    ask: "Who said that the state swel\u200bled up?"
    answer: Kliuchevsky

Right:

    ask: "Who said that the state swelled up?"
    answer: Kliuchevsky
"""

from collections.abc import Iterator
from unicodedata import name

from flashgen.check.rule import Rule
from flashgen.check.written import deck_texts
from flashgen.load.invisible import invisible
from flashgen.model.deck import Deck
from flashgen.model.place import Place
from flashgen.model.problem import Problem


def _check(deck: Deck) -> Iterator[Problem]:
    for place, words in dict.fromkeys(_said(deck)):
        for letter in dict.fromkeys(invisible(words)):
            said = f"nobody sees U+{ord(letter):04X} ({name(letter, 'without a name').lower()}) in this text"
            yield Problem(place, "invisible-character", said, "delete it, or write the words anew", "warning", letter)


def _said(deck: Deck) -> Iterator[tuple[Place, str]]:
    yield deck.name_place, deck.name
    for text in deck_texts(deck):
        for part in text.parts:
            if isinstance(part, str):
                yield text.place, part


INVISIBLE_CHARACTER = Rule("invisible-character", _check, severity="warning")
