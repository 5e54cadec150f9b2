"""A deck about several sources: entries, chapters, texts and findings follow the source that they name."""

import pytest

from flashgen.pipeline import checked_decks
from tests.conftest import DECK, FORMULA, HEAD, SOURCE, Project, Run
from tests.load.test_labels import source_of

OTHER = "label: Kurs\ncitation: {title: Kurs}\nlocator: section\npages: §1-§9\n"
QUESTION = "  - id: other\n    ask: What grew lean?\n    answer: the people\n    source: other\n    page: {}\n"


@pytest.fixture
def two(project: Project) -> Project:
    """Return a project whose deck is about two sources."""
    project.write("source/other.yaml", OTHER)
    project.write("decks/small/deck.yaml", DECK.replace("tucker-1999", "[tucker-1999, other]"))
    return project


def warnings(project: Project) -> list[tuple[str, str]]:
    """Return the rule and the message of each warning."""
    found = checked_decks(project.root, ())[1]
    return [(one.rule, one.message) for one in found if one.severity == "warning"]


def test_an_entry_and_a_chapter_name_their_source(two: Project) -> None:
    two.entries(FORMULA + QUESTION.format("§§ 3-4"))
    two.entries(
        QUESTION.format(5).replace("    source: other\n", ""), "07-kurs.yaml", "title: K\nsource: other\nentries:\n"
    )
    two.entries(
        (two.root / "decks/small/07-kurs.yaml").read_text("utf-8").replace("id: other", "id: third"), "07-kurs.yaml", ""
    )
    deck = two.deck()
    assert [(note.cite.source.id, note.cite.source.ranges(note.cite.pages)) for note in deck.notes] == [
        ("tucker-1999", "98"),
        ("other", "3–4"),
        ("other", "5"),
    ]
    assert [(chapter.numeral, chapter.position) for chapter in deck.chapters] == [("VI", 2), ("2", 2)]


def test_sections_of_a_later_source_come_behind_those_of_the_first(two: Project) -> None:
    two.write("source/other.yaml", OTHER + "sections: [{section: VI, title: Later, pages: §1-§9}]\n")
    two.entries(QUESTION.format(3), "07-kurs.yaml", "chapter: VI\ntitle: Later\nsource: other\nentries:\n")
    assert [(chapter.source.id, chapter.position) for chapter in two.deck().chapters] == [
        ("tucker-1999", 2),
        ("other", 3),
    ]


@pytest.mark.parametrize(
    ("entry", "message", "hint"),
    [
        (QUESTION.format(10), "Kurs has no section 10", "its sections run from 1 to 9"),
        (
            QUESTION.replace("other\n    page", "othr\n    page").format(3),
            'the deck has no source "othr"',
            'did you mean "other"?',
        ),
    ],
)
def test_a_page_is_looked_for_in_its_own_source(entry: str, message: str, hint: str, two: Project) -> None:
    two.entries(FORMULA + entry)
    _, (problem,) = two.read()
    assert (problem.message, problem.hint) == (message, hint)


def test_a_chapter_of_a_source_that_the_deck_lacks_is_told_once(two: Project) -> None:
    two.entries(FORMULA, head=f"source: othr\n{HEAD}")
    assert two.problems() == ["06-pattern.yaml:1:9 no-such-source"]


CHAPTERS = {
    "": ["p. 98 is outside section V (pp. 89–94)"],
    "pages: 97-98\n": [],
    "pages: [89, 97]\n": ["p. 98 is outside section V (pp. 89, 97)"],
    "source: other\n": [],
}


@pytest.mark.parametrize(("more", "found"), CHAPTERS.items())
def test_an_entry_outside_the_pages_of_its_chapter_is_warned_of(more: str, found: list[str], two: Project) -> None:
    two.write("source/other.yaml", OTHER + "sections: [{section: V, title: Later, pages: §1-§9}]\n")
    two.entries(FORMULA + "    source: tucker-1999\n", head=more + HEAD.replace("VI", "V"))
    assert [message for rule, message in warnings(two) if rule == "outside-chapter"] == found


def test_a_chapter_by_file_may_say_its_pages_too(two: Project) -> None:
    two.entries(QUESTION.format(3), head="title: K\nsource: other\npages: §1-§2\nentries:\n")
    assert ("outside-chapter", "§ 3 is outside this chapter (§§ 1–2)") in warnings(two)


def test_two_sources_have_no_address_and_no_branch_of_tags_in_common(two: Project) -> None:
    two.write("source/tucker-1999.yaml", SOURCE.replace("page: 97", "page: other/3"))
    _, (problem,) = two.read()
    assert (problem.rule, problem.hint) == ("same-anchor", "rename source/other.yaml")
    assert problem.message == 'page "other/3" of tucker-1999 and page "3" of other would have the same address'
    two.write("source/Tucker-1999.yaml", source_of("1-9"))
    two.write("decks/small/deck.yaml", DECK.replace("tucker-1999", "[tucker-1999, Tucker-1999]"))
    _, (problem,) = two.read()
    assert (problem.rule, problem.message) == (
        "same-anchor",
        'the tags of "tucker-1999" and "Tucker-1999" would be the same',
    )


TEXT = "The people grew lean. They were called (§ 4) Muscovites."


def test_each_source_is_compared_with_its_own_text(two: Project, run: Run) -> None:
    whose = "  - {id: whose, ask: Whose formula?, answer: Kliuchevsky, page: 98}\n"
    two.entries(FORMULA + whose + QUESTION.format(3).replace("the people", 'the "Muscovites"'))
    texts, kurs = two.texts(), two.write("kurs/3.txt", TEXT).parent
    done = run("check", "--text", f"tucker-1999={texts}", "--text", f"other={kurs}", "-C", two.root)
    assert done.code == 0
    assert '"other"' in (two.root / "decks/small/deck.proof").read_text("utf-8")
    two.entries(FORMULA + QUESTION.format(5).replace("the people", 'the "Muscovites"'))
    assert "run flashgen check --text other=PATH with your copy" in run("check", "--notes", "-C", two.root).told
    two.entries(FORMULA + whose + QUESTION.format(3).replace("the people", 'the "Muscovites"'))
    two.write("kurs/3.txt", "Nobody.")
    two.write("kurs/5.txt", TEXT)
    done = run("check", "--text", f"other={kurs}", "-C", two.root)
    assert '"Muscovites" is not on § 3 [not-on-page]' in done.told
    assert "found on § 5: cite that section" in done.told
    done = run("check", "--text", f"tukcer-1999={texts}", "-C", two.root)
    assert (done.code, 'no deck cites pages of "tukcer-1999": did you mean "tucker-1999"?' in done.told) == (2, True)
    done = run("check", "--text", "other=nowhere", "-C", two.root)
    assert (done.code, "does not exist" in done.told) == (2, True)


def test_a_path_may_have_the_sign_that_parts_a_source_from_its_path(project: Project, run: Run) -> None:
    project.texts().rename(project.root / "a=b")
    assert run("check", "--text", project.root / "a=b", "-C", project.root).code == 0


MENTIONS = {
    "the word of its locator": (OTHER, "other", 'the "people" (§ 3)', "2"),
    "a range of them": (OTHER, "other", 'the "people" (§§ 3-4)', "2"),
    "a verse in parentheses": (
        OTHER.replace("section", "verse").replace("§", "1:"),
        "other",
        'the "people" (1:3)',
        "1:2",
    ),
    "a range of verses whose last leaves out the chapter": (
        OTHER.replace("section", "verse").replace("§", "1:"),
        "other",
        'the "people" (1:3–4)',
        "1:2",
    ),
}


@pytest.mark.parametrize(("source", "name", "answer", "page"), MENTIONS.values(), ids=MENTIONS)
def test_a_page_that_a_text_names_is_a_place_to_look(
    source: str, name: str, answer: str, page: str, two: Project, run: Run
) -> None:
    two.write("source/other.yaml", source)
    two.entries(FORMULA + QUESTION.format(page).replace("the people", f"'{answer}'"))
    label = "1-3" if ":" in page else "3"
    kurs = two.write(f"kurs/{label}.txt", TEXT).parent
    two.write(f"kurs/{label[:-1]}2.txt", "Nobody.")
    two.write(f"kurs/{label[:-1]}4.txt", "Nobody.")
    assert run("check", "--text", f"{name}={kurs}", "-C", two.root).code == 0


@pytest.mark.parametrize(
    ("file", "label"),
    [("xii", "xii"), ("p-xii", "xii"), ("Smith-p012", "12"), ("3-16", "3:16"), ("A 1", "A 1"), ("p7", "7")],
)
def test_the_name_of_a_text_ends_with_the_label_of_its_page(file: str, label: str, project: Project, run: Run) -> None:
    project.write("source/tucker-1999.yaml", source_of("[xii, 1-20, 3:16, A 1]"))
    project.entries(
        f"  - {{id: x, ask: Who grew?, answer: Kliuchevsky, page: '{label}'}}\n", head="title: K\nentries:\n"
    )
    texts = project.write(f"texts/{file}.txt", "Kliuchevsky grew.").parent
    assert run("check", "--text", texts, "-C", project.root).code == 0
    assert "x" in (project.root / "decks/small/deck.proof").read_text("utf-8")


def test_a_pdf_is_read_where_its_pages_are(project: Project) -> None:
    project.write("source/tucker-1999.yaml", source_of("[i-iv, 1-9]", "pdf_offset: {i-iv: 1, 1-9: 5}\n"))
    project.entries(FORMULA.replace("98", "iii").replace("    note: 49\n", ""), head="title: K\nentries:\n")
    assert [page.pdf_page for page in project.deck().source.pages] == [2, 3, 4, 5, *range(6, 15)]


@pytest.mark.parametrize(
    ("sources", "lacking"), [("[tucker-1999, othr]", [23]), ("[tucker, other]", [10]), ("[tucker, othr]", [10, 18])]
)
def test_nothing_is_said_of_what_entries_cite_where_a_source_is_not_there(
    sources: str, lacking: list[int], two: Project
) -> None:
    two.write("decks/small/deck.yaml", DECK.replace("tucker-1999", sources))
    two.entries(FORMULA + QUESTION.format(3))
    assert two.problems() == [f"deck.yaml:3:{column} missing-file" for column in lacking]


def test_nothing_is_said_of_the_pages_of_a_source_whose_name_cannot_be_read(two: Project) -> None:
    two.entries(FORMULA + QUESTION.format(3).replace("source: other", "source: [other]"))
    assert two.problems() == ["06-pattern.yaml:11:13 wrong-type"]
