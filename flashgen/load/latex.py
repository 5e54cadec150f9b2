"""The values of BibTeX: LaTeX as plain words, and names in their parts."""

import re
from functools import cache

from bibtexparser.middlewares.names import parse_single_name_into_parts, split_multiple_persons_names
from pylatexenc.latex2text import LatexNodes2Text, MacroTextSpec, get_default_latex_context_db

_ESCAPED = re.compile(r"\\([#$%&_~{}])")
_TILDE = re.compile(r"\{?\\textasciitilde(?:\{\})?\}?")
_SCRIPT = re.compile(r"\$[_^](?:\{\\text(?:rm)?\{([^{}$]*)\}\}|\{([^{}$]*)\}|(\w))\$")
_LINK = re.compile(r"\\href\s*\{[^{}]*\}")
_WHOLE = re.compile(r"\{(?:[^{}]|\{(?:[^{}]|\{[^{}]*\})*\})*\}")
_PART = re.compile(r"\s*(family|given|prefix|suffix|useprefix)\s*=\s*((?:\{(?:[^{}]|\{[^{}]*\})*\}|[^,{}])*)(?:,|$)")
_MACROS = (
    *(("url", "%s"), ("textless", "<"), ("textgreater", ">"), ("textbar", "|")),
    *(("S", "§"), ("P", "¶"), ("pounds", "£"), ("copyright", "©"), ("-", "")),
)
"""Commands that exports have, and that the library would leave out or wrap."""


@cache
def _decoder() -> LatexNodes2Text:
    context = get_default_latex_context_db()
    context.add_context_category("citations", macros=[MacroTextSpec(*macro) for macro in _MACROS], prepend=True)
    return LatexNodes2Text(latex_context=context, math_mode="text", keep_comments=True)


def words(latex: str) -> str:
    """Return LaTeX as plain words; what cannot be read stays as it is written."""
    if not re.search(r"[\\{}$~`']|--", latex):
        return latex
    try:
        return str(_decoder().latex_to_text(_LINK.sub("", _SCRIPT.sub(r"\1\2\3", latex))))
    except (RecursionError, IndexError):  # braces a thousand deep; a command that lacks its arguments
        return latex


def verbatim(value: str) -> str:
    """Return an address without the escapes that some exports put into it."""
    return _ESCAPED.sub(r"\1", _TILDE.sub("~", value))


def people(value: str, kept: bool) -> list[dict[str, str]]:
    """Return names as CSL-JSON has them; if `kept`, a particle such as "von" stays before the family name."""
    return [_name(name, kept) for name in split_multiple_persons_names(value)]


def _name(name: str, kept: bool) -> dict[str, str]:
    if name == "others":
        return {"literal": "et al."}
    if _WHOLE.fullmatch(name):
        return {"literal": words(name)}
    if parts := {part[1]: words(part[2].strip().strip('"')) for part in _PART.finditer(name)}:
        given, prefix, suffix = (parts.get(key, "") for key in ("given", "prefix", "suffix"))
        return _parts(parts.get("family", ""), given, prefix, suffix, parts.get("useprefix", "") == "true" or kept)
    split = parse_single_name_into_parts(name, strict=False)
    last, first, von, junior = (words(" ".join(part)) for part in (split.last, split.first, split.von, split.jr))
    return _parts(last, first, von, junior, kept)


def _parts(family: str, given: str, prefix: str, suffix: str, kept: bool) -> dict[str, str]:
    particle = "non-dropping-particle" if kept else "dropping-particle"
    return {"family": family, "given": given, particle: prefix, "suffix": suffix}
