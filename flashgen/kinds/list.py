"""`list`, `items`, `ordered`: a list, asked item by item and as a whole.

Each step is a field with one deletion, because Anki shows only the fields that contain a card's number. So a front
shows of the other items what it shall, in any version of Anki, and an item's number need not be its position. The card
for the whole list is number 1.

In an ordered list, the earlier items stand before the blank. In any other, all the others do, and the blank is always
the last row: at a place of its own, it would be answered by its place.
"""

from flashgen.kinds.kind import Kind, Setting, Values
from flashgen.load.fields import Fields
from flashgen.load.key import Key
from flashgen.load.shapes import TEXT, texts
from flashgen.load.yesno import YES_OR_NO, yes
from flashgen.model.note import CardType, Note, NoteType
from flashgen.model.text import Deletion, Items, Text, bare

SHORTEST, LONGEST = 2, 12
WHOLE = 1
"""The number of the card that asks for the whole list; the numbers of the items follow."""

_STEPS = tuple(f"Step {number}" for number in range(1, LONGEST + 1))


def _values(entry: Fields, _: Setting) -> Values:
    entry.missing("items", "a list, one item a line")
    prompt, items, ordered = entry.text("list"), entry.texts("items", hiding=True), yes(entry, "ordered")
    if items and not SHORTEST <= len(items) <= LONGEST:
        limit, hint = f"the limit is {LONGEST}", "split it into two lists"
        if len(items) < SHORTEST:
            limit, hint = f"the least is {SHORTEST}", "add the other items, or write the entry as a question"
        message = f"this list has {len(items)} item{'s' * (len(items) > 1)}; {limit}"
        entry.report(entry.place_of("items"), "wrong-length", message, hint)
    whole = _all_whole(entry, items)
    if prompt is None or not whole or not SHORTEST <= len(items) <= LONGEST:
        shown = [Text(bare(item.parts), item.place) for item in items[:LONGEST]]
        return prompt, None, *shown, *[None] * (LONGEST - len(shown))
    others = [items[:place] if ordered else items[:place] + items[place + 1 :] for place in range(len(items))]
    steps = [_step(shown, item, ordered) for shown, item in zip(others, items, strict=True)]
    return prompt, _whole(items, ordered), *steps, *[None] * (LONGEST - len(steps))


def _all_whole(entry: Fields, items: tuple[Text, ...]) -> bool:
    """Return whether each item is one answer, and no two items have the same number."""
    numbers = [deletion.number for item in items for deletion in item.deletions]
    if len(numbers) > len(set(numbers)):
        entry.report(
            entry.place_of("items"), "bad-number", "two items have the same number", "give each item another number"
        )
    return all([_whole_item(entry, item) for item in items])  # noqa: C419 - every one is reported


def _whole_item(entry: Fields, item: Text) -> bool:
    """Return whether an item has no deletion, or one around the whole item that gives its number. Report any other."""
    if not item.deletions:
        return True
    number, *more = [deletion.number for deletion in item.deletions]
    whole = isinstance(item.parts[-1], Deletion) and len(item.parts) == 1
    if more or not whole or number == 0:
        hint = "delete {{ and }}, or write {{c2::…}} around the whole item to give it a number"
        entry.report(item.place, "stray-deletion", "an item of a list is one answer, and cannot have deletions", hint)
    elif number == WHOLE:
        message = "in a list, c1 is the card that asks for the whole list"
        entry.report(item.place, "bad-number", message, "number from c2, or leave out the number")
    return not more and whole and number > WHOLE


def _whole(items: tuple[Text, ...], ordered: bool) -> Text:
    rows = tuple(bare(item.parts) for item in items)
    return Text((Deletion(WHOLE, (Items(rows, ordered),)),), items[0].place, items[0].language)


def _step(shown: tuple[Text, ...], asked: Text, ordered: bool) -> Text:
    """Return a list of some items and, as its last row, the item that is asked for."""
    number = asked.deletions[0].number if asked.deletions else 0
    rows = (*(bare(item.parts) for item in shown), (Deletion(number, bare(asked.parts)),))
    return Text((Items(rows, ordered),), asked.place, asked.language)


def is_ordered(note: Note) -> bool:
    """Tell whether a note is a list whose items have an order."""
    parts = [part for text in note.fields if text for one in text.deletions for part in one.parts]
    return any(isinstance(part, Items) and part.ordered for part in parts)


LIST = Kind(
    keys=(
        Key("list", "What the items are.", TEXT, "What a reference to a book names", needed=True),
        Key(
            "items",
            f"{SHORTEST} to {LONGEST} items, asked one by one with all the others shown, and as a whole.",
            texts(SHORTEST, LONGEST),
            ("author", "title"),
            needed=True,
        ),
        Key(
            "ordered",
            "`yes` if the items have an order to learn: then each is asked with only the earlier items shown.",
            YES_OR_NO,
            "yes",
        ),
    ),
    type=NoteType(
        name="List",
        fields=("Heading", "Whole", *_STEPS),
        cards=(CardType("List", prompt=("Heading", "Whole", *_STEPS), answer=()),),
        hiding=("Whole", *_STEPS),
        fixed=("Whole",),
        late=(WHOLE,),
    ),
    values=_values,
)
