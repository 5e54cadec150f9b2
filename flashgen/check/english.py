"""English function words."""

FUNCTION_WORDS = frozenset(
    # Not among them: what turns a meaning round (not, without), and what can be a fact (one, will, before, both).
    (
        *("a", "an", "the", "this", "that", "these", "those", "of", "to", "in", "on", "at", "by", "for", "from"),
        *("with", "into", "as", "than", "and", "or", "but", "if", "so", "nor", "such", "also", "ones"),
        *("is", "are", "was", "were", "be", "been", "am", "has", "have", "had", "having", "do", "does", "did"),
        *("would", "shall", "should", "could", "what", "which", "there", "here"),
        *("you", "he", "she", "it", "we", "they", "me", "him", "her", "us", "them"),
        *("my", "your", "his", "its", "our", "their", "who", "whom", "whose"),
    )
)
"""Words that have no meaning outside a sentence."""
