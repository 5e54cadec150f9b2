"""A section that stands twice in the source.

A chapter names its section by the numeral, and could mean either of the two.

Wrong:

    # source/book.yaml
    sections:
      - section: VI
        title: The second factor
        pages: 94-96
      - section: VI
        title: The third factor
        pages: 97-98

Right:

    # source/book.yaml
    sections:
      - section: VI
        title: The second factor
        pages: 94-96
      - section: VII
        title: The third factor
        pages: 97-98
"""

from flashgen.check.rule import Rule

SAME_SECTION = Rule("same-section", technical=True)
