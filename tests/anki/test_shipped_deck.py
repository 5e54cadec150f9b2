"""The deck that ships, in a new learner's Anki."""

import re
from collections import Counter
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

from flashgen.model.deck import Deck
from flashgen.model.lock import Lock
from tests.anki.conftest import TIME, Anki, shown
from tests.conftest import built

CITATION = re.compile(r"Tucker 1999, pp?\. [0-9]+(–[0-9]+)?(, n\. [0-9]+(–[0-9]+)?)?")


def answers(question: str, answer: str, back: str) -> list[str]:
    """Return the words that only the back may show: what was hidden, the side asked for, or the first field."""
    revealed = re.findall(r'<span class="cloze" data-ordinal="[0-9]+">(.*?)</span>(?!</span>)', answer, re.DOTALL)
    if "data-cloze=" in question:
        return [shown(words) for words in revealed]
    side = re.search(r'<bdi class="asked">(.*?)</bdi>', back, re.DOTALL)
    field = side or re.search(r'<div class="answer">\s*<div class="field-[a-z]+">(.*?)</div>', back, re.DOTALL)
    assert field
    return [shown(field[1])]


def test_every_entry_arrives_as_a_new_note_and_nothing_conflicts(anki: Anki, shipped: Deck) -> None:
    log = anki.load(shipped)
    assert len(log.new) == len(shipped.notes)
    assert not [*log.updated, *log.duplicate, *log.conflicting]


def test_the_same_file_again_writes_nothing(anki: Anki, shipped: Deck) -> None:
    anki.load(shipped)
    before = anki.collection.db.all("select id, mod, flds, tags from notes")
    log = anki.load(shipped)
    assert len(log.duplicate) == len(shipped.notes)
    assert anki.collection.db.all("select id, mod, flds, tags from notes") == before


def test_no_side_of_any_card_shows_a_brace_or_is_empty(learner: Anki) -> None:
    for card in learner.cards():
        for side in (card.question(), card.answer()):
            assert "{{" not in side
            assert "}}" not in side
            assert len(shown(side)) > 20


def test_no_question_shows_its_answer(learner: Anki) -> None:
    for card in learner.cards():
        question = shown(card.question()).casefold()
        for answer in answers(card.question(), card.answer(), card.answer()):
            assert answer
            assert not re.search(rf"\b{re.escape(answer.casefold())}\b", question), (card.note().fields[0], answer)


def test_every_back_has_the_citation_as_plain_text_the_gist_and_a_link_to_the_page(learner: Anki) -> None:
    for card in learner.cards():
        back = card.answer()
        page = card.note()["Page"]
        assert CITATION.search(shown(back)), card.note().fields[0]
        assert f"p. {page}: " in shown(back).split("What the page says")[1]
        assert re.search(rf'href="_tucker-1999-[0-9a-f]{{12}}\.html#p{page}"', back)


def test_the_page_of_the_source_arrives_with_the_package(learner: Anki) -> None:
    link = re.search(r'href="(_tucker-1999-[0-9a-f]{12}\.html)#', learner.cards()[0].answer())
    assert link
    text = (Path(learner.collection.media.dir()) / link[1]).read_text("utf-8")
    assert all(f'id="p{page}"' in text for page in range(77, 109))


def test_check_database_finds_nothing_wrong(learner: Anki) -> None:
    assert learner.collection.fix_integrity() == ("Database rebuilt and optimized.", True)


def test_there_are_no_empty_cards(learner: Anki) -> None:
    assert not learner.collection.get_empty_cards().notes


def test_anki_makes_no_card_that_the_package_lacked(learner: Anki, shipped: Deck) -> None:
    cards = {note.id: list(note.ordinals) for note in shipped.notes}
    for name, note in learner.notes().items():
        assert sorted(card.ord for card in note.cards()) == cards[name]
        learner.collection.update_note(note)  # an edit makes Anki generate what is missing
        assert sorted(card.ord for card in note.cards()) == cards[name]


def test_the_deck_tree_is_in_book_order(learner: Anki) -> None:
    root = "Stalinism as Revolution from Above"
    assert learner.tree() == [
        root,
        f"{root}::01 The question",
        f"{root}::02 The course of the Revolution",
        f"{root}::03 An explanation expounded",
        f"{root}::04 An explanation examined",
        f"{root}::05 The first factor",
        f"{root}::06 The second factor",
        f"{root}::07 The third factor",
        f"{root}::08 The sequel",
    ]


def test_new_cards_come_in_book_order_the_core_first_and_the_withdrawn_last_with_room_between_them(
    learner: Anki, shipped: Deck
) -> None:
    cards = [card for card in learner.cards() if card.ord or not card.note_type()["name"].endswith("List")]
    taught = [note for note in shipped.notes if not note.withdrawn]
    core, more = ([note.id for note in taught if note.tier == tier] for tier in ("core", "more"))
    found = list(dict.fromkeys(card.note().fields[0] for card in cards))
    assert found[: len(taught)] == [*core, *more]
    assert {*found[len(taught) :]} == {note.id for note in shipped.notes if note.withdrawn}
    dues = sorted({card.due for card in cards})
    assert all(after - before >= 100 for before, after in pairwise(dues))
    assert dues[-1] < 1_000_000


def test_all_tags_stand_under_the_decks_root_tag(learner: Anki) -> None:
    tags = [tag for note in learner.notes().values() for tag in note.tags]
    assert all(tag.startswith("tucker::") and tag.isascii() for tag in tags)
    formula = learner.notes()["kliuchevsky-formula"].tags
    assert {"tucker::chapter::VI", "tucker::kind::cloze", "tucker::page::098"} <= set(formula)


def test_the_first_field_is_the_id_and_the_prompt_is_what_anki_sorts_by(learner: Anki) -> None:
    note = learner.notes()["vkp"]
    assert note.fields[0] == "vkp"
    assert learner.collection.db.scalar("select sfld from notes where id = ?", note.id) == shown(note["Question"])


def test_every_note_type_has_room_to_grow_and_ids_on_all_it_has(learner: Anki) -> None:
    types = [learner.collection.models.get(entry.id) for entry in learner.collection.models.all_names_and_ids()]
    ours = [type for type in types if type["name"].startswith("Stalinism")]
    assert len(ours) == 6
    for type in ours:
        names = [field["name"] for field in type["flds"]]
        assert names[0] == "Id"
        assert names[-4:] == ["My notes", "Spare 1", "Spare 2", "Spare 3"]
        assert all(part["id"] > 0 for part in (*type["flds"], *type["tmpls"]))
        assert type["type"] == 1 or type["tmpls"][-1]["qfmt"].strip().startswith("{{#Spare 1}}")


def test_the_deck_has_enough_of_all_six_kinds_and_the_topics_it_is_known_for(shipped: Deck) -> None:
    kinds = Counter(note.type.name for note in shipped.notes)
    assert len(shipped.notes) >= 380
    least = {"Term": 60, "Pair": 70, "List": 15, "Quotation": 15, "Cloze": 50, "Question": 100}
    assert {kind: count for kind, count in least.items() if kinds[kind] < count} == {}
    topics = {"testament-two-readings", "barshchina", "barshchina-trudodni", "vkp", "kliuchevsky-formula"}
    assert topics <= {note.id for note in shipped.notes}


def test_every_page_and_every_section_is_covered(shipped: Deck) -> None:
    pages = Counter(page for note in shipped.notes for page in note.cite.source.labels(note.cite.pages))
    assert {page: pages[page] for page in shipped.source.places if pages[page] < (4 if page == "108" else 8)} == {}
    assert {note.chapter.numeral for note in shipped.notes} == {one.numeral for one in shipped.source.sections}


def test_no_quotation_has_more_than_15_words(shipped: Deck) -> None:
    for note in shipped.notes:
        for text in filter(None, (*note.fields, note.hint, note.extra)):
            for quoted in re.findall('"([^"]+)"', text.words):
                assert len(quoted.split()) <= 15, (note.id, quoted)


def test_a_chapter_alone_and_the_whole_deck_agree_in_any_order(anki: Anki, shipped: Deck) -> None:
    anki.load(shipped, "VI")
    chapter = {name: (note.guid, note.fields, note.tags) for name, note in anki.notes().items()}
    assert len(chapter) == sum(note.chapter.numeral == "VI" for note in shipped.notes)
    log = anki.load(shipped)
    assert len(log.duplicate) == len(chapter)
    anki.load(shipped, "V")
    assert len(anki.notes()) == len(shipped.notes)
    assert {name: (n.guid, n.fields, n.tags) for name, n in anki.notes().items() if name in chapter} == chapter


def test_equal_input_and_time_give_equal_bytes(shipped: Deck) -> None:
    unreleased = replace(shipped, lock=Lock(shipped.lock.place))
    first, second = (built(unreleased, TIME)[0].content for _ in range(2))
    assert first == second
    assert built(unreleased, TIME + 1)[0].content != first
