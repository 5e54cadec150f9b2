"""Lays the same sheets out for flashgen, for its engine alone and for the bare engine, to be measured.

python -m tests.bench.sheets FOLDER CARDS

The bare engine gets the same texts, QR codes and pages with every size known, and sets them in one process. The engine
alone is flashgen's own document, with what has to be measured, in one process too. All else is what flashgen does more:
to read the deck, to draw the codes, to put the file in its place.
"""

import json
import sys
from pathlib import Path

from flashgen.emit.paper import engine
from flashgen.emit.paper.sheets.card import cards
from flashgen.emit.paper.sheets.layouts import LAYOUTS
from flashgen.emit.paper.sheets.options import SheetOptions
from flashgen.emit.paper.sheets.sheet import sheets
from flashgen.pipeline import read_decks
from flashgen.render.blocks import Blocks, lines
from tests.bench.generate import generate

LINK = "links:\n  print: https://example.org/t/{id}\n"


def project(folder: Path, count: int) -> Path:
    """Write a project whose sheets have that many cards: six entries make ten."""
    root = generate(folder / "project", count * 3 // 5)
    source = root / "source/generated.yaml"
    source.write_text(source.read_text("utf-8") + LINK, "utf-8")
    return root


def laid_out(root: Path, folder: Path) -> Path:
    """Write the same pages for the bare engine."""
    (deck,), _ = read_decks(root, ())
    made = tuple(cards(deck, deck.notes))
    values = json.loads(json.dumps(sheets(deck, made, SheetOptions(LAYOUTS[0])).values))
    pages = []
    for page in values["sheets"]:
        pages.append([])
        for cell in page["cells"]:
            card, shown = made[cell["card"]], values["cards"][cell["card"]]
            front = cell["side"] == "front"
            said = words(card.prompt) if front else words((*card.answer, *card.extra))
            more = {"said": said, "size": 16 if front else 12, "id": card.id, "first": front and shown["first"]}
            code = {"code": None if front else shown["code"], "url": card.url, "band": "".join(shown["band"])}
            pages[-1].append({"x": cell["x"], "y": cell["y"]} | more | code)
    folder.mkdir()
    engine.laid_out(sheets(deck, made, SheetOptions(LAYOUTS[0])), {}, folder)
    (folder / "bare.json").write_text(json.dumps({"sheets": pages}), "utf-8")
    (folder / "bare.typ").write_bytes(Path(__file__).with_name("bare.typ").read_bytes())
    return folder


def words(blocks: Blocks) -> list[str]:
    """Return the words of each paragraph."""
    return ["".join(run.words for run in runs) for runs in lines(blocks)]


def main() -> None:
    """Write FOLDER/project and FOLDER/bare."""
    folder, count = Path(sys.argv[1]), int(sys.argv[2])
    laid_out(project(folder, count), folder / "bare")


if __name__ == "__main__":
    main()
