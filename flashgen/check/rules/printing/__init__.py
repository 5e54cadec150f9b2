"""Rules about what cannot be printed."""

from flashgen.check.rule import Rule, reported
from flashgen.check.rules.printing.bad_font import BAD_FONT
from flashgen.check.rules.printing.unknown_tex import UNKNOWN_TEX

PRINTING: tuple[Rule, ...] = (
    BAD_FONT,
    reported("bad-layout"),
    reported("engine-error"),
    reported("no-letter"),
    reported("too-long"),
    UNKNOWN_TEX,
)
