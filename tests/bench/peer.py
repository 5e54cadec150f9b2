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


def build(root: Path, target: Path) -> None:
    """Write the package of the generated project."""
    decks = []
    for place, file in enumerate(sorted((root / "decks" / "generated").glob("*-part.yaml"))):
        chapter = yaml.load(file.read_text("utf-8"), yaml.CSafeLoader)
        deck = genanki.Deck(1600000000002 + place, f"Generated::{chapter['title']}")
        for entry in chapter["entries"]:
            number = count(1)
            text = re.sub(r"\{\{", lambda _, number=number: f"{{{{c{next(number)}::", entry["cloze"])
            fields = [text, entry["extra"], chapter["title"], str(entry["page"]), "Generated"]
            deck.add_note(genanki.Note(MODEL, fields, tags=entry["tags"], guid=genanki.guid_for(entry["id"])))
        decks.append(deck)
    genanki.Package(decks).write_to_file(target)


if __name__ == "__main__":
    build(Path(sys.argv[1]), Path(sys.argv[2]))
