"""A note as its author wrote it: its texts, each once, and the words that ask."""

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import chain

from flashgen.check.once import once
from flashgen.check.tokens import without_formulas
from flashgen.kinds.ask import ASK
from flashgen.kinds.cloze import CLOZE
from flashgen.kinds.list import LIST
from flashgen.kinds.pair import PAIR
from flashgen.load.markdown import image_names
from flashgen.model.deck import Deck
from flashgen.model.language import primary
from flashgen.model.note import Note
from flashgen.model.text import Items, Math, Part, Text

_PROMPTED = (ASK.type, CLOZE.type, LIST.type)
_MADE_OF_OTHERS = frozenset((Text, Items))
_QUOTED = re.compile(r'"[^"]*"|“[^”]*”|‘[^’]*’|`[^`]*`')
_QUOTES = re.compile(r'["“‘`]')
_FOREIGN = re.compile(
    r"[¿¡]|\W*[^\W\d_\x00-\u024f]{2}|(?:was|wer|wie|wo|wann|warum|welche[rsmn]?|nenne|qu['’]|que|quel(?:le)?s?|qui|cu[aá]l(?:es)?|come|cosa|che)"
    r" ?(?:ist|sind|wird|werden|wurde|bedeutet|bezeichnet|heißt|hat|haben|kann|macht|gibt|versteht|est|sont"
    r"|était|es|son|fue|è|sono)\b",
    re.IGNORECASE,
)
"""How a question in another language begins: a deck in English may teach one."""


@once
def texts(note: Note) -> tuple[Text, ...]:
    """Return the texts of a note, each where it stands: a kind may show one several times, with words around it."""
    fields = [text for name, text in note.named.items() if name not in note.type.fixed]
    given = (*fields, note.hint, note.extra, note.withdrawn)
    every = [one for text in given if text for one in _inner(text)]
    if len({one.place for one in every}) == len(every):
        return tuple(every)
    # A question may begin with a capital letter where the author wrote a small one.
    return tuple({(one.place, one.words.casefold(), one.deletions): one for one in every}.values())


def _inner(text: Text) -> Iterator[Text]:
    """Yield the texts that a text is made of, without the kind's words around them.

    Of a list that is only its last item, since those before have a text each.
    """
    if _MADE_OF_OTHERS.isdisjoint(map(type, text.parts)):
        yield text
        return
    inner = [part for part in text.parts if isinstance(part, Text)]
    if inner:
        yield from chain.from_iterable(map(_inner, inner))
        return
    own: list[Part] = []
    for part in text.parts:
        own += part.rows[-1] if isinstance(part, Items) else (part,)
    yield replace(text, parts=tuple(own))


def shown_images(deck: Deck) -> Iterator[tuple[str, Text]]:
    """Yield the name of each image of the deck's folder that an entry shows, with the text that does."""
    for text in chain.from_iterable(map(texts_with_blocks, deck.notes)) if deck.images else ():
        for name in image_names(text):
            if name in deck.images:
                yield name, text


def texts_with_blocks(note: Note) -> list[Text]:
    """Return the texts that may be more than a paragraph: the extra, and such answers as are."""
    return [text for text in (note.extra, *note.fields) if text and (text.has_blocks or text is note.extra)]


def may_have_blocks(note: Note, text: Text) -> bool:
    """Tell whether a text of a note may be more than a paragraph."""
    return text in texts_with_blocks(note)


@once
def note_texts(note: Note) -> tuple[Text, ...]:
    """Return all texts of a note that reach a card: its own, its deletions, their hints."""
    found: list[Text] = []
    for text in texts(note):
        found.append(text)
        for deletion in text.deletions:
            found.append(Text(deletion.parts, text.place))
            hint = Math((deletion.hint,), inside=True) if deletion.is_in_formula else deletion.hint
            found += [Text((hint,), text.place)] if deletion.hint else []
    return tuple(found)


@once
def note_words(note: Note) -> str:
    """Return all words of a note that reach a card, to be searched for what is rare."""
    return "\x01".join([text.words for text in note_texts(note)])


def other_texts(deck: Deck) -> Iterator[Text]:
    """Yield the texts that reach a card and are in no note: of chapters and of pages."""
    yield from (chapter.title for chapter in deck.chapters)
    for source in deck.sources:
        yield from (page.gist for page in source.pages if page.gist)
        yield from (text for section in source.sections for text in (section.title, section.thesis) if text)


def is_in_english(note: Note, deck: Deck) -> bool:
    """Tell whether a note is written in English, the language that the rules of prose know."""
    return primary(note.language or deck.language) == "en"


def is_foreign(question: str) -> bool:
    """Tell whether a question is plainly in another language than English."""
    return bool(_FOREIGN.match(question))


@once
def prompts(note: Note) -> tuple[tuple[Text, str], ...]:
    """Return what asks in the author's own words, in English: the question, the sentence, the heading.

    Each has its words behind it, without what is quoted.
    """
    asked = _asked(note) if note.ordinals else ()
    return tuple([(text, unquoted(text.words)) for text in asked if not is_foreign(text.words)])


def _asked(note: Note) -> Iterator[Text]:
    """Yield the prompts that an author wrote; a question of the tool's about a pair has its sides inside."""
    if note.type in _PROMPTED and note.fields[0]:
        yield note.fields[0]
    elif note.type is PAIR.type:
        questions = [text for text in note.fields[:3] if text]
        yield from (text for text in questions if not any(isinstance(part, Text) for part in text.parts))


def unquoted(words: str) -> str:
    """Return words with an ellipsis for what is quoted, for code and for formulas: no English to be judged."""
    said = without_formulas(words, "…")
    return _QUOTED.sub("“…”", said) if _QUOTES.search(said) else said
