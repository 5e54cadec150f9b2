"""A file whose name does not end in .yaml.

Chapter files are found by their ending. This one would be passed over, and its entries would be withdrawn.

Wrong:

    # 07-chapter.yml
    chapter: VI
    title: The second factor
    entries: []

Right:

    # 07-chapter.yaml
    chapter: VI
    title: The second factor
    entries: []
"""

from flashgen.check.rule import Rule

WRONG_SUFFIX = Rule("wrong-suffix", technical=True)
