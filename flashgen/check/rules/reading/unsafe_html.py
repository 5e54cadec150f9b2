"""HTML in a text, which a card would show as plain text.

flashgen escapes all tags, so that no deck can bring scripts, forms or event handlers to the people who import it. Anki
shows cards as web pages that can read the collection's media. Use Markdown marks for formatting.

Wrong:

    cloze: The state <b onclick="alert(1)">{{swelled up}}</b>.

Right:

    cloze: The state **{{swelled up}}**.
"""

from collections.abc import Iterator

from flashgen.check.looking import by_text
from flashgen.check.rule import Rule
from flashgen.load.markdown import tags
from flashgen.model.problem import Problem
from flashgen.model.text import Text


def _judge(text: Text) -> Iterator[Problem]:
    for tag in tags(text):
        hint = "write *italic*, **bold** or `code`; for a literal <, write \\<"
        yield Problem(text.place, "unsafe-html", f'a card would show "{tag}" as plain text', hint, words=tag)


UNSAFE_HTML = Rule("unsafe-html", by_text(_judge, marks="<"))
