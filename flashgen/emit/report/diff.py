"""A unified diff of a file that can be mended, as `git apply` takes it."""

from collections.abc import Iterator
from difflib import diff_bytes, unified_diff
from io import BytesIO

from flashgen.model.output import FixedFile


def as_diff(file: FixedFile) -> bytes:
    """Return the lines that change, with three lines around each; paths are those in the project."""
    old, new = (BytesIO(content).readlines() for content in (file.old, file.new))
    lines = diff_bytes(unified_diff, old, new, f"a/{file.path}".encode(), f"b/{file.path}".encode())
    return b"".join(_ended(lines))


def _ended(lines: Iterator[bytes]) -> Iterator[bytes]:
    """Yield lines, and behind one without an end what says so."""
    for line in lines:
        yield line if line.endswith(b"\n") else line + b"\n\\ No newline at end of file\n"
