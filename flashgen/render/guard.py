r"""Keeps Anki from reading marks into words: braces, `::`, sound tags, LaTeX and MathJax delimiters.

An empty comment between two characters breaks a mark without changing what is seen. Anki's editor keeps comments,
whereas it would turn an entity back into the character. MathJax reads on behind a comment, but not out of an element.
"""

import re
from functools import cache

_BREAK = "<!-- -->"
_OF_ANKI = r"(?=sound|anki|/?latex|/?\$)"
_MARK = re.compile(r"(?<=\{)(?=\{)|(?<=\})(?=\})|(?<=:)(?=:)|(?<=\[)" + _OF_ANKI, re.IGNORECASE)
_OF_MATHJAX = re.compile(r"\\(?=[()\[\]\x01]|\Z)")
_PART_OF_MARK = re.compile(r"[:{}\\\[]")
_IN_TAG = re.compile(r"[:{}\[]")
_TAG_IN_TEX = re.compile(r"\[" + _OF_ANKI, re.IGNORECASE)
_CYRILLIC = r"\u0400-\u052f"
_GREEK = r"\u0370-\u03ff\u1f00-\u1fff"
_HEBREW = r"\u0590-\u05ff"
_ARABIC = r"\u0600-\u06ff"
_HAN = r"\u3040-\u30ff\u3400-\u9fff"
_LETTERS = {
    **dict.fromkeys(("ru", "uk", "be", "bg", "mk", "sr", "kk", "ky", "mn", "tg", "cu"), _CYRILLIC),
    **dict.fromkeys(("el", "grc"), _GREEK),
    **dict.fromkeys(("he", "yi"), _HEBREW),
    **dict.fromkeys(("ar", "fa", "ur"), _ARABIC),
    **dict.fromkeys(("zh", "ja"), _HAN),
}
"""The letters by which words of a language are known among Latin ones."""


def guarded(html: str, language: str) -> str:
    """Return the HTML of some words with marks broken, and words in the letters of a language marked."""
    if language and not html.isascii() and (words := words_in(language)):
        html = words.sub(rf'<span lang="{language}">\g<0></span>', html)
    if not _PART_OF_MARK.search(html):
        return html
    return _OF_MATHJAX.sub(r"<span>\\</span>", _MARK.sub(_BREAK, html))


@cache
def words_in(language: str) -> re.Pattern[str] | None:
    """Return what finds runs of words in a language, with stress marks; None where its letters are Latin or unknown."""
    letters = _LETTERS.get(language.split("-")[0].lower())
    word = rf"(?:[{letters}][\u0300-\u036f]*)+"
    return re.compile(rf"{word}(?:[\s,.-]+{word})*") if letters else None


def closed(html: str) -> str:
    """Return the HTML of a deletion's words such that its ends do not join the marks around it."""
    start = _BREAK if html[:1] in (":", "}") else ""
    return start + html + (_BREAK if html[-1:] in (":", "}") else "")


def guarded_tag(tag: str) -> str:
    """Return a tag whose attributes hold no mark of Anki's."""
    return _IN_TAG.sub(lambda found: f"&#{ord(found.group())};", tag)


def guarded_tex(tex: str) -> str:
    """Return a formula that neither opens nor closes a deletion; TeX reads it as before."""
    while (spaced := tex.replace("}}", "} }").replace("{{", "{ {").replace("::", ":{}:")) != tex:
        tex = spaced
    return _TAG_IN_TEX.sub("[{}", tex)
