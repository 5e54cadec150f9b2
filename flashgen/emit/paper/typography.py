"""How the words of a language are set: which way they run, and which fonts come first for them."""

import re
from functools import cache

from flashgen.model.language import direction, primary

EUROPEAN = "European"
"""The scripts of the built-in font: Latin, Greek, Cyrillic."""

HAN = ("JP", "KR", "SC", "TC", "HK")
"""The five shapes of Chinese characters, as fonts name them."""

_SCRIPTS = {
    "Arabic": "ar ckb fa ks pa-arab ps sd ug ur",
    "Armenian": "hy",
    "Bengali": "as bn",
    "Coptic": "cop",
    "Devanagari": "brx hi kok mai mr ne sa",
    "Ethiopic": "am byn ti tig",
    "Georgian": "ka",
    "Gujarati": "gu",
    "Gurmukhi": "pa",
    "Hebrew": "he yi",
    "Kannada": "kn",
    "Khmer": "km",
    "Lao": "lo",
    "Malayalam": "ml",
    "Myanmar": "my",
    "Oriya": "or",
    "Sinhala": "si",
    "Syriac": "syr",
    "Tamil": "ta",
    "Telugu": "te",
    "Thaana": "dv",
    "Thai": "th",
    "Tibetan": "bo dz",
}
OTHER = tuple(_SCRIPTS)
"""Scripts with fonts of their own, as these are named."""

_LOW = frozenset((EUROPEAN, "Armenian", "Georgian", "Hebrew", *HAN))
"""Scripts whose letters are no taller than Latin ones; those of others hang deep, or bear marks above."""

_SCRIPT = {language: script for script, some in _SCRIPTS.items() for language in some.split()}
_HAN = {"ja": "JP", "ko": "KR", "zh": "SC", "yue": "HK", "lzh": "TC"}
_HAN_PARTS = {"hant": "TC", "tw": "TC", "hk": "HK", "mo": "HK", "hans": "SC"}
_REGIONS = {"SC": "CN", "TC": "TW", "HK": "HK"}
_REGION = re.compile("[a-z]{2}")
_EUROPEAN = frozenset(("latn", "cyrl", "grek"))

OF_NONE = "zxx"
"""The language of what is in none, such as an address."""


@cache
def typography(tag: str) -> dict[str, object]:
    """Return how the words of a language (BCP 47) are set, as a value for the engine."""
    language, *parts = primary(tag), *tag.lower().split("-")[1:]
    script = _script(language, parts)
    region = next((part.upper() for part in parts if _REGION.fullmatch(part)), None)
    return {
        "lang": language or "en",
        "region": _REGIONS.get(script, region) if language == "zh" else region,
        "dir": direction(tag),
        "hyphenate": not parts and language != OF_NONE,
        "fonts": script,
        "tall": script not in _LOW,
    }


def _script(language: str, parts: list[str]) -> str:
    """Return the script of a language, or the shape of its Chinese characters, as fonts are named for it."""
    if _EUROPEAN & {*parts}:
        return EUROPEAN
    if language in _HAN:
        return next((_HAN_PARTS[part] for part in reversed(parts) if part in _HAN_PARTS), _HAN[language])
    return _SCRIPT.get("-".join((language, *parts)), _SCRIPT.get(language, EUROPEAN))
