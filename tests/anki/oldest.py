"""Imports a package into an old Anki, which needs a virtual environment of its own; see .ci/run.

python tests/anki/oldest.py PACKAGE
"""

import os
import sys
import tempfile

import anki.lang
from anki.buildinfo import version
from anki.collection import Collection
from anki.importing.apkg import AnkiPackageImporter


def main(package: str) -> None:
    """Import a package into a new collection, twice, and look at every card; AssertionError where one is wrong."""
    anki.lang.set_lang("en")
    with tempfile.TemporaryDirectory() as folder:
        collection = Collection(os.path.join(folder, "collection.anki2"))  # noqa: PTH118 - it takes no Path
        for _ in range(2):
            AnkiPackageImporter(collection, package).run()
        notes, cards = collection.note_count(), collection.card_count()
        assert notes > 0
        for card in map(collection.get_card, collection.find_cards("")):
            for side in (card.question(), card.answer()):
                assert "{{" not in side, side
                assert "}}" not in side, side
        said, fine = collection.fix_integrity()
        assert fine, said
        assert said == "Database rebuilt and optimized.", said
        assert not collection._backend.get_empty_cards().notes
        collection.close()
    print(f"Anki {version}: {notes} notes, {cards} cards, none of them wrong")


if __name__ == "__main__":
    main(os.path.abspath(sys.argv[1]))  # noqa: PTH100 - it takes no Path
