"""Identities: everything Anki knows a thing by, grown from the deck's uid and a name that never changes."""

from base64 import urlsafe_b64encode
from hashlib import sha256

_FIRST = 1_000_000_000_000
_COUNT = 500_000_000_000


def guid(uid: str, id: str) -> str:
    """Return the GUID of a note: 16 characters that no change of its words moves."""
    return urlsafe_b64encode(_hash(uid, "note", id)[:12]).decode("ascii")


def number(uid: str, *name: str) -> int:
    """Return the number of a note type, field, template or deck.

    It looks like a time in milliseconds before 2017, as Anki's own do, so it is positive and never in the future.
    """
    return _FIRST + int.from_bytes(_hash(uid, *name)[:8], "big") % _COUNT


def _hash(*names: str) -> bytes:
    return sha256("\x1f".join(names).encode("utf-8")).digest()
