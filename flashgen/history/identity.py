"""Derive the identities that Anki uses from the deck's uid and names that never change."""

from base64 import urlsafe_b64encode
from hashlib import sha256

_FIRST = 1_000_000_000_000
_COUNT = 500_000_000_000


def guid(uid: str, id: str) -> str:
    """Return the GUID of a note: 16 characters that do not depend on its words."""
    return urlsafe_b64encode(_hash(uid, "note", id)[:12]).decode("ascii")


def number(uid: str, *name: str) -> int:
    """Return the number of a note type, field, template or deck.

    Like Anki's own numbers it looks like a time in milliseconds; it is positive and before 2017, never in the future.
    """
    return _FIRST + int.from_bytes(_hash(uid, *name)[:8], "big") % _COUNT


def _hash(*names: str) -> bytes:
    return sha256("\x1f".join(names).encode("utf-8")).digest()
