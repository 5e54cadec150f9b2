"""A file with nothing in it.

Something was to be in it. A chapter that is yet to be written can have a head and an empty list of entries.

Wrong:

    # 06-chapter.yaml
    # to be written

Right:

    # 06-chapter.yaml
    chapter: VI
    title: The second factor
    entries: []
"""

from flashgen.check.rule import Rule

EMPTY_FILE = Rule("empty-file", technical=True)
