"""A chapter or a deck in a place where no build looks.

Chapters stand right in their deck's folder, and decks right in `decks/`. A chapter in a folder below would be passed
over, and its entries would be withdrawn. A file or folder whose name begins with a dot is not looked at.

Wrong:

    # decks/small/part-one/07-chapter.yaml
    chapter: VI
    title: The second factor
    entries: []

Right:

    # decks/small/07-chapter.yaml
    chapter: VI
    title: The second factor
    entries: []
"""

from flashgen.check.rule import Rule

STRAY_FILE = Rule("stray-file", technical=True)
