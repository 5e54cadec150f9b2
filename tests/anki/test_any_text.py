"""Decks about any text: a roman preface, a statute, scripture, Plato, two volumes, a website, a Hebrew book; two
more in languages that flashgen does not speak.
"""

import re
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest
from hypothesis import HealthCheck, given, settings
from pypdf import PdfReader

from flashgen.emit.anki.companion import companion
from flashgen.emit.anki.fields import writer
from flashgen.emit.paper.sheets.choice import Choice
from flashgen.model.deck import Deck
from flashgen.pipeline import checked_decks, read_decks, sheets
from tests.anki.conftest import Anki, shown
from tests.conftest import Project, built
from tests.load.test_labels import LABELS, cited, quoted, source_of

FOLDER = Path(__file__).parents[1] / "cases/good/texts"

CITED = {
    "preface": {
        "first-edition": ("Smith, p. xiii", "xiii", "page::xiii", "https://example.org/smith.pdf#page=15"),
        "from-the-editor-to-smith": (
            "Smith, pp. xlviii–1, n. *",
            "xlviii",
            "page::001 page::xlviii",
            "https://example.org/smith.pdf#page=50",
        ),
        "pins": ("Smith, pp. 5, 6, nn. 1, 3", "5", "page::005 page::006", "https://example.org/smith.pdf#page=55"),
    },
    "statute": {
        "rechtsfaehigkeit": ("BGB, § 1", "1", "section::001", ""),
        "wohnsitz": ("BGB, §§ 7–8", "7", "section::007 section::008", ""),
        "kauf": ("BGB, §§ 433 Abs. 1–2", "433_Abs._1", "section::433_Abs._1 section::433_Abs._2", ""),
    },
    "scripture": {
        "pain": ("Gen 3:16", "3:16", "verse::3:16", ""),
        "return": ("Gen 3:17–19", "3:17", "verse::3:17 verse::3:18 verse::3:19", ""),
        "two-trees": ("Gen 2:9, 2:17, 3:22", "2:9", "verse::2:09 verse::2:17 verse::3:22", ""),
    },
    "plato": {
        "piraeus": ("Rep. 327a", "327a", "verse::327a", ""),
        "cephalus": (
            "Rep. 328c–329d",
            "328c",
            "verse::328c verse::328d verse::328e verse::329a verse::329b verse::329c verse::329d",
            "",
        ),
        "rulers-and-reason": ("Rep. 441c–e", "441c", "verse::441c verse::441d verse::441e", ""),
    },
    "volumes": {
        "antonines": ("Gibbon I, p. 3, nn. 4–5", "3", "page::003", ""),
        "byzantium-foretold": ("Gibbon II, p. II:14", "gibbon-2/II:14", "page::gibbon-2::II:014", ""),
        "constantine": (
            "Gibbon II, pp. II:14–16",
            "gibbon-2/II:14",
            "page::gibbon-2::II:014 page::gibbon-2::II:015 page::gibbon-2::II:016",
            "",
        ),
    },
    "website": {"photosynthesis": ("Handbook", "", "", "https://example.org/plants?a=1&amp;b=%C3%A4")},
    "hebrew": {
        "three-things": ("אבות א:ב", "א:ב", "verse::א:ב", ""),
        "hillel-shammai": ("אבות א:יב–טו", "א:יב", "verse::א:טו verse::א:יב verse::א:יד", ""),
    },
    "japanese": {
        "yuku-kawa": ("方丈記 第一段", "第一段", "verse::第一段", ""),
        "capital-hut": ("方丈記 第一段、第七段", "第一段", "verse::第一段 verse::第七段", ""),
    },
    "arabic": {
        "society": ("المقدمة، ص ٤١", "٤١", "page::٤١", ""),
        "desert-city": ("المقدمة، ص ١٢٠–١٢١", "١٢٠", "page::١٢٠ page::١٢١", ""),
    },
}
"""The citation, the anchor, the tags of pages and the address of some notes of each deck, by their ids."""

WITHOUT_FONTS = {"japanese", "arabic"}
"""Decks whose letters the built-in font lacks."""

KINDS = {"cloze", "ask", "term", "pair", "list", "quote"}
KEYS = {"reverse", "script", "asks", "ordered", "hint", "tier", "language", "extra"}


def deck(name: str) -> Deck:
    """Return a deck without problems."""
    (found,), problems = read_decks(FOLDER, (name,))
    assert problems == ()
    return found


def cited_on(back: str) -> str:
    """Return the citation on a card's back, without the link behind it."""
    (line,) = re.findall(r'<p class="cite">(.*?)(?:<span class="(?:screen|companion)">|</p>)', back, re.DOTALL)
    return shown(line)


def test_there_is_nothing_to_say_against_them() -> None:
    assert [problem for problem in checked_decks(FOLDER, ())[1] if problem.severity != "note"] == []
    assert {path.parent.name for path in FOLDER.glob("decks/*/deck.yaml")} == CITED.keys()


@pytest.mark.parametrize("name", CITED)
def test_a_learner_sees_where_each_fact_is_and_gets_there(name: str, anki: Anki) -> None:
    read = deck(name)
    log = anki.load(read)
    assert len(log.new) == len(read.notes)
    _, page = companion(read)
    notes = anki.notes()
    for id, (citation, anchor, tags, address) in CITED[name].items():
        note = notes[id]
        assert note["Page"] == anchor
        for back in [card.answer() for card in note.cards()]:
            assert cited_on(back) == citation
            assert re.findall(r'class="screen" href="([^"]*)"', back) == [address] * bool(address)
        branches = tuple(f"{read.tag}::{branch}::" for branch in ("page", "section", "verse"))
        own = [tag.removeprefix(f"{read.tag}::") for tag in sorted(note.tags) if tag.startswith(branches)]
        assert " ".join(own) == tags
    for note in notes.values():
        for card in note.cards():
            back = card.answer()
            linked = re.search(r'href="_[^"]*\.html#p([^"]*)"', back)
            assert bool(linked) == ('class="screen"' not in back and bool(note["Gist"]))
            assert linked is None or f'id="p{linked[1]}"' in page.decode("utf-8")
    assert anki.collection.fix_integrity()[1]
    assert not anki.collection.get_empty_cards().notes


@pytest.mark.parametrize("name", CITED)
def test_every_card_shows_what_it_should(name: str, anki: Anki) -> None:
    """The words of each card's front and back are in cards/; look at a changed one before you write it there."""
    anki.load(deck(name))
    name_of = anki.collection.decks.name
    place = {note.id: min((name_of(card.did), card.due) for card in note.cards()) for note in anki.notes().values()}
    cards = sorted(anki.cards(), key=lambda card: (place[card.nid], card.ord))
    said = [f"{card.note().fields[0]}\n  {shown(card.question())}\n  {shown(card.answer())}\n" for card in cards]
    assert "".join(said) == (FOLDER / f"cards/{name}.txt").read_text("utf-8")


@pytest.mark.parametrize("name", CITED)
def test_they_have_every_kind_of_entry(name: str) -> None:
    written = "\n".join(path.read_text("utf-8") for path in sorted(FOLDER.glob(f"decks/{name}/[0-9]*.yaml")))
    assert set(re.findall(r"^    ([a-z]+):", written.replace("  - id", "    id"), re.MULTILINE)) >= KINDS | KEYS
    assert re.search(r"\{\{[^}]*\{\{|\\[(\[].*\{\{", written)
    assert re.search(r"extra: \|-\n(?: {6}.+\n|\n)* {6}(?:-|1\.) ", written)


def test_a_second_source_moves_nothing_of_the_first(project: Project, anki: Anki) -> None:
    anki.load(project.deck())
    (before,) = anki.notes().values()
    project.write("source/other.yaml", source_of("1-9"))
    head = (project.root / "decks/small/deck.yaml").read_text("utf-8")
    project.write("decks/small/deck.yaml", head.replace("source: tucker-1999", "source: [tucker-1999, other]"))
    anki.load(project.deck(), time=1_790_000_100)
    (after,) = anki.notes().values()
    assert (after.id, after.fields, after.tags) == (before.id, before.fields, before.tags)
    assert "small::page::98" in after.tags


@pytest.mark.parametrize(("locator", "tag"), [("section", "section::3"), ("chapter", "page::3"), ("page", "page::3")])
def test_a_tag_says_what_is_cited_and_none_is_that_of_a_chapter_of_the_deck(
    locator: str, tag: str, project: Project
) -> None:
    read, _ = cited(project, source_of("1-9", f"locator: {locator}\n"), "page: 3")
    assert read
    (draft,) = [writer(read).drafted(note) for note in read.notes]
    assert draft.tags == ("small::chapter::1", "small::kind::question", f"small::{tag}")


@pytest.mark.parametrize("layout", ["a4-safe-8up", "list", "fold", "glossary"])
@pytest.mark.parametrize("name", CITED)
def test_they_are_printed_with_the_same_citations(name: str, layout: str) -> None:
    ((_, pdf),), problems = sheets([deck(name)], Choice(layout=layout))
    assert {problem.rule for problem in problems} == ({"no-letter"} if name in WITHOUT_FONTS else set())
    assert bool(pdf) == (name not in WITHOUT_FONTS)
    said = " ".join(page.extract_text() for page in PdfReader(BytesIO(pdf)).pages) if pdf else ""
    cited = " ".join(citation for citation, *_ in CITED[name].values()) if pdf and layout != "glossary" else ""
    # Words that run to the left come back in an order of the reader's own.
    assert [word for word in re.split(r"[ –]", cited) if word not in said.replace("\xa0", " ")] == []


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(LABELS)
def test_any_label_is_the_same_on_the_card_and_no_two_share_an_anchor_or_a_tag(
    project: Project, labels: list[str]
) -> None:
    pages = ", ".join(f"{{page: {quoted(label)}, gist: What it says.}}" for label in labels)
    entries = "".join(
        f"  - {{id: x{place}, ask: What grew?, answer: the state, page: {quoted(label)}}}\n"
        for place, label in enumerate(labels)
    )
    read, problems = cited(project, source_of(f"[{pages}]"), f"page: {quoted(labels[0])}")
    project.entries(entries, head="title: Book\nentries:\n")
    read = project.deck()
    write = writer(read)
    drafts = [write.drafted(note) for note in read.notes]
    assert problems == ()
    said = [draft.fields.get("Spare 3") or f"Book, p. {draft.fields['Page']}" for draft in drafts]
    assert [one.replace("\u00a0", " ") for one in said] == [f"Book, p. {label}" for label in labels]
    anchors = [draft.fields["Page"] for draft in drafts]
    assert anchors == [label.replace(" ", "_") for label in labels]
    tags = [next(tag for tag in draft.tags if tag.startswith("small::page::")) for draft in drafts]
    assert len({tag.casefold() for tag in tags}) == len(labels)
    _, page = companion(read)
    assert all(f'id="p{anchor}"'.replace("'", "&#39;") in page.decode("utf-8") for anchor in anchors)


def test_anki_keeps_a_tag_of_any_label(project: Project, anki: Anki) -> None:
    labels = ["xii", "XII", "§12", "3:16", "*", "†", "a'b", "(1)", "[1]", "12/3", "A-1", "第三", "ב", "a b"]
    pages = ", ".join(quoted(label) for label in labels if label != "A-1")
    project.write("source/tucker-1999.yaml", source_of(f"[{pages}, {{page: A-1}}]"))
    project.entries(
        "".join(
            f"  - {{id: x{place}, ask: 'What grew in {place}?', answer: the state, page: {quoted(label)}}}\n"
            for place, label in enumerate(labels)
        ),
        head="title: Book\nentries:\n",
    )
    anki.load(project.deck())
    for place, label in enumerate(labels):
        note = anki.notes()[f"x{place}"]
        (tag,) = [tag for tag in note.tags if tag.startswith("small::page::")]
        name = tag.removeprefix("small::page::")
        assert re.sub("(?<![0-9])0+(?=[0-9])", "", name).rstrip("_") == label.replace(" ", "_")


def test_the_package_has_one_page_of_all_sources() -> None:
    (package,) = built(deck("volumes"), 1_790_000_000)
    with ZipFile(BytesIO(package.content)) as archive:
        names = [name for name in archive.namelist() if name not in ("collection.anki2", "media")]
        html = archive.read(names[0]).decode("utf-8")
    assert len(names) == 1
    title = "The History of the Decline and Fall of the Roman Empire"
    assert re.findall("<h1>(.*?)</h1>", html) == [f"Gibbon I: {title}", f"Gibbon II: {title}"]
    assert 'id="p3"' in html
    assert 'id="pgibbon-2/II:14"' in html
