"""The plain script that flashgen is measured against: PyYAML's C loader and genanki, and nothing else."""

import re
import sys
from itertools import count
from pathlib import Path

import genanki
import yaml

MODEL = genanki.Model(
    1600000000001,
    "Plain",
    fields=[{"name": name} for name in ("Text", "Extra", "Chapter", "Page", "Source")],
    templates=[{"name": "Cloze", "qfmt": "{{cloze:Text}}", "afmt": "{{cloze:Text}}<hr>{{Extra}} {{Source}} {{Page}}"}],
    model_type=genanki.Model.CLOZE,
)
FACES = genanki.Model(
    1600000000003,
    "Plain, two faces",
    fields=[{"name": name} for name in ("Front", "Back", "Script", "Extra", "Chapter", "Page", "Source")],
    templates=[
        {"name": "Forward", "qfmt": "{{Front}} {{Script}}", "afmt": "{{Back}}<hr>{{Extra}} {{Source}} {{Page}}"},
        {
            "name": "Back",
            "qfmt": "{{#Script}}{{Back}}{{/Script}}",
            "afmt": "{{Front}}<hr>{{Extra}} {{Source}} {{Page}}",
        },
    ],
)


def cloze(text: str) -> str:
    """Return a text with its deletions numbered."""
    number = count(1)
    return re.sub(r"\{\{", lambda _: f"{{{{c{next(number)}::", text)


def faces(entry: dict[str, str]) -> list[str]:
    """Return what stands on a question or a term."""
    return [entry["ask"], entry["answer"], ""] if "ask" in entry else [entry["term"], entry["means"], entry["script"]]


def build(root: Path, target: Path) -> None:
    """Write the package of the generated project."""
    decks = []
    for place, file in enumerate(sorted((root / "decks" / "generated").glob("*-part.yaml"))):
        chapter = yaml.load(file.read_text("utf-8"), yaml.CSafeLoader)
        deck = genanki.Deck(1600000000002 + place, f"Generated::{chapter['title']}")
        for entry in chapter["entries"]:
            shown = [entry["extra"], chapter["title"], str(entry["page"]), "Generated"]
            model, fields = (MODEL, [cloze(entry["cloze"])]) if "cloze" in entry else (FACES, faces(entry))
            guid = genanki.guid_for(entry["id"])
            deck.add_note(genanki.Note(model, fields + shown, tags=entry["tags"], guid=guid))
        decks.append(deck)
    genanki.Package(decks).write_to_file(target)


if __name__ == "__main__":
    build(Path(sys.argv[1]), Path(sys.argv[2]))
