"""A chapter file whose entries have the ids of another file.

It is a copy, as a file manager makes, or what was left where entries moved. Anki would keep only one of two notes with
one id, so that a build cannot know which of them is meant.

Wrong:

    # 06-chapter.yaml
    chapter: VI
    title: The second factor
    entries:
      - {id: formula, ask: What swelled up?, answer: the state, page: 98}
      - {id: people, ask: What grew lean?, answer: the people, page: 98}
    # 06-chapter-copy.yaml
    chapter: VI
    title: The second factor
    entries:
      - {id: formula, ask: What swelled up?, answer: the state, page: 98}
      - {id: people, ask: What grew lean?, answer: the people, page: 98}

Right:

    # 06-chapter.yaml
    chapter: VI
    title: The second factor
    entries:
      - {id: formula, ask: What swelled up?, answer: the state, page: 98}
      - {id: people, ask: What grew lean?, answer: the people, page: 98}
"""

from flashgen.check.rule import Rule

COPIED_FILE = Rule("copied-file", technical=True)
