"""A link in a text or to the source whose scheme is not https, http or zotero.

A link with another scheme could run a script or open a file of the person who imports the deck. A link without a scheme
does not work on a card. The card would show the link's Markdown as plain text.

Wrong:

    ask: Who wrote [the essay](file:///home/me/tucker.pdf)?
    answer: Tucker

Right:

    ask: Who wrote [the essay](https://example.org/tucker.pdf)?
    answer: Tucker
"""

from collections.abc import Iterator

from flashgen.check.looking import by_text
from flashgen.check.rule import Rule
from flashgen.load.markdown import dead_links
from flashgen.model.problem import Problem
from flashgen.model.text import Text


def _judge(text: Text) -> Iterator[Problem]:
    for address in dead_links(text):
        hint = "write an address that begins with https://, or only the words; for a literal [, write \\["
        message = f'a card cannot link to "{address}"'
        yield Problem(text.place, "unsafe-link", message, hint, words=address.removeprefix("mailto:"))


UNSAFE_LINK = Rule("unsafe-link", by_text(_judge, marks="<]"))
