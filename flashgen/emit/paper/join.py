"""Several PDFs of the engine into one, with bookmarks and tags: a reader that knows just what the engine writes.

A library that reads any PDF would take longer than the engine itself, and would lose the tags.
"""

import re
from base64 import b64encode
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from itertools import pairwise

from flashgen.model.output import Track, untracked

_STRING = rb"\((?:[^()\\]|\\.)*\)"
for _ in range(6):
    _STRING = rb"\((?:[^()\\]|\\.|" + _STRING + rb")*\)"
_NUMBERS = re.compile(_STRING + rb"|(?P<key>/StructParents? )(?P<tag>\d+)|(?P<ref>\d+) 0 R", re.DOTALL)
_SINGLE = ("Root", "StructTreeRoot", "Document", "Outlines", "Metadata")
_STREAM = b">>\nstream\n"
_NUMS = re.compile(rb"(\d+) (\d+ 0 R)")
_ID = re.compile(rb"/ID\[\((.{24})\)\((.{24})\)\]", re.DOTALL)


@dataclass(frozen=True, slots=True)
class _Part:
    """A PDF's objects in their order, the first being number 1, and the numbers of some by what they are."""

    objects: tuple[bytes, ...]
    named: dict[str, int]
    info: int
    ids: tuple[bytes, bytes]

    def get(self, name: str) -> bytes:
        """Return one of the catalog's objects; nothing where it has no such."""
        return self.objects[self.named[name] - 1] if name in self.named else b""


def joined(pdfs: Sequence[bytes], track: Track = untracked) -> bytes:
    """Return the pages of PDFs as one PDF, in their order."""
    return _Joining([_part(pdf) for pdf in pdfs]).pdf(track) if len(pdfs) > 1 else pdfs[0]


def _part(pdf: bytes) -> _Part:
    table = int(pdf.rsplit(b"startxref", 1)[1].split()[0])
    rows = pdf[table:].split(b"trailer")[0].split(b"\n")[3:]
    starts = [int(row[:10]) for row in rows if row.endswith(b"n\r")]
    ends = dict(pairwise(sorted((*starts, table))))
    objects = tuple(pdf[start : ends[start]].split(b" obj\n", 1)[1] for start in starts)
    trailer = pdf[pdf.rindex(b"trailer") :]
    root, info = (int(_found(rb"/%s (\d+)" % name, trailer)) for name in (b"Root", b"Info"))
    named = {key.decode("ascii"): int(number) for key, number in re.findall(rb"/(\w+) (\d+) 0 R", objects[root - 1])}
    named["Document"] = int(_found(rb"/K\[(\d+) 0 R\]", objects[named["StructTreeRoot"] - 1]))
    found = _ID.search(trailer)
    return _Part(objects, named | {"Root": root}, info, (found[1], found[2]) if found else (b"", b""))


def _found(pattern: bytes, text: bytes) -> bytes:
    found = re.search(pattern, text, re.DOTALL)
    return bytes(found[1]) if found else b""


class _Joining:
    """Parts that become one: all keep their objects under higher numbers; what there is one of is made anew."""

    def __init__(self, parts: Sequence[_Part]) -> None:
        self.parts, self.first = parts, parts[0].named
        self.shifts = [sum(len(part.objects) for part in parts[:place]) for place in range(len(parts))]
        self.tags = [sum(_number("ParentTreeNextKey", part) for part in parts[:place]) for place in range(len(parts))]
        self.tree = sum(len(part.objects) for part in parts) + 1
        self.id = b64encode(sha256(b"".join(id for part in parts for id in part.ids)).digest()[:16])

    def pdf(self, track: Track) -> bytes:
        """Return the one PDF."""
        places = track(range(len(self.parts)), "joining pages")
        made = {number: text for place in places for number, text in self._moved(place)}
        made |= self._bookmarks(made)
        made |= {self.tree: self._page_tree(), self.first["StructTreeRoot"]: self._tags()}
        made[self.first["Document"]] = self._document()
        made |= {self.first["Metadata"]: self._metadata(), self.first["Root"]: self._catalog()}
        return self._written(made)

    def _written(self, objects: Mapping[int, bytes]) -> bytes:
        """Return objects as a file, with the table of where each begins."""
        out, rows = bytearray(b"%PDF-1.7\n%\x80\x80\x80\x80\n\n"), [b"0000000000 65535 f\r\n"]
        for number in range(1, self.tree + 1):
            rows.append(b"%010d 00000 n\r\n" % len(out) if number in objects else b"0000000000 65535 f\r\n")
            if number in objects:
                out += b"%d 0 obj\n%s" % (number, objects[number])
        size, root, info = self.tree + 1, self.first["Root"], self.parts[0].info
        trailer = b"/Size %d/Root %d 0 R/Info %d 0 R/ID[(%s)(%s)]" % (size, root, info, self.id, self.id)
        table = b"xref\n0 %d\n%strailer\n<<%s>>\nstartxref\n%d\n%%%%EOF" % (size, b"".join(rows), trailer, len(out))
        return bytes(out) + table

    def _moved(self, place: int) -> Iterator[tuple[int, bytes]]:
        """Yield a part's objects under their new numbers, but for those that the whole has once."""
        part, shift = self.parts[place], self.shifts[place]
        single = {part.named[name] for name in _SINGLE if name in part.named} | ({part.info} if place else set())
        for number, text in enumerate(part.objects, 1):
            if number in single:
                continue
            head, mark, stream = text.partition(_STREAM)
            moved = self._renumbered(head, place)
            if number == part.named["Pages"]:
                moved = moved.replace(b"/Type/Pages", b"/Type/Pages/Parent %d 0 R" % self.tree, 1)
            yield number + shift, moved + mark + stream

    def _renumbered(self, text: bytes, place: int) -> bytes:
        part, shift, tags = self.parts[place], self.shifts[place], self.tags[place]
        shared = {part.named[name]: self.first[name] for name in _SINGLE if name in part.named}

        def moved(found: re.Match[bytes]) -> bytes:
            if found["ref"]:
                number = int(found["ref"])
                return b"%d 0 R" % shared.get(number, number + shift)
            return found["key"] + b"%d" % (int(found["tag"]) + tags) if found["key"] else found.group()

        return _NUMBERS.sub(moved, text)

    def _page_tree(self) -> bytes:
        kids = [part.named["Pages"] + shift for part, shift in zip(self.parts, self.shifts, strict=True)]
        refs = b" ".join(b"%d 0 R" % kid for kid in kids)
        return b"<</Type/Pages/Count %d/Kids[%s]>>\nendobj\n" % (self._pages(), refs)

    def _pages(self) -> int:
        return sum(int(_found(rb"/Count (\d+)", part.get("Pages"))) for part in self.parts)

    def _catalog(self) -> bytes:
        text = self.parts[0].get("Root")
        return text.replace(b"/Pages %d 0 R" % self.first["Pages"], b"/Pages %d 0 R" % self.tree)

    def _metadata(self) -> bytes:
        text = self.parts[0].get("Metadata")
        for id in self.parts[0].ids:
            text = text.replace(id, self.id)
        head, mark, stream = text.partition(_STREAM)
        told = re.sub(rb"(NPages>)\d+", rb"\g<1>%d" % self._pages(), stream)
        length = int(_found(rb"/Length (\d+)", head)) + len(told) - len(stream)
        return re.sub(rb"/Length \d+", b"/Length %d" % length, head) + mark + told

    def _tags(self) -> bytes:
        """Return the root of all tags, and who is whose parent."""
        parents = []
        for place, part in enumerate(self.parts):
            nums = self._renumbered(_found(rb"/Nums\[(.*?)\]", part.get("StructTreeRoot")), place)
            parents += [b"%d %s" % (int(key) + self.tags[place], ref) for key, ref in _NUMS.findall(nums)]
        text = re.sub(rb"/Nums\[.*?\]", b"/Nums[%s]" % b" ".join(parents), self.parts[0].get("StructTreeRoot"))
        total = self.tags[-1] + _number("ParentTreeNextKey", self.parts[-1])
        return re.sub(rb"(NextKey) \d+", rb"\1 %d" % total, text)

    def _document(self) -> bytes:
        """Return the tag of the whole document: those of the parts are one, with what is in all."""
        inside = (
            self._renumbered(_found(rb"/K\[(.*?)\]", part.get("Document")), place)
            for place, part in enumerate(self.parts)
        )
        return re.sub(rb"/K\[.*?\]", b"/K[%s]" % b" ".join(inside), self.parts[0].get("Document"))

    def _bookmarks(self, made: Mapping[int, bytes]) -> dict[int, bytes]:
        """Return the bookmarks' root, and those bookmarks that now have a neighbour in another part."""
        chains = [
            (int(_found(rb"/First (\d+)", text)) + shift, int(_found(rb"/Last (\d+)", text)) + shift)
            for part, shift in zip(self.parts, self.shifts, strict=True)
            if (text := part.get("Outlines"))
        ]
        count = sum(_number("Count", part, "Outlines") for part in self.parts)
        ends = b"/First %d 0 R/Last %d 0 R/Count %d" % (chains[0][0], chains[-1][1], count)
        changed = {self.first["Outlines"]: b"<</Type/Outlines%s>>\nendobj\n" % ends}
        for (_, last), (first, _) in pairwise(chains):
            for one, key, other in ((last, b"Next", first), (first, b"Prev", last)):
                changed[one] = changed.get(one, made[one]).replace(b"/Title", b"/%s %d 0 R/Title" % (key, other), 1)
        return changed


def _number(key: str, part: _Part, name: str = "StructTreeRoot") -> int:
    return int(_found(rb"/%s (\d+)" % key.encode("ascii"), part.get(name)) or 0)
