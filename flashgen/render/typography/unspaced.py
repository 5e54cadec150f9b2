"""Letters and signs beside which no space tells where a word begins: those of East and South-East Asian scripts."""

UNSPACED = "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3001-\u30ff\u3400-\u9fff\uac00-\ud7a3\uf900-\ufaff\uff01-\uff9f"
"""For a class of a regular expression. Korean has spaces, but none before its particles."""
