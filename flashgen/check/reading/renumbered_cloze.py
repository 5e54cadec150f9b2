"""A deletion with another number than it was released with.

To Anki a deletion is its number. Where two of them change numbers, each card asks what the other one asked, with the
other one's reviews.

Released:

    cloze: The state {{swelled up}}; the people {{grew lean}}.

Wrong:

    cloze: The state {{c2::swelled up}}; the people {{c1::grew lean}}.

Right:

    cloze: The state {{c1::swelled up}}; the people {{c2::grew lean}}.
"""

from flashgen.check.rule import Rule

RENUMBERED_CLOZE = Rule("renumbered-cloze", technical=True)
