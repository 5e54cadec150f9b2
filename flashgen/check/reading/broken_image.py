"""An image that cannot be read when a card is printed.

A browser may show what is left of a damaged file; paper cannot. Save the image anew as png, jpg or svg.
"""

from flashgen.check.rule import Rule

BROKEN_IMAGE = Rule("broken-image", technical=True)
