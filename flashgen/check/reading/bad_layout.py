"""A layout for sheets of cards that nothing knows, or that no paper has.

Cards that overlap or run off the page cannot be cut, and backs would lie behind other fronts. Measure the paper; all
numbers are in mm.

Wrong:

    # deck.yaml
    layout:
      page: A4
      columns: 2
      rows: 5
      width: 95
      height: 69
      left: 10
      top: 10.5

Right:

    # deck.yaml
    layout:
      page: A4
      columns: 2
      rows: 4
      width: 95
      height: 69
      left: 10
      top: 10.5
"""

from flashgen.check.rule import Rule

BAD_LAYOUT = Rule("bad-layout", technical=True)
