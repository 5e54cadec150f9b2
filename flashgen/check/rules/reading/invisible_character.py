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

from collections.abc import Iterable, Iterator
from unicodedata import name

from flashgen.check.looking import ByNote
from flashgen.check.rule import Rule
from flashgen.check.written import note_texts, note_words, other_texts
from flashgen.load.invisible import invisible
from flashgen.model.deck import Deck
from flashgen.model.note import Note
from flashgen.model.place import Place
from flashgen.model.problem import Problem
from flashgen.model.text import Text


def _rest(deck: Deck) -> Iterator[Problem]:
    yield from _found([(deck.name_place, deck.name), *_written(other_texts(deck))])


def _judge(note: Note) -> Iterable[Problem]:
    return () if note_words(note).isascii() else _found(_written(note_texts(note)))


def _found(written: Iterable[tuple[Place, str]]) -> Iterator[Problem]:
    for place, words in dict.fromkeys(written):
        for letter in dict.fromkeys(invisible(words)):
            message = f"this text contains U+{ord(letter):04X} ({name(letter, 'unnamed').lower()}), which is invisible"
            yield Problem(
                place, "invisible-character", message, "delete it, or type the words again", "warning", letter
            )


def _written(texts: Iterable[Text]) -> Iterator[tuple[Place, str]]:
    for text in texts:
        for part in text.parts:
            if isinstance(part, str):
                yield text.place, part


INVISIBLE_CHARACTER = Rule("invisible-character", ByNote(lambda _: _judge, _rest), severity="warning")
