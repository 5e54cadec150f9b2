r"""An invisible character in a text that does not need it.

A search in Anki does not find words with invisible characters in them, and U+202E reverses the text after it.
Zero-width spaces, soft hyphens and direction marks come with words copied from a web page or a PDF. `check` ignores
these characters when it compares cards. Joiners in Persian, Hindi and emoji are allowed, and so are direction marks
beside Arabic and Hebrew.

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
    for place, words in dict.fromkeys(_written(deck)):
        for letter in dict.fromkeys(invisible(words)):
            message = f"this text contains U+{ord(letter):04X} ({name(letter, 'unnamed').lower()}), which is invisible"
            yield Problem(
                place, "invisible-character", message, "delete it, or type the words again", "warning", letter
            )


def _written(deck: Deck) -> Iterator[tuple[Place, str]]:
    yield deck.name_place, deck.name
    for text in deck_texts(deck):
        for part in text.parts:
            if isinstance(part, str):
                yield text.place, part


INVISIBLE_CHARACTER = Rule("invisible-character", _check, severity="warning")
