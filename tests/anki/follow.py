"""A simulated learner who follows a plan in a real collection, day by day; answers are drawn from the memory model."""

import json
from bisect import bisect
from collections.abc import Sequence
from pathlib import Path
from random import Random

from anki.cards import Card, CardId
from anki.collection import Collection
from anki.consts import CARD_TYPE_LRN, CARD_TYPE_NEW, QUEUE_TYPE_LRN
from anki.decks import DeckId
from anki.scheduler.v3 import CardAnswer

from flashgen.study.memory import AGAIN, EASY, HARD
from flashgen.study.plan import StudyPlan

DAY = 86_400
RATINGS = (CardAnswer.AGAIN, CardAnswer.HARD, CardAnswer.GOOD, CardAnswer.EASY)


class Follower:
    """Studies a deck as a plan says, in the collection at a path."""

    def __init__(self, path: Path, deck: str, plan: StudyPlan, seed: int) -> None:
        self.path, self.deck, self.plan = path, deck, plan
        self.memory, self.habits = plan.task.person.memory, plan.task.person.habits
        self.draw = Random(seed).random
        self.spent = 0.0
        self.log: list[tuple[int, int, float]] = []

    def follow(self) -> float:
        """Study until the eve of the exam, and return the recall of all cards on its day."""
        for day, work in enumerate(self.plan.task.days.studied):
            self.collection = Collection(str(self.path))
            self.collection.sched.deck_due_tree()  # as Anki's first screen does; it ends yesterday's burying
            self._set(day)
            self.spent, self.new, self.reviews = 0.0, 0, 0
            if work:
                self._study(self.collection.decks.id(self.deck))
                if day >= len(self.plan.task.days) - self.plan.setting.last:
                    self._refresh()
            self.log.append((self.new, self.reviews, self.spent / 60))
            self._sleep()
            self.collection.close()
        return self._recall()

    def _set(self, day: int) -> None:
        """Change on its day what the plan changes later."""
        setting, days = self.plan.setting, self.plan.task.days
        root = self.collection.decks.id(self.deck)
        config = self.collection.decks.config_dict_for_deck_id(root)
        config["desiredRetention"] = setting.retention_on(day)
        config["new"]["perDay"] = round(setting.new) if day < len(days) - setting.buffer else 0
        buries = setting.buries_on(day, len(days))
        config["new"]["bury"] = config["rev"]["bury"] = config["buryInterdayLearning"] = buries
        self.collection.decks.update_config(config)

    def _study(self, deck: DeckId) -> None:
        self.collection.decks.set_current(deck)
        while self.spent < self.plan.task.person.seconds:
            queued = self.collection.sched.get_queued_cards(fetch_limit=1)
            if not queued.cards:
                break
            self._finish(self.collection.get_card(CardId(queued.cards[0].card.id)))

    def _finish(self, card: Card) -> None:
        """Answer a card until Anki does not ask it again on this day. In life, its steps pass between other cards."""
        rating = self._first(card)
        while card.load() or card.queue == QUEUE_TYPE_LRN:
            steps = self.habits.learning if card.type == CARD_TYPE_LRN else self.habits.relearning
            rating = bisect(steps.chances[min(rating, EASY - 1) - 1], self.draw()) + 1
            self._answer(card, rating, steps.seconds)

    def _first(self, card: Card) -> int:
        """Answer a card for the first time on a day, and return the rating: as often known as the memory model says."""
        if card.type == CARD_TYPE_NEW:
            rating = bisect(self.habits.first, self.draw()) + 1
            self._answer(card, rating, self.habits.learning.seconds)
            self.new += 1
        else:
            rating = bisect(self.habits.remembered, self.draw()) + HARD if self.draw() < self._chance(card) else AGAIN
            self._answer(card, rating, self.habits.seconds)
            self.reviews += 1
        return rating

    def _answer(self, card: Card, rating: int, seconds: Sequence[float]) -> None:
        self.spent += seconds[rating - 1]
        card.start_timer()
        states = self.collection._backend.get_scheduling_states(card.id)
        answer = self.collection.sched.build_answer(card=card, states=states, rating=RATINGS[rating - 1])
        self.collection.sched.answer_card(answer)

    def _chance(self, card: Card) -> float:
        """Return the chance that a card is known today."""
        known = json.loads(self.collection.db.scalar("select data from cards where id = ?", card.id))
        days = (self.collection.sched.day_cutoff - 1 - known["lrt"]) // DAY
        return self.memory.recall((known["s"], known["d"]), days)

    def _refresh(self) -> None:
        """Study a filtered deck of the weakest cards in the minutes that are left."""
        if self.spent >= self.plan.task.person.seconds:
            return
        new = self.collection.sched.get_or_create_filtered_deck(DeckId(0))
        del new.config.search_terms[1:]
        new.config.search_terms[0].search = f'"deck:{self.deck}" -is:new -is:suspended -rated:1'
        new.config.search_terms[0].limit = 200
        new.config.search_terms[0].order = 8
        new.config.reschedule = True
        built = self.collection.sched.add_or_update_filtered_deck(new)
        self._study(DeckId(built.id))
        self.collection.sched.empty_filtered_deck(DeckId(built.id))
        self.collection.decks.remove([DeckId(built.id)])

    def _sleep(self) -> None:
        """Let a day pass: everything that the collection remembers is a day older."""
        database = self.collection.db
        for id, data in database.all("select id, data from cards where data like '%lrt%'"):
            known = json.loads(data)
            known["lrt"] -= DAY
            database.execute("update cards set data = ? where id = ?", json.dumps(known), id)
        database.execute("update revlog set id = id - ?", DAY * 1000)
        database.execute("update cards set due = due - ? where queue = 1", DAY)
        database.execute("update col set crt = crt - ?", DAY)

    def _recall(self) -> float:
        self.collection = Collection(str(self.path))
        ids = self.collection.find_cards(f'"deck:{self.deck}"')
        cards = [self.collection.get_card(id) for id in ids]
        recalls = [self._chance(card) if card.type else 0.0 for card in cards]
        self.collection.close()
        return sum(recalls) / len(recalls)
