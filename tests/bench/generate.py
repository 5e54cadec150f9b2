"""A generated project: half cloze, a third questions, the rest terms in Russian, about a source of 100 pages.

python -m tests.bench.generate FOLDER COUNT [--chapters N] [--decks N]

Equal arguments give equal files. A cloze has two deletions in 150 to 300 characters.
"""

import argparse
import random
from pathlib import Path

WORDS = (
    *("state", "people", "peasant", "village", "commune", "estate", "harvest", "decree", "party", "leader", "purge"),
    *("factory", "quota", "labour", "passport", "theory", "culture", "revolution", "policy", "famine", "market", "tax"),
    *("grain", "worker", "city", "province", "army", "church", "noble", "service", "rank"),
)
CYRILLIC = ("указ", "дворянин", "колхоз", "община", "посад", "оброк", "пятилетка", "подать")

SOURCE = "label: Generated\ncitation:\n  title: A generated source\nsections:\n{sections}\npages:\n{pages}\n"
DECK = """\
name: Generated {number}
uid: 00000000-0000-4000-8000-{number:012}
source: generated
language: en
term_language: ru
tag: generated
"""


def sentence(dice: random.Random, emphasis: float) -> str:
    """Return a text with two deletions; a share of them has emphasis too."""
    words = dice.choices(WORDS, k=dice.randint(25, 45))
    for place in dice.sample(range(len(words)), 2):
        words[place] = f"{{{{{words[place]}}}}}"
    if dice.random() < emphasis:
        words[0] = f"*{words[0].strip('{}')}*"
    return " ".join(words).capitalize()


def asked(number: int, dice: random.Random, emphasis: float) -> str:
    """Return what is to be learned, as YAML: of six entries three are cloze, two questions and one a term."""
    if number % 6 in (1, 3):
        words = " ".join(dice.choices(WORDS, k=dice.randint(8, 14)))
        return f"ask: Which {words} was it in the {number}th case?\n    answer: {' '.join(dice.choices(WORDS, k=3))}"
    if number % 6 == 5:
        script = " ".join(dice.choices(CYRILLIC, k=2))
        return f"term: word {number}\n    script: {script}\n    means: {' '.join(dice.choices(WORDS, k=6))}"
    return f"cloze: >-\n      {sentence(dice, emphasis)}."


def entry(number: int, dice: random.Random, emphasis: float) -> str:
    """Return one entry as YAML."""
    return (
        f"  - id: fact-{number}\n    {asked(number, dice, emphasis)}\n    page: {dice.randint(1, 100)}\n"
        f"    tags: [economy, people]\n    extra: {' '.join(dice.choices(WORDS, k=8))}\n"
    )


def generate(root: Path, count: int, emphasis: float = 0, chapters: int = 8, decks: int = 1, pages: int = 100) -> Path:
    """Write a project of that many entries, spread over all chapters of all decks, and return its folder."""
    dice = random.Random(count)
    (root / "source").mkdir(parents=True)
    sections = "\n".join(f"  - section: {it}\n    title: Part {it}\n    pages: 1-100" for it in range(1, chapters + 1))
    gists = "\n".join(f"  - page: {page}\n    gist: What page {page} says." for page in range(1, max(pages, 100) + 1))
    (root / "source/generated.yaml").write_text(SOURCE.format(sections=sections, pages=gists), "utf-8")
    for deck in range(decks):
        folder = root / "decks" / ("generated" if decks == 1 else f"generated-{deck + 1:04}")
        folder.mkdir(parents=True)
        (folder / "deck.yaml").write_text(DECK.format(number=deck + 1), "utf-8")
        for chapter in range(chapters):
            place, places = deck * chapters + chapter, chapters * decks
            numbers = range(place * count // places, (place + 1) * count // places)
            with (folder / f"{chapter + 1:04}-part.yaml").open("w", encoding="utf-8") as file:
                file.write(f"chapter: {chapter + 1}\ntitle: Part {chapter + 1}\nentries:\n")
                file.writelines(entry(number, dice, emphasis) for number in numbers)
    return root


def main() -> None:
    """Write the project that was asked for."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("count", type=int)
    parser.add_argument("--chapters", type=int, default=8)
    parser.add_argument("--decks", type=int, default=1)
    asked_for = parser.parse_args()
    generate(asked_for.folder, asked_for.count, chapters=asked_for.chapters, decks=asked_for.decks)


if __name__ == "__main__":
    main()
