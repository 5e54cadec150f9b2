"""Items of a file from a reference manager, with the names of CSL-JSON, as nodes that are read like an author's own."""

import re
from collections.abc import Collection
from collections.abc import Mapping as Values
from dataclasses import dataclass
from unicodedata import normalize

from flashgen.load.decode import UNPRINTABLE
from flashgen.load.nodes import Mapping, Node, Scalar, Sequence
from flashgen.model.place import Place

_TAG = re.compile(r"</?(?:i|b|em|strong|sub|sup|sc|span|nobr)\b[^<>]*>", re.IGNORECASE)
"""The only markup that Zotero has in titles."""


@dataclass(frozen=True, slots=True)
class Item:
    """An item: the names that it goes by, its place, and its values by the names of CSL-JSON."""

    names: tuple[str, ...]
    place: Place
    values: Values[str, object]


def node(item: Item, keys: Collection[str], inner: Collection[str]) -> Mapping:
    """Return an item as a mapping with some keys, and their values with some `inner` keys; blank ones are left out."""
    return _mapping({key: item.values[key] for key in keys if key in item.values}, inner, item.place)


def _mapping(values: Values[str, object], inner: Collection[str], place: Place) -> Mapping:
    nodes = {key: _node(value, inner, place) for key, value in values.items()}
    return Mapping({key: (_scalar(key, place), value) for key, value in nodes.items() if value}, place)


def _node(value: object, inner: Collection[str], place: Place) -> Node | None:
    """Return a value as a node, without keys that are not known; None for one that is blank."""
    if isinstance(value, dict):
        mapping = _mapping({key: value[key] for key in inner if key in value}, inner, place)
        return mapping if mapping.pairs else None
    if isinstance(value, list):
        items = tuple([node for item in value if (node := _node(item, inner, place))])
        return Sequence(items, place) if items else None
    words = "" if value is None else " ".join(_TAG.sub("", UNPRINTABLE.sub("", str(value))).split())
    return _scalar(normalize("NFC", words), place) if words else None


def _scalar(value: str, place: Place) -> Scalar:
    return Scalar(value, place.path, place.line - 1, place.column - 1)
