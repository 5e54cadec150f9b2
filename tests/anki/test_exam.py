"""Plans in the real Anki: their options arrive, its own simulator agrees, and who follows one ends where it says."""

from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from anki.collection import Collection, ImportAnkiPackageOptions, ImportAnkiPackageRequest
from anki.scheduler_pb2 import SimulateFsrsReviewRequest

from flashgen.emit.anki.preset import preset
from flashgen.emit.report.exam.anki import last_days, search, settings
from flashgen.model.chosen import ALL_OF_IT, Part
from flashgen.model.deck import Deck
from flashgen.pipeline import exam_plan, preset_package, release
from flashgen.study.days import days_until
from flashgen.study.forecast import forecast
from flashgen.study.learner import Person
from flashgen.study.plan import StudyPlan
from flashgen.study.setting import Order, Setting
from flashgen.study.wish import Wish
from tests.anki.conftest import Anki
from tests.anki.follow import Follower
from tests.conftest import DECK, Project
from tests.study.made import FIRST, HABITS, MEMORY, days, new_cards

ENTRIES = "".join(
    f"  - {{id: card-{number}, cloze: 'The {{{{state}}}} of {number} had {{{{laws}}}}.', page: 97}}\n"
    for number in range(40)
)

WHO = "  - {{id: {}, ask: Who built an industrial base?, answer: Peter, page: {}, tier: {}}}\n"


@pytest.fixture
def built(project: Project) -> Deck:
    """Return a deck of 40 notes, 80 cards, that was built."""
    project.entries(ENTRIES)
    project.build(1_790_000_000)
    return project.deck()


def planned(deck: Deck, number: int = 12, minutes: int = 8, **wanted: object) -> StudyPlan:
    """Return the plan of a deck for an exam in some days."""
    until = days_until(FIRST + timedelta(days=number), FIRST, {6})
    return exam_plan(deck, Wish(until, minutes, **wanted))  # type: ignore[arg-type]


def imported(anki: Anki, deck: Deck, plan: StudyPlan, ticked: bool = True) -> None:
    """Import the package of a plan, with or without a tick at its options."""
    path = anki.folder / "plan.apkg"
    path.write_bytes(preset_package(deck, plan))
    anki.take(path, with_deck_configs=ticked)


def config(anki: Anki, deck: str) -> dict[str, object]:
    """Return the options of a deck."""
    return anki.collection.decks.config_dict_for_deck_id(anki.collection.decks.id_for_name(deck))


def test_the_options_of_a_plan_arrive_with_all_subdecks_if_the_box_is_ticked(anki: Anki, built: Deck) -> None:
    plan = planned(built)
    imported(anki, built, plan)
    for deck in anki.tree():
        options = config(anki, deck)
        assert options["name"] == "Small: 2026-12-12"
        assert options["desiredRetention"] == pytest.approx(plan.setting.retention)
        assert (options["new"]["perDay"], options["rev"]["perDay"]) == (plan.setting.new, 9999)
        assert (options["new"]["bury"], options["rev"]["bury"], options["buryInterdayLearning"]) == (True, True, True)
        assert (options["newMix"], options["newGatherPriority"]) == (2, 1)
        assert options["easyDaysPercentages"] == [1, 1, 1, 1, 1, 1, 0]


def test_without_the_tick_the_learner_keeps_the_options(anki: Anki, built: Deck) -> None:
    imported(anki, built, planned(built), ticked=False)
    assert {config(anki, deck)["name"] for deck in anki.tree()} == {"Default"}


def test_a_changed_plan_has_an_id_of_its_own_and_replaces_the_options_of_the_old_one(anki: Anki, built: Deck) -> None:
    old, new = planned(built), planned(built, 20, 20)
    assert preset(built, old)["id"] == preset(built, planned(built))["id"] != preset(built, new)["id"]
    imported(anki, built, old)
    before = anki.scheduling().keys()
    imported(anki, built, new)
    assert config(anki, "Small")["name"] == "Small: 2026-12-20"
    assert config(anki, "Small")["desiredRetention"] == pytest.approx(new.setting.retention)
    assert anki.scheduling().keys() == before


def test_options_do_not_change_the_notes_of_the_last_build(anki: Anki, built: Deck) -> None:
    anki.load(built, time=1_790_000_000)
    before = anki.content()
    imported(anki, built, planned(built))
    assert anki.content() == before


@pytest.mark.parametrize(
    ("order", "name"), [(Order.DUE, "DAY"), (Order.EASY, "EASE_DESCENDING"), (Order.WEAK, "RETRIEVABILITY_ASCENDING")]
)
def test_orders_are_those_that_anki_calls_by_their_names(anki: Anki, built: Deck, order: Order, name: str) -> None:
    from anki.deck_config_pb2 import DeckConfig

    plan = planned(built)
    number = preset(built, replace(plan, setting=replace(plan.setting, order=order)))["reviewOrder"]
    assert DeckConfig.Config.ReviewCardOrder.Name(number) == f"REVIEW_CARD_ORDER_{name}"


def test_the_names_of_the_options_are_those_of_anki(anki: Anki, built: Deck) -> None:
    words = anki.collection.tr
    plan = planned(built)
    both = [
        dict(settings(replace(plan, setting=replace(plan.setting, order=order)))) for order in (Order.EASY, Order.WEAK)
    ]
    assert both[0]["Review sort order"] == words.deck_config_sort_order_ascending_difficulty()
    assert both[1]["Review sort order"] == words.deck_config_sort_order_retrievability_ascending()
    assert Order.DUE.value == "Due date, then random"
    assert both[0]["New/review order"] == words.deck_config_review_mix_show_before_reviews()
    assert both[0]["New card gather order"] == words.deck_config_new_gather_priority_position_lowest_first()
    for name in (words.deck_config_desired_retention(), words.deck_config_new_gather_priority()):
        assert name in both[0]
    assert words.importing_with_deck_configs() == "Import any deck presets"


@pytest.mark.parametrize("part", [ALL_OF_IT, Part(["VI"]), Part(tier="more"), Part(["VI"], tier="core")])
def test_anki_understands_each_search(anki: Anki, built: Deck, part: Part) -> None:
    anki.load(built)
    found = anki.collection.find_cards(search(built, part))
    assert len(found) == (0 if part.tier == "core" else 80)
    line = next(line for line in last_days(built, part, planned(built)) if line.startswith("Search: "))
    assert len(anki.collection.find_cards(line.removeprefix("Search: "))) == 0
    anki.study("Small", 3)
    assert len(anki.collection.find_cards(line.removeprefix("Search: ").removesuffix("-rated:1"))) >= len(found[:1])


@pytest.mark.parametrize(("pace", "retention", "number"), [(20, 0.9, 45), (10, 0.8, 60), (40, 0.95, 30)])
def test_ankis_own_simulator_agrees(anki: Anki, pace: int, retention: float, number: int) -> None:
    anki.collection.set_config("fsrs", True)
    request = SimulateFsrsReviewRequest(
        params=MEMORY.parameters,
        desired_retention=retention,
        deck_size=600,
        days_to_simulate=number,
        new_limit=pace,
        review_limit=9999,
        max_interval=36500,
        new_cards_ignore_review_limit=True,
        learning_step_count=2,
        relearning_step_count=1,
    )
    theirs = anki.collection._backend.simulate_fsrs_review(request)
    setting = Setting(pace, retention, new_first=False, order=Order.DUE, bury=False)
    ours = forecast(Person(MEMORY, HABITS, 1e9), new_cards(600), days(number), setting, 1, 5)
    # Theirs is of the last evening, ours of the day after it.
    assert ours.recall == pytest.approx(theirs.accumulated_knowledge_acquisition[-1] / 600, abs=0.02)
    assert sum(load.reviews for load in ours.loads) == pytest.approx(sum(theirs.daily_review_count), rel=0.08)
    assert sum(load.seconds for load in ours.loads) == pytest.approx(sum(theirs.daily_time_cost), rel=0.06)


def test_a_plan_from_the_collection_of_a_learner_begins_with_what_is_known(anki: Anki, built: Deck) -> None:
    anki.load(built, time=1_790_000_000)
    anki.study("Small", 60)
    anki.collection.close()
    today = date.today()
    wish = Wish(days_until(today + timedelta(days=10), today), 8, collection=anki.folder / "collection.anki2")
    fresh, known = exam_plan(built, replace(wish, collection=None)), exam_plan(built, wish)
    assert fresh.task.new == 80
    assert known.task.new == 60
    assert known.expected.recall > fresh.expected.recall - 0.01


def test_another_deck_of_the_learner_keeps_its_options(anki: Anki, built: Deck) -> None:
    anki.load(built, time=1_790_000_000)
    anki.study("Small", 20)
    anki.collection.decks.id("Other::Below")
    before, reviews = config(anki, "Other::Below"), anki.revlog()
    states = anki.scheduling()
    imported(anki, built, planned(built))
    assert config(anki, "Other::Below") == config(anki, "Other") == before
    assert (anki.revlog(), anki.scheduling()) == (reviews, states)


ODD = "  - {{id: {}, ask: Who built an industrial base no. {}?, answer: Peter, page: 97, tags: [{}]}}\n"


@pytest.mark.parametrize("tag", ["a_b", "'(a)'", "'a*'", "a-b", "'a&b'", "'a\\b'", "-a", "or", "בית"])
def test_a_search_finds_only_the_tag_it_names(anki: Anki, project: Project, tag: str) -> None:
    others = ODD.format("axb", 2, "axb") + ODD.format("ab", 3, "ab") + ODD.format("a", 4, "a")
    project.entries(ODD.format("odd", 1, tag) + others)
    deck = project.deck()
    anki.load(deck)
    found = anki.collection.find_cards(search(deck, Part(tag=tag.strip("'"))))
    assert [anki.collection.get_card(card).note()["Id"] for card in found] == ["odd"]


def test_the_last_days_bring_no_withdrawn_card(anki: Anki, project: Project) -> None:
    project.entries(WHO.format("kept", 97, "more") + WHO.format("gone", 97, "more").replace("}", ", withdrawn: wrong}"))
    deck = project.deck()
    anki.load(deck)
    line = next(line for line in last_days(deck, ALL_OF_IT, planned(deck)) if line.startswith("Search: "))
    words = line.removeprefix("Search: ").replace("-is:new ", "")
    found = [anki.collection.get_card(card).note()["Id"] for card in anki.collection.find_cards(words)]
    assert found == ["kept"]


def test_suspended_cards_are_counted_only_if_they_are_taught_and_chosen(anki: Anki, project: Project) -> None:
    taught = WHO.format("one", 97, "core") + WHO.format("two", 97, "more")
    project.entries(taught + WHO.format("gone", 97, "more").replace("}", ", withdrawn: wrong}"))
    deck = project.deck()
    anki.load(deck)
    anki.collection.sched.suspend_cards([*anki.collection.find_cards("-Id:one")])
    anki.collection.close()
    path = anki.folder / "collection.anki2"
    assert planned(deck, collection=path).task.suspended == 1
    assert planned(deck, collection=path, part=Part(tier="core")).task.suspended == 0


def test_the_core_comes_first_through_all_chapters(anki: Anki, project: Project) -> None:
    project.write("decks/small/deck.yaml", DECK + "new_cards: core first\n")
    project.write("decks/small/05-first.yaml", "chapter: V\ntitle: First\nentries:\n" + WHO.format("rest", 90, "more"))
    project.entries(WHO.format("heart", 97, "core"))
    project.build(1_790_000_000)
    deck = project.deck()
    plan = planned(deck)
    assert [card.core for card in plan.task.cards] == [True, False]
    imported(anki, deck, plan)
    anki.collection.decks.select(anki.collection.decks.id_for_name("Small"))
    card = anki.collection.sched.getCard()
    assert card
    assert card.note()["Id"] == "heart"


def followed(folder: Path, deck: Deck, plan: StudyPlan, seed: int) -> float:
    """Return the recall on the day of the exam of a learner who follows a plan in a new collection."""
    package = folder / "plan.apkg"
    package.write_bytes(preset_package(deck, plan))
    collection = Collection(str(folder / "collection.anki2"))
    collection.set_config("fsrs", True)
    options = ImportAnkiPackageOptions(with_deck_configs=True)
    collection.import_anki_package(ImportAnkiPackageRequest(package_path=str(package), options=options))
    collection.close()
    return Follower(folder / "collection.anki2", deck.lock.name, plan, seed).follow()


def ends(folder: Path, deck: Deck, plan: StudyPlan, learners: int) -> list[float]:
    """Return where several learners end who follow a plan."""
    found = []
    for seed in range(learners):
        place = folder / str(seed)
        place.mkdir()
        found.append(followed(place, deck, plan, seed))
    return found


def test_who_follows_a_plan_in_anki_ends_where_it_says(tmp_path: Path, built: Deck) -> None:
    plan = planned(built, 10, 10)
    found = ends(tmp_path, built, plan, 3)
    assert plan.expected.whole.low - 0.02 <= sum(found) / 3 <= plan.expected.whole.high + 0.02


@pytest.mark.slow
@pytest.mark.parametrize(("number", "minutes", "learners"), [(30, 40, 3), (45, 40, 2)])
def test_the_plan_of_the_shipped_deck_is_kept_by_those_who_follow_it_in_anki(
    tmp_path: Path, shipped: Deck, number: int, minutes: int, learners: int
) -> None:
    deck = replace(shipped, lock=release(shipped, lambda newest: newest + 1).lock)
    plan = exam_plan(deck, Wish(days(number), minutes))
    found = ends(tmp_path, deck, plan, learners)
    print(plan.expected.whole, found)
    assert plan.expected.whole.low <= sum(found) / learners <= plan.expected.whole.high
