"""Link templates: an address with fields in braces, such as `https://example.org/a.pdf#page={pdf_page}`."""

import re
from urllib.parse import quote, urlsplit

from flashgen.load.fields import Fields
from flashgen.load.shapes import either_case, matching
from flashgen.model.source import SCHEMES, LinkTemplate

_ANCHOR = "anchor"
FIELDS = ("page", "pdf_page", "id")
_FIELD = re.compile(r"\{([^{}]*)\}")
_HOST = r"(?:[^/?#{}]*@)?(?:[^\s/?#{}@:[\]]+|\[[0-9A-Fa-f:.]+\])(?![^/?#{}]*@)"
LINK = matching(
    rf"\s*(?:{either_case('|'.join(SCHEMES))})://{_HOST}(?:[^{{}}]|\{{(?:{'|'.join(FIELDS)})\}})*",
    "write an address that begins with https://, with no braces but {page}, {pdf_page} and {id}",
)

SITE = rf"\s*{either_case('https')}://{_HOST}[^\s{{}}?#]*\s*"
"""The address of a site: that of a folder, to which the names of decks and pages are added."""


def link(links: Fields, key: str, schemes: tuple[str, ...] = SCHEMES) -> LinkTemplate | None:
    """Return a template with percent-encoded text; None if the key is missing or the link could do harm."""
    written = links.word(key)
    if not written:
        return None
    pieces = _FIELD.split(written)
    unknown = [name for name in pieces[1::2] if name not in FIELDS]
    if unknown or any(brace in "".join(pieces[::2]) for brace in "{}"):
        links.report(
            links.place_of(key),
            "bad-link",
            "this link has a brace without a known field",
            "write {page}, {pdf_page} or {id}",
        )
        return None
    if _scheme(pieces[0]) not in schemes:
        message = f"this link is not {' or '.join(schemes)}"
        links.report(links.place_of(key), "unsafe-link", message, "write an address that begins with https://")
        return None
    pieces[::2] = [_quoted(piece) for piece in pieces[::2]]
    return LinkTemplate(tuple(pieces))


def is_site(url: str) -> bool:
    """Tell whether it is the address of a site."""
    return bool(re.fullmatch(SITE, url) and _scheme(url.strip()))


def to_site(url: str, deck: str, source: str) -> LinkTemplate:
    """Return the link to a page of a source in a deck's site; `source` is the id of one after the deck's first."""
    before = f"{_quoted(url.strip().rstrip('/'))}/{quote(deck)}/index.html#p{quote(source)}{'/' * bool(source)}"
    return LinkTemplate((before, _ANCHOR, ""))


def leads_to_site(link: LinkTemplate | None) -> bool:
    """Tell whether a link leads to the site of a deck."""
    return link is not None and _ANCHOR in link.fields


def address(written: str) -> LinkTemplate | None:
    """Return the link to an address that a citation has; None if it could do harm."""
    return LinkTemplate((_quoted(written),)) if _scheme(written) in SCHEMES else None


def _quoted(piece: str) -> str:
    """Return a piece of an address percent-encoded, but for what is encoded already."""
    return quote(piece, safe="%/:=&?~#+!$,;'@()*[]")


def _scheme(start: str) -> str:
    """Return the scheme of an address that also has a host; otherwise nothing."""
    try:
        parts = urlsplit(start)
    except ValueError:
        return ""
    return parts.scheme if parts.hostname else ""
