"""Facts that change: who holds an office, how many live somewhere, which is the tallest; in the present tense."""

import re

from flashgen.check.once import has_any

_OFFICE = (
    r"(?:(?:vice|deputy) )?(?:president|premier|prime minister|chancellor|head of (?:state|government)|monarch|king"
    r"|queen|emperor|pope|governor|mayor|ceo|chief executive|chair(?:man|woman)?|director(?:[ -]general)?|speaker"
    r"|secretary(?:[ -]general| of state)|chief justice|(?:foreign|finance) minister)"
)
_FIGURE = (
    r"(?:population|gdp|gross domestic product|unemployment rate|inflation rate|minimum wage|life expectancy|birth rate"
    r"|exchange rate|number of (?:inhabitants|people|speakers|employees|users))"
)
_MOST = (
    r"(?:richest|wealthiest|most populous|most spoken|best-selling|highest-paid|oldest living|most valuable"
    r"|(?:tallest|highest) building|fastest (?:computer|supercomputer|car|train)"
    r"|(?:largest|biggest) (?:company|bank|employer|economy|producer|exporter|importer|airport))"
)
_PEOPLE = r"(?:people|inhabitants|citizens|residents|speakers) (?:live|are there|speak|does)"
_UNION = (
    r"(?:member (?:states|countries)|countries|members) (?:are in|belong to|does) (?:the )?(?:(?-i:[A-Z]{2})|European)"
)
_OF = r"(?:the |your |our )?(?:\w+ )?"
_NAME = r"(?:the )?(?-i:[A-Z])"
_HELD = re.compile(
    rf"who (?:is|are) ({_OF}{_OFFICE}) (?:of|in|at) (?!an?\b)|what is the name of ({_OF}{_OFFICE})\b", re.IGNORECASE
)
_COUNTED = re.compile(
    rf"what(?: is|['’]s) ((?:the )?(?:\w+ )?{_FIGURE}) (?:of|in) {_NAME}|how many ((?:\w+ )?(?:{_PEOPLE}|{_UNION}))\b"
    rf"|(?:who|what|which)(?: \w+)? is ((?:the )?{_MOST})\b",
    re.IGNORECASE,
)
_TOLD = re.compile(
    rf"((?:the )?{_OFFICE} of {_NAME}[\w ]*? is) (?-i:[A-Z])|((?:the )?{_FIGURE} of {_NAME}[\w ]*? is) ", re.IGNORECASE
)
_ASKS = (" is ", " are ", "what's", "what’s", "how many")


def asked_now(question: str, answer: str) -> str:
    """Return the words by which a question asks for what changes; none where a role is the answer, not a person."""
    if not has_any(question, _ASKS):
        return ""
    is_role = answer.lower().startswith(("the ", "a ", "an "))
    return _first(_COUNTED.search(question) or (None if is_role else _HELD.search(question)))


def told_now(sentence: str) -> str:
    """Return the words by which a sentence says who holds an office now, or how many there are."""
    return _first(_TOLD.search(sentence)) if " is " in sentence else ""


def _first(found: re.Match[str] | None) -> str:
    """Return the first group of a match that has one."""
    return next(filter(None, found.groups()), "") if found else ""
