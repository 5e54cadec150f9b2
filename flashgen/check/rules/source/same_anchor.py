"""Two sources of a deck whose pages would have the same address or tag.

Links and tags of one source would lead to pages of the other. The address of a page of the first source is its label;
pages of other sources have the source's name before it. The tags of two sources are the same if their names differ only
in case, spaces or punctuation that no tag can hold.

Wrong:

    # deck.yaml
    source: [book, Book]
    # source/Book.yaml
    label: Another book
    citation: {title: Another book}
    pages: 1-9

Right:

    # deck.yaml
    source: [book, other-book]
    # source/other-book.yaml
    label: Another book
    citation: {title: Another book}
    pages: 1-9
"""

from collections.abc import Iterator

from flashgen.check.rule import Rule
from flashgen.model.deck import Deck
from flashgen.model.problem import Problem


def _check(deck: Deck) -> Iterator[Problem]:
    branches: dict[str, str] = {}
    for source in deck.sources:
        other = branches.setdefault(source.branch.casefold(), source.id)
        if other != source.id:
            message = f'the tags of "{other}" and "{source.id}" would be the same'
            yield Problem(deck.source_place, "same-anchor", message, f"rename source/{source.id}.yaml")
    first = {page.anchor: page for page in deck.source.pages} if len(deck.sources) > 1 else {}
    for source in deck.sources[1:]:
        taken = [page for page in source.pages if deck.anchor(source, page) in first]
        if taken:
            one, other = first[deck.anchor(source, taken[0])].label, taken[0].label
            message = f'page "{one}" of {deck.source.id} and page "{other}" of {source.id} would have the same address'
            yield Problem(deck.source_place, "same-anchor", message, f"rename source/{source.id}.yaml")


SAME_ANCHOR = Rule("same-anchor", _check, vital=True)
