"""A citation as one line of plain text."""

from flashgen.model.source import Citation


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
