"""A tag that Anki would change, or that it keeps for itself.

Anki parts tags at spaces and fills empty parts in (measured); it marks notes with `leech` and `marked` itself (Anki
manual, Leeches; Browsing). A tag that is not as it was written is not found when it is searched for.

Wrong:

    ask: What was the corvée of the serfs called?
    answer: barshchina
    tags: [old order]

Right:

    ask: What was the corvée of the serfs called?
    answer: barshchina
    tags: [old-order]
"""

from flashgen.check.rule import Rule

BAD_TAG = Rule("bad-tag", technical=True)
