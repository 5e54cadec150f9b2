"""Texts that run the other way than those around them, into HTML: set apart, so that their marks stay on their side."""

import pytest

from flashgen.emit.anki.companion import companion
from flashgen.emit.anki.fields import writer
from flashgen.emit.anki.footer import CITATION
from flashgen.emit.anki.notetype import drafted, model
from flashgen.render.direction import runs
from tests.conftest import DECK, SOURCE, Project

HEBREW = DECK.replace("language: en", "language: he")


def fields(project: Project, entry: str, deck: str = DECK) -> dict[str, str]:
    """Return the fields of the note that an entry with an id and a page makes in a deck."""
    project.write("decks/small/deck.yaml", deck)
    project.entries("  - id: x\n    page: 98\n" + "".join(f"    {line}\n" for line in entry.splitlines()))
    deck_ = project.deck()
    return dict(writer(deck_).drafted(deck_.notes[0]).fields)


@pytest.mark.parametrize(
    ("words", "way"),
    [
        ("peace (1899).", "ltr"),
        ("барщина", "ltr"),
        ("שלום (1899).", "rtl"),
        ("سلام", "rtl"),
        ("ܫܠܡܐ", "rtl"),
        ("שלום, peace", ""),
        ("1899!", ""),
        ("", ""),
    ],
)
def test_words_run_as_all_their_letters_do(words: str, way: str) -> None:
    assert runs(words) == way


@pytest.mark.parametrize(
    ("deck", "answer", "html"),
    [
        (DECK, "peace.", "peace."),
        (DECK, "שלום.", "<bdi>שלום.</bdi>"),
        (DECK, "שלום, peace.", "שלום, peace."),
        (DECK, "1899.", "1899."),
        (HEBREW, "שלום.", "שלום."),
        (HEBREW, "peace.", "<bdi>peace.</bdi>"),
        (HEBREW, "שלום, peace.", "שלום, peace."),
        (HEBREW, "1899.", "1899."),
        (HEBREW, "барщина", '<bdi><span lang="ru">барщина</span></bdi>'),
    ],
)
def test_a_text_alone(deck: str, answer: str, html: str, project: Project) -> None:
    assert fields(project, f"ask: What?\nanswer: '{answer}'\nhint: '{answer}'", deck)["Answer"] == html


@pytest.mark.parametrize(
    ("deck", "entry", "field", "html"),
    [
        (DECK, "pair: [a, b]", "Question from the left", "What is the parallel to a?"),
        (DECK, "pair: [שלום, b]", "Question from the left", "What is the parallel to <bdi>שלום</bdi>?"),
        (HEBREW, "pair: [a!, b]", "Question from the left", "מה מקביל ל־”<bdi>a!</bdi>”?"),
        (
            HEBREW,
            "language: ru\npair: [щи, б]",
            "Question from the left",
            '<div lang="ru" dir="ltr"><span lang="ru">Щи</span> — чему это соответствует?</div>',
        ),
        (
            DECK,
            "language: ar\npair: [أ, ب]",
            "Question from the left",
            'What is the parallel to <span lang="ar" dir="rtl">أ</span>?',
        ),
        (DECK, "language: he\npair: [א, ב]", "Left", '<span lang="he" dir="rtl">א</span>'),
        (DECK, "language: he\npair: [א, ב]", "Because", '<div lang="he" dir="rtl">so</div>'),
    ],
)
def test_a_text_inside_another(deck: str, entry: str, field: str, html: str, project: Project) -> None:
    assert fields(project, f"{entry}\nrelation: parallel\nbecause: so", deck)[field] == html


@pytest.mark.parametrize(
    ("deck", "items", "html"),
    [
        (DECK, "[a, b]", "<li>a</li>\n<li>b</li>"),
        (DECK, "[א, b]", "<li><bdi>א</bdi></li>\n<li><bdi>b</bdi></li>"),
        (HEBREW, "[א, b., 12]", "<li><bdi>א</bdi></li>\n<li><bdi>b.</bdi></li>\n<li>12</li>"),
        (HEBREW, "[א, ב]", "<li>א</li>\n<li>ב</li>"),
    ],
)
def test_items_of_a_list(deck: str, items: str, html: str, project: Project) -> None:
    assert html in fields(project, f"list: What?\nitems: {items}", deck)["Whole"]


@pytest.mark.parametrize(
    ("deck", "extra", "html"),
    [
        (DECK, "So.", "So."),
        (DECK, "שלום.", "<bdi>שלום.</bdi>"),
        (DECK, "- שלום.\n- *So.*", "<ul>\n<li><bdi>שלום.</bdi></li>\n<li><em>So.</em></li>\n</ul>"),
        (HEBREW, "- שלום.\n- *So.*", "<ul>\n<li>שלום.</li>\n<li><bdi><em>So.</em></bdi></li>\n</ul>"),
        (HEBREW + "# en", "- So.", '<div lang="en" dir="ltr"><ul>\n<li>So.</li>\n</ul></div>'),
        (HEBREW + "# en", "So.", '<div lang="en" dir="ltr">So.</div>'),
    ],
)
def test_paragraphs(deck: str, extra: str, html: str, project: Project) -> None:
    own = "language: en\n" if "# en" in deck else ""
    written = extra.replace("\n", "\n  ")
    assert fields(project, f"{own}ask: What?\nanswer: this\nextra: |-\n  {written}", deck)["Extra"] == html


def test_a_term_in_its_script_runs_as_its_language_does(project: Project) -> None:
    made = fields(project, "term: shalom\nscript: שלום (רב)\nlanguage: he\nmeans: peace")
    assert made["Script"] == '<span lang="he" dir="rtl">שלום (רב)</span>'
    assert made["Term"] == '<span lang="he-Latn">shalom</span>'
    marked = fields(project, "ask: Who?\nanswer: a שלום here", DECK.replace("term_language: ru", "term_language: he"))
    assert marked["Answer"] == 'a <span lang="he" dir="rtl">שלום</span> here'


def test_the_page_of_the_source_runs_as_the_deck_does(project: Project) -> None:
    assert b'<html lang="en">' in companion(project.deck())[1]
    project.write("decks/small/deck.yaml", HEBREW)
    html = companion(project.deck())[1].decode()
    assert '<html lang="he" dir="rtl">' in html
    assert "<h1><bdi>Stalinism as Revolution from Above</bdi></h1>" in html
    assert "<p><bdi>A formula <em>sums up</em> the pattern.</bdi></p>" in html
    project.write("source/tucker-1999.yaml", SOURCE.replace("Stalinism as Revolution from Above", "'מהפכה'"))
    assert "<h1>מהפכה</h1>" in companion(project.deck())[1].decode()


LABELS = 'label: Q\ncitation: {title: Q}\nlocator: L\npages: [xii, xiii, {page: 98*, gist: G}, "§12"]\n'


@pytest.mark.parametrize(
    ("deck", "locator", "pages", "html"),
    [
        (DECK, "page", "98*", ""),  # the template writes it
        (HEBREW, "page", "98*", "<bdi>Q</bdi>, עמ׳ <bdi>98*</bdi>, הערה <bdi>a</bdi>"),
        (HEBREW, "page", "xii-xiii", "<bdi>Q</bdi>, עמ׳ <bdi>xii</bdi>–<bdi>xiii</bdi>, הערה <bdi>a</bdi>"),
        (DECK.replace("language: en", "language: ar"), "page", "98*", "<bdi>Q, p. 98*, n. a</bdi>"),
        (HEBREW, "verse", "[xii, §12]", "<bdi>Q</bdi> <bdi>xii</bdi>, <bdi>§12</bdi>, הערה <bdi>a</bdi>"),
    ],
)
def test_labels_in_a_citation(deck: str, locator: str, pages: str, html: str, project: Project) -> None:
    project.write("source/tucker-1999.yaml", LABELS.replace("locator: L", f"locator: {locator}"))
    project.write("decks/small/deck.yaml", deck)
    project.entries(
        f"  - {{id: x, ask: Q?, answer: A, page: {pages}, note: a}}\n", head="chapter: I\ntitle: T\nentries:\n"
    )
    made = project.deck()
    written = writer(made).drafted(made.notes[0]).fields.get(CITATION, "")
    assert written.replace("\u00a0", " ").replace("\u2060", "") == html.replace("\u00a0", " ")
    headings = {"en": "p. 98*", "he": "עמ׳ <bdi>98*</bdi>", "ar": "<bdi>p. 98*</bdi>"}
    heading = headings[made.language] if locator == "page" else "<bdi>98*</bdi>"
    assert f"<h3>{heading}</h3>" in companion(made)[1].decode()


def test_english_phrases_in_a_deck_that_runs_to_the_left(project: Project) -> None:
    for language, question in (
        ("en", "Which term is this?"),
        ("ar", "<bdi>Which term is this?</bdi>"),
        ("he", "מהו המונח?"),
    ):
        project.write("decks/small/deck.yaml", DECK.replace("language: en", f"language: {language}"))
        deck = project.deck()
        front = model(deck, drafted(deck, {"Term"})[0], "x.html").templates[1]["qfmt"]
        assert f'<p class="question">{question}</p>' in front
