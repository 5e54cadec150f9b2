"""The shelf of what shows in reading: one file each, and the line in this tuple.

These faults keep a file, an entry or a deck's history from being read as it was meant. The rooms that read report them
by these names; the rules of the other shelf look at the deck that was read.
"""

from flashgen.check.reading.backwards_range import BACKWARDS_RANGE
from flashgen.check.reading.bad_allow import BAD_ALLOW
from flashgen.check.reading.bad_deck_name import BAD_DECK_NAME
from flashgen.check.reading.bad_id import BAD_ID
from flashgen.check.reading.bad_language import BAD_LANGUAGE
from flashgen.check.reading.bad_layout import BAD_LAYOUT
from flashgen.check.reading.bad_link import BAD_LINK
from flashgen.check.reading.bad_number import BAD_NUMBER
from flashgen.check.reading.bad_source import BAD_SOURCE
from flashgen.check.reading.bad_tag import BAD_TAG
from flashgen.check.reading.bad_was import BAD_WAS
from flashgen.check.reading.blank import BLANK
from flashgen.check.reading.broken_lock import BROKEN_LOCK
from flashgen.check.reading.broken_proof import BROKEN_PROOF
from flashgen.check.reading.changed_kind import CHANGED_KIND
from flashgen.check.reading.changed_uid import CHANGED_UID
from flashgen.check.reading.control_character import CONTROL_CHARACTER
from flashgen.check.reading.copied_file import COPIED_FILE
from flashgen.check.reading.cut_by_comment import CUT_BY_COMMENT
from flashgen.check.reading.empty_file import EMPTY_FILE
from flashgen.check.reading.frozen_name import FROZEN_NAME
from flashgen.check.reading.missing_file import MISSING_FILE
from flashgen.check.reading.missing_id import MISSING_ID
from flashgen.check.reading.missing_key import MISSING_KEY
from flashgen.check.reading.needless_allow import NEEDLESS_ALLOW
from flashgen.check.reading.newer_lock import NEWER_LOCK
from flashgen.check.reading.newer_proof import NEWER_PROOF
from flashgen.check.reading.no_chapter import NO_CHAPTER
from flashgen.check.reading.no_deletion import NO_DELETION
from flashgen.check.reading.no_kind import NO_KIND
from flashgen.check.reading.no_letter import NO_LETTER
from flashgen.check.reading.no_source import NO_SOURCE
from flashgen.check.reading.no_such_section import NO_SUCH_SECTION
from flashgen.check.reading.not_utf_8 import NOT_UTF_8
from flashgen.check.reading.outside_link import OUTSIDE_LINK
from flashgen.check.reading.page_order import PAGE_ORDER
from flashgen.check.reading.renumbered_cloze import RENUMBERED_CLOZE
from flashgen.check.reading.repeated_key import REPEATED_KEY
from flashgen.check.reading.reused_cloze import REUSED_CLOZE
from flashgen.check.reading.reused_id import REUSED_ID
from flashgen.check.reading.same_section import SAME_SECTION
from flashgen.check.reading.same_uid import SAME_UID
from flashgen.check.reading.stray_deletion import STRAY_DELETION
from flashgen.check.reading.stray_file import STRAY_FILE
from flashgen.check.reading.swapped_sides import SWAPPED_SIDES
from flashgen.check.reading.too_long import TOO_LONG
from flashgen.check.reading.two_kinds import TWO_KINDS
from flashgen.check.reading.unbalanced_cloze import UNBALANCED_CLOZE
from flashgen.check.reading.unclear_cloze import UNCLEAR_CLOZE
from flashgen.check.reading.unknown_key import UNKNOWN_KEY
from flashgen.check.reading.unknown_relation import UNKNOWN_RELATION
from flashgen.check.reading.unknown_tex import UNKNOWN_TEX
from flashgen.check.reading.wrong_length import WRONG_LENGTH
from flashgen.check.reading.wrong_suffix import WRONG_SUFFIX
from flashgen.check.reading.wrong_type import WRONG_TYPE
from flashgen.check.reading.yaml_syntax import YAML_SYNTAX
from flashgen.check.rule import Rule

READING: tuple[Rule, ...] = (
    BACKWARDS_RANGE,
    BAD_ALLOW,
    BAD_DECK_NAME,
    BAD_ID,
    BAD_LANGUAGE,
    BAD_LAYOUT,
    BAD_LINK,
    BAD_NUMBER,
    BAD_SOURCE,
    BAD_TAG,
    BAD_WAS,
    BLANK,
    BROKEN_LOCK,
    BROKEN_PROOF,
    CHANGED_KIND,
    CHANGED_UID,
    CONTROL_CHARACTER,
    COPIED_FILE,
    CUT_BY_COMMENT,
    EMPTY_FILE,
    FROZEN_NAME,
    MISSING_FILE,
    MISSING_ID,
    MISSING_KEY,
    NEEDLESS_ALLOW,
    NEWER_LOCK,
    NEWER_PROOF,
    NOT_UTF_8,
    NO_CHAPTER,
    NO_DELETION,
    NO_KIND,
    NO_LETTER,
    NO_SOURCE,
    NO_SUCH_SECTION,
    OUTSIDE_LINK,
    PAGE_ORDER,
    RENUMBERED_CLOZE,
    REPEATED_KEY,
    REUSED_CLOZE,
    REUSED_ID,
    SAME_SECTION,
    SAME_UID,
    STRAY_DELETION,
    STRAY_FILE,
    SWAPPED_SIDES,
    TOO_LONG,
    TWO_KINDS,
    UNBALANCED_CLOZE,
    UNCLEAR_CLOZE,
    UNKNOWN_KEY,
    UNKNOWN_RELATION,
    UNKNOWN_TEX,
    WRONG_LENGTH,
    WRONG_SUFFIX,
    WRONG_TYPE,
    YAML_SYNTAX,
)
