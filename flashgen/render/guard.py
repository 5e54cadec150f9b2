r"""Keep Anki from reading words as markup: braces, `::`, sound tags, LaTeX and MathJax delimiters.

An empty comment between two characters breaks a mark without changing what is shown. Anki's editor keeps comments,
but turns entities back into characters. MathJax reads past a comment, but not past the end of an element.
"""

import re
from functools import cache

from flashgen.model.language import primary
from flashgen.render.direction import language_attributes

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
    **dict.fromkeys(("ar", "ckb", "fa", "ps", "sd", "ug", "ur"), _ARABIC),
    "syr": r"\u0700-\u074f",
    "dv": r"\u0780-\u07bf",
    **dict.fromkeys(("zh", "ja"), _HAN),
}
"""The script of each language, which tells its words from Latin ones."""


def guarded(html: str, language: str) -> str:
    """Return HTML with Anki's marks broken, and words in the script of a language tagged with it."""
    if language and not html.isascii() and (words := words_in(language)):
        html = words.sub(rf"<span {language_attributes(language)}>\g<0></span>", html)
    if not _PART_OF_MARK.search(html):
        return html
    return _OF_MATHJAX.sub(r"<span>\\</span>", _MARK.sub(_BREAK, html))


@cache
def words_in(language: str) -> re.Pattern[str] | None:
    """Return a pattern for words in a language's script, or None if the script is Latin or unknown."""
    letters = _LETTERS.get(primary(language))
    word = rf"(?:[{letters}][\u0300-\u036f]*)+"
    return re.compile(rf"{word}(?:[\s,.-]+{word})*") if letters else None


def are_written_alike(one: str, other: str) -> bool:
    """Return whether two languages have the same script, or one of them is unknown and the same."""
    return _LETTERS.get(primary(one), primary(one)) == _LETTERS.get(primary(other), primary(other))


def closed(html: str) -> str:
    """Return the HTML of a deletion so that its ends do not merge with the marks around it."""
    start = _BREAK if html[:1] in (":", "}") else ""
    return start + html + (_BREAK if html[-1:] in (":", "}") else "")


def guarded_tag(tag: str) -> str:
    """Return an HTML tag without Anki's marks in its attributes."""
    return _IN_TAG.sub(lambda found: f"&#{ord(found.group())};", tag)


def guarded_tex(tex: str) -> str:
    """Return TeX that means the same and neither opens nor closes a deletion."""
    while (spaced := tex.replace("}}", "} }").replace("{{", "{ {").replace("::", ":{}:")) != tex:
        tex = spaced
    return _TAG_IN_TEX.sub("[{}", tex)
