"""A link to the source with a brace that names no field.

Every card would lead to an address that has braces in it. The fields are `{page}`, `{pdf_page}` and `{id}`.

Wrong:

    # source/book.yaml
    links:
      screen: https://example.org/tucker.pdf#page={pdf}

Right:

    # source/book.yaml
    links:
      screen: https://example.org/tucker.pdf#page={pdf_page}
"""

from flashgen.check.rule import Rule

BAD_LINK = Rule("bad-link", technical=True)
