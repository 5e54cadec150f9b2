"""What a misspelled word may have been meant to be, for the messages of all rooms."""

_MANY = 200
"""Compare a misspelled word with at most this many words."""

_LISTED = 30
"""List at most this many words where none is close."""


def suggested(word: str, known: tuple[str, ...]) -> str:
    """Return a "did you mean" hint for a misspelled word, or the known words if none is close."""
    from difflib import get_close_matches

    # Compare only words with the same first two letters: `difflib` is slow on long lists.
    near = known if len(known) <= _MANY else [one for one in known if one[:2] == word[:2]][:_MANY]
    close = get_close_matches(word, near, n=1, cutoff=0.6)
    if close:
        return f'did you mean "{close[0]}"?'
    return f"there is {', '.join(known[:_LISTED]) or 'none'}{', …' if len(known) > _LISTED else ''}"
