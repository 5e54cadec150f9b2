"""Quotation marks: the usual ones of a language, and those inside others."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Quotes:
    """A mark may bring a space that no line breaks at: « is followed by one in French."""

    open: str
    close: str
    open_inner: str
    close_inner: str


_LOW = Quotes("„", "“", "‚", "‘")
_HIGH = Quotes("“", "”", "‘", "’")
_RIGHT = Quotes("”", "”", "’", "’")
_ANGLES = Quotes("«", "»", "“", "”")
_ANGLES_ALONE = Quotes("«", "»", "‹", "›")
_ANGLES_LOW = Quotes("«", "»", "„", "“")
_CORNERS = Quotes("「", "」", "『", "』")
QUOTES = {
    **dict.fromkeys(("bg", "bs", "cs", "et", "hr", "is", "ka", "lt", "lv", "mk", "sk", "sl", "sr"), _LOW),
    **dict.fromkeys(("af", "cy", "da", "ga", "hi", "id", "ko", "la", "ms", "nl", "pt", "th", "tr", "vi", "zh"), _HIGH),
    **dict.fromkeys(("fi", "sv"), _RIGHT),
    **dict.fromkeys(("ca", "el", "grc", "gl", "it", "pt-pt", "sq"), _ANGLES),
    **dict.fromkeys(("ar", "ckb", "fa", "hy", "ps", "ug", "ur"), _ANGLES_ALONE),
    **dict.fromkeys(("be", "kk", "ky", "tg", "uk"), _ANGLES_LOW),
    **dict.fromkeys(("nb", "nn", "no"), Quotes("«", "»", "‘", "’")),
    **dict.fromkeys(("ja", "yue", "zh-hant", "zh-hk", "zh-tw"), _CORNERS),
    "hu": Quotes("„", "”", "»", "«"),
    "pl": Quotes("„", "”", "‚", "’"),
    "ro": Quotes("„", "”", "«", "»"),
}
"""The marks of languages that flashgen does not speak, as the Unicode CLDR has them, by language and perhaps region."""
