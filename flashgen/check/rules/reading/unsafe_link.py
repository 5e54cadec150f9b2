"""A link that is not https, http or zotero, in a text or to the source.

A deck goes to people who trust it. A link with another scheme could run a script or open a file of theirs, and one
without a scheme leads nowhere from a card; so the card shows the marks of it as plain text.

Wrong:

    ask: Who wrote [the essay](file:///home/me/tucker.pdf)?
    answer: Tucker

Right:

    ask: Who wrote [the essay](https://example.org/tucker.pdf)?
    answer: Tucker
"""

from collections.abc import Iterator

from flashgen.check.rule import Rule
from flashgen.check.written import deck_texts
from flashgen.load.markdown import dead_links
from flashgen.model.deck import Deck
from flashgen.model.problem import Problem


def _check(deck: Deck) -> Iterator[Problem]:
    for text in deck_texts(deck):
        for address in dead_links(text):
            hint = "write an address that begins with https://, or only its words; \\[ is the sign itself"
            said = f'no card links to "{address}"'
            yield Problem(text.place, "unsafe-link", said, hint, words=address.removeprefix("mailto:"))


UNSAFE_LINK = Rule("unsafe-link", _check)
