"""The rules, a folder for each shelf. A rule is one file there, and its line in the tuple of the shelf.

A rule that looks for its fault itself is a Python file, whose docstring is its manual. One that another room reports,
while it reads a file or prints a card, is only a manual: a Markdown file.
"""
