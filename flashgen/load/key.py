"""The keys of the author's files, as people, editors and the loader see them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, TypeAlias

Shape: TypeAlias = Mapping[str, Any]
"""What a value may look like, as JSON Schema says it."""


@dataclass(frozen=True, slots=True)
class Key:
    """A key; `says` describes its value in a sentence or two, and a `needed` one is required."""

    name: str
    says: str
    shape: Shape
    example: str | int | tuple[str, ...] | None = None
    needed: bool = False


def names(keys: Sequence[Key]) -> tuple[str, ...]:
    """Return the names of keys."""
    return tuple([key.name for key in keys])


def mapping(keys: Sequence[Key]) -> dict[str, Any]:
    """Return the shape of a mapping with these keys and no others."""
    return {
        "type": "object",
        "properties": {key.name: described(key) for key in keys},
        "required": [key.name for key in keys if key.needed],
        "additionalProperties": False,
    }


def described(key: Key) -> dict[str, Any]:
    """Return the shape of a key's value, with its description and an example."""
    examples = {} if key.example is None else {"examples": [key.example]}
    return {"description": key.says, **key.shape, **examples}
