"""Whether a picture's file is one that Anki can show: of the type that its name says, and whole."""

import warnings
from io import BytesIO
from typing import TYPE_CHECKING

from flashgen.check.svg import is_svg, svg_faults

if TYPE_CHECKING:
    from PIL import Image

_TYPES = {"png": "PNG", "jpg": "JPEG", "jpeg": "JPEG", "gif": "GIF", "webp": "WEBP"}
"""The types of pictures that all clients of Anki show, by the endings of their names."""

PAPER = (2_400, 2_400)
"""The most pixels of a picture on paper, across and down."""

_BYTES = 64_000_000
"""The most memory of a picture that is read; of a photograph in JPEG, few pixels are."""

_SAVE = "save it anew as png, jpg, gif, svg or webp"


def fault(name: str, content: bytes) -> tuple[str, str] | None:
    """Return what is wrong with a picture and the cure, or None."""
    if is_svg(name):
        said = svg_faults(content)[0]
        return (f'the image "{name}" {said}', _SAVE) if said else None
    from PIL import Image, UnidentifiedImageError

    ending = name.rsplit(".", 1)[1].lower()
    try:
        # Pillow warns of so many pixels that a server would fear an attack.
        with (
            warnings.catch_warnings(action="ignore"),
            Image.open(BytesIO(content), formats=tuple(set(_TYPES.values()))) as picture,
        ):
            type = "JPEG" if picture.format == "MPO" else str(picture.format)
            _decode(picture)
    except UnidentifiedImageError:
        return f'the image "{name}" is no picture of a type that Anki shows', _SAVE
    except Exception:  # a decoder raises whatever it stumbles over
        return f'the image "{name}" is damaged or cut off', _SAVE
    if type != _TYPES[ending]:
        right = next(ending for ending, one in _TYPES.items() if one == type)
        return f'the image "{name}" is of the type {right}', f"rename it to {name.rsplit('.', 1)[0]}.{right}, here too"
    return None


def excess(name: str, content: bytes) -> str:
    """Return how many pixels a picture has if these are too many to be read; else ""."""
    if is_svg(name):
        return ""
    from PIL import Image

    try:
        with warnings.catch_warnings(action="ignore"), Image.open(BytesIO(content)) as picture:
            return _excess(picture)
    except Exception:  # what is damaged is found by the rule about that
        return ""


def _excess(picture: "Image.Image") -> str:
    width, height = picture.size
    picture.draft(None, PAPER)
    size = picture.width * picture.height * len(picture.getbands())
    return f"{width:,} × {height:,} pixels" if size > _BYTES else ""


def _decode(picture: "Image.Image") -> None:
    """Read all of a picture, as roughly as shows whether it is whole; whatever error where it is not."""
    if picture.format == "PNG":
        picture.verify()  # by the sums of its parts
    elif not _excess(picture):
        picture.draft("L", (1, 1))  # of JPEG, an eighth is enough
        picture.load()
