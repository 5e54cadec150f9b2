"""A key of the author's files: what is written there, as a person, an editor and the loader should know it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, TypeAlias

Shape: TypeAlias = Mapping[str, Any]
"""What a value may look like, in the words of JSON Schema."""


@dataclass(frozen=True, slots=True)
class Key:
    """A key; `says` is a sentence or two about its value, and a needed one must be there."""

    name: str
    says: str
    shape: Shape
    example: str | int | tuple[str, ...] | None = None
    needed: bool = False


def names(keys: Sequence[Key]) -> tuple[str, ...]:
    """Return the names of keys."""
    return tuple([key.name for key in keys])


def mapping(keys: Sequence[Key]) -> dict[str, Any]:
    """Return the shape of a mapping that has these keys and no others."""
    return {
        "type": "object",
        "properties": {key.name: described(key) for key in keys},
        "required": [key.name for key in keys if key.needed],
        "additionalProperties": False,
    }


def described(key: Key) -> dict[str, Any]:
    """Return the shape of a key's value, with what is said about it and an example."""
    examples = {} if key.example is None else {"examples": [key.example]}
    return {"description": key.says, **key.shape, **examples}
