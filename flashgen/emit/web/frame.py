"""What all pages of a site share: their head, the ways between them, and what they may load, which is nothing."""

from base64 import b64encode
from hashlib import sha256

from flashgen.model.deck import Deck
from flashgen.render.direction import language_attributes
from flashgen.render.templates import page_template, site_file


def framed(
    deck: Deck, page: str, scripts: tuple[str, ...] = (), styles: tuple[str, ...] = (), **values: object
) -> bytes:
    """Return a page of a site. It runs only the scripts and obeys only the styles that are given.

    These are style sheets, and attributes of elements in cards.
    """
    style, script = site_file("site.css"), "\n".join(map(site_file, scripts))
    return page_template(
        f"site/{page}",
        policy=_policy(script, (style, *styles)),
        style=style,
        script=script,
        page=page,
        deck=deck,
        words=deck.words,
        language=deck.language,
        attributes=language_attributes(deck.language),
        **values,
    ).encode("utf-8")


def _policy(script: str, styles: tuple[str, ...]) -> str:
    """Return a content security policy that allows just these inline pieces, and pictures that are in the page."""
    allowed = f"'sha256-{_hash(script)}'" if script else "'none'"
    styled = " ".join(f"'sha256-{_hash(style)}'" for style in styles) + " 'unsafe-hashes'" * (len(styles) > 1)
    return (
        f"default-src 'none'; script-src {allowed}; style-src {styled}; img-src data:; "
        "base-uri 'none'; form-action 'none'; object-src 'none'"
    )


def _hash(content: str) -> str:
    return b64encode(sha256(content.encode("utf-8")).digest()).decode("ascii")
