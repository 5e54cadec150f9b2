"""The concepts of a deck as a graph: the sides of pairs and the terms are nodes, relations are edges."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from unicodedata import normalize

from flashgen.model.deck import Deck
from flashgen.model.note import Note
from flashgen.model.text import Text
from flashgen.render.text import unmarked
from flashgen.render.typography import Compositor

_SIDES = ("Left", "Right")
_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Concept:
    """A node: its words, and the note of the card that it leads to."""

    words: str
    note: Note


@dataclass(frozen=True, slots=True)
class Tie:
    """An edge between two concepts by their places; without a relation, one is a term that the other contains."""

    one: int
    other: int
    relation: str
    note: Note


@dataclass(frozen=True, slots=True)
class Concepts:
    """The nodes and the edges of a graph."""

    nodes: tuple[Concept, ...]
    ties: tuple[Tie, ...]


def concepts(notes: Iterable[Note], deck: Deck) -> Concepts:
    """Return the graph of the pairs and terms among notes of a deck; equal words are one concept."""
    printed = Compositor(deck.words)
    places: dict[str, int] = {}
    nodes: list[Concept] = []
    ties: list[Tie] = []
    terms: list[int] = []

    def place(text: Text, note: Note) -> int:
        words = unmarked(printed.text(text))
        if (found := places.setdefault(_folded(words), len(nodes))) == len(nodes):
            nodes.append(Concept(words, note))
        return found

    for note in notes:
        named = note.named
        if note.relation and all(side in named for side in _SIDES):
            ties.append(Tie(place(named["Left"], note), place(named["Right"], note), note.relation, note))
        elif "Term" in named:
            terms.append(place(named["Term"], note))
    return Concepts(tuple(nodes), (*ties, *_mentions(nodes, terms)))


def _mentions(nodes: Sequence[Concept], terms: Iterable[int]) -> list[Tie]:
    """Return the ties between terms and the concepts that contain them as whole words."""
    by_first: dict[str, list[tuple[int, tuple[str, ...]]]] = {}
    for term in terms:
        words = _words(nodes[term].words)
        by_first.setdefault(words[0] if words else "", []).append((term, words))
    found = []
    for place, node in enumerate(nodes):
        words = _words(node.words)
        for start, word in enumerate(words):
            for term, sought in by_first.get(word, ()):
                if term != place and words[start : start + len(sought)] == sought:
                    found.append(Tie(term, place, "", nodes[term].note))
    return list({(tie.one, tie.other): tie for tie in found}.values())


def connected(graph: Concepts) -> list[Concepts]:
    """Return the connected parts of a graph, each a graph of its own, largest first."""
    home = [*range(len(graph.nodes))]

    def root(place: int) -> int:
        while home[place] != place:
            home[place] = place = home[home[place]]
        return place

    for tie in graph.ties:
        home[root(tie.one)] = root(tie.other)
    groups: dict[int, list[int]] = {}
    for place in range(len(graph.nodes)):
        groups.setdefault(root(place), []).append(place)
    ties: dict[int, list[Tie]] = {}
    for tie in graph.ties:
        ties.setdefault(root(tie.one), []).append(tie)
    return [
        _part(graph, group, ties.get(key, ())) for key, group in sorted(groups.items(), key=lambda item: -len(item[1]))
    ]


def _part(graph: Concepts, group: Sequence[int], ties: Iterable[Tie]) -> Concepts:
    new = {place: number for number, place in enumerate(group)}
    moved = tuple([Tie(new[tie.one], new[tie.other], tie.relation, tie.note) for tie in ties])
    return Concepts(tuple([graph.nodes[place] for place in group]), moved)


def _folded(words: str) -> str:
    return " ".join(_words(words)) or words


def _words(words: str) -> tuple[str, ...]:
    return tuple(_WORD.findall(normalize("NFKC", words).casefold()))
