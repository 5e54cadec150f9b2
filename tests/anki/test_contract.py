"""What learners are promised when a deck is built and imported again, point by point, in a studied collection."""

import time
from collections.abc import Callable
from itertools import permutations, product
from pathlib import Path

import pytest

from flashgen.emit.anki.fields import field_names
from flashgen.render.templates import style
from tests.anki.conftest import ROOT, TIME, Anki, opened, revealed, shown
from tests.conftest import Project, Run

FIRST = "chapter: V\ntitle: The first factor\nentries:\n"
CLOZE = "  - id: formula\n    cloze: The state {{swelled up}}; the people {{grew lean}}.\n    page: 98\n    note: 49\n"
ASK = "  - id: vkp\n    ask: What did V.K.P. stand for?\n    answer: a second serfdom\n    page: 96\n"
TERM = (
    "  - id: corvee\n    term: barshchina\n    script: барщина\n    means: work owed on the lord's land\n    page: 96\n"
)
PAIR = (
    "  - id: estate-kolkhoz\n    pair: [the estate, the kolkhoz]\n    relation: parallel\n"
    "    because: the peasants of each are bound\n    page: 96\n"
)
LIST = "  - id: marks\n    list: Marks of that order\n    items: [poverty, fear, chauvinism]\n    page: 95\n"
QUOTE = "  - id: swelled\n    quote: The state {{swelled up}}.\n    by: Kliuchevsky\n    of: Russia\n    page: 98\n"
ALL = (CLOZE, ASK, TERM, PAIR, LIST, QUOTE)
KINDS = ("formula", "vkp", "corvee", "estate-kolkhoz", "marks", "swelled")
DAY = 86_400

ALWAYS = {"update_notes": 1, "update_notetypes": 1}
"""The options that overwrite most: notes and note types always."""

NEVER = 2
"""The choice *Never* of an option of the import."""


@pytest.fixture
def course(project: Project) -> Project:
    """Return a project with an entry of each kind, the first two of them in a chapter of their own."""
    project.entries("".join(ALL[:2]), "05-first.yaml", FIRST)
    project.entries("".join(ALL[2:]))
    return project


def studied(anki: Anki, course: Project) -> Path:
    """Import the first release and make of the collection one in the middle of a term; return the package."""
    (package,) = course.build(TIME)
    anki.take(package)
    collection = anki.collection
    anki.study("Small")
    cards = {(card.note().fields[0], card.ord): card.id for card in anki.cards()}
    collection.sched.suspend_cards([cards["formula", 1]])
    collection.sched.bury_cards([cards["marks", 2]])
    collection.set_user_flag_for_cards(3, [cards["vkp", 0], cards["corvee", 1]])
    collection.set_deck([cards["estate-kolkhoz", 0]], collection.decks.id("My own deck"))
    filtered = collection.sched.get_or_create_filtered_deck(0)
    filtered.name = "Cramming"
    filtered.config.search_terms[0].search = "note:*Term"
    filtered.config.reschedule = True
    collection.sched.add_or_update_filtered_deck(filtered)
    return package


def learners_own(anki: Anki, id: str) -> None:
    """Write into a note what a learner writes: a tag, a note of their own, and a correction."""
    note = anki.notes()[id]
    note["My notes"] = "look this up"
    note["Extra"] = "my own mnemonic"
    note.tags.append("exam")
    anki.collection.update_note(note)


def edited(course: Project, old: str, new: str) -> None:
    """Put words in the place of others, in all files of the deck."""
    for file in course.root.glob("decks/small/*.yaml"):
        file.write_text(file.read_text("utf-8").replace(old, new), "utf-8")


def state(anki: Anki) -> tuple[object, ...]:
    """Return what no import may ever touch."""
    return anki.scheduling(), anki.revlog()


def types(anki: Anki) -> list[str]:
    """Return the names of our note types."""
    return sorted(entry.name for entry in anki.collection.models.all_names_and_ids() if entry.name.startswith("Small"))


def test_01_a_first_import_is_all_new_and_the_database_is_in_order(anki: Anki, course: Project) -> None:
    (package,) = course.build(TIME)
    log = anki.take(package)
    assert (len(log.new), len(log.updated), len(log.duplicate), len(log.conflicting)) == (6, 0, 0, 0)
    assert anki.collection.fix_integrity() == ("Database rebuilt and optimized.", True)
    assert not anki.collection.get_empty_cards().notes


def test_02_the_same_file_again_writes_nothing(anki: Anki, course: Project) -> None:
    package = studied(anki, course)
    before = state(anki), anki.content()
    log = anki.take(package)
    assert (len(log.duplicate), len(log.new), len(log.updated)) == (6, 0, 0)
    assert (state(anki), anki.content()) == before


def test_02_a_rebuild_a_day_later_without_a_change_gives_the_same_bytes(course: Project) -> None:
    (package,) = course.build(TIME)
    before, lock = package.read_bytes(), course.lock()
    course.build(TIME + DAY)
    assert package.read_bytes() == before
    assert course.lock() == lock


def test_03_an_edit_of_one_entry_updates_exactly_that_note(anki: Anki, course: Project) -> None:
    studied(anki, course)
    before, notes = state(anki), anki.content()
    edited(course, "a second serfdom", "the second serfdom")
    log = anki.take(*course.build(TIME + DAY))
    assert (len(log.new), len(log.updated), len(log.duplicate)) == (0, 1, 5)
    assert state(anki) == before
    now = anki.content()
    assert [guid for guid in notes if notes[guid] != now[guid]] == [anki.notes()["vkp"].guid]
    assert anki.notes()["vkp"]["Answer"] == "the second serfdom"


def test_04_unchanged_notes_keep_the_learners_edits_notes_and_tags(anki: Anki, course: Project) -> None:
    studied(anki, course)
    learners_own(anki, "corvee")
    edited(course, "a second serfdom", "the second serfdom")
    anki.take(*course.build(TIME + DAY))
    note = anki.notes()["corvee"]
    assert (note["My notes"], note["Extra"], "exam" in note.tags) == ("look this up", "my own mnemonic", True)


@pytest.mark.parametrize("id", KINDS)
def test_04_the_update_text_brings_a_change_to_a_note_that_the_learner_touched_and_leaves_theirs(
    anki: Anki, course: Project, id: str
) -> None:
    studied(anki, course)
    learners_own(anki, id)
    before = state(anki)
    edited(course, f"id: {id}\n", f"id: {id}\n    hint: think of Kliuchevsky\n")
    package, *texts = course.build(TIME + DAY, update=True)
    anki.take(package)
    assert anki.notes()[id]["Hint"] == ""
    for text in texts:
        anki.update(text)
    note = anki.notes()[id]
    assert (note["Hint"], note["My notes"], "exam" in note.tags) == ("think of Kliuchevsky", "look this up", True)
    assert state(anki) == before
    assert len(anki.notes()) == 6


def test_04_where_notes_are_never_updated_the_texts_bring_all_changes_and_the_package_all_else(
    anki: Anki, course: Project
) -> None:
    studied(anki, course)
    learners_own(anki, "vkp")
    course.write("decks/small/estate.png", (ROOT / ".github/sheets.png").read_bytes())
    changed = ASK.replace("a second serfdom", "the second serfdom") + "    extra: '![The estate](estate.png)'\n"
    course.entries(CLOZE + changed + NEW, "05-first.yaml", FIRST)
    package, *texts = course.build(later(), update=True)
    anki.take(package, update_notes=NEVER)
    for text in texts:
        anki.update(text)
    note, new = anki.notes()["vkp"], anki.notes()["new"]
    assert (note["Answer"], note["My notes"], "exam" in note.tags) == ("the second serfdom", "look this up", True)
    assert {"small::kind::question", "small::page::96"} <= {*new.tags}
    assert anki.collection.decks.name(new.cards()[0].did) == "Small::01 The first factor"
    assert [file for file in Path(anki.collection.media.dir()).iterdir() if file.name in note["Extra"]]


def annotated(anki: Anki, course: Project, id: str) -> tuple[Path, list[Path]]:
    """Let a learner annotate a note before the next build changes it; return that build's package and update texts."""
    now = int(time.time())
    anki.take(*course.build(now - 5000))
    anki.study("Small")
    note = anki.notes()[id]
    note["My notes"] = "look this up"
    note.tags.append("exam")
    anki.collection.update_note(note)
    anki.collection.db.execute("update notes set mod = ? where id = ?", now - 3000, note.id)
    edited(course, f"id: {id}\n", f"id: {id}\n    hint: think of Kliuchevsky\n")
    package, *texts = course.build(now - 1000, update=True)
    return package, texts


KEPT = ("think of Kliuchevsky", "look this up", True)
REPLACED = ("think of Kliuchevsky", "", False)


def annotations(anki: Anki, id: str) -> tuple[str, str, bool]:
    """Return what the build changed of a note, and the learner's own field and tag."""
    note = anki.notes()[id]
    return note["Hint"], note["My notes"], "exam" in note.tags


@pytest.mark.parametrize("id", KINDS)
def test_04_a_later_package_that_changes_a_note_replaces_the_learners_notes_and_tags_too(
    anki: Anki, course: Project, id: str
) -> None:
    package, texts = annotated(anki, course, id)
    before = state(anki)
    log = anki.take(package)
    assert (len(log.updated), len(log.duplicate), annotations(anki, id)) == (1, 5, REPLACED)
    for text in texts:
        anki.update(text)
    assert (annotations(anki, id), state(anki)) == (REPLACED, before)


@pytest.mark.parametrize("id", KINDS)
def test_04_the_update_text_before_the_package_or_without_it_keeps_the_learners_notes_and_tags(
    anki: Anki, course: Project, id: str
) -> None:
    package, texts = annotated(anki, course, id)
    before = state(anki)
    for text in texts:
        anki.update(text)
    assert annotations(anki, id) == KEPT
    log = anki.take(package)
    assert (len(log.updated), len(log.duplicate), annotations(anki, id)) == (0, 6, KEPT)
    assert state(anki) == before


@pytest.mark.parametrize(
    ("package_first", "deck", "tagged"), [(True, "Small::01 The first factor", True), (False, "Small", False)]
)
def test_04_a_new_note_gets_its_chapter_and_tags_from_the_package_only_if_that_comes_first(
    anki: Anki, course: Project, package_first: bool, deck: str, tagged: bool
) -> None:
    now = int(time.time())
    anki.take(*course.build(now - 5000))
    course.entries(CLOZE + ASK + NEW, "05-first.yaml", FIRST)
    package, *texts = course.build(now - 1000, update=True)
    if package_first:
        anki.take(package)
    for text in texts:
        anki.update(text)
    anki.take(package)
    note = anki.notes()["new"]
    (card,) = note.cards()
    assert (anki.collection.decks.name(card.did), "small::chapter::V" in note.tags) == (deck, tagged)


def test_04_the_update_text_finds_the_notes_of_a_learner_who_renamed_a_field(anki: Anki, course: Project) -> None:
    studied(anki, course)
    model = anki.collection.models.by_name("Small – Question")
    assert model
    field = next(field for field in model["flds"] if field["name"] == "Answer")
    anki.collection.models.rename_field(model, field, "The answer")
    anki.collection.models.update_dict(model)
    learners_own(anki, "vkp")
    edited(course, "What did V.K.P.", "For what did V.K.P.")
    _, *texts = course.build(TIME + DAY, update=True)
    for text in texts:
        anki.update(text)
    note = anki.notes()["vkp"]
    assert note["Question"].startswith("For what did")
    assert (note["The answer"], "exam" in note.tags) == ("a second serfdom", True)


def own_field(anki: Anki) -> None:
    """Give the note type of questions a field of the learner's own."""
    model = anki.collection.models.by_name("Small – Question")
    assert model
    anki.collection.models.add_field(model, anki.collection.models.new_field("Mnemonic"))
    anki.collection.models.update_dict(model)


NEW = ASK.replace("vkp", "new").replace("What did", "Why did")


def later() -> int:
    """Return a time after what the learner did: a new field counts as a change of all notes that have it."""
    return int(time.time()) + DAY


def test_04_a_learner_with_a_field_of_their_own_gets_changes_by_the_update_text(anki: Anki, course: Project) -> None:
    studied(anki, course)
    own_field(anki)
    note = anki.notes()["vkp"]
    note["Mnemonic"] = "think of chains"
    anki.collection.update_note(note)
    before = state(anki)
    course.entries(CLOZE + ASK.replace("a second serfdom", "the second serfdom") + NEW, "05-first.yaml", FIRST)
    package, *texts = course.build(later(), update=True)
    log = anki.take(package)
    assert ([entry.fields[0] for entry in log.conflicting], len(log.updated)) == (["vkp"], 0)
    assert anki.notes()["vkp"]["Answer"] == "a second serfdom"
    assert "Small – Question+" in types(anki)
    for text in texts:
        anki.update(text)
    note = anki.notes()["vkp"]
    assert (note["Answer"], note["Mnemonic"]) == ("the second serfdom", "think of chains")
    assert {key: value for key, value in anki.scheduling().items() if key in before[0]} == before[0]  # type: ignore[operator]
    assert len(anki.notes()) == 7


def test_04_or_by_the_package_with_note_types_merged(anki: Anki, course: Project) -> None:
    studied(anki, course)
    own_field(anki)
    before, names = state(anki), types(anki)
    course.entries(CLOZE + ASK.replace("a second serfdom", "the second serfdom") + NEW, "05-first.yaml", FIRST)
    log = anki.take(*course.build(later()), merge_notetypes=True)
    assert (len(log.new), len(log.updated), len(log.conflicting)) == (1, 1, 0)
    assert anki.notes()["vkp"].items()[-1] == ("Mnemonic", "")
    assert {key: value for key, value in anki.scheduling().items() if key in before[0]} == before[0]  # type: ignore[operator]
    assert types(anki) == names


def test_11_a_deck_that_the_learner_renamed_keeps_its_cards_and_new_ones_come_under_the_old_name(
    anki: Anki, course: Project
) -> None:
    studied(anki, course)
    before = state(anki)
    deck = anki.collection.decks.id_for_name("Small::01 The first factor")
    assert deck
    anki.collection.decks.rename(deck, "Exam")
    course.entries(
        ALL[0] + ALL[1] + ALL[1].replace("vkp", "new").replace("What did", "Why did"), "05-first.yaml", FIRST
    )
    anki.take(*course.build(TIME + DAY))
    assert {key: value for key, value in anki.scheduling().items() if key in before[0]} == before[0]  # type: ignore[operator]
    (card,) = anki.notes()["new"].cards()
    assert anki.collection.decks.name(card.did) == "Small::01 The first factor"


@pytest.mark.parametrize("notes", [0, 1, 2])
@pytest.mark.parametrize("notetypes", [0, 1, 2])
def test_05_under_all_72_combinations_of_options_no_card_moves_and_nothing_comes_twice(
    course: Project, tmp_path: Path, notes: int, notetypes: int
) -> None:
    for place, (merge, scheduling, presets) in enumerate(product((False, True), repeat=3)):
        for anki in opened(tmp_path / str(place)):
            (course.root / "decks/small/deck.lock").unlink(missing_ok=True)
            course.entries("".join(ALL[:2]), "05-first.yaml", FIRST)
            studied(anki, course)
            before, names = state(anki), types(anki)
            edited(course, "work owed", "labour owed")
            edited(course, "The state {{swelled up}}; the", "The state {{swelled up}}, the")
            log = anki.take(
                *course.build(TIME + DAY),
                update_notes=notes,
                update_notetypes=notetypes,
                merge_notetypes=merge,
                with_scheduling=scheduling,
                with_deck_configs=presets,
            )
            assert (len(log.new), len(log.conflicting)) == (0, 0)
            assert state(anki) == before
            assert (len(anki.notes()), types(anki)) == (6, names)


def test_06_a_change_of_looks_arrives_without_a_change_of_any_note(
    anki: Anki, course: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    studied(anki, course)
    before, notes = state(anki), anki.content()
    new_looks(monkeypatch)
    log = anki.take(*course.build(TIME + DAY))
    assert (len(log.duplicate), len(log.updated)) == (6, 0)
    assert (state(anki), anki.content()) == (before, notes)
    assert all(".later { color: red; }" in card.question() for card in anki.cards())


def test_06_the_learners_own_looks_and_renamed_fields_survive_a_release_that_changes_none(
    anki: Anki, course: Project
) -> None:
    studied(anki, course)
    model = anki.collection.models.by_name("Small – Cloze")
    assert model
    model["css"] += ".mine { color: green; }"
    anki.collection.models.rename_field(model, model["flds"][1], "Sentence")
    anki.collection.models.update_dict(model)
    edited(course, "the people {{grew lean}}.", "the people {{grew lean}}!")
    log = anki.take(*course.build(TIME + DAY))
    kept = anki.collection.models.by_name("Small – Cloze")
    assert kept
    assert kept["css"].endswith(".mine { color: green; }")
    assert len(log.updated) == 1
    assert anki.notes()["formula"]["Sentence"].endswith("grew lean}}!")


def test_07_the_spare_card_asks_for_the_question_where_an_author_says_so_later(anki: Anki, course: Project) -> None:
    studied(anki, course)
    before = state(anki)
    edited(course, "answer: a second serfdom", "answer: a second serfdom\n    reverse: yes")
    log = anki.take(*course.build(TIME + DAY))
    note = anki.notes()["vkp"]
    assert (len(log.updated), len(log.conflicting)) == (1, 0)
    _, reverse = note.cards()
    assert reverse.type == 0
    assert shown(reverse.question()).endswith("Which question does this answer? a second serfdom")
    assert "a second serfdom What did V.K.P. stand for? Tucker 1999" in shown(reverse.answer())
    assert anki.revlog() == before[1]
    assert {key: value for key, value in anki.scheduling().items() if key in before[0]} == before[0]  # type: ignore[operator]
    assert len(anki.scheduling()) == len(before[0]) + 1  # type: ignore[arg-type]
    assert anki.collection.fix_integrity() == ("Database rebuilt and optimized.", True)
    assert not anki.collection.get_empty_cards().notes


def test_07_without_the_question_field_no_template_makes_a_second_card(anki: Anki, course: Project) -> None:
    anki.take(*course.build(TIME))
    note = anki.notes()["vkp"]
    note["My notes"] = "Anki makes cards anew when a note is saved."
    anki.collection.update_note(note)
    assert len(anki.notes()["vkp"].cards()) == 1


def test_07_blocks_in_an_answer_are_the_same_in_package_and_update_text(anki: Anki, course: Project) -> None:
    studied(anki, course)
    learners_own(anki, "vkp")
    code = "answer: |\n      In short:\n\n      ```\n      a\n        {{b}}\n      ```"
    edited(course, "answer: a second serfdom", code)
    _, *texts = course.build(TIME + DAY, update=True)
    (text,) = [file for file in texts if file.name.endswith("question.txt")]
    anki.update(text)
    note = anki.notes()["vkp"]
    assert note["Answer"] == "<p>In short:</p>\n<pre><code>a\n  {<!-- -->{b}<!-- -->}\n</code></pre>"
    (card,) = note.cards()
    assert "In short: a {{b}} look this up Tucker 1999" in shown(card.answer())


def test_07_an_update_text_brings_the_second_card_to_a_note_that_the_learner_edited(
    anki: Anki, course: Project
) -> None:
    studied(anki, course)
    learners_own(anki, "vkp")
    edited(course, "answer: a second serfdom", "answer: a second serfdom\n    reverse: yes")
    *_, text = [file for file in course.build(TIME + DAY, update=True) if file.name.endswith("question.txt")]
    anki.update(text)
    assert len(anki.notes()["vkp"].cards()) == 2


def test_07_a_second_card_that_is_taken_away_is_left_blank_until_the_learner_deletes_it(
    anki: Anki, course: Project
) -> None:
    edited(course, "answer: a second serfdom", "answer: a second serfdom\n    reverse: yes")
    anki.take(*course.build(TIME))
    edited(course, "    reverse: yes\n", "")
    anki.take(*course.build(TIME + DAY))
    assert len(anki.notes()["vkp"].cards()) == 2
    (empty,) = anki.collection.get_empty_cards().notes
    assert len(empty.card_ids) == 1
    assert not empty.will_delete_note


REFUSED: dict[str, tuple[Callable[[Project], None], str]] = {
    "a cloze that is renumbered": (
        lambda course: edited(course, "{{swelled up}}; the people {{grew", "{{c2::swelled up}}; the people {{c1::grew"),
        "renumbered-cloze",
    ),
    "a cloze number that another one had": (
        lambda course: edited(
            course, "{{swelled up}}; the people {{grew lean", "swelled up; {{c1::the people}} {{grew lean"
        ),
        "reused-cloze",
    ),
    "two entries of one id": (lambda course: edited(course, "id: vkp", "id: formula"), "same-id"),
    "another kind under the id": (
        lambda course: edited(course, "ask: What did V.K.P. stand for?\n    answer:", "term: V.K.P.\n    means:"),
        "changed-kind",
    ),
    "sides that changed places": (
        lambda course: edited(course, "[the estate, the kolkhoz]", "[the kolkhoz, the estate]"),
        "swapped-sides",
    ),
    "another name for the deck": (
        lambda course: edited(course, "name: Small", "name: Large"),
        "frozen-name",
    ),
    "another uid": (
        lambda course: edited(course, "uid: 0b8e", "uid: 0b8f"),
        "changed-uid",
    ),
}


@pytest.mark.parametrize(("edit", "rule"), REFUSED.values(), ids=REFUSED)
def test_08_the_build_refuses_what_would_put_history_on_another_fact(
    course: Project, run: Run, edit: Callable[[Project], None], rule: str
) -> None:
    (package,) = course.build(TIME)
    before = package.read_bytes(), course.lock()
    edit(course)
    done = run("build", "-C", course.root)
    assert (done.code, f"[{rule}]" in done.told) == (1, True)
    assert (package.read_bytes(), course.lock()) == before


def test_08_the_build_refuses_a_change_of_a_note_types_fields(
    course: Project, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    course.build(TIME)
    before = course.lock()
    monkeypatch.setattr("flashgen.emit.anki.notetype.field_names", lambda kind: field_names(kind)[:-1])
    done = run("build", "-C", course.root)
    assert done.code == 3
    assert 'the note type "Cloze" has other fields or cards than the released one (Spare 3 gone)' in done.told
    assert course.lock() == before


def test_08_the_build_refuses_a_clock_that_ran_backwards(
    course: Project, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    course.build(TIME)
    before = course.lock()
    monkeypatch.setattr("time.time", lambda: TIME - 1)
    edited(course, "a second serfdom", "the second serfdom")
    done = run("build", "-C", course.root)
    assert done.code == 3
    assert "the last release is of 2026-" in done.told
    assert "correct the clock, or wait until then" in done.told
    assert course.lock() == before


NESTED = """\
  - id: nested
    cloze: >-
      The {{tsar {{Ivan}} the Terrible}} bound {{the boyars}} to service.
    page: 96
"""


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("The {{tsar", "{{By force}} the {{tsar"),
        ("{{the boyars}}", "{{all}} {{the boyars}}"),
        ("to service.", "to {{service}}."),
        ("{{Ivan}} the Terrible", "{{Ivan}} the {{Terrible}}"),
        ("{{Ivan}}", "{{{{Ivan}} of Moscow}}"),
        ("{{tsar", "{{Muscovite {{autocrat and}} tsar"),
    ],
)
def test_09_a_new_deletion_anywhere_leaves_the_old_ones_their_cards_and_history(
    anki: Anki, course: Project, old: str, new: str
) -> None:
    course.entries(NESTED)
    anki.take(*course.build(TIME))
    anki.study("Small")
    before, faces = state(anki), answers(anki, "nested")
    edited(course, old, new)
    anki.take(*course.build(TIME + DAY))
    note = anki.notes()["nested"]
    assert sorted(card.ord for card in note.cards()) == [0, 1, 2, 3]
    after = answers(anki, "nested")
    assert {number: said for number, said in after.items() if number in faces and number != 1} == {
        number: said for number, said in faces.items() if number != 1
    }
    assert after[1].endswith("the Terrible")
    assert anki.revlog() == before[1]
    assert {key: value for key, value in anki.scheduling().items() if key in before[0]} == before[0]  # type: ignore[operator]


def test_10_a_withdrawn_entry_says_so_is_found_by_its_tag_and_keeps_its_history(anki: Anki, course: Project) -> None:
    studied(anki, course)
    before = state(anki)
    edited(course, "id: vkp\n", "id: vkp\n    withdrawn: The reading was *misattributed*.\n")
    log = anki.take(*course.build(TIME + DAY))
    assert len(log.updated) == 1
    assert state(anki) == before
    (found,) = anki.collection.find_notes("tag:small::withdrawn")
    card = anki.collection.get_note(found).cards()[0]
    assert "Withdrawn. The reading was misattributed." in shown(card.question())
    assert "Withdrawn." in shown(card.answer())


def test_10_an_entry_that_was_simply_deleted_is_withdrawn_never_dropped(anki: Anki, course: Project) -> None:
    studied(anki, course)
    before = state(anki)
    course.entries(CLOZE, "05-first.yaml", FIRST)
    (package,) = course.build(TIME + DAY)
    log = anki.take(package)
    assert len(log.updated) == 1
    assert state(anki) == before
    (found,) = anki.collection.find_notes("tag:small::withdrawn")
    note = anki.collection.get_note(found)
    assert (note.fields[0], note["Answer"]) == ("vkp", "a second serfdom")
    assert "Withdrawn. It is no longer part of the deck." in shown(note.cards()[0].question())
    course.build(TIME + 2 * DAY)
    assert len(anki.take(package).updated) == 0


def test_10_an_entry_that_comes_back_is_the_note_that_it_was(anki: Anki, course: Project) -> None:
    studied(anki, course)
    before = state(anki)
    course.entries(CLOZE, "05-first.yaml", FIRST)
    anki.take(*course.build(TIME + DAY))
    course.entries(CLOZE + ASK, "05-first.yaml", FIRST)
    anki.take(*course.build(TIME + 2 * DAY))
    assert state(anki) == before
    assert not anki.collection.find_notes("tag:small::withdrawn")
    assert "Withdrawn" not in shown(anki.notes()["vkp"].cards()[0].question())


def test_10_new_learners_get_a_package_without_what_was_withdrawn(anki: Anki, course: Project) -> None:
    course.build(TIME)
    course.entries(CLOZE, "05-first.yaml", FIRST)
    _, package = course.build(TIME + DAY, fresh=True)
    anki.take(package)
    assert sorted(anki.notes()) == sorted(set(KINDS) - {"vkp"})


def test_10_a_renamed_entry_keeps_its_history(anki: Anki, course: Project) -> None:
    studied(anki, course)
    before = state(anki)
    edited(course, "id: vkp\n", "id: second-serfdom\n    was: vkp\n")
    anki.take(*course.build(TIME + DAY))
    edited(course, "    was: vkp\n", "")
    log = anki.take(*course.build(TIME + 2 * DAY))
    assert len(log.duplicate) == 6
    assert state(anki) == before
    assert sorted(anki.notes()) == sorted({*KINDS, "second-serfdom"} - {"vkp"})


def test_11_retitled_reordered_and_emptied_chapters_make_no_second_deck(anki: Anki, course: Project) -> None:
    studied(anki, course)
    before, tree = state(anki), anki.tree()
    course.entries("".join(ALL[2:]), "01-sixth.yaml", "chapter: VI\ntitle: Another title\nentries:\n")
    course.entries(ASK + CLOZE, "05-first.yaml", "chapter: V\ntitle: The other factor\nentries:\n")
    (course.root / "decks/small/06-pattern.yaml").unlink()
    anki.take(*course.build(TIME + DAY))
    assert (state(anki), anki.tree()) == (before, tree)
    assert "The other factor" in shown(anki.notes()["vkp"].cards()[0].question())
    assert "Another title" in shown(anki.notes()["marks"].cards()[0].question())


def test_11_an_entry_that_moves_to_another_file_stays_in_its_deck(anki: Anki, course: Project) -> None:
    studied(anki, course)
    before, tree = state(anki), anki.tree()
    course.entries(CLOZE, "05-first.yaml", FIRST)
    course.entries("".join((ASK, *ALL[2:])))
    anki.take(*course.build(TIME + DAY))
    assert (state(anki), anki.tree()) == (before, tree)
    assert "small::chapter::VI" in anki.notes()["vkp"].tags


@pytest.mark.parametrize(
    "words", ["a::b", r"a\}\}b", r"\{\{a", "a < b", "R&D", "{a}", r"\(x^{y^{z}}\)", "[sound:x]", "::"]
)
def test_12_whatever_the_words_the_question_hides_and_the_answer_shows_them(
    anki: Anki, course: Project, words: str
) -> None:
    said = words.replace("::", r"\::")
    course.entries(
        f"  - id: marks\n    cloze: 'The secret is {{{{SECRET {said} SECRET}}}} and no other.'\n    page: 98\n"
    )
    anki.take(*course.build(TIME))
    (card,) = anki.notes()["marks"].cards()
    assert shown(card.question()).count("SECRET") == 0
    assert shown(card.answer()).count("SECRET") == 2


def test_13_whoever_skips_a_release_and_then_takes_the_old_one_by_mistake_keeps_the_newest(
    anki: Anki, course: Project
) -> None:
    studied(anki, course)
    before = state(anki)
    edited(course, "a second serfdom", "serfdom, the second")
    (second,) = course.build(TIME + DAY)
    older = second.read_bytes()
    edited(course, "serfdom, the second", "the second serfdom")
    (third,) = course.build(TIME + 2 * DAY)
    anki.take(third)
    third.write_bytes(older)
    anki.take(third)
    assert anki.notes()["vkp"]["Answer"] == "the second serfdom"
    assert state(anki) == before


def test_14_each_release_reaches_learners_whatever_the_last_one_that_they_took(course: Project, tmp_path: Path) -> None:
    releases = []
    for day, word in enumerate(("one", "two", "three", "four")):
        edited(course, "a second serfdom" if not day else releases[-1][0], f"serfdom {word}")
        releases.append((f"serfdom {word}", course.build(TIME + day * DAY)[0].read_bytes()))
    for order in permutations(range(4), 2):
        for anki in opened(tmp_path / "-".join(map(str, order))):
            for place in order:
                anki.take(course.write("taken.apkg", releases[place][1]))
            assert anki.notes()["vkp"]["Answer"] == releases[max(order)][0]


def test_15_flags_suspension_moves_and_filtered_decks_survive_an_update_of_every_note(
    anki: Anki, course: Project
) -> None:
    studied(anki, course)
    before = state(anki)
    edited(course, "    page:", "    extra: Read the page again.\n    page:")
    log = anki.take(*course.build(TIME + DAY), **ALWAYS)
    assert len(log.updated) == 6
    assert state(anki) == before
    assert sorted(card.flags for card in anki.cards() if card.flags) == [3, 3]
    assert "Cramming" in anki.tree()


def test_16_chapters_and_the_whole_agree_note_by_note_in_any_order_and_mixture(course: Project, tmp_path: Path) -> None:
    course.build(TIME)
    edited(course, "a second serfdom", "the second serfdom")
    edited(course, "work owed", "labour owed")
    packages = course.build(TIME + DAY, each=True)
    assert [package.name for package in packages] == ["small.apkg", "small-05-first.apkg", "small-06-pattern.apkg"]
    found = []
    for order in permutations(packages):
        for anki in opened(tmp_path / "-".join(package.stem for package in order)):
            for package in order:
                anki.take(package)
            content = {guid: (mod, tags, fields) for guid, (_, _, mod, tags, fields) in anki.content().items()}
            found.append((content, anki.tree(), sorted((key, row[5]) for key, row in anki.scheduling().items())))
    assert all(one == found[0] for one in found)


def test_16_a_chapter_built_alone_leaves_the_others_as_they_were_released(anki: Anki, course: Project) -> None:
    course.build(TIME)
    edited(course, "a second serfdom", "the second serfdom")
    edited(course, "work owed", "labour owed")
    _, chapter = course.build(TIME + DAY, "V")
    times = {id: note.time for id, note in course.held().notes.items()}
    assert times == {id: TIME + DAY if id == "vkp" else TIME for id in KINDS}
    (whole,) = course.build(TIME + 2 * DAY)
    anki.take(whole)
    log = anki.take(chapter)
    assert len(log.duplicate) == 2
    assert anki.notes()["vkp"].mod == TIME + DAY


def answers(anki: Anki, id: str) -> dict[int, str]:
    """Return what each card of a note reveals, by its number."""
    return {card.ord + 1: revealed(card) for card in anki.notes()[id].cards()}


def new_looks(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the cards look another way from now on."""
    later = style() + ".later { color: red; }"
    monkeypatch.setattr("flashgen.emit.anki.notetype.style", lambda: later)
