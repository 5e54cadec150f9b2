"""`list`, `items`: things in order, asked one by one with the earlier ones shown, and as a whole.

Each step has a field of its own with one deletion, because Anki shows only the fields in which a card's number stands:
so no later item can be seen on a front, in any version, and a number need not be the item's place in the list.
"""

from flashgen.kinds.kind import Kind, Values
from flashgen.load.fields import Fields
from flashgen.model.note import CardType, NoteType
from flashgen.model.text import Deletion, Items, Text

LONGEST = 12
_STEPS = tuple(f"Step {number}" for number in range(1, LONGEST + 1))


def _values(entry: Fields, _: str) -> Values:
    entry.missing("items", "a list, one item a line")
    prompt, items = entry.text("list"), entry.texts("items")
    if items and not 2 <= len(items) <= LONGEST:
        hint = f"write 2 to {LONGEST} items, or several lists"
        entry.report(entry.place_of("items"), "wrong-length", f"a list of {len(items)}", hint)
    if prompt is None or not 2 <= len(items) <= LONGEST:
        return None
    steps = [_step(items[: count + 1]) for count in range(len(items))]
    return prompt, _whole(items), *steps, *[None] * (LONGEST - len(steps))


def _whole(items: tuple[Text, ...]) -> Text:
    rows = tuple(item.parts for item in items)
    return Text((Deletion(0, (Items(rows),)),), items[0].place)


def _step(items: tuple[Text, ...]) -> Text:
    """Return the list up to its last item, which is hidden."""
    rows = (*(item.parts for item in items[:-1]), (Deletion(0, items[-1].parts),))
    return Text((Items(rows),), items[-1].place)


LIST = Kind(
    keys=("list", "items"),
    type=NoteType(
        name="List",
        fields=("Heading", "Whole", *_STEPS),
        cards=(CardType("List", prompt=("Heading", "Whole", *_STEPS), answer=()),),
        hiding=("Whole", *_STEPS),
    ),
    values=_values,
)
