"""Rules about what a file holds: YAML, keys, values, marks, links and images."""

from flashgen.check.rule import Rule, reported
from flashgen.check.rules.reading.missing_image import MISSING_IMAGE
from flashgen.check.rules.reading.unsafe_html import UNSAFE_HTML
from flashgen.check.rules.reading.unsafe_link import UNSAFE_LINK
from flashgen.check.rules.reading.unsafe_media import UNSAFE_MEDIA

READING: tuple[Rule, ...] = (
    reported("backwards-range"),
    reported("bad-allow"),
    reported("bad-deck-name"),
    reported("bad-id"),
    reported("bad-language"),
    reported("bad-number"),
    reported("bad-tag"),
    reported("blank"),
    reported("broken-prints"),
    reported("control-character"),
    reported("cut-by-comment"),
    reported("empty-file"),
    reported("missing-file"),
    reported("missing-id"),
    MISSING_IMAGE,
    reported("missing-key"),
    reported("needless-allow", severity="warning"),
    reported("newer-prints"),
    reported("no-deletion"),
    reported("no-kind"),
    reported("not-utf-8"),
    reported("repeated-key"),
    reported("stray-deletion"),
    reported("two-kinds"),
    reported("unbalanced-cloze"),
    reported("unknown-key"),
    reported("unknown-relation"),
    UNSAFE_HTML,
    UNSAFE_LINK,
    UNSAFE_MEDIA,
    reported("wrong-length"),
    reported("wrong-suffix"),
    reported("wrong-type"),
    reported("yaml-syntax"),
)
