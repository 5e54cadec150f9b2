"""What a misspelled word may have been meant to be, for the messages of all rooms."""

import re

_MANY = 200
"""Compare a misspelled word with at most this many words."""

_LISTED = 30
"""List at most this many words where none is close."""

_OFFERED = 8
"""Offer at most this many words that go on where the misspelled one ends."""

_NUMBER = re.compile("[IVXLCDM]+|[0-9]+")


def suggested(word: str, known: tuple[str, ...]) -> str:
    """Return a "did you mean" hint for a misspelled word, or the known words if none is close."""
    return did_you_mean(word, known) or f"available: {_listed(tuple(dict.fromkeys(known)))}"


def did_you_mean(word: str, known: tuple[str, ...]) -> str:
    """Return a question with the known words that are close to a misspelled one; blank if there are none."""
    offered = [f'"{one}"' for one in _close(word.casefold(), known)]
    both = [", ".join(offered[:-1]), *offered[-1:]]
    return f"did you mean {' or '.join(filter(None, both))}?" if offered else ""


def _close(word: str, known: tuple[str, ...]) -> list[str]:
    """Return the words that begin with a word, else the most similar one, else the only one that has it inside."""
    from difflib import get_close_matches

    # No number is another one misspelled: neither is IX meant to be I, nor 12 to be 1.
    words = {one.casefold(): one for one in known if not _NUMBER.fullmatch(one)}
    begun = [one for key, one in words.items() if len(word) > 1 and key.startswith(word)]
    if 0 < len(begun) <= _OFFERED:
        return begun
    # Compare only words with the same first two letters: `difflib` is slow on long lists.
    near = list(words) if len(words) <= _MANY else [key for key in words if key[:2] == word[:2]][:_MANY]
    inside = [key for key in near if len(word) > 2 and word in key]
    close = get_close_matches(word, near, n=1, cutoff=0.6) or (inside if len(inside) == 1 else [])
    return [words[key] for key in close]


def _listed(known: tuple[str, ...]) -> str:
    """Return words in their order; of very many, the first ones and the last."""
    if len(known) > _LISTED:
        known = (*known[: _LISTED - 1], "…", known[-1])
    return ", ".join(known) or "none"
