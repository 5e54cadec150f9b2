"""What an author wrote in one value: Markdown, formulas, and the deletions of clozes."""

from dataclasses import dataclass, replace
from typing import TypeAlias

from flashgen.model.place import Place

LINE_END = "\\\n"
"""What ends a line in Markdown."""


@dataclass(frozen=True, slots=True)
class Math:
    r"""A formula, without its delimiters: pieces of TeX, and deletions, each with the one formula that it hides.

    One for `display`, `\[ … \]`, stands on a line of its own. One `inside` another is what a deletion there hides.
    """

    parts: "Parts"
    display: bool = False
    inside: bool = False

    @property
    def tex(self) -> str:
        """The formula with nothing hidden."""
        return "".join(map(_tex, self.parts))

    @property
    def deletions(self) -> tuple["Deletion", ...]:
        """All deletions, an outer one before those inside it."""
        return deletions(self.parts)

    @property
    def written(self) -> str:
        """The formula as its author wrote it, with nothing hidden."""
        return rf"\[{self.tex}\]" if self.display else rf"\({self.tex}\)"


@dataclass(frozen=True, slots=True)
class Deletion:
    """Words that one card hides. Number 0 means: not yet numbered. An empty hint means: none; it is Markdown."""

    number: int
    parts: "Parts"
    hint: str = ""

    @property
    def is_in_formula(self) -> bool:
        """Whether it hides a part of a formula; its hint is then TeX."""
        return any(isinstance(part, Math) and part.inside for part in self.parts)


@dataclass(frozen=True, slots=True)
class Items:
    """A list inside a text, numbered if it is `ordered`, else with bullets."""

    rows: tuple["Parts", ...]
    ordered: bool


Part: TypeAlias = "str | Math | Deletion | Items | Text"
"""A text inside a text keeps its Markdown to itself: marks do not pair up with those around it."""

Parts: TypeAlias = "tuple[Part, ...]"


@dataclass(frozen=True, slots=True)
class Text:
    """A value of an entry, and where it stands; `language` (BCP 47) only where it differs from the deck's.

    One that `has_blocks` is more than a paragraph: several, a list, code with its lines, an image. One that `leads` is
    a question above the rest of the text that holds it.
    """

    parts: Parts
    place: Place
    language: str = ""
    has_blocks: bool = False
    leads: bool = False

    @property
    def words(self) -> str:
        """The author's words with nothing hidden: Markdown and formulas as written, without deletion marks or hints."""
        return words(self.parts)

    @property
    def deletions(self) -> tuple[Deletion, ...]:
        """All deletions, an outer one before those inside it."""
        return deletions(self.parts)


def led(text: Text) -> tuple[Text | None, Text]:
    """Return the question that leads a text, if one does, and the rest of the text."""
    first, *rest = text.parts or ("",)
    if not (isinstance(first, Text) and first.leads and rest and isinstance(rest[0], str)):
        return None, text
    return replace(first, language=text.language), replace(text, parts=(rest[0].removeprefix(LINE_END), *rest[1:]))


def words(parts: Parts) -> str:
    """Return parts as plain words; list items are joined by commas."""
    if len(parts) == 1 and isinstance(parts[0], str):
        return parts[0]
    return "".join(map(_words_of, parts))


def bare(parts: Parts) -> Parts:
    """Return parts with the words of deletions in the open."""
    shown: list[Part] = []
    for part in parts:
        opened = Math((part.tex,), part.display) if isinstance(part, Math) else part
        shown += bare(part.parts) if isinstance(part, Deletion) else (opened,)
    return tuple(shown)


def written(part: Part) -> str:
    """Return a part as it is written in an entry, a deletion with its number, if it has one."""
    if isinstance(part, Math):
        return "".join(map(written, part.parts)) if part.inside else part.written
    if isinstance(part, Deletion):
        number, hint = part.number and f"c{part.number}::", part.hint and f"::{part.hint}"
        return f"{{{{{number or ''}{''.join(map(written, part.parts))}{hint}}}}}"
    return words((part,))


def _tex(part: Part) -> str:
    """Return the TeX of a piece of a formula, which is a string, a deletion or the formula that one hides."""
    return (
        part if isinstance(part, str) else "".join(map(_tex, part.parts if isinstance(part, Deletion | Math) else ()))
    )


def _words_of(part: Part) -> str:
    if isinstance(part, str):
        return part
    if isinstance(part, Math):
        return part.written
    return ", ".join(map(words, part.rows)) if isinstance(part, Items) else words(part.parts)


def formulas(parts: Parts) -> tuple[Math, ...]:
    """Return the formulas of parts outside of lists in reading order, an outer one before those that it hides."""
    found: list[Math] = []
    for part in parts:
        if not isinstance(part, str | Items):
            found += ((part,) if isinstance(part, Math) else ()) + formulas(part.parts)
    return tuple(found)


def deletions(parts: Parts) -> tuple[Deletion, ...]:
    """Return the deletions of parts in reading order, an outer one before those inside it."""
    found: list[Deletion] = []
    for part in parts:
        if isinstance(part, str):
            continue
        if isinstance(part, Items):
            found += [deletion for row in part.rows for deletion in deletions(row)]
        else:
            found += ((part,) if isinstance(part, Deletion) else ()) + deletions(part.parts)
    return tuple(found)
