"""A language that is not written as a language tag (BCP 47).

The cards carry it, so that a screen reader finds its voice and the client its letters; a language's name tells them
nothing.

Wrong:

    # deck.yaml
    language: English

Right:

    # deck.yaml
    language: en
"""

from flashgen.check.rule import Rule

BAD_LANGUAGE = Rule("bad-language", technical=True)
