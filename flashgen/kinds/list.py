"""`list`, `items`: things in order, asked one by one with the earlier ones shown, and as a whole.

Each step has a field of its own with one deletion, because Anki shows only the fields in which a card's number stands:
so no later item can be seen on a front, in any version, and a number need not be the item's place in the list. The
card for the whole list is number 1.
"""

from flashgen.kinds.kind import Kind, Values
from flashgen.load.fields import Fields
from flashgen.load.key import Key
from flashgen.load.shapes import TEXT, texts
from flashgen.model.note import CardType, NoteType
from flashgen.model.text import Deletion, Items, Text, bare

SHORTEST, LONGEST = 2, 12
WHOLE = 1
"""The number of the card that asks for the whole list; those of the items follow."""

_STEPS = tuple(f"Step {number}" for number in range(1, LONGEST + 1))


def _values(entry: Fields, _: str) -> Values:
    entry.missing("items", "a list, one item a line")
    prompt, items = entry.text("list"), entry.texts("items", hiding=True)
    if items and not SHORTEST <= len(items) <= LONGEST:
        hint = f"write {SHORTEST} to {LONGEST} items, or several lists"
        entry.report(entry.place_of("items"), "wrong-length", f"a list of {len(items)}", hint)
    whole = _all_whole(entry, items)
    if prompt is None or not whole or not SHORTEST <= len(items) <= LONGEST:
        shown = [Text(bare(item.parts), item.place) for item in items[:LONGEST]]
        return prompt, None, *shown, *[None] * (LONGEST - len(shown))
    steps = [_step(items[: count + 1]) for count in range(len(items))]
    return prompt, _whole(items), *steps, *[None] * (LONGEST - len(steps))


def _all_whole(entry: Fields, items: tuple[Text, ...]) -> bool:
    """Tell whether each item is one answer, with a number of its own where it has one."""
    numbers = [deletion.number for item in items for deletion in item.deletions]
    if len(numbers) > len(set(numbers)):
        entry.report(entry.place_of("items"), "bad-number", "two items have one number", "give each its own")
    return all([_whole_item(entry, item) for item in items])  # noqa: C419 - every one is reported


def _whole_item(entry: Fields, item: Text) -> bool:
    """Tell whether an item hides nothing, or itself as a whole to say its number; and report it where it does not."""
    if not item.deletions:
        return True
    (number, *more), whole = [deletion.number for deletion in item.deletions], len(item.parts) == 1
    if more or not whole or number == 0:
        hint = "delete the {{ and }}, or write {{c2::…}} around the whole item to say which card it is"
        entry.report(item.place, "stray-deletion", "an item is one answer: nothing in it can be hidden", hint)
    elif number == WHOLE:
        said, hint = "in a list, c1 is the card that asks for the whole", "number from c2, or leave it to the tool"
        entry.report(item.place, "bad-number", said, hint)
    return not more and whole and number > WHOLE


def _whole(items: tuple[Text, ...]) -> Text:
    rows = tuple(bare(item.parts) for item in items)
    return Text((Deletion(WHOLE, (Items(rows),)),), items[0].place)


def _step(items: tuple[Text, ...]) -> Text:
    """Return the list up to its last item, which is hidden."""
    *before, last = items
    number = last.deletions[0].number if last.deletions else 0
    rows = (*(bare(item.parts) for item in before), (Deletion(number, bare(last.parts)),))
    return Text((Items(rows),), last.place)


LIST = Kind(
    keys=(
        Key("list", "What the items are.", TEXT, "Tucker's five marks of what Stalin called socialism", needed=True),
        Key(
            "items",
            f"{SHORTEST} to {LONGEST} items in order, asked one by one with the earlier ones shown, and as a whole.",
            texts(SHORTEST, LONGEST),
            ("mass poverty", "sharp stratification"),
            needed=True,
        ),
    ),
    type=NoteType(
        name="List",
        fields=("Heading", "Whole", *_STEPS),
        cards=(CardType("List", prompt=("Heading", "Whole", *_STEPS), answer=()),),
        hiding=("Whole", *_STEPS),
        fixed=("Whole",),
    ),
    values=_values,
)
