"""Releases from before and after typography, and entries with straight marks or those of print: the same words."""

import pytest

from flashgen.history.hidden import html_hidden, stream
from flashgen.history.plan import plan
from flashgen.pipeline import release
from flashgen.render.typography import Compositor
from tests.conftest import Project

TIME = 1_790_000_000
ENTRIES = """\
  - {id: a, cloze: 'The "{{old}}" plan of 1929-{{33}}, in the {{''90s}}: {{"new"}}, {{1941-45}}', page: 98}
  - {id: b, ask: 'Who wrote "What is 5-10?"', answer: the students' union, page: 98}
  - {id: c, pair: ['"one"', "'two'"], relation: contrast, because: "it's 1-2", page: 98}
  - {id: d, list: 'The "three" of 1929-33', items: ['"a"', "b's", 1-2], page: 98}
  - {id: e, quote: 'It''s {{"odd"}} in {{1929-33}}', by: O'Neil, of: '"it"', page: 98}
  - {id: f, cloze: 'plain {{words}}', page: 98}
"""


def test_a_release_without_them_keeps_all_numbers_and_puts_no_review_at_risk(
    project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    project.entries(ENTRIES)
    with monkeypatch.context() as before:
        before.setattr(Compositor, "text", lambda _, text: text)
        project.build(TIME)
    deck = project.deck()
    after = release(deck, lambda newest: newest + 1).lock
    told = plan(deck.lock, after)
    assert [change.id for change in told.changed] == ["a", "b", "c", "d", "e"]
    assert told.at_risk == ()
    assert not any(change.added or change.lost or change.renumbered or change.replaced for change in told.changed)
    assert {id: note.hidden for id, note in after.notes.items()} == {
        id: note.hidden for id, note in deck.lock.notes.items()
    }
    assert "“<" not in after.notes["f"].fields["Text"]


def test_an_author_who_writes_them_changes_nothing_for_learners(project: Project) -> None:
    project.entries("  - {id: a, cloze: 'The \"{{old}}\" plan of 1929-{{33}}, {{it''s}}', page: 98}\n")
    project.build(TIME)
    project.entries("  - {id: a, cloze: 'The “{{old}}” plan of 1929–{{33}}, {{it’s}}', page: 98}\n")
    deck = project.deck()
    told = plan(deck.lock, release(deck, lambda newest: newest + 1).lock)
    assert (told.changed, told.new, told.withdrawn) == ((), (), ())


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("\"a\" 'b' 1-2", "“a” ‘b’ 1–2"),
        ('"a"', "«\u202fa\u202f»"),
        ("5'10\"", "5′10″"),
        ("צה\"ל ג'ורג'", "צה״ל ג׳ורג׳"),
        ('{{c1::"}}', "{{c1::“}}"),
        ("{{c1::1929}}-{{c2::33}}", "{{c1::1929}}–{{c2::33}}"),
        ('{{c1::"a}} b"', "{{c1::“a}} b”"),
    ],
)
def test_both_forms_are_the_same_words(one: str, other: str) -> None:
    assert stream(html_hidden(one)).words == stream(html_hidden(other)).words
    assert [spot.number for spot in stream(one).spots] == [spot.number for spot in stream(other).spots]
