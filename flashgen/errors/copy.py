"""A reader's copy of a source that does not fit the decks."""

from flashgen.errors.base import WrongUsageError
from flashgen.errors.suggestion import suggested


class NoPageError(WrongUsageError):
    """The copy of the source has none of its pages."""

    def __init__(self, path: str, source: str, example: str) -> None:
        cure = f"name a folder with files like {example}, or a PDF that has them where `pdf_offset` says"
        super().__init__(f"{path} has no page of {source}", cure)


class ManySourcesError(WrongUsageError):
    """One text was given for decks about several sources."""

    def __init__(self, path: str, sources: tuple[str, ...]) -> None:
        message = f"{path} is a copy of one source, but these decks are about {' and '.join(sources)}"
        super().__init__(message, f"write --text {sources[0]}={path}, or name only decks about one of them")


class NotCitedError(WrongUsageError):
    """A text was given for a source that no deck cites page by page."""

    def __init__(self, name: str, sources: tuple[str, ...]) -> None:
        super().__init__(f'no deck cites pages of "{name}"', suggested(name, sources))
