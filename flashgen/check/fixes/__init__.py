"""The shelf of fixes: one file each, and the line in this tuple."""

from collections import Counter

from flashgen.check.fix import Fix, Written
from flashgen.check.fixes.backwards_range import BACKWARDS_RANGE
from flashgen.check.fixes.closing_formula import CLOSING_FORMULA
from flashgen.check.fixes.missing_id import MISSING_ID
from flashgen.check.fixes.not_composed import NOT_COMPOSED
from flashgen.check.fixes.trailing_space import TRAILING_SPACE
from flashgen.check.fixes.wrong_count import WRONG_COUNT

FIXES: tuple[Fix, ...] = (NOT_COMPOSED, BACKWARDS_RANGE, CLOSING_FORMULA, MISSING_ID, TRAILING_SPACE, WRONG_COUNT)


def fixed(file: Written) -> tuple[str, Counter[Fix]]:
    """Return a file's text with what can be mended at once, and how often each fix did; the rest waits for the next."""
    found = [(edit, NOT_COMPOSED) for edit in NOT_COMPOSED.edits(file)]
    found = found or [(edit, fix) for fix in FIXES for edit in fix.edits(file)]
    text, did, end = [""], Counter[Fix](), 0
    for edit, fix in sorted(found, key=lambda one: (one[0].start, one[0].end)):
        if edit.start >= end:
            text += [file.text[end : edit.start], edit.new]
            did[fix], end = did[fix] + 1, edit.end
    return "".join([*text, file.text[end:]]), did
