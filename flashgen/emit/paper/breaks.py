"""Where lines may break inside of what has no spaces: between Chinese characters, or after some letters of Thai."""

import re

HAN = "\u2e80-\u2fff\u3000-\u4dbf\u4e00-\ua4cf\uac00-\ud7a3\uf900-\ufaff\uff00-\uffef\U00020000-\U0003ffff"
UNSPACED = "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u1950-\u19df\u1a20-\u1aaf\ua9e0-\ua9ff\uaa60-\uaadf"
"""Thai, Lao, Burmese, Khmer and the scripts of the Tai: the engine has dictionaries of their words."""

_WORD = 16
"""The most letters of a word in these; few have more."""

IS_HAN = re.compile(f"[{HAN}]")
"""A letter or sign of Chinese, Japanese or Korean; a line may break on either side."""

SPLIT = re.compile(
    "([^\\S\u00a0]+|\u200b|(?<=\\w-)(?=\\w)|(?<=[\u0f0b\u1361])(?=\\w)"
    f"|(?<=[{HAN}])(?=\\S)|(?<=\\S)(?=[{HAN}])|(?<=[{UNSPACED}]{{{_WORD}}})(?=[{UNSPACED}]))"
)
"""White space, or a place without it where a line may break."""
