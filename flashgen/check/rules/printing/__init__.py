"""Rules about what cannot be printed."""

from flashgen.check.rule import Rule, reported
from flashgen.check.rules.printing.bad_font import BAD_FONT

PRINTING: tuple[Rule, ...] = (
    BAD_FONT,
    reported("bad-layout"),
    reported("no-letter"),
    reported("too-long"),
    reported("unknown-tex"),
)
