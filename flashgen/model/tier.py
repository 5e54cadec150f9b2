"""How much an entry matters."""

CORE, MORE = TIERS = ("core", "more")
"""What everybody should know, and the rest."""
