"""A front that contains the answer.

You would answer the card by reading, not by recalling (Matuschak: a prompt should be effortful). Words of one family
count as the same word. The titles of the deck and the chapter count too, because every front shows them. Hints are
checked by `hint-tells`. A longer answer may begin with the words of the question.

Wrong:

    ask: What did the collectivizing campaign of 1929 aim at in the villages?
    answer: collectivization

Right:

    ask: What did the campaign of 1929 aim at in the villages?
    answer: collectivization
"""

import re
from collections.abc import Iterator

from flashgen.check.card import Card, cards
from flashgen.check.front import pieces
from flashgen.check.looking import ByNote, Judge
from flashgen.check.rule import Rule
from flashgen.check.telling import is_restated, main_words, telling
from flashgen.model.deck import Deck
from flashgen.model.note import Note
from flashgen.model.problem import Problem

_HOW_MANY = re.compile(r"\bhow (?:many|much|long|far|old|often|high|large)\b", re.IGNORECASE)
_REVISE = re.compile(
    r"\b(?:correct|rewrite|revise|revision|rephrase|reword|fix|improve|error)\b[^.?]*\b(?:sentence|phrase|line|text)\b",
    re.IGNORECASE,
)
_REWORD = "reword the front, or ask for something else"


def _start(deck: Deck) -> Judge:
    def judge(note: Note) -> Iterator[Problem]:
        for card in cards(note):
            yield from _in_the_open(card)
            yield from _above_all(card, deck)

    return judge


def _in_the_open(card: Card) -> Iterator[Problem]:
    for piece in pieces(card):
        for answer in card.answers:
            told = "" if piece.is_asked else telling(answer, piece.words)
            if told and not (is_restated(answer, piece.words) or _is_exercise(card, answer, told)):
                message = f'the front says "{told}" and asks for "{answer}"'
                yield Problem(piece.place, "answer-in-prompt", message, _REWORD, "warning", words=told)


def _is_exercise(card: Card, answer: str, told: str) -> bool:
    """Tell whether the front has to show a word: it counts, offers choices, gives a base form, or shows a mistake."""
    written = re.escape(answer)
    is_offered = re.search(rf"/\s*{written}(?!\w)|(?<!\w){written}\s*/|_\s*\({re.escape(told)}\)", card.prompt)
    return (
        _is_amount(card, answer) or bool(is_offered) or (len(answer.split()) > 5 and bool(_REVISE.search(card.prompt)))
    )


def _is_amount(card: Card, answer: str) -> bool:
    """Tell whether a question how many is answered by a number of them: the front has to say of what."""
    return answer[:1].isdigit() and bool(_HOW_MANY.search(card.prompt))


def _above_all(card: Card, deck: Deck) -> Iterator[Problem]:
    """Report an answer that is the better part of a title: a word of it may be what everything is about."""
    titles = {"chapter's title": card.note.chapter.title.words, "deck's name": deck.name}
    for answer in card.answers:
        for name, title in titles.items():
            told = telling(answer, title)
            if told and 2 * len(main_words(answer)) > len(main_words(title)):
                message = f'the {name}, on every front, says "{told}", and this asks for "{answer}"'
                yield Problem(card.text.place, "answer-in-prompt", message, _REWORD, "warning", words=answer)


ANSWER_IN_PROMPT = Rule("answer-in-prompt", ByNote(_start), "warning")
