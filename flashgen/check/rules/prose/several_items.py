"""Three or more items as one answer.

Sets are hard to remember: if you forget one item, you fail the whole card (Wozniak, rules 9 and 10: avoid sets and
enumerations). A `list` asks for one item at a time and shows the others. A cloze with a deletion for each item works
too.

Wrong:

    ask: What did the Bolsheviks promise in 1917?
    answer: peace, land and bread

Right:

    list: What the Bolsheviks promised in 1917
    items: [peace, land, bread]
"""

from collections.abc import Iterator

from flashgen.check.card import cards
from flashgen.check.enumeration import enumerated
from flashgen.check.looking import by_english_note
from flashgen.check.rule import Rule
from flashgen.check.written import unquoted
from flashgen.kinds.ask import ASK
from flashgen.kinds.cloze import CLOZE
from flashgen.model.note import Note
from flashgen.model.problem import Problem


def _judge(note: Note) -> Iterator[Problem]:
    for card in cards(note) if note.type is ASK.type or note.type is CLOZE.type else ():
        for answer in card.answers:
            if found := enumerated(unquoted(answer), card.prompt):
                message = f"one answer has {len(found)} items"
                hint = "make it a `list`, or a cloze with a deletion for each item"
                yield Problem(card.text.place, "several-items", message, hint, "warning", answer)


SEVERAL_ITEMS = Rule("several-items", by_english_note(_judge), "warning")
