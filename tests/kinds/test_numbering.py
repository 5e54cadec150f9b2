"""Numbers of deletions: those written by hand stay, the others take the lowest free ones in reading order."""

import pytest

from flashgen.history.numbering import numbered
from tests.conftest import Project
from tests.load.shown import shown

CLOZES = {
    "{{a}} {{b}} {{c}}": "«1 a» «2 b» «3 c»",
    "{{a}} {{c1::b}} {{c}}": "«2 a» «1 b» «3 c»",
    "{{a}} {{c2::b}} {{c}}": "«1 a» «2 b» «3 c»",
    "{{c3::a}} {{b}} {{c1::c}} {{d}} {{e}}": "«3 a» «2 b» «1 c» «4 d» «5 e»",
    "{{c2::a}} {{c2::b}} {{c}}": "«2 a» «2 b» «1 c»",
    "{{c500::a}} {{b}}": "«500 a» «1 b»",
    "{{a {{b}} c}} {{d}}": "«1 a «2 b» c» «3 d»",
    "{{c2::a {{b}}}} {{c {{c1::d {{e}}}}}}": "«2 a «3 b»» «4 c «1 d «5 e»»»",
    r"{{a::hint}} \(x\) {{b}}": "«1 a | hint» ⟦x⟧ «2 b»",
}


@pytest.mark.parametrize(("cloze", "expected"), CLOZES.items())
def test_a_deletion_without_a_number_takes_the_lowest_free_one(cloze: str, expected: str, project: Project) -> None:
    project.entries(f"  - id: x\n    page: 98\n    cloze: '{cloze}'\n")
    (text,) = project.deck().notes[0].fields
    assert text
    assert shown(text.parts) == expected


def test_numbers_begin_anew_in_each_note(project: Project) -> None:
    project.entries("".join(f"  - id: x{n}\n    page: 98\n    cloze: '{{{{a}}}} {{{{b}}}}'\n" for n in range(3)))
    assert [note.ordinals for note in project.deck().notes] == [(0, 1)] * 3


def test_a_number_counts_in_all_fields_of_a_note(project: Project) -> None:
    project.entries("  - {id: x, page: 98, quote: '{{a}} {{c2::b}} {{c}}', by: d, of: e}\n")
    _, speaker, gaps, _ = project.deck().notes[0].fields
    assert speaker
    assert gaps
    assert [deletion.number for deletion in (*speaker.deletions, *gaps.deletions)] == [1, 3, 2, 4]


def test_numbering_twice_changes_nothing(project: Project) -> None:
    project.entries("  - {id: x, page: 98, cloze: '{{a {{c1::b}}}} {{c}}'}\n")
    (note,) = project.deck().notes
    assert numbered(note, None, []) == note


def test_a_note_that_hides_nothing_is_left_as_it_is(project: Project) -> None:
    project.entries("  - {id: x, page: 98, ask: a, answer: b}\n")
    (note,) = project.deck().notes
    assert numbered(note, None, []) is note


def test_places_and_languages_stay(project: Project) -> None:
    project.entries("  - {id: x, page: 98, cloze: 'a {{b}}'}\n")
    (text,) = project.deck().notes[0].fields
    assert text
    assert (str(text.place), text.language) == ("decks/small/06-pattern.yaml:4:30", "")
