"""Addresses in a text that are no links: all that they are made of stays as it is."""

ADDRESS = (
    r"(?:\b[a-z][a-z0-9+.-]{1,15}://|\bwww\.|\bmailto:)(?:[^\s<>\"'“”„‘’‚«»‹›]|'(?=\w))+"
    r"|[\w.+-]{1,64}@[\w-]+\.[\w.-]+"
)
"""An address of a page or of a letter."""
