"""A page of the source that is left out, stands twice, or is out of order.

Each card shows what its page says. A page that the list forgets could not be cited.

Wrong:

    # source/book.yaml
    pages:
      - page: 97
        gist: Peter built his war industry by forced labour.
      - page: 99
        gist: The new order had the outlines of the old one.

Right:

    # source/book.yaml
    pages:
      - page: 97
        gist: Peter built his war industry by forced labour.
      - page: 98
        gist: Kliuchevsky's formula sums up the pattern.
      - page: 99
        gist: The new order had the outlines of the old one.
"""

from flashgen.check.rule import Rule

PAGE_ORDER = Rule("page-order", technical=True)
