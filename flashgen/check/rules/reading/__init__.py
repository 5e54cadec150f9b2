"""Rules about what a file holds: YAML, keys, values, marks, links and images."""

from flashgen.check.rule import Rule, reported
from flashgen.check.rules.reading.broken_image import BROKEN_IMAGE
from flashgen.check.rules.reading.dollar_formula import DOLLAR_FORMULA
from flashgen.check.rules.reading.double_braces import DOUBLE_BRACES
from flashgen.check.rules.reading.invisible_character import INVISIBLE_CHARACTER
from flashgen.check.rules.reading.large_media import LARGE_MEDIA
from flashgen.check.rules.reading.missing_image import MISSING_IMAGE
from flashgen.check.rules.reading.nested_deletion import NESTED_DELETION
from flashgen.check.rules.reading.split_name import SPLIT_NAME
from flashgen.check.rules.reading.stray_mark import STRAY_MARK
from flashgen.check.rules.reading.unsafe_html import UNSAFE_HTML
from flashgen.check.rules.reading.unsafe_link import UNSAFE_LINK
from flashgen.check.rules.reading.unsafe_media import UNSAFE_MEDIA
from flashgen.check.rules.reading.unsafe_tex import UNSAFE_TEX
from flashgen.check.rules.reading.untranslated_words import UNTRANSLATED_WORDS

READING: tuple[Rule, ...] = (
    reported("backwards-range"),
    reported("bad-allow"),
    reported("bad-citation"),
    reported("bad-deck-name"),
    reported("bad-id"),
    reported("bad-language"),
    reported("bad-number"),
    reported("bad-tag"),
    reported("bad-words"),
    reported("blank"),
    BROKEN_IMAGE,
    reported("control-character"),
    reported("copied-file"),
    reported("cut-by-comment"),
    DOLLAR_FORMULA,
    DOUBLE_BRACES,
    reported("empty-file"),
    INVISIBLE_CHARACTER,
    LARGE_MEDIA,
    reported("lost-backslash"),
    reported("missing-file"),
    reported("missing-id"),
    MISSING_IMAGE,
    reported("missing-key"),
    reported("needless-allow", severity="warning"),
    NESTED_DELETION,
    reported("no-deletion"),
    reported("no-kind"),
    reported("not-utf-8"),
    reported("outside-link"),
    reported("repeated-key"),
    SPLIT_NAME,
    reported("stray-deletion"),
    reported("stray-file"),
    STRAY_MARK,
    reported("two-kinds"),
    reported("unbalanced-cloze"),
    reported("unknown-key"),
    reported("unknown-relation"),
    UNSAFE_HTML,
    UNSAFE_LINK,
    UNSAFE_MEDIA,
    UNSAFE_TEX,
    UNTRANSLATED_WORDS,
    reported("wrong-length"),
    reported("wrong-suffix"),
    reported("wrong-type"),
    reported("yaml-syntax"),
)
