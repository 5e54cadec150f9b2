"""Pictures as paper needs them: no larger than it shows, and in colours that PDF/A has."""

import warnings
from collections.abc import Iterable, Mapping
from io import BytesIO

from flashgen.check.picture import PAPER, excess
from flashgen.check.svg import is_svg

_QUALITY = 90


def for_paper(images: Mapping[str, bytes], names: Iterable[str]) -> tuple[dict[str, bytes], dict[str, str]]:
    """Return the named images for paper, and how many pixels each has that has too many to be read."""
    names = [*dict.fromkeys(names)]
    large = {name: pixels for name in names if (pixels := excess(name, images[name]))}
    return {name: _printable(name, images[name]) for name in names if name not in large}, large


def _printable(name: str, content: bytes) -> bytes:
    """Return a picture as it is, or else smaller, or in RGB; the engine says what is wrong with a damaged one."""
    if is_svg(name):
        return content
    from PIL import Image, ImageOps

    try:
        with warnings.catch_warnings(action="ignore"), Image.open(BytesIO(content)) as picture:
            is_small = picture.width <= PAPER[0] and picture.height <= PAPER[1]
            if is_small and picture.mode != "CMYK":
                return content
            type = "JPEG" if picture.format == "MPO" else str(picture.format)
            picture.draft(None, PAPER)
            picture.thumbnail(PAPER, reducing_gap=None)
            made = ImageOps.exif_transpose(picture).convert("RGB" if type == "JPEG" else "RGBA")
            out = BytesIO()
            made.save(out, type, quality=_QUALITY, compress_level=1)
            return out.getvalue()
    except Exception:  # a decoder raises whatever it stumbles over
        return content
