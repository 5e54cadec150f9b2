"""Anki: packages, their collection, note types and fields, the page of the source, update texts."""
