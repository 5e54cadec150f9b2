"""The shelf of rules: one file each, and the line in this tuple."""

from collections.abc import Iterator
from itertools import chain

from flashgen.check.rule import Rule
from flashgen.check.rules.answer_in_prompt import ANSWER_IN_PROMPT
from flashgen.check.rules.bare_cloze import BARE_CLOZE
from flashgen.check.rules.broken_image import BROKEN_IMAGE
from flashgen.check.rules.crowded_note import CROWDED_NOTE
from flashgen.check.rules.dollar_formula import DOLLAR_FORMULA
from flashgen.check.rules.double_question import DOUBLE_QUESTION
from flashgen.check.rules.grammar_tells import GRAMMAR_TELLS
from flashgen.check.rules.hidden_filler import HIDDEN_FILLER
from flashgen.check.rules.hint_tells import HINT_TELLS
from flashgen.check.rules.interfering_prompts import INTERFERING_PROMPTS
from flashgen.check.rules.invisible_character import INVISIBLE_CHARACTER
from flashgen.check.rules.large_media import LARGE_MEDIA
from flashgen.check.rules.leading_question import LEADING_QUESTION
from flashgen.check.rules.long_answer import LONG_ANSWER
from flashgen.check.rules.long_prompt import LONG_PROMPT
from flashgen.check.rules.missing_image import MISSING_IMAGE
from flashgen.check.rules.missing_pages import MISSING_PAGES
from flashgen.check.rules.negated_prompt import NEGATED_PROMPT
from flashgen.check.rules.nested_deletion import NESTED_DELETION
from flashgen.check.rules.not_on_page import NOT_ON_PAGE
from flashgen.check.rules.open_question import OPEN_QUESTION
from flashgen.check.rules.page_out_of_range import PAGE_OUT_OF_RANGE
from flashgen.check.rules.same_id import SAME_ID
from flashgen.check.rules.same_prompt import SAME_PROMPT
from flashgen.check.rules.sibling_tells import SIBLING_TELLS
from flashgen.check.rules.split_name import SPLIT_NAME
from flashgen.check.rules.stray_mark import STRAY_MARK
from flashgen.check.rules.undated_claim import UNDATED_CLAIM
from flashgen.check.rules.unordered_list import UNORDERED_LIST
from flashgen.check.rules.unproved import UNPROVED
from flashgen.check.rules.unsafe_html import UNSAFE_HTML
from flashgen.check.rules.unsafe_link import UNSAFE_LINK
from flashgen.check.rules.unsafe_media import UNSAFE_MEDIA
from flashgen.check.rules.unsafe_tex import UNSAFE_TEX
from flashgen.check.rules.vague_prompt import VAGUE_PROMPT
from flashgen.check.rules.wrong_count import WRONG_COUNT
from flashgen.check.rules.yes_no_question import YES_NO_QUESTION
from flashgen.errors import suggested
from flashgen.model.allow import Allow
from flashgen.model.deck import Deck
from flashgen.model.problem import Problem

RULES: tuple[Rule, ...] = (
    ANSWER_IN_PROMPT,
    BARE_CLOZE,
    BROKEN_IMAGE,
    CROWDED_NOTE,
    DOLLAR_FORMULA,
    DOUBLE_QUESTION,
    GRAMMAR_TELLS,
    HIDDEN_FILLER,
    HINT_TELLS,
    INTERFERING_PROMPTS,
    INVISIBLE_CHARACTER,
    LARGE_MEDIA,
    LEADING_QUESTION,
    LONG_ANSWER,
    LONG_PROMPT,
    MISSING_IMAGE,
    MISSING_PAGES,
    NEGATED_PROMPT,
    NESTED_DELETION,
    NOT_ON_PAGE,
    OPEN_QUESTION,
    PAGE_OUT_OF_RANGE,
    SAME_ID,
    SAME_PROMPT,
    SIBLING_TELLS,
    SPLIT_NAME,
    STRAY_MARK,
    UNDATED_CLAIM,
    UNORDERED_LIST,
    UNPROVED,
    UNSAFE_HTML,
    UNSAFE_LINK,
    UNSAFE_MEDIA,
    UNSAFE_TEX,
    VAGUE_PROMPT,
    WRONG_COUNT,
    YES_NO_QUESTION,
)


def check(deck: Deck, whole: bool = True) -> Iterator[Problem]:
    """Yield what the rules find in a deck and its author does not allow, and what is allowed for nothing.

    Where the whole is not wanted, only what a build could not do without: errors that show in the author's files alone.
    """
    rules = [rule for rule in RULES if whole or _stops_build(rule)]
    # What nobody could look up may be allowed for good reason.
    looked_up = deck.copy is not None and deck.source.pages.keys() <= deck.copy.pages.keys()
    mute = {rule.name for rule in rules if rule.compares_text and not looked_up}
    lenient = {rule.name for rule in rules if rule.can_be_allowed}
    allowed: dict[tuple[str, str], list[Allow]] = {}
    for allow in (allow for allow in deck.allows if allow.rule in lenient):
        allowed.setdefault((allow.path, allow.rule), []).append(allow)
    used: set[Allow] = set()
    for problem in chain.from_iterable(rule.check(deck) for rule in rules):
        near = chain.from_iterable(allowed.get((path, problem.rule), ()) for path in (problem.place.path, ""))
        covering = [allow for allow in near if allow.covers(problem)]
        used.update(covering)
        if not covering:
            yield problem
    if whole:
        yield from (_needless(allow) for allow in deck.allows if allow not in used and allow.rule not in mute)


def _stops_build(rule: Rule) -> bool:
    return rule.severity == "error" and not (rule.compares_text or rule.judges_cards)


def _needless(allow: Allow) -> Problem:
    from flashgen.check.manual import ALL

    known = {rule.name: rule for rule in ALL}
    said = f'nothing to allow: "{allow.rule}" finds nothing {"here" if allow.lines else "in this deck"}'
    hint = "delete the comment" if allow.lines else "delete the line"
    if allow.rule not in known:
        hint = suggested(allow.rule, tuple(known))
    elif not known[allow.rule].can_be_allowed:
        said, hint = f'"{allow.rule}" cannot be allowed', f"mend what it finds, and {hint}"
    return Problem(allow.place, "needless-allow", said, hint, "warning")
