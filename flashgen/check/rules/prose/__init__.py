"""Rules about how a card is written: whether it can be answered, and from memory alone."""

from flashgen.check.rule import Rule
from flashgen.check.rules.prose.answer_in_prompt import ANSWER_IN_PROMPT
from flashgen.check.rules.prose.bare_cloze import BARE_CLOZE
from flashgen.check.rules.prose.crowded_note import CROWDED_NOTE
from flashgen.check.rules.prose.double_question import DOUBLE_QUESTION
from flashgen.check.rules.prose.grammar_tells import GRAMMAR_TELLS
from flashgen.check.rules.prose.hidden_filler import HIDDEN_FILLER
from flashgen.check.rules.prose.hint_tells import HINT_TELLS
from flashgen.check.rules.prose.interfering_prompts import INTERFERING_PROMPTS
from flashgen.check.rules.prose.leading_question import LEADING_QUESTION
from flashgen.check.rules.prose.long_answer import LONG_ANSWER
from flashgen.check.rules.prose.long_prompt import LONG_PROMPT
from flashgen.check.rules.prose.missing_order import MISSING_ORDER
from flashgen.check.rules.prose.negated_prompt import NEGATED_PROMPT
from flashgen.check.rules.prose.open_question import OPEN_QUESTION
from flashgen.check.rules.prose.order_words import ORDER_WORDS
from flashgen.check.rules.prose.same_prompt import SAME_PROMPT
from flashgen.check.rules.prose.several_items import SEVERAL_ITEMS
from flashgen.check.rules.prose.sibling_tells import SIBLING_TELLS
from flashgen.check.rules.prose.undated_claim import UNDATED_CLAIM
from flashgen.check.rules.prose.vague_prompt import VAGUE_PROMPT
from flashgen.check.rules.prose.wrong_count import WRONG_COUNT
from flashgen.check.rules.prose.yes_no_question import YES_NO_QUESTION

PROSE: tuple[Rule, ...] = (
    ANSWER_IN_PROMPT,
    BARE_CLOZE,
    CROWDED_NOTE,
    DOUBLE_QUESTION,
    GRAMMAR_TELLS,
    HIDDEN_FILLER,
    HINT_TELLS,
    INTERFERING_PROMPTS,
    LEADING_QUESTION,
    LONG_ANSWER,
    LONG_PROMPT,
    MISSING_ORDER,
    NEGATED_PROMPT,
    OPEN_QUESTION,
    ORDER_WORDS,
    SAME_PROMPT,
    SEVERAL_ITEMS,
    SIBLING_TELLS,
    UNDATED_CLAIM,
    VAGUE_PROMPT,
    WRONG_COUNT,
    YES_NO_QUESTION,
)
