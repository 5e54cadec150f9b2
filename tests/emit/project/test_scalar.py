"""Whatever an author says comes back from the file as it was said."""

from unicodedata import normalize

import pytest
from hypothesis import given
from hypothesis import strategies as st

from flashgen.emit.project.scalar import listed, scalar
from flashgen.load.compose import compose
from flashgen.load.nodes import Mapping, Node, Scalar, Sequence
from flashgen.model.problem import Problem

LINES = (
    st.text(st.characters(exclude_categories=("C", "Z")) | st.just(" "), min_size=1)
    .map(lambda text: normalize("NFC", text.strip()))
    .filter(bool)
)


def read(yaml: str) -> Node:
    """Return the value of a key, read as flashgen reads its files."""
    problems: list[Problem] = []
    node = compose(f"key: {yaml}\n", "x.yaml", problems)
    assert problems == []
    assert isinstance(node, Mapping)
    return node.pairs["key"][1]


@given(LINES)
def test_a_text_is_read_as_it_was_written(text: str) -> None:
    node = read(scalar(text))
    assert isinstance(node, Scalar)
    assert (node.value, node.cut) == (text, False)


@given(st.lists(LINES, min_size=2, max_size=4))
def test_each_text_of_a_list_too(texts: list[str]) -> None:
    node = read(listed(texts))
    assert isinstance(node, Sequence)
    assert [item.value for item in node.items if isinstance(item, Scalar)] == texts


@pytest.mark.parametrize("text", ["On the Origin of Species", "1-350", "Gen 3:16", "Vom Kriege (1832)", "Σωκράτης"])
def test_a_plain_text_has_no_quotes(text: str) -> None:
    assert scalar(text) == text


@pytest.mark.parametrize("text", ["Capital: Volume 1", "C# in a day", "- dash", "[x]", "'quoted'", "*", "a, b", "key:"])
def test_a_text_that_yaml_would_read_otherwise_has_them(text: str) -> None:
    assert scalar(text)[0] == scalar(text)[-1] == "'"
