"""Rules that compare entries with their source: its pages, sections and words."""

from flashgen.check.rule import Rule, reported
from flashgen.check.rules.source.missing_pages import MISSING_PAGES
from flashgen.check.rules.source.not_on_page import NOT_ON_PAGE
from flashgen.check.rules.source.outside_chapter import OUTSIDE_CHAPTER
from flashgen.check.rules.source.same_anchor import SAME_ANCHOR
from flashgen.check.rules.source.unproved import UNPROVED

SOURCE: tuple[Rule, ...] = (
    reported("bad-link"),
    reported("bad-page"),
    reported("bad-source"),
    reported("broken-proof"),
    MISSING_PAGES,
    reported("newer-proof"),
    reported("no-chapter"),
    reported("no-source"),
    reported("no-such-section"),
    reported("no-such-source"),
    NOT_ON_PAGE,
    OUTSIDE_CHAPTER,
    reported("page-out-of-range"),
    SAME_ANCHOR,
    reported("same-page"),
    reported("same-section"),
    reported("unknown-locator"),
    UNPROVED,
)
