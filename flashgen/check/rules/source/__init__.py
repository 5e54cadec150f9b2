"""Rules that compare entries with their source: its pages, sections and words."""

from flashgen.check.rule import Rule, reported
from flashgen.check.rules.source.not_on_page import NOT_ON_PAGE
from flashgen.check.rules.source.page_out_of_range import PAGE_OUT_OF_RANGE

SOURCE: tuple[Rule, ...] = (
    reported("bad-link"),
    reported("bad-source"),
    reported("no-chapter"),
    reported("no-source"),
    reported("no-such-section"),
    NOT_ON_PAGE,
    reported("page-order"),
    PAGE_OUT_OF_RANGE,
    reported("same-section"),
)
