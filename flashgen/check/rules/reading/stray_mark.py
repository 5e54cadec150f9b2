"""Marks that a card shows as they are, because nothing reads them there.

A learner would see the marks themselves, such as `**` or `==`, and not what was meant. Texts have the inline marks of
CommonMark; `extra`, `answer`, `means` and `because` have its blocks too. A mark that is left open, one of another
dialect, or a pair across the edge of a deletion is read by nobody. Signs inside a word or a product (`2*3*4`) are read
as emphasis, and the card leaves them out.

Wrong:

    cloze: The **state {{swelled** up}}; the people grew ==lean==.

Right:

    cloze: The **state** {{**swelled** up}}; the people grew **lean**.
"""

import re
from collections.abc import Iterator

from flashgen.check.looking import ByNote
from flashgen.check.marks import blocks, crossing, flat, said, unescaped
from flashgen.check.rule import Rule
from flashgen.check.written import may_have_blocks, note_texts, note_words, other_texts
from flashgen.model.deck import Deck
from flashgen.model.note import Note
from flashgen.model.problem import Problem
from flashgen.model.text import Text
from flashgen.model.text import words as answer

_MARK = re.compile(r"[*_=~^+\[{\uff5b\n`]")
_CODE = "put it in backticks if it is code"
_LITERAL = rf"{_CODE}; a backslash before it shows the sign itself"
_LEFT_OVER: tuple[tuple[str, str], ...] = (
    (r"(?<![\w*])\*\*\*?(?=[^\W_])|(?<![\w_])__(?=[^\W_])", f"close it, or {_LITERAL}"),
    (r"(?<![\w=<>!)\]])==(?=[^\s=])[^=\n]*(?<=[^\s=])==(?![\w=])", "write **bold** for what is to stand out"),
    (r"(?<![\w~])~~(?=[^\s~])[^~\n]*(?<=[^\s~])~~(?![\w~])", "leave out what is struck through"),
    (r"(?<![\w\])])\[\[[^\W\d][^\[\]\n]*\]\]", "write its words alone, or a link: [words](https://…)"),
    (r"\[\^\d+\](?!\()", "write what the footnote says into extra"),
    (r"(?<!\+)\+\+\w+\+\+(?![\w+])", f"write **bold** for what is to stand out; {_CODE}"),
    (
        r"(?<![\w\])])\[[^\W\d_][^\[\]\n]*\]\[([^\[\]\n]+)\](?![\s\S]*\n\[\1\]:)",
        "write the address in the link: [words](https://…)",
    ),
    (r"(?<!\{)\{\s*[cC]\d+::", "write a deletion with two braces: {{…}}"),
    (r"\uff5b\uff5b[^\uff5b\uff5d\n]*\uff5d\uff5d", "write a deletion with the braces of a Latin keyboard: {{…}}"),
    (
        r"(?<=[^\W_])(?:~[\w+-]{1,4}~(?!~)|\^[\w+-]{1,4}\^(?![\w^]))",
        r"write it as a formula, such as \(H_2O\) or \(m^2\)",
    ),
    (r"\[(?:sound:|anki:|/?latex\]|/?\$\$?\])", "leave it out: a deck has no marks of Anki's own"),
    (r"!?\[[^\[\]\n]*\]\s?\(\s*(?:https?:|[^()\n]*\.(?:png|jpe?g|gif|svg|webp)\s*\))", "write %20 for a blank in it"),
)
_STRAY = tuple((re.compile(pattern, re.IGNORECASE), hint) for pattern, hint in _LEFT_OVER)
_EATEN = re.compile(r"[^\W_]+(\*\*?)(?!\*)[^*\s]+\1[^\W_]+|(?<![\w_])__[^\W\d_]\w*?__(?![\w_])")
"""Signs that Markdown takes for emphasis, and a card leaves out: inside a word or product, and around a name."""

_NUMBERED = re.compile(r"[cC][lI|]::.*|[1-9]::[^\W\d_a-zß-ÿ].*")
"""A deletion whose number lacks its c, or has a letter for a digit: its words are taken for a hint."""

_BLOCKS = {
    "table_open": ("a table", 1),
    "fence": ("a block of code", 1),
    "heading_open": ("a heading", 1),
    "blockquote_open": ("a quotation", 1),
    "list_item_open": ("a list", 2),
    "paragraph_open": ("paragraphs", 2),
}
"""What a text of one paragraph does not show as such, and how many make one."""


def _judge(note: Note) -> Iterator[Problem]:
    for text in note_texts(note) if note.type.hiding or _MARK.search(note_words(note)) else ():
        yield from _of(text, may_have_blocks(note, text))


def _rest(deck: Deck) -> Iterator[Problem]:
    for text in other_texts(deck):
        yield from _of(text, has_blocks=False)


def _of(text: Text, has_blocks: bool) -> Iterator[Problem]:
    yield from _numbers(text)
    if _MARK.search(text.words):
        yield from dict.fromkeys(_problems(text, has_blocks))


def _problems(text: Text, has_blocks: bool) -> Iterator[Problem]:
    words = flat(text)
    plain = said(words)
    for pattern, hint in _STRAY:
        for found in pattern.finditer(plain):
            shown = found.group().strip()
            yield _problem(text, f'a card would show "{shown}" as it is', hint, shown)
    for found in _EATEN.finditer(unescaped(words)):
        hint = f"{_LITERAL}; a product is best a formula"
        yield _problem(text, f'a card would show "{found.group()}" without its signs', hint, found.group())
    if crossing(text):
        hint = "put both of the pair inside of {{ }}, or both outside"
        yield _problem(text, "marks pair up across the edge of a deletion", hint)
    counts = blocks(words)
    for name, (what, least) in _BLOCKS.items():
        if counts[name] >= least and (name == "table_open" or not has_blocks):
            cure = "write it as a list" if has_blocks else "write one paragraph, or move it to extra"
            yield _problem(text, f"a card would show the marks of {what}, or none of it", cure)
            return


def _numbers(text: Text) -> Iterator[Problem]:
    for deletion in text.deletions:
        if _NUMBERED.fullmatch(whole := f"{answer(deletion.parts)}::{deletion.hint}"):
            hint = f"write {{{{{deletion.hint}}}}}: deletions are numbered for you"
            yield _problem(text, f'this hides "{answer(deletion.parts)}" with the hint "{deletion.hint}"', hint, whole)


def _problem(text: Text, message: str, hint: str, words: str = "") -> Problem:
    return Problem(text.place, "stray-mark", message, hint, "warning", words)


STRAY_MARK = Rule("stray-mark", ByNote(lambda _: _judge, _rest), severity="warning")
