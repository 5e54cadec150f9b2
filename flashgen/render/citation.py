"""A citation as one line of plain text."""

from collections.abc import Iterable

from flashgen.model.source import Citation, Source


def cited_sources(sources: Iterable[Source]) -> str:
    """Return the citations of sources, one after another."""
    return " ".join(cited(source.citation) for source in sources)


def cited(citation: Citation) -> str:
    """Return a citation in Chicago order: authors, title, container, place, publisher, year, pages."""
    parts = [
        " and ".join(citation.authors),
        f'"{citation.title}"' if citation.container else citation.title,
        _container(citation),
        ": ".join(filter(None, (citation.place, citation.publisher))),
        f"{citation.issued} (first {citation.original})" if citation.original else citation.issued,
        f"pp. {citation.pages.replace('-', '–')}" if citation.pages else "",
    ]
    return ", ".join(filter(None, parts)) + "."


def _container(citation: Citation) -> str:
    editors = f", ed. {' and '.join(citation.editors)}" if citation.editors else ""
    return f"in {citation.container}{editors}" if citation.container else ""
