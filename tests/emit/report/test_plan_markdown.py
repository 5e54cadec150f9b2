"""Release notes, read by two strict readers of Markdown: CommonMark's in Python, and the one that GitHub uses."""

from collections.abc import Callable
from dataclasses import replace
from html import escape
from html.parser import HTMLParser

import cmarkgfm
import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from flashgen.emit.report.plan_markdown import as_markdown
from flashgen.history.plan import Change, Edit, Plan
from flashgen.model.lock import ReleasedNote

READERS: dict[str, Callable[[str], str]] = {
    "CommonMark": MarkdownIt("commonmark").enable("strikethrough").render,
    "GitHub": cmarkgfm.github_flavored_markdown_to_html,
}


class Reader(HTMLParser):
    """Collects the words of a page with the elements that they are in."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.inside: list[str] = []
        self.found: list[tuple[frozenset[str], str]] = []
        self.feed(page)
        self.close()

    def handle_starttag(self, tag: str, attrs: object) -> None:
        self.inside.append(tag)

    def handle_endtag(self, tag: str) -> None:
        self.inside.remove(tag)

    def handle_data(self, data: str) -> None:
        self.found.append((frozenset(self.inside), data))

    def words(self, inside: str, *without: str) -> list[str]:
        """Return the words in one kind of element, but for those in others."""
        return "".join(data for tags, data in self.found if inside in tags and not tags & {*without}).split()


def note(front: str, **fields: str) -> ReleasedNote:
    """Return a note whose first field is some words."""
    values = {"Id": "x", "Question": escape(front), **fields}
    return ReleasedNote("x", "g", "Question", "Deck", 1, 1, values, (), (1,))


def plan(*changed: Change, new: tuple[ReleasedNote, ...] = ()) -> Plan:
    """Return a plan with some changes."""
    return Plan(False, new, changed, (), (), (), ())


def change(*edits: Edit, front: str = "Who?", **values: tuple[int, ...]) -> Change:
    """Return a change of some fields of a note, whose front is HTML."""
    return Change(note("", Question=front), "", edits, **({"added": (), "lost": ()} | values), moved="")


def notes(of: Plan) -> str:
    """Return the release notes of a deck."""
    return as_markdown({"Deck": of})


MARKS = "*_~`<>[]()#+-=.!|&$@:;\\/'\"{}^%0123456789 "
WORDS = st.text(st.sampled_from(MARKS + "abcäßжёשא的語é̂👩\u200d👧\u00a0\u200b–“„"), max_size=60)
LIKE_MARKDOWN = st.lists(
    st.sampled_from(
        ["**", "~~", " ", "a", "*a*", "`", "http://a.b/c_d", "www.x.org", "&amp;", "1.", "-", "#", "(", "”"]
    ),
    max_size=10,
).map("".join)
TEXT = WORDS | LIKE_MARKDOWN


@pytest.mark.parametrize("read", READERS.values(), ids=READERS)
@given(old=TEXT, new=TEXT)
def test_what_is_not_bold_is_the_old_text_and_what_is_not_struck_the_new_one(
    read: Callable[[str], str], old: str, new: str
) -> None:
    if old.split() == new.split():
        return
    page = Reader(read(notes(plan(change(Edit("Answer", escape(old), escape(new)))))))
    assert page.words("li", "strong") == ["Who?", "Answer:", *old.split()]
    assert page.words("li", "del", "s") == ["Who?", "Answer:", *new.split()]


@pytest.mark.parametrize("read", READERS.values(), ids=READERS)
@given(front=TEXT)
def test_a_front_is_shown_as_it_is(read: Callable[[str], str], front: str) -> None:
    page = Reader(read(notes(plan(new=(note(front),)))))
    assert page.words("li") == front.split()
    assert not page.words("h1") + page.words("strong") + page.words("em") + page.words("code")


DIFFERENCES = {
    "a word added at the end": ("a number of days", "a number of days a week", "a number of days **a week**"),
    "a word added before others": ("the state", "the Russian state", "the **Russian** state"),
    "a word for another": ("Kliuchevsky", "Klyuchevsky", "~~Kliuchevsky~~ **Klyuchevsky**"),
    "two words for two": ("grew lean.", "became leaner.", "~~grew lean.~~ **became leaner.**"),
    "letters inside a word": ("over-educated", "undereducated", "~~over-educated~~ **undereducated**"),
    "punctuation beside letters": ("the state", 'the "state"', 'the ~~state~~ **"state"**'),
    "signs of Markdown": ("2*3*4 <b>", "2*3*5 <b>", r"~~2\*3\*4~~ **2\*3\*5** \<b\>"),
    "all new": ("", "now", "**now**"),
    "all gone": ("once", "", "~~once~~"),
}


@pytest.mark.parametrize(("old", "new", "told"), DIFFERENCES.values(), ids=DIFFERENCES)
def test_marks_stand_around_whole_words(old: str, new: str, told: str) -> None:
    assert f"  - Answer: {told}" in notes(plan(change(Edit("Answer", escape(old), escape(new))))).splitlines()


def test_only_another_look_is_said_in_words() -> None:
    text = notes(plan(change(Edit("Answer", "the state", "the <em>state</em>"))))
    assert text.splitlines()[-1] == "  - Answer: only the formatting changes"


CLOZE = "The state {{c1::swelled up}}; the {{c2::people::who}} grew {{c3::very {{c4::lean}}}}."
FRONT = "The state swelled up; the people grew very lean."
CARDS = {
    "a card that is gone": ({"lost": (2,)}, "A card is gone (“people”): to delete it in Anki, use Tools > Empty Cards"),
    "one that hides another": (
        {"lost": (3,)},
        "A card is gone (“very lean”): to delete it in Anki, use Tools > Empty Cards",
    ),
    "a card more": ({"added": (4,)}, "One more card (“lean”); the others keep their reviews"),
    "a card without a deletion": ({"added": (9,)}, "One more card; the others keep their reviews"),
    "a card for another fact": (
        {"replaced": (1,)},
        "A card asks for another fact than before (“swelled up”): its reviews are of the old one",
    ),
}


@pytest.mark.parametrize(("cards", "told"), CARDS.values(), ids=CARDS)
def test_cards_are_named_by_what_they_ask_for_and_no_mark_of_a_deletion_is_left(
    cards: dict[str, tuple[int, ...]], told: str
) -> None:
    text = notes(plan(change(Edit("Text", CLOZE, CLOZE), front=CLOZE, **cards)))
    assert text.splitlines()[-2:] == [f"- {FRONT}", f"  - {told}"]
    assert not {"{{", "}}", "::"} & {text[place : place + 2] for place in range(len(text))}


def test_cards_that_ask_what_another_asked_are_for_another_fact_once() -> None:
    moved = Change(note("Who?"), "", (), (), (), "", renumbered=((1, 2), (2, 1)), replaced=(1,))
    assert notes(plan(moved)).count("A card asks for another fact than before: its reviews") == 2


def test_of_fields_that_say_the_same_one_is_told() -> None:
    fields = ("Whole", "Step 1", "Source", "Page", "Last page", "PDF page", "Spare 3")
    text = notes(plan(change(*[Edit(field, "old", "new") for field in fields])))
    assert [line.partition(":")[0] for line in text.splitlines()[-3:]] == ["  - List", "  - Source", "  - Citation"]
    assert "Step 1: " in notes(plan(change(Edit("Step 1", "old", "new"))))


def test_what_several_notes_share_is_told_once() -> None:
    shared = replace(plan(), shared=((Edit("Chapter", "VI · Old", "VI · Very old"), ("a", "b")),))
    assert "- Chapter of 2 notes: VI · ~~Old~~ **Very old**" in notes(shared).splitlines()


def test_another_id_alone_is_nothing_that_learners_see() -> None:
    assert "Changed" not in notes(plan(Change(note("Who?"), "former", (), (), (), "")))


def test_the_first_release_is_told_in_numbers_and_without_its_notes() -> None:
    first = replace(plan(new=(note("Who?"),)), first=True)
    assert notes(first) == "## Deck\n\nThe first release, 1 note and 1 card."


def test_reviews_at_risk_and_another_chapter_are_told() -> None:
    moved = replace(change(Edit("Answer", "a", "b"), lost=(1,)), moved="VI · The older <em>pattern</em>")
    lines = notes(plan(moved)).splitlines()
    assert lines[2] == "1 changed. The reviews of 1 card are at risk."
    assert lines[-1] == "  - Now in the chapter VI · The older pattern; it stays in its deck"


def test_a_long_front_is_cut_between_words() -> None:
    (line,) = [line for line in notes(plan(new=(note("word " * 60),))).splitlines() if line.startswith("- ")]
    assert line.endswith("word …")
    assert len(line) <= 125
