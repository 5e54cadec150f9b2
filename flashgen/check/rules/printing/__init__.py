"""Rules about what cannot be printed."""

from flashgen.check.rule import Rule, reported

PRINTING: tuple[Rule, ...] = (
    reported("bad-layout"),
    reported("no-letter"),
    reported("too-long"),
    reported("unknown-tex"),
)
