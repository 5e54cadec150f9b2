"""A deck of every kind in each language: nothing that the tool says on cards, sheets and companion is in English."""

import json
import re
from html import unescape

import pypdfium2
import pytest

from flashgen.emit.anki.about import about_deck
from flashgen.emit.anki.companion import companion
from flashgen.emit.anki.notetype import drafted, model
from flashgen.emit.paper.sheets.printed import printed
from flashgen.emit.web.site import site
from flashgen.kinds import KINDS
from flashgen.kinds.pair import RELATIONS
from flashgen.languages import LANGUAGES
from flashgen.languages.de import GERMAN
from flashgen.languages.en import ENGLISH
from flashgen.model.deck import Deck
from flashgen.model.words import PHRASES, PLACE, Words
from flashgen.pipeline import release
from tests.conftest import DECK, HEAD, Project
from tests.emit.paper.made import asked

OTHERS = pytest.mark.parametrize(
    "words", [one for one in LANGUAGES if one is not ENGLISH], ids=lambda one: one.language
)
SOURCE = """\
label: Q 1
citation:
  title: Q R S
  author: [{family: Q, given: R}, {family: S, given: T}]
  container-title: U V
links:
  print: https://example.org/{page}
sections:
  - {section: VI, title: Q, thesis: S, pages: 96-98}
pages:
  - {page: 96, gist: Q, footnotes: 1-2}
  - {page: 97, gist: R, footnotes: 3}
  - {page: 98, gist: S}
  - {page: 99, footnotes: 4}
  - {page: 100, nothing: S}
"""
SAID = re.compile('id="words">(.*?)</script>', re.DOTALL)
ALOUD = re.compile(' (?:aria-label|title)="([^"]*)"')
REST = "hint: Q, extra: R, page: 96-97, note: 1"
ENTRIES = f"""\
  - {{id: a, cloze: 'Q R {{{{S}}}} T.', {REST}}}
  - {{id: b, ask: Q R S, answer: T, reverse: yes, tier: core, {REST}}}
  - {{id: c, term: Q, means: R S, page: 98}}
  - {{id: d, list: Q, items: [R, S, T], page: 98}}
  - {{id: e, quote: 'Q {{{{R}}}} S', by: T, of: U, ask_of: yes, page: 98}}
  - {{id: f, ask: Q R T, answer: T, withdrawn: Q, page: 98}}
""" + "".join(
    f"  - {{id: p-{number}, pair: [Q, R], relation: {name}, because: S, page: 98}}\n"
    for number, name in enumerate(RELATIONS)
)


def deck(project: Project, words: Words) -> Deck:
    """Return a deck of every kind whose own words are single letters."""
    project.write("source/tucker-1999.yaml", SOURCE)
    project.write(
        "decks/small/deck.yaml",
        DECK.replace("language: en", f"language: {words.language}").replace("Small", "Q") + "report: R\n",
    )
    project.entries(ENTRIES, head="chapter: VI\ntitle: Q\nentries:\n")
    return project.deck()


def english(words: Words) -> list[str]:
    """Return the pieces of English phrases that another language does not share."""
    pieces = [piece.strip() for name in PHRASES for piece in PLACE.split(ENGLISH.phrase(name))[::2]]
    pieces += [f"{form} " for name in ("page", "note") for form in ENGLISH.locators[name]]
    shared = " ".join(
        [*map(words.phrase, PHRASES), *[f"{form} " for forms in words.locators.values() for form in forms]]
    )
    return [piece for piece in pieces if re.search("[a-z]", piece) and not is_in(piece, shared)]


def is_in(piece: str, said: str) -> bool:
    """Tell whether words stand in others, as whole words."""
    return bool(re.search(rf"(?<!\w){re.escape(piece)}(?!\w)", said, re.IGNORECASE))


def seen(html: str) -> str:
    """Return what a person sees of HTML: no styles, scripts, tags, comments, fields."""
    bare = re.sub(r"<(style|script)>.*?</\1>|<!--.*?-->|<[^>]*>|\{\{[#/^][^}]*\}\}", " ", html, flags=re.DOTALL)
    return " ".join(unescape(re.sub(r"\{\{(?!c\d)[^}]*\}\}", "9", bare)).split())


def cards(of: Deck) -> str:
    """Return the words of all fields, templates and descriptions."""
    lock = release(of, lambda _: 1_790_000_000).lock
    fields = [value for note in lock.notes.values() for name, value in note.fields.items() if name != "Id"]
    kinds = drafted(of, {kind.type.name for kind in KINDS})
    sides = [
        template[side]
        for kind in kinds
        for template in model(of, kind, "x.html").templates
        for side in ("qfmt", "afmt", "bqfmt", "bafmt")
    ]
    described = [field["description"] for kind in kinds for field in model(of, kind, "x.html").fields]
    return " ".join(map(seen, (*fields, *sides, *described, about_deck(of, lock))))


def paper(of: Deck, layout: str, **how: object) -> str:
    """Return the words of a PDF of the deck's cards."""
    pdf, problems = printed(of, of.notes, asked(layout, **how))
    assert problems == ()
    return " ".join(" ".join(page.get_textpage().get_text_bounded().split()) for page in pypdfium2.PdfDocument(pdf))


@OTHERS
def test_no_card_and_no_companion_says_anything_in_english(words: Words, project: Project) -> None:
    of = deck(project, words)
    said = f"{cards(of)} {seen(companion(of)[1].decode())}"
    assert [piece for piece in english(words) if is_in(piece, said)] == []
    assert " ".join(words.quote_speaker.split()) in said


def on_site(of: Deck) -> str:
    """Return the words of a site: what is seen and read aloud, and what its script may say."""
    pages = [page.decode() for page in site(of, ()).values()]
    script = [words for page in pages for said in SAID.findall(page) for words in json.loads(said).values()]
    aloud = [unescape(words) for page in pages for words in ALOUD.findall(page)]
    return " ".join(
        [seen(re.sub("<script type.*?</script>", "", page, flags=re.DOTALL)) for page in pages] + script + aloud
    )


@OTHERS
def test_no_page_of_the_site_says_anything_in_english(words: Words, project: Project) -> None:
    said = on_site(deck(project, words)).replace("(Q R S)", "")
    assert [piece for piece in english(words) if is_in(piece, said)] == []


@OTHERS
@pytest.mark.parametrize("layout", ["a4-safe-8up", "list", "glossary", "calibrate"])
def test_no_sheet_says_anything_in_english(words: Words, layout: str, project: Project) -> None:
    said = re.sub(r"-- ?back-reads|reads-back", "", paper(deck(project, words), layout))
    assert [piece for piece in english(words) if is_in(piece, said)] == []


NOT_SHOWN = {
    *("source_says", "withdrawn_gone", "sheet_code", "test_title", "test_print_short", "test_read_again"),
    *(
        "test_back_short",
        "comma",
        "open_quote",
        "open_inner",
        "close_inner",
        "more_names",
        "end_of_quote",
        "edited_by",
        "translated_by",
        "editor",
        "editors",
    ),
    *("translators", "reprint", "first_published", "accessed", "site_map_all"),
}
"""Phrases that this deck has no use for, marks, and what stands in a PDF without being drawn."""


def test_an_english_deck_says_all_of_it(project: Project) -> None:
    of = deck(project, ENGLISH)
    sheets = [paper(of, name) for name in ("list", "glossary", "calibrate")]
    said = " ".join((cards(of), seen(companion(of)[1].decode()), on_site(of), *sheets))
    first = {name: PLACE.split(ENGLISH.phrase(name))[0].strip() for name in PHRASES}
    on_exams = {name for name in PHRASES if name.startswith("paper_")}
    assert {name for name in PHRASES if not is_in(first[name], said)} <= NOT_SHOWN | on_exams


@pytest.mark.parametrize("words", [ENGLISH, GERMAN], ids=lambda one: one.language)
def test_the_notice_of_a_deleted_entry_is_in_the_language_of_the_deck(words: Words, project: Project) -> None:
    deck(project, words)
    project.build(1_790_000_000)
    project.entries(ENTRIES.split("\n", 1)[1], head=HEAD)
    lock = release(project.deck(), lambda _: 1_790_000_100).lock
    assert lock.notes["a"].fields["Withdrawn"] == words.withdrawn_gone
