"""Where the values of a file stand in its text, keys and comments left out; the text need not be composed (NFC)."""

from collections.abc import Iterator
from typing import Any

import yaml


def value_spans(text: str) -> Iterator[tuple[int, int]]:
    """Yield where each value of one line or more begins and ends. The text must be YAML that can be read."""
    waiting: list[bool | None] = [None]  # of each list and mapping around: whether a key comes next; None for a list
    event: Any  # the stubs do not know that events have marks
    for event in yaml.parse(text, Loader=yaml.CSafeLoader):
        kind = type(event)
        if kind in (yaml.SequenceEndEvent, yaml.MappingEndEvent):
            waiting.pop()
        elif kind in (yaml.ScalarEvent, yaml.SequenceStartEvent, yaml.MappingStartEvent):
            if kind is yaml.ScalarEvent and not waiting[-1]:
                yield event.start_mark.index, event.end_mark.index
            if waiting[-1] is not None:
                waiting[-1] = not waiting[-1]
            if kind is not yaml.ScalarEvent:
                waiting.append(True if kind is yaml.MappingStartEvent else None)


def can_be_parsed(text: str) -> bool:
    """Tell whether a text is YAML as it stands: one that is not composed may be YAML only when it is."""
    try:
        return bool(list(yaml.parse(text, Loader=yaml.CSafeLoader)))
    except yaml.YAMLError:
        return False
