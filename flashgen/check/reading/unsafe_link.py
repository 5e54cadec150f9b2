"""A link to the source that is not https, http or zotero.

Another scheme could run a script or open a file on the learner's computer; an address without one leads nowhere.

Wrong:

    # source/book.yaml
    links:
      screen: file:///home/robert/tucker.pdf

Right:

    # source/book.yaml
    links:
      screen: https://example.org/tucker.pdf#page={pdf_page}
"""

from flashgen.check.rule import Rule

UNSAFE_LINK = Rule("unsafe-link", technical=True)
