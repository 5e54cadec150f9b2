"""The shelf of fixes: one file each, and the line in this tuple."""

from collections import Counter

from flashgen.check.fix import Edit, Fix, Written
from flashgen.check.fixes.backwards_range import BACKWARDS_RANGE
from flashgen.check.fixes.closing_formula import CLOSING_FORMULA
from flashgen.check.fixes.missing_id import MISSING_ID
from flashgen.check.fixes.not_composed import NOT_COMPOSED
from flashgen.check.fixes.released_id import RELEASED_ID
from flashgen.check.fixes.trailing_space import TRAILING_SPACE
from flashgen.check.fixes.wrong_count import WRONG_COUNT
from flashgen.check.proof import proved

FIXES: tuple[Fix, ...] = (
    NOT_COMPOSED,
    BACKWARDS_RANGE,
    CLOSING_FORMULA,
    MISSING_ID,
    RELEASED_ID,
    TRAILING_SPACE,
    WRONG_COUNT,
)


def fixed_text(file: Written) -> tuple[str, Counter[Fix]]:
    """Return a file's text with all fixes that do not overlap, and how often each was applied.

    If the new text does not read back as the same entries, nothing is fixed.
    """
    found = [(edit, NOT_COMPOSED) for edit in NOT_COMPOSED.edits(file)]
    found = found or [(edit, fix) for fix in FIXES for edit in fix.edits(file)]
    text, done, end = [""], list[tuple[Edit, Fix]](), 0
    for edit, fix in sorted(found, key=lambda one: (one[0].start, one[0].end)):
        if edit.start >= end:
            text += [file.text[end : edit.start], edit.new]
            done.append((edit, fix))
            end = edit.end
    new = "".join([*text, file.text[end:]])
    if not proved(file, new, [edit for edit, _ in done]):
        return file.text, Counter()
    return new, Counter(fix for _, fix in done)
