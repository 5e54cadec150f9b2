"""A note as its author wrote it: its texts, each once, and the words that ask."""

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import chain

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
_FOREIGN = re.compile(
    r"[¿¡]|\W*[^\W\d_\x00-\u024f]{2}|(?:was|wer|wie|wo|wann|warum|welche[rsmn]?|nenne|qu['’]|que|quel(?:le)?s?|qui|cu[aá]l(?:es)?|come|cosa|che)"
    r" ?(?:ist|sind|wird|werden|wurde|bedeutet|bezeichnet|heißt|hat|haben|kann|macht|gibt|versteht|est|sont"
    r"|était|es|son|fue|è|sono)\b",
    re.IGNORECASE,
)
"""How a question in another language begins: a deck in English may teach one."""


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
    for text in texts_with_blocks(deck):
        for name in image_names(text):
            if name in deck.images:
                yield name, text


def texts_with_blocks(deck: Deck) -> Iterator[Text]:
    """Yield the texts that may be more than a paragraph: extras, and such answers as are."""
    for note in deck.notes:
        yield from [note.extra] if note.extra else []
        yield from [text for text in note.fields if text and text.has_blocks]


def deck_texts(deck: Deck) -> Iterator[Text]:
    """Yield all texts that reach a card: of notes, their deletions with the hints, of chapters and of pages."""
    for note in deck.notes:
        for text in texts(note):
            yield text
            for deletion in text.deletions:
                yield Text(deletion.parts, text.place)
                hint = Math((deletion.hint,), inside=True) if deletion.is_in_formula else deletion.hint
                yield Text((hint,), text.place)
    yield from (chapter.title for chapter in deck.chapters)
    for source in deck.sources:
        yield from (page.gist for page in source.pages if page.gist)
        yield from (text for section in source.sections for text in (section.title, section.thesis) if text)


def english(deck: Deck) -> tuple[Note, ...]:
    """Return the notes that are written in English, the language that the rules of prose know."""
    return tuple([note for note in deck.notes if primary(note.language or deck.language) == "en"])


def is_foreign(question: str) -> bool:
    """Tell whether a question is plainly in another language than English."""
    return bool(_FOREIGN.match(question))


def prompted(deck: Deck) -> Iterator[tuple[Note, Text]]:
    """Yield what asks in the author's own words, in English: the question, the sentence, the heading."""
    for note in (note for note in english(deck) if note.ordinals):
        for asked in _asked(note):
            if not is_foreign(asked.words):
                yield note, asked


def _asked(note: Note) -> Iterator[Text]:
    """Yield the prompts that an author wrote; a question of the tool's about a pair has its sides inside."""
    if note.type in _PROMPTED and note.fields[0]:
        yield note.fields[0]
    elif note.type is PAIR.type:
        questions = [text for text in note.fields[:3] if text]
        yield from (text for text in questions if not any(isinstance(part, Text) for part in text.parts))


def unquoted(words: str) -> str:
    """Return words with an ellipsis for what is quoted, for code and for formulas: no English to be judged."""
    return _QUOTED.sub("“…”", without_formulas(words, "…"))
