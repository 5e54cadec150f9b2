"""Rules that keep what learners have: ids, deletion numbers, names and the lock."""

from flashgen.check.rule import Rule, reported
from flashgen.check.rules.history.same_id import SAME_ID

HISTORY: tuple[Rule, ...] = (
    reported("bad-was"),
    reported("broken-lock"),
    reported("changed-kind"),
    reported("changed-uid"),
    reported("frozen-name"),
    reported("newer-lock"),
    reported("renumbered-cloze"),
    reported("reused-cloze"),
    reported("reused-id"),
    SAME_ID,
    reported("same-name"),
    reported("same-uid"),
    reported("swapped-sides"),
    reported("unclear-cloze"),
)
