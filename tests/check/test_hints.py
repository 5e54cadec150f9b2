"""What a problem says, and the cure it offers; where it stands is said in tests/cases."""

import pytest

from tests.conftest import Project

QUESTION = "  - id: x\n    page: 98\n    ask: What swelled up?\n    answer: the state\n    "
CLOZE = "  - id: x\n    page: 98\n    cloze: "
PAIR = "  - id: x\n    page: 98\n    pair: [barshchina, trudodni]\n    because: both are owed\n    relation: "

SAYS = {
    "a misspelt key, the nearest one": (
        QUESTION + "extar: More.",
        'unknown key "extar"',
        'did you mean "extra"?',
    ),
    "a key like no other, all of them": (
        QUESTION + "xyz: More.",
        'unknown key "xyz"',
        "available: id, page, note, source, tier, tags, hint, extra, language, withdrawn, was, ask, answer, reverse",
    ),
    "a misspelt kind, the nearest one": (
        "  - {id: x, page: 98, clooze: a}",
        "this entry has no `cloze`, `ask`, `term`, `pair`, `list` or `quote`",
        'did you mean "cloze"?',
    ),
    "a kind by its name elsewhere, ours": (
        "  - {id: x, page: 98, question: a, answer: b}",
        "this entry has no `cloze`, `ask`, `term`, `pair`, `list` or `quote`",
        'did you mean "ask"?',
    ),
    "a key by its name elsewhere, ours": (
        "  - {id: x, page: 98, ask: a, answer: b, tag: c}",
        'unknown key "tag"',
        'did you mean "tags"?',
    ),
    "very many unknown keys, the others at once": (
        "  - {id: x, page: 98, ask: a, answer: b" + "".join(f", x{number}y: c" for number in range(30)) + "}",
        "10 more unknown keys",
        "is all of this meant to be one entry?",
    ),
    "a yes for a reason, for whom it is": (
        QUESTION + "withdrawn: yes",
        '"withdrawn" must be a reason, and is "yes"',
        "write the reason, for learners who have the card",
    ),
    "a no for a reason, that it is one": (
        QUESTION + "withdrawn: false",
        '"withdrawn" must be a reason, and is "false"',
        "delete the key: with any value, the entry is withdrawn",
    ),
    "an image in a folder of its own, where it belongs": (
        QUESTION + "extra: '![a](img/a.png)'",
        '"img/a.png" is in a subfolder',
        "save it beside the chapter files as png, jpg, gif, svg or webp, and write only its name",
    ),
    "an image of another folder, where it belongs": (
        QUESTION + "extra: '![a](../a.png)'",
        '"../a.png" is outside the deck\'s folder',
        "save it beside the chapter files as png, jpg, gif, svg or webp, and write only its name",
    ),
    "no kind, all of them": (
        "  - {id: x, page: 98}",
        "this entry has no `cloze`, `ask`, `term`, `pair`, `list` or `quote`",
        "add the key for the kind of card you want",
    ),
    "two kinds, both": (
        "  - {id: x, page: 98, ask: a, list: b}",
        "this entry has both `ask` and `list`",
        'if a "- " is missing before line 4, add it; otherwise split the entry',
    ),
    "a malformed id, a better one": (
        "  - {id: 'Two Leninisms!', page: 98, ask: a, answer: b}",
        'the id "Two Leninisms!" is malformed',
        "write two-leninisms",
    ),
    "an id without any letter, what it is made of": (
        "  - {id: Ж, page: 98, ask: a, answer: b}",
        'the id "Ж" is malformed',
        "write small letters, digits and hyphens",
    ),
    "a taken id, where it was taken": (
        "  - {id: x, page: 98, ask: a, answer: b}\n" * 2,
        'the id "x" is taken: decks/small/06-pattern.yaml:4',
        "give the newer entry another id",
    ),
    "a missing key, how to write it": (
        "  - {id: x, page: 98, term: a}",
        '"means" is missing',
        "write means: what the term means",
    ),
    "a repeated key, the line of the first": (
        QUESTION + "answer: the party",
        '"answer" is already in line 7',
        'if a "- " is missing before line 8, add it; otherwise delete one of the two',
    ),
    "an entry whose dash is missing, where it belongs": (
        QUESTION + "id: y\n    page: 98\n    cloze: The {{state}} grew.",
        '"id" is already in line 4; 1 more key repeated',
        'if a "- " is missing before line 8, add it; otherwise delete one of the two',
    ),
    "a misspelt relation, the nearest one": (
        PAIR + "paralel",
        'unknown relation "paralel"',
        'did you mean "parallel"?',
    ),
    "a relation like no other, all of them": (
        PAIR + "xyz",
        'unknown relation "xyz"',
        "available: parallel, contrast, cause, continuity, renaming",
    ),
    "a cloze that has no deletion": (
        CLOZE + "The state swelled up.",
        '"cloze" has no deletion',
        "put the words to recall in {{ and }}",
    ),
    "a deletion that is not closed": (
        CLOZE + "'{{a'",
        "{{ without }}",
        r"close the deletion with }}, or write \{\{ for braces",
    ),
    "a deletion that is not opened": (
        QUESTION + "hint: a}}",
        "}} without {{",
        r"open the deletion with {{, or write \}\} for braces",
    ),
    "more deletions than Anki makes cards": (
        CLOZE + "'" + "{{a}}" * 501 + "'",
        "this text has 501 deletions; the limit is 500",
        "split the entry",
    ),
    "a quote, one card of which asks for its speaker": (
        "  - {id: x, page: 98, by: a, of: b, quote: '" + "{{c}}" * 500 + "'}",
        "this text has 500 deletions; the limit is 499",
        "split the entry",
    ),
    "a range that runs backwards, the other way round": (
        QUESTION + "note: 49-48",
        "the range 49–48 runs backwards",
        "write 48-49",
    ),
    "a range that may be short for a longer one, that": (
        "  - {id: x, page: 97-8, ask: What swelled up?, answer: the state}",
        "the range 97–8 runs backwards",
        "write the last number in full: 97-98",
    ),
    "a page that the source does not have, those it has": (
        "  - {id: x, page: 198, ask: a, answer: b}",
        "Tucker 1999 has no page 198",
        "its pages run from 89 to 98",
    ),
    "a footnote of another page, those of this one": (
        QUESTION + "note: 50",
        "footnote 50 is not on page 98",
        "footnotes there: 48, 49",
    ),
    "a footnote of a page without any": (
        "  - {id: x, page: 97, note: 49, ask: a, answer: b}",
        "footnote 49 is not on page 97",
        "footnotes there: none",
    ),
    "an image that is not there, its name": (
        QUESTION + "extra: '![the estate](the%20estate.png)'",
        'no image "the estate.png" in the deck\'s folder',
        "put a png, jpg, gif, svg or webp file with this name beside the chapter files",
    ),
    "a control character, its number": (
        QUESTION + r'extra: "a bell: \a"',
        "the character U+0007 cannot be shown",
        "delete it; for a backslash, use single quotes or write two",
    ),
}


@pytest.mark.parametrize(("entry", "message", "hint"), SAYS.values(), ids=SAYS)
def test_a_problem_says_what_is_wrong_and_what_to_do(entry: str, message: str, hint: str, project: Project) -> None:
    project.entries(entry)
    *_, problem = project.read()[1]
    assert (problem.message, problem.hint) == (message, hint)
    assert len(project.read()[1]) == (21 if "more unknown keys" in message else 1)


def test_the_same_fault_twice_in_one_value_is_said_once(project: Project) -> None:
    project.entries(CLOZE + "'{{}} and {{}}, but {{this}}'")
    assert project.problems() == ["06-pattern.yaml:6:12 no-deletion"]


def test_as_many_deletions_as_anki_makes_cards_are_no_problem(project: Project) -> None:
    project.entries(CLOZE + "'" + "{{a}}" * 500 + "'")
    assert project.deck().notes[0].ordinals == tuple(range(500))


def test_as_many_deletions_of_a_quote_as_anki_makes_cards_are_no_problem(project: Project) -> None:
    project.entries("  - {id: x, page: 98, by: a, of: b, quote: '" + "{{c}}" * 499 + "'}")
    assert project.deck().notes[0].ordinals == tuple(range(500))
