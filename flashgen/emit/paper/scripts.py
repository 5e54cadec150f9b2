"""The script of a letter that no font of a deck has, and a font that has it."""

import re
from dataclasses import dataclass
from unicodedata import category, name

from flashgen.emit.paper.breaks import IS_HAN


@dataclass(frozen=True, slots=True)
class Script:
    """A script, or a group of signs, as a message names it; a font that has it; and the Debian package of that.

    Font and package are empty where none is known.
    """

    name: str
    font: str = ""
    package: str = ""
    file: str = ""

    def cure(self) -> str:
        """Return what to do about its letters, in a line."""
        if not self.font:
            return "put a font that has these letters into the deck's folder, and add the file to fonts: in deck.yaml"
        return (
            f"put the font {self.font} (Debian package {self.package}) into the deck's folder, and add {self.file} to "
            "fonts: in deck.yaml"
        )


def _names(listed: str) -> list[str]:
    return listed.split(", ")


_SERIF = _names(
    "Ahom, Armenian, Balinese, Bengali, Devanagari, Dogra, Ethiopic, Georgian, Grantha, Gujarati, Gurmukhi, Hebrew, "
    "Kannada, Khmer, Lao, Malayalam, Myanmar, Sinhala, Tamil, Tangut, Telugu, Thai, Tibetan, Yezidi"
)
_SANS = _names(
    "Adlam, Avestan, Bamum, Batak, Brahmi, Buginese, Carian, Chakma, Cham, Cherokee, Coptic, Cuneiform, Deseret, "
    "Duployan, Glagolitic, Gothic, Javanese, Kaithi, Kharoshthi, Lepcha, Limbu, Linear A, Linear B, Lisu, Lycian, "
    "Lydian, Mandaic, Manichaean, Meetei Mayek, Miao, Modi, Mongolian, New Tai Lue, Newa, Ogham, Ol Chiki, "
    "Old Persian, Oriya, Osage, Phoenician, Runic, Samaritan, Sharada, Shavian, Siddham, Sogdian, Sundanese, Syriac, "
    "Tagalog, Tai Le, Tai Tham, Tai Viet, Thaana, Tifinagh, Tirhuta, Ugaritic, Vai, Yi"
)
_OTHERS = {
    "ARABIC": ("Arabic", "Noto Naskh Arabic"),
    "CANADIAN SYLLABICS": ("Canadian syllabics", "Noto Sans Canadian Aboriginal"),
    "EGYPTIAN HIEROGLYPH": ("Egyptian hieroglyphs", "Noto Sans Egyptian Hieroglyphs"),
    "MUSICAL SYMBOL": ("music", "Noto Music"),
    "NKO": ("N'Ko", "Noto Sans NKo"),
}
_NAMED = (
    {script.upper(): (script, f"Noto Serif {script}") for script in _SERIF}
    | {script.upper(): (script, f"Noto Sans {script}") for script in _SANS}
    | _OTHERS
)
"""Scripts and their fonts in fonts-noto-core, by how the Unicode names of their letters begin."""

_KANA = Script("Chinese, Japanese, Korean", "Noto Serif CJK", "fonts-noto-cjk", "NotoSerifCJK-Regular.ttc")
_SYMBOLS = Script("symbols and emoji", "Symbola", "fonts-symbola", "Symbola_hint.ttf")
_OTHER = Script("other letters")


_JAMO = re.compile("[\u1100-\u11ff]")
"""Parts of Korean letters."""


def script(letter: str) -> Script:
    """Return the script of a letter."""
    if IS_HAN.match(letter) or _JAMO.match(letter):
        return _KANA
    unicode_name = name(letter, "")
    if found := next((found for start, found in _NAMED.items() if unicode_name.startswith(f"{start} ")), None):
        shown, font = found
        return Script(shown, font, "fonts-noto-core", f"{font.replace(' ', '')}-Regular.ttf")
    return _SYMBOLS if category(letter)[0] in "SPN" else _OTHER
