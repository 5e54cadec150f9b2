"""The largest widths of letters in Libertinus Serif, in ems: upright and italic, and the two bold faces."""

from math import inf

_PLAIN = {
    0.0: "\u0300\u0301\u0308",
    0.2: "'",
    0.24: ",.:;|",
    0.28: "ijl{}‘’·\u00a0 ",
    0.32: "!()Ift",
    0.36: '"-/[\\]',
    0.4: "?`rs“”",
    0.44: "*Jczгзсç",
    0.48: "#$0123456789e~веьэёéèë",
    0.52: "FS^_abdgkopqvxyабкорухяГäöà",
    0.56: "+<=>ELPYhnuдлчЕЗРЬЁ–«»ü×−",
    0.6: "BRTийнпцъБВТУЯ",
    0.64: "%KVZКЛЭ",
    0.68: "CUXмфДСФХЦЧ",
    0.72: "&ADGNOQАИЙОП",
    0.76: "HwжыюНЪ—…",
    0.8: "mтЫ",
    0.84: "MМ",
    0.88: "шщ",
    0.92: "@WЖЮ",
}
_BOLD = {
    0.0: "\u0300\u0301\u0308",
    0.24: "'|",
    0.28: "!,.:;‘’\u00a0 ",
    0.32: "()/\\{}",
    0.36: "-ijl·",
    0.4: '"?I[]`ft',
    0.44: "*rsз“”",
    0.48: "cz~гсэç",
    0.52: "#$0123456789<>JS^_eьеёéèë",
    0.56: "+=FabgovyабвдоуГ–«»äöà×−",
    0.6: "LYdpqxклрхяЗ",
    0.64: "%EPTZhknнпцчъЕРЬЭЁ",
    0.68: "BVuийБВТУü",
    0.72: "CRXмКЛСХЯ",
    0.76: "&ADGKNOQUАДОФЧ—",
    0.8: "wфПЦ",
    0.84: "HжюИЙН…",
    0.88: "тыЪ",
    0.92: "MmМ",
    0.96: "шщ",
}
_OTHER = 1.25
"""The largest width of any letter of the built-in font; those of another font are not known."""

_FACES = tuple({letter: width for width, some in face.items() for letter in some} for face in (_PLAIN, _BOLD))


_UNEVEN = {"т": 0.55, "J": 0.73, "г": 0.75}
"""Letters whose narrowest face is much narrower than the widest, with the ratio."""

_LEAST = {
    letter: width * _UNEVEN.get(letter, 0.8)
    for letter, width in _FACES[False].items()
    if letter.isalnum() or letter == " "
}
"""Letters and spaces only: marks may be Markdown, and repeated marks are kerned."""


_LEAST_HAN = 0.4
"""Chinese characters are squares, or half as wide."""

_FIRST_FOREIGN = "\u0590"


def least_width(words: str) -> float:
    """Return a lower bound on the width of words in any face, in ems."""
    return sum([_LEAST.get(letter, _LEAST_HAN if "\u2e80" <= letter < "\ud7a4" else 0.0) for letter in words])


def width(words: str, bold: bool) -> float:
    """Return an upper bound on the width of words, in ems; infinite if their letters may be those of another font."""
    face = _FACES[bold]
    return sum([face[letter] if letter in face else _unlisted(letter) for letter in words])


def likely_width(words: str) -> float:
    """Return the width that words hardly exceed, in ems, also if their letters are those of an unknown font."""
    return min(width(words, bold=True), _OTHER * len(words))


def _unlisted(letter: str) -> float:
    return _OTHER if letter < _FIRST_FOREIGN or "\u1e00" <= letter < "\u2190" else inf
