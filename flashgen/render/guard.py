r"""Keeps Anki from reading marks into words: braces, `::`, sound tags, LaTeX and MathJax delimiters.

An empty comment between two characters breaks a mark without changing what is seen. Anki's editor keeps comments,
whereas it would turn an entity back into the character.
"""

import re

_BREAK = "<!-- -->"
_MARK = re.compile(r"(?<=\{)(?=\{)|(?<=\})(?=\})|(?<=:)(?=:)|(?<=\\)(?=[()\[\]])|(?<=\[)(?=sound:|anki:|latex\]|/?\$)")
_PART_OF_MARK = re.compile(r"[:{}\\\[]")
_COLON_OR_BRACE = re.compile(r"[:{}]")
_BEYOND_LATIN = r"[\u0370-\u1cff\u1f00-\u1fff\u2c00-\ud7ff\uf900-\ufdcf\ufe70-\uffef][\u0300-\u036f]*"
_OTHER_SCRIPT = re.compile(rf"(?:{_BEYOND_LATIN})+(?:[\s,.-]+(?:{_BEYOND_LATIN})+)*")


def guarded(html: str, language: str) -> str:
    """Return the HTML of some words with marks broken, and letters beyond the Latin ones in their own language."""
    if language and not html.isascii():
        html = _OTHER_SCRIPT.sub(rf'<span lang="{language}">\g<0></span>', html)
    return _MARK.sub(_BREAK, html) if _PART_OF_MARK.search(html) else html


def closed(html: str) -> str:
    """Return the HTML of a deletion's words such that its ends do not join the marks around it."""
    start = _BREAK if html[:1] in (":", "}") else ""
    return start + html + (_BREAK if html[-1:] in (":", "}") else "")


def guarded_tag(tag: str) -> str:
    """Return a tag whose attributes hold no mark of Anki's."""
    return _COLON_OR_BRACE.sub(lambda found: f"&#{ord(found.group())};", tag)


def guarded_tex(tex: str) -> str:
    """Return a formula that neither opens nor closes a deletion; TeX reads it as before."""
    while (spaced := tex.replace("}}", "} }").replace("{{", "{ {").replace("::", ":{}:")) != tex:
        tex = spaced
    return tex
