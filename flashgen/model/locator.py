"""What the pages of a source are: the locators of CSL as far as texts have them."""

CHAPTER = "chapter"
PAGE = "page"
VERSE = "verse"
"""The locator whose labels follow that of the source without a comma: Gen 3:16."""

LOCATORS = (
    *("act", "appendix", "article", "book", CHAPTER, "column", "figure", "folio", "issue", "line", "note", "number"),
    *("opus", PAGE, "paragraph", "part", "scene", "section", "stanza", "table", "timestamp", VERSE, "volume"),
)
