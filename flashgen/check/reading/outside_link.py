"""A link that takes a file from outside the project.

What a project is made of is given to others, in packages and in its repository. A link that leads elsewhere on one
computer could give away what was never meant for them, and leads nowhere on another. Links within the project are fine.
"""

from flashgen.check.rule import Rule

OUTSIDE_LINK = Rule("outside-link", technical=True)
