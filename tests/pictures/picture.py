"""A picture keeps the digest of what it shows: a machine without browser and fonts can tell whether it is current."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from hashlib import sha256
from io import BytesIO
from pathlib import Path

from PIL import Image
from PIL.PngImagePlugin import PngInfo

_KEY = "shows"
FOLDER = Path(__file__).parents[2] / ".github"


@dataclass(frozen=True, slots=True)
class Picture:
    """A file of `.github/`: what it shows, as text, and how that is drawn; both work in an empty folder."""

    name: str
    shows: Callable[[Path], str]
    draw: Callable[[Path], bytes]

    @property
    def path(self) -> Path:
        """The file."""
        return FOLDER / self.name


def digest(shown: str) -> str:
    """Return the digest of what a picture shows."""
    return sha256(shown.encode("utf-8")).hexdigest()


def marked(content: bytes, shown: str) -> bytes:
    """Return the content of a picture with the digest of what it shows in it."""
    if content.startswith(b"<svg"):
        return content.replace(b">", f">\n<!-- {_KEY} {digest(shown)} -->".encode(), 1)
    return png(Image.open(BytesIO(content)), {_KEY: digest(shown)})


def png(image: Image.Image, says: dict[str, str] | None = None) -> bytes:
    """Return an image as a small PNG that says something."""
    info, made = PngInfo(), BytesIO()
    for key, value in (says or {}).items():
        info.add_text(key, value)
    image.convert("P", palette=Image.Palette.ADAPTIVE, colors=64).save(made, "PNG", optimize=True, pnginfo=info)
    return made.getvalue()


def mark(path: Path) -> str:
    """Return the digest that a picture has; blank if none."""
    if path.suffix == ".svg":
        found = re.search(f"<!-- {_KEY} ([0-9a-f]+) -->", path.read_text("utf-8"))
        return found[1] if found else ""
    with Image.open(path) as image:
        return str(image.info.get(_KEY, ""))
