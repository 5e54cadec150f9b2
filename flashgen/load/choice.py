"""A value that is one of a few words."""

from flashgen.load.fields import Fields


def chosen(entry: Fields, key: str, known: tuple[str, ...]) -> str:
    """Return a value that is one of these words; nothing without the key. Any other joins the problems."""
    written, words = entry.word(key), " or ".join(known)
    if written and written not in known:
        message = f'"{key}" must be {words}, and is "{written}"'
        entry.report(entry.place_of(key), "wrong-type", message, f"write {words}")
    return written if written in known else ""
