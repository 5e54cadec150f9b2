"""Typesetting by Typst, which can read one folder with the values and pictures, and nothing else."""

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING

from flashgen.emit.paper.document import Document
from flashgen.emit.paper.faces import ALONE, Faces
from flashgen.load.invisible import is_undrawn

if TYPE_CHECKING:
    from typst import Compiler, PDFStandard

STANDARD: "PDFStandard" = "a-2u"
"""PDF/A-2u: without it, Typst silently leaves out letters that the font lacks."""

SHARED = {name: f"templates/{name}" for name in ("text.typ", "formula.typ")}
"""What all templates share: the files in the engine's folder, and in this one."""

_LACKING = re.compile(r"the text `\"(.+?)\"` could not be displayed", re.DOTALL)
_ESCAPED = re.compile(r"\\u\{([0-9a-f]+)\}")


@dataclass(frozen=True, slots=True)
class Overflow:
    """A side whose text does not fit, and the excess in mm; `card` is the card's place in the document."""

    card: int
    side: str
    over: float


@dataclass(frozen=True, slots=True)
class Pages:
    """A PDF, and what keeps it from being printed: text that does not fit, letters that the font lacks, or else.

    `refused` is what the engine says where it failed or warned for any other reason.
    """

    pdf: bytes
    overflows: tuple[Overflow, ...] = ()
    lacking: tuple[str, ...] = ()
    refused: str = ""


def laid_out(document: Document, pictures: Mapping[str, bytes], folder: Path, faces: Faces = ALONE) -> Path:
    """Write everything the engine needs but fonts into an empty folder, and return the folder."""
    for name, source in {**SHARED, "main.typ": document.template}.items():
        (folder / name).write_bytes((files("flashgen.emit.paper") / source).read_bytes())
    values = {**document.values, "fonts": faces.families}
    (folder / "data.json").write_text(json.dumps(values, ensure_ascii=False), "utf-8")
    for name, picture in pictures.items():
        (folder / name).write_bytes(picture)
    return folder


def pages(folder: Path, time: int, fonts: Path | None = None) -> Pages:
    """Return the pages of the document in a folder, stamped with a time in seconds since 1970.

    `fonts` has a folder for each font file.
    """
    from typst import Compiler

    own = sorted(fonts.iterdir()) if fonts else []
    engine = Compiler(
        folder / "main.typ",
        root=folder,
        font_paths=own,
        ignore_system_fonts=True,
        package_path=folder / "none",
    )
    overflows: tuple[Overflow, ...] = ()
    try:
        overflows = _overflows(engine)
        pdf, warnings = engine.compile_with_warnings(format="pdf", pdf_standards=[STANDARD], timestamp=time)
    except (KeyboardInterrupt, SystemExit):
        raise
    except BaseException as error:
        lacking = tuple(dict.fromkeys(_lacking(getattr(error, "diagnostic", str(error)))))
        return Pages(b"", overflows, lacking, "" if lacking else _first_line(str(error)))
    refused = _first_line(str(warnings[0])) if warnings else ""
    return Pages(pdf if isinstance(pdf, bytes) else b"", overflows, refused=refused)


def _first_line(said: str) -> str:
    return said.partition("\n")[0] or "it does not say why"


def _lacking(diagnostic: str) -> Iterator[str]:
    """Yield the letters that no font has, but for those that are never drawn; the engine escapes some."""
    for text in _LACKING.findall(diagnostic):
        for letter in _ESCAPED.sub(lambda found: chr(int(found[1], 16)), text):
            if not is_undrawn(letter):
                yield letter


def _overflows(engine: "Compiler") -> tuple[Overflow, ...]:
    reports = json.loads(engine.query("<fit>", field="value"))
    return tuple(Overflow(report["card"], report["side"], report["over"]) for report in reports)


def save(pages: Pages, folder: Path) -> None:
    """Write pages into a folder."""
    (folder / "pages.pdf").write_bytes(pages.pdf)
    values = {
        "overflows": [asdict(overflow) for overflow in pages.overflows],
        "lacking": pages.lacking,
        "refused": pages.refused,
    }
    (folder / "pages.json").write_text(json.dumps(values), "utf-8")


def saved(folder: Path) -> Pages:
    """Return the pages that were written into a folder."""
    values = json.loads((folder / "pages.json").read_text("utf-8"))
    overflows = tuple(Overflow(**overflow) for overflow in values["overflows"])
    return Pages((folder / "pages.pdf").read_bytes(), overflows, tuple(values["lacking"]), values["refused"])
