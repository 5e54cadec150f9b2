"""The file `deck.proof`: JSON, a line for its salt and one for each entry that was compared with the text, by id.

No word of the text is in it. `lookups` is a keyed hash of what stands in the deck itself: the words that were looked up
and the labels of their pages. `copy` is a keyed digest of all words of the copy, cut to 16 bits: it tells two copies
apart, and whatever is tried, no more than two letters of the text can be learned from it. `hash` shows whether the line
is as it was written.
"""

import json
import re
from collections.abc import Mapping
from hashlib import blake2b
from pathlib import Path
from typing import Any

from flashgen.history.lines import CONFLICT, has_shape, line_hash, values
from flashgen.load.files import read_text
from flashgen.model.copy import Copy
from flashgen.model.place import Place
from flashgen.model.problem import Problem
from flashgen.model.proof import Proof, ProvedEntry

FORMAT = 1
HEAD = {"flashgen proof": int, "salt": str}
ENTRY = {"id": str, "lookups": str, "copy": str, "hash": str}

_SALT = re.compile(r"[0-9a-f]{32}")
_HINT = "run flashgen check --text PATH again: it rewrites the file"


def copy_digest(copy: Copy, salt: bytes) -> str:
    """Return the digest by which a copy is told from others."""
    return blake2b(copy.content, key=salt, digest_size=2).hexdigest()


def written(proof: Proof) -> bytes:
    """Return a proof as the content of its file."""
    lines: list[dict[str, object]] = [{"flashgen proof": FORMAT, "salt": proof.salt.hex()}]
    for id, entry in sorted(proof.entries.items()):
        line: dict[str, object] = {"id": id, "lookups": entry.lookups, "copy": entry.copy}
        lines.append({**line, "hash": line_hash(line)})
    return "".join([json.dumps(line, ensure_ascii=False) + "\n" for line in lines]).encode("utf-8")


def read_proof(path: Path, root: Path, problems: list[Problem]) -> Proof | None:
    """Return the proof that a file holds; None where there is none, or its first line is not understood.

    A line that is not as it was written is left out, and joins the problems.
    """
    text = read_text(path, root, problems) if path.exists() else None
    return None if text is None else _parsed(text, path.relative_to(root).as_posix(), problems)


def _parsed(text: str, path: str, problems: list[Problem]) -> Proof | None:
    head, *rest = text.removesuffix("\n").split("\n")
    first = _object(head)
    if found := _head_problem(first, Place(path, 1, 1)):
        problems.append(found)
        return None
    entries: dict[str, ProvedEntry] = {}
    for number, text_of_line in enumerate(rest, 2):
        line = _object(text_of_line)
        if said := _fault(text_of_line, line, next(reversed(entries), "")):
            problems.append(Problem(Place(path, number, 1), "broken-proof", said, _HINT))
        else:
            entries[line["id"]] = ProvedEntry(line["lookups"], line["copy"])
    return Proof(path, bytes.fromhex(first["salt"]), entries)


def _object(text: str) -> Mapping[str, Any]:
    found = values(text)
    return found if isinstance(found, Mapping) else {}


def _head_problem(line: Mapping[str, Any], place: Place) -> Problem | None:
    version = line.get("flashgen proof")
    if type(version) is int and version > FORMAT:
        said = f"this proof has format {version}; this flashgen knows format {FORMAT}"
        return Problem(place, "newer-proof", said, "install a newer flashgen")
    if has_shape(line, HEAD) and version == FORMAT and _SALT.fullmatch(line["salt"]):
        return None
    return Problem(place, "broken-proof", f"this line does not have the values {', '.join(HEAD)}", _HINT)


def _fault(text: str, line: Mapping[str, Any], last: str) -> str:
    """Return what is wrong with an entry's line that follows the one of a last id; nothing where it is as written."""
    if CONFLICT.match(text):
        return "a merge left this conflict mark"
    if not has_shape(line, ENTRY):
        return f"this line does not have the values {', '.join(ENTRY)}"
    if line_hash(line) != line["hash"]:
        return f'the line of "{line["id"]}" is not as it was written'
    return "" if line["id"] > last else f'the line of "{line["id"]}" is out of order, or a second one'
