"""A small deck about a book that everybody knows of, for pictures of terminals."""

from pathlib import Path

from tests.conftest import Project

SOURCE = """\
label: Darwin 1859
citation:
  type: book
  title: On the Origin of Species
  author:
    - family: Darwin
      given: Charles
  issued: 1859
pages: [i-ix, 1-490]
"""
DECK = """\
name: On the Origin of Species
uid: 5f8e2f3c-1d4a-4e56-8f70-123456789abc
source: darwin-1859
language: en
tag: darwin
"""
HEAD = """\
title: Struggle for existence
pages: 60-79
entries:
"""
TERM = """\
  - id: natural-selection
    cloze: Darwin calls the preservation of slight useful variations {{natural selection}}.
    page: 61
"""
RATE = """\
  - id: elephants
    ask: Why does Darwin take the elephant as his example of how animals multiply?
    answer: it is reckoned the slowest breeder of all known animals
    page: 64
"""
MALTHUS = """\
  - id: malthus
    cloze: >-
      The struggle for existence is the doctrine of {{Malthus}}, applied to
      {{the whole}} animal and vegetable kingdoms.
    page: 63
"""
WEDGES = """\
  - id: wedges
    ask: To what does Darwin compare the face of nature?
    answer: a yielding surface with ten thousand sharp wedges driven in
    page: 67
"""


def project(folder: Path, entries: str) -> Project:
    """Return a project with some entries."""
    made = Project(folder)
    made.write("source/darwin-1859.yaml", SOURCE)
    made.write("decks/darwin/deck.yaml", DECK)
    with_entries(made, entries)
    return made


def with_entries(project: Project, entries: str) -> None:
    """Write the chapter anew."""
    project.write("decks/darwin/03-struggle.yaml", HEAD + entries)
