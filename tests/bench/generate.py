"""A generated deck project: cloze entries of 150 to 300 characters with two deletions each, in eight chapters."""

import random
from pathlib import Path

WORDS = [
    "state",
    "people",
    "peasant",
    "village",
    "commune",
    "estate",
    "harvest",
    "decree",
    "party",
    "leader",
    "purge",
    "factory",
    "quota",
    "labour",
    "passport",
    "theory",
    "culture",
    "revolution",
    "policy",
    "famine",
    "market",
    "tax",
    "grain",
    "worker",
    "city",
    "province",
    "army",
    "church",
    "noble",
    "service",
    "rank",
]

SOURCE = """\
label: Generated
citation:
  title: A generated source
sections:
{sections}
pages:
{pages}
"""

DECK = """\
name: Generated
uid: 00000000-0000-4000-8000-000000000000
source: generated
language: en
term_language: ru
tag: generated
"""

NUMERALS = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII")


def sentence(dice: random.Random, emphasis: float) -> str:
    """Return a text with two deletions; a share of them has emphasis too, which only flashgen renders."""
    words = dice.choices(WORDS, k=dice.randint(25, 45))
    for place in dice.sample(range(len(words)), 2):
        words[place] = f"{{{{{words[place]}}}}}"
    if dice.random() < emphasis:
        words[0] = f"*{words[0].strip('{}')}*"
    return " ".join(words).capitalize()


def entry(number: int, dice: random.Random, emphasis: float) -> str:
    """Return one entry as YAML."""
    text, extra = sentence(dice, emphasis), " ".join(dice.choices(WORDS, k=8))
    return (
        f"  - id: fact-{number}\n    cloze: >-\n      {text}.\n    page: {dice.randint(1, 100)}\n"
        f"    tags: [economy, people]\n    extra: {extra}\n"
    )


def generate(root: Path, count: int, emphasis: float = 0) -> Path:
    """Write a project of that many entries and return its folder."""
    dice = random.Random(count)
    (root / "source").mkdir(parents=True)
    (root / "decks" / "generated").mkdir(parents=True)
    sections = "\n".join(f"  - section: {numeral}\n    title: Part {numeral}\n    pages: 1-100" for numeral in NUMERALS)
    pages = "\n".join(f"  - page: {page}\n    gist: What page {page} says." for page in range(1, 101))
    (root / "source" / "generated.yaml").write_text(SOURCE.format(sections=sections, pages=pages), "utf-8")
    (root / "decks" / "generated" / "deck.yaml").write_text(DECK, "utf-8")
    for place, numeral in enumerate(NUMERALS):
        numbers = range(place * count // 8, (place + 1) * count // 8)
        head = f"chapter: {numeral}\ntitle: Part {numeral}\nentries:\n"
        body = "".join(entry(number, dice, emphasis) for number in numbers)
        (root / "decks" / "generated" / f"{place + 1:02}-part.yaml").write_text(head + body, "utf-8")
    return root
