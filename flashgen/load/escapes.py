r"""TeX commands whose backslash YAML reads as an escape: in double quotes, `\theta` is a tab and "heta"."""

import re

_TEX = """
aleph alpha amalg angle approx arccos arcsin arctan arg ast asymp
backslash bar begin beta beth big binom bmod boldsymbol bot boxed bullet
ell emptyset end epsilon equiv eta exists exp
fbox flat forall frac frown
nabla natural ncong ne nearrow neg neq newline nexists ngeq ni nleq nmid nolimits nonumber not notin nparallel
nsim nsubseteq nu nwarrow
rangle rbrace rbrack rceil rfloor rho right rightarrow rightleftharpoons rm root rvert
tag tan tanh tau tbinom text textbf textit textrm texttt textstyle tfrac therefore theta thinspace tilde times to
top triangle
varepsilon varnothing varphi varpi varrho varsigma vartheta vdots vec vee vert
Lambda Leftarrow Leftrightarrow Longleftrightarrow Longrightarrow Phi Pi Pr Psi
"""
_COMMANDS = frozenset(_TEX.split())
_WORDS_TOO = frozenset(
    (
        "ne",
        "neg",
        "nexists",
        "ni",
        "nmid",
        "nolimits",
        "not",
        "nparallel",
        "nsim",
        "nu",
        "tag",
        "tan",
        "tau",
        "to",
        "top",
    )
)
"""Commands that may also be an escape and a word, as in `pane\ne vino`, which breaks a line."""

_ESCAPE = re.compile(r"\\(?:([abefnrtvLP][A-Za-z]+)|.)", re.DOTALL)
_FORMULA = re.compile(r"\\\\[(\[]|\$")
_AFTER_WORDS = re.compile(r"[\w.,;:!?)\]”’»]")
_READ_AS = {"t": "a tab", "n": "a line break", "r": "a line break", "L": "a line break", "P": "a line break"}


def lost_command(raw: str) -> str:
    """Return the first TeX command that loses its backslash in a text, given with its double quotes."""
    for escape in _ESCAPE.finditer(raw):
        command, before = escape[1], raw[escape.start() - 1]
        if command not in _COMMANDS:
            continue
        if command not in _WORDS_TOO or _FORMULA.search(raw) or not _AFTER_WORDS.match(before):
            return escape.group()
    return ""


def message_on(command: str) -> str:
    """Return what is wrong with a command that loses its backslash."""
    character = _READ_AS.get(command[1], "a control character")
    return f"in double quotes, YAML reads the {command[:2]} of {command} as {character}"
