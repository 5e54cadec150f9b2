"""Which entries of a deck were compared with a copy of their source."""

from collections.abc import Mapping
from dataclasses import dataclass, field

SALT = 16
"""Bytes of a proof's salt."""


@dataclass(frozen=True, slots=True)
class ProvedEntry:
    """An entry whose words stood on their pages: the hash of what was looked up, and the digest of the copy."""

    lookups: str
    copy: str


@dataclass(frozen=True, slots=True)
class Proof:
    """The entries of a deck that were compared with the text, by id; `salt` keys all hashes."""

    path: str
    salt: bytes = b""
    entries: Mapping[str, ProvedEntry] = field(default_factory=dict)

    def holds(self, id: str, lookups: str) -> bool:
        """Tell whether an entry was compared with the text as it is now."""
        return id in self.entries and self.entries[id].lookups == lookups
