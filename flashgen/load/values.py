"""The positions of the values in a text, without keys and comments. The text need not be composed (NFC)."""

from collections.abc import Iterator
from typing import Any

import yaml


def value_spans(text: str) -> Iterator[tuple[int, int]]:
    """Yield the start and the end of each text value. The text must be valid YAML."""
    waiting: list[bool | None] = [None]  # for each list and mapping around: whether a key comes next; None for a list
    event: Any  # the stubs lack the marks of events
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
    """Return whether a text is valid YAML as it is, before its letters are composed."""
    try:
        return bool(list(yaml.parse(text, Loader=yaml.CSafeLoader)))
    except yaml.YAMLError:
        return False
