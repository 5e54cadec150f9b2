"""A file that is not saved as UTF-8.

In another encoding its letters would be guessed at, and letters such as é or ж come out wrong. Every editor can save
a file as UTF-8.
"""

from flashgen.check.rule import Rule

NOT_UTF_8 = Rule("not-utf-8", technical=True)
