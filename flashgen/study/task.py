"""The task of a plan: the cards to learn, from what is known of them, and who learns."""

from flashgen.errors import BadCollectionError, NothingToStudyError
from flashgen.load.collection.read import collection as read
from flashgen.model.chosen import chosen
from flashgen.model.deck import Deck
from flashgen.model.scheduled import Collection
from flashgen.study.cards import cards, guids
from flashgen.study.habits import average
from flashgen.study.known import known, seconds_per_answer, suspended
from flashgen.study.learner import Person
from flashgen.study.memory import Memory
from flashgen.study.search import Task
from flashgen.study.wish import Wish


def task(deck: Deck, wish: Wish) -> Task:
    """Return the task of a plan for a part of a deck.

    NothingToStudyError if it has no card; NoMemoryModelError if the memory model is not installed; others as `chosen`,
    and as those of the collection.
    """
    notes = chosen(deck, wish.part)
    collection = (
        read(wish.collection, deck.name, {*guids(deck, deck.notes).values()}) if wish.collection else Collection()
    )
    try:
        memory = Memory(collection.parameters)
    except ValueError as error:
        raise BadCollectionError(str(wish.collection)) from error
    all_of_it = cards(deck, notes, {})
    found = cards(deck, notes, known(collection, memory, wish.days.first), suspended(collection))
    if not found:
        raise NothingToStudyError(deck.name)
    habits = average(memory, wish.seconds or seconds_per_answer(collection.cards))
    person, left_out = Person(memory, habits, 60.0 * wish.minutes), len(all_of_it) - len(found)
    return Task(person, found, wish.days, wish.seed, wish.buffer, left_out)
