"""Cards of either direction in a real browser: each line begins and ends on the side on which it is read."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.anki.conftest import opened
from tests.anki.test_looks import looked_at
from tests.conftest import DECK, HEAD, Project

HEBREW = """\
  - {id: a, cloze: 'הוא כתב {{ספר (1899)}} ב{{Moscow}}.', page: 98, extra: 'So it was (1899).', hint: רמז קטן.}
  - {id: b, ask: מי טבע את הביטוי?, answer: Robert C. Tucker (1999)., page: 98}
  - {id: c, pair: [barshchina (1861), טרודודני], relation: parallel, because: שניהם מכסה., page: 97-98}
  - {id: d, list: הסימנים, items: [עוני המוני., 'fear, constant.', לאומנות.], page: 95}
  - {id: e, ask: 'What did he write?', answer: 'A book (1899).', language: en, page: 98}
  - {id: f, term: barshchina, script: барщина (1861), means: עבודת כפייה., page: 98, withdrawn: שגוי.}
"""
ENGLISH = """\
  - {id: a, language: he, cloze: 'הוא כתב {{ספר (1899)}} ב{{Moscow}}.', page: 98, extra: 'זה היה (1899).'}
  - {id: b, ask: Which word is it?, answer: שלום (1899)., page: 98}
  - {id: c, language: he, pair: [שלום!, מלחמה!], relation: contrast, because: ניגודים., page: 98}
  - {id: d, term: shalom, script: שלום (1899)., language: he, means: peace., page: 98}
  - {id: e, list: The signs, items: ['fear, constant.', שלום.], page: 95}
"""


def sides(project: Project, language: str, entries: str, folder: Path) -> Iterator[str]:
    """Yield both sides of every card that a deck in a language has in Anki."""
    project.write("decks/small/deck.yaml", DECK.replace("language: en", f"language: {language}"))
    project.entries(entries, head=HEAD.replace("The older pattern", "הדגם הישן") if language == "he" else HEAD)
    for anki in opened(folder):
        anki.load(project.deck())
        for card in anki.cards():
            yield from (card.question(), card.answer())


@pytest.mark.parametrize(("language", "entries"), [("he", HEBREW), ("en", ENGLISH)])
def test_a_line_ends_on_the_side_on_which_it_is_read(
    language: str, entries: str, project: Project, tmp_path: Path
) -> None:
    every = [*sides(project, language, entries, tmp_path / "anki")]
    found = looked_at(every, "", tmp_path)
    assert found["width"] == 360
    # Two sides of a pair are in the written order, which is the deck's.
    whole = [item for item in found["found"] if len(item["words"]) < 40 and " – " not in item["words"]]
    lines = [item for item in whole if item["words"][-1:] in ".?!:"]
    assert len(lines) > 15
    for line in lines:
        hebrew = any("\u0590" <= letter <= "\u05ff" for letter in line["words"])
        assert (line["ends"] < line["starts"]) == hebrew, line
