"""From notes to cards on paper: which there are, and what stands on each side."""

from pathlib import Path

import pytest

from flashgen.emit.paper.sheets.card import Card, cards
from flashgen.render.blocks import Blocks, Paragraph, Picture, Rows
from tests.emit.paper.made import project_at

ENTRIES = {
    "cloze": "  - {id: x, cloze: 'The {{state}} {{swelled up::how}}', page: 98}\n",
    "ask": "  - {id: x, ask: Who?, answer: Peter, page: 97-98, extra: More., note: 48}\n",
    "code": '  - {id: x, ask: How?, answer: "```\\nfor a:\\n    b\\n```", page: 98, reverse: yes}\n',
    "term": "  - {id: x, term: chin, script: чин, means: rank, page: 96}\n",
    "pair": "  - {id: x, pair: [a, b], relation: parallel, because: both are, page: 96}\n",
    "list": "  - {id: x, list: Marks, items: [one, two], page: 96}\n",
    "ordered": "  - {id: x, list: Marks, ordered: yes, items: [one, two], page: 96}\n",
    "quote": "  - {id: x, quote: 'The {{state}} grew', by: Peter, of: Russia, page: 98}\n",
}


def said(blocks: Blocks) -> str:
    """Return blocks as text: gaps in brackets, answers between stars, items after dashes or #."""
    return " / ".join(map(_said, blocks))


def _said(block: Paragraph | Rows | Picture) -> str:
    if isinstance(block, Paragraph):
        marks = {"gap": "[{}]", "answer": "*{}*", "": "{}"}
        return "".join(marks[run.mark].format(run.words) for run in block.runs)
    if isinstance(block, Picture):
        return block.name
    return "".join(f"{'#' if block.start else '-'} {said(item)} " for item in block.items).strip()


def made(folder: Path, entries: str, cloze: str = "", link: str = "") -> list[Card]:
    """Return the cards of some entries."""
    deck = project_at(folder, entries, link).deck()
    return list(cards(deck, deck.notes, cloze))


@pytest.mark.parametrize(
    ("kind", "cloze", "sides"),
    [
        (
            "cloze",
            "",
            [
                ("x/1", "The […] swelled up", "The *state* swelled up"),
                ("x/2", "The state [how]", "The state *swelled up*"),
            ],
        ),
        (
            "cloze",
            "each",
            [
                ("x/1", "The […] swelled up", "The *state* swelled up"),
                ("x/2", "The state [how]", "The state *swelled up*"),
            ],
        ),
        ("cloze", "merged", [("x", "The […] [how]", "The *state* *swelled up*")]),
        ("ask", "", [("x", "Who?", "Peter")]),
        ("term", "", [("x/1", "chin / чин", "rank"), ("x/2", "rank", "chin / чин")]),
        (
            "pair",
            "merged",
            [
                ("x/1", "What is the parallel to a?", "\u2068a\u2069 – \u2068b\u2069 / both are"),
                ("x/2", "What is the parallel to b?", "\u2068a\u2069 – \u2068b\u2069 / both are"),
                ("x/3", "In what are a and b parallel?", "both are"),
            ],
        ),
        ("code", "", [("x/1", "How?", "for a:\n    b"), ("x/2", "for a:\n    b", "How?")]),
        ("list", "", [("x", "Marks / - […] - […]", "Marks / - one - two")]),
        ("list", "merged", [("x", "Marks / - […] - […]", "Marks / - one - two")]),
        (
            "list",
            "each",
            [
                ("x/1", "Marks / - […] - […]", "Marks / - one - two"),
                ("x/2", "Marks / - two - […]", "Marks / - two - *one*"),
                ("x/3", "Marks / - one - […]", "Marks / - one - *two*"),
            ],
        ),
        ("ordered", "", [("x", "Marks / # […] # […]", "Marks / # one # two")]),
        (
            "ordered",
            "each",
            [
                ("x/1", "Marks / # […] # […]", "Marks / # one # two"),
                ("x/2", "Marks / # […]", "Marks / # *one*"),
                ("x/3", "Marks / # one # […]", "Marks / # one # *two*"),
            ],
        ),
        (
            "quote",
            "merged",
            [
                (
                    "x/1",
                    "“The state grew”\n— […], of Russia",
                    "“The state grew”\n— *Peter*, of Russia",
                ),
                (
                    "x/2",
                    "“The […] grew”",
                    "“The *state* grew”",
                ),
            ],
        ),
    ],
)
def test_each_kind_makes_its_cards(tmp_path: Path, kind: str, cloze: str, sides: list[tuple[str, str, str]]) -> None:
    found = made(tmp_path, ENTRIES[kind], cloze)
    assert [(card.id, said(card.prompt), said(card.answer)) for card in found] == sides


@pytest.mark.parametrize(
    ("kind", "asked"),
    [
        ("quote", ["Who said this?", "Complete the words of Peter on Russia:"]),
        ("term", ["What does this term mean?", "Which term is this?"]),
        ("cloze", ["", ""]),
    ],
)
def test_the_question_of_the_tool_stands_above_the_prompt(tmp_path: Path, kind: str, asked: list[str]) -> None:
    assert [card.question for card in made(tmp_path, ENTRIES[kind], "each")] == asked


def test_side_by_side_only_what_was_hidden_is_the_answer(tmp_path: Path) -> None:
    assert said(made(tmp_path, ENTRIES["cloze"], "merged")[0].answers) == "state; swelled up"
    assert said(made(tmp_path, ENTRIES["list"])[0].answers) == "- one - two"


def test_a_back_cites_its_page_and_footnote_and_has_the_extra(tmp_path: Path) -> None:
    (card,) = made(tmp_path, ENTRIES["ask"])
    assert (card.cite, said(card.extra), card.url) == ("Tucker 1999, pp. 97–98, n. 48", "More.", "")


def test_the_link_for_paper_has_its_fields_filled_in(tmp_path: Path) -> None:
    link = "links:\n  print: https://example.org/{id}?p={page}&q={pdf_page}\n"
    assert made(tmp_path, ENTRIES["ask"], link=link)[0].url == "https://example.org/x?p=97&q=21"


def test_withdrawn_entries_are_not_printed(tmp_path: Path) -> None:
    assert (
        made(tmp_path, ENTRIES["ask"].replace("}", ", withdrawn: wrong}") + ENTRIES["cloze"].replace("id: x", "id: y"))
        != []
    )
    assert made(tmp_path / "b", ENTRIES["ask"].replace("}", ", withdrawn: wrong}")) == []
