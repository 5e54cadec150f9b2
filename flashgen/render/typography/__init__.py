"""How texts look in print: curly quotation marks and dashes from the straight ones that authors write.

All that is shown is set here, once. What is compared, counted and recorded is what its author wrote.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import accumulate
from operator import is_

from flashgen.languages import quotes
from flashgen.model.language import primary
from flashgen.model.note import Chapter, Note
from flashgen.model.quotes import Quotes
from flashgen.model.text import Parts, Text
from flashgen.model.words import Words
from flashgen.render.typography.curls import curled
from flashgen.render.typography.dashes import dashes
from flashgen.render.typography.pieces import BREAK, Pieces

_STRAIGHT = re.compile(r"[\"']|[\w.%°]-[’$€£]?\d")
"""A mark that may have another form in print."""


@dataclass(frozen=True, slots=True)
class Compositor:
    """Sets the texts of a deck in print; its `words` have the quotation marks of its own language."""

    words: Words

    def text(self, text: Text) -> Text:
        """Return a text as it looks in print."""
        if not _is_straight(text):
            return text
        return replace(text, parts=self._parts(text.parts, text.language, text.has_blocks))

    def optional(self, text: Text | None) -> Text | None:
        """Return a text as it looks in print, if there is one."""
        return self.text(text) if text else None

    def note(self, note: Note) -> Note:
        """Return a note whose texts are as they look in print."""
        texts = (*note.fields, note.hint, note.extra, note.withdrawn)
        printed, chapter = tuple(map(self.optional, texts)), self.chapter(note.chapter)
        if chapter is note.chapter and all(map(is_, printed, texts)):
            return note
        *fields, hint, extra, withdrawn = printed
        own = replace(note, fields=tuple(fields), hint=hint, extra=extra, withdrawn=withdrawn)
        return replace(own, chapter=chapter)

    def chapter(self, chapter: Chapter) -> Chapter:
        """Return a chapter whose title is as it looks in print."""
        title = self.text(chapter.title)
        return chapter if title is chapter.title else replace(chapter, title=title)

    def plain(self, words: str) -> str:
        """Return plain words (no Markdown) as they look in print."""
        return "".join(self._printed((words,), "")) if _STRAIGHT.search(words) else words

    def _parts(self, parts: Parts, language: str, has_blocks: bool = False) -> Parts:
        """Return parts as they look in print; their pieces are read as one text, so that marks pair up across them."""
        heard: list[str] = []

        def hear(piece: str) -> str:
            heard.append(piece)
            return piece

        Pieces(language, hear, lambda parts, _: parts).parts(parts, has_blocks)
        printed = iter(self._printed(heard, language))
        return Pieces(language, lambda _: next(printed), self._parts).parts(parts, has_blocks)

    def _printed(self, heard: Sequence[str], language: str) -> list[str]:
        """Return the pieces of a text as they look in print."""
        spoken, letters = language or self.words.language, list[str]()
        for paragraph in "".join(heard).split(BREAK):
            printed = curled(paragraph, self._quotes(language), spoken)
            for place in dashes(paragraph):
                printed[place] = "–"
            letters += (*printed, BREAK)
        ends = accumulate(map(len, heard))
        return ["".join(letters[end - len(piece) : end]) for piece, end in zip(heard, ends, strict=True)]

    def _quotes(self, language: str) -> Quotes:
        """Return the marks of a language; words in Latin letters of another script take those of the deck."""
        is_own = primary(language or self.words.language) == primary(self.words.language)
        return self.words.quotes if is_own or "-latn" in language.lower() else quotes(language) or self.words.quotes


def _is_straight(text: Text) -> bool:
    """Tell whether a text has a mark that may have another form in print."""
    return bool(_STRAIGHT.search(text.words)) or (
        len(text.parts) > 1 and any(_STRAIGHT.search(deletion.hint) for deletion in text.deletions)
    )
