"""The kinds of entries: a file for each, and its line in this tuple."""

from flashgen.kinds.ask import ASK
from flashgen.kinds.cloze import CLOZE
from flashgen.kinds.kind import Kind
from flashgen.kinds.list import LIST
from flashgen.kinds.pair import PAIR
from flashgen.kinds.quote import QUOTE
from flashgen.kinds.term import TERM

KINDS: tuple[Kind, ...] = (CLOZE, ASK, TERM, PAIR, LIST, QUOTE)
