"""HTML in a text, which a card would show as it is written.

Tags do not reach a card as such, so that no deck can bring a script, a form or an event handler to whoever imports it:
Anki shows cards as web pages, with access to the collection's media. The Markdown marks do what tags are wanted for.

Wrong:

    cloze: The state <b onclick="alert(1)">{{swelled up}}</b>.

Right:

    cloze: The state **{{swelled up}}**.
"""

from collections.abc import Iterator

from flashgen.check.rule import Rule
from flashgen.check.written import deck_texts
from flashgen.load.markdown import tags
from flashgen.model.deck import Deck
from flashgen.model.problem import Problem


def _check(deck: Deck) -> Iterator[Problem]:
    for text in deck_texts(deck):
        for tag in tags(text):
            hint = "write *thin*, **bold** or `code`, and \\< for the sign itself"
            yield Problem(text.place, "unsafe-html", f'a card would show "{tag}" as it is', hint, words=tag)


UNSAFE_HTML = Rule("unsafe-html", _check)
