"""A unified diff of a file with fixes, for `git apply`."""

from collections.abc import Iterator
from difflib import diff_bytes, unified_diff
from io import BytesIO

from flashgen.model.output import FixedFile


def as_diff(file: FixedFile) -> bytes:
    """Return a unified diff with three lines of context; paths are relative to the project."""
    old, new = (BytesIO(content).readlines() for content in (file.old, file.new))
    lines = diff_bytes(unified_diff, old, new, f"a/{file.path}".encode(), f"b/{file.path}".encode())
    return b"".join(_ended(lines))


def _ended(lines: Iterator[bytes]) -> Iterator[bytes]:
    """Yield lines; after a line without a line feed, also the note that diff requires."""
    for line in lines:
        yield line if line.endswith(b"\n") else line + b"\n\\ No newline at end of file\n"
