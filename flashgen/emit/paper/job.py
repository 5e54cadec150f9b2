"""A process that sets one part of many cards, because the engine frees its memory only when its process ends.

python -m flashgen.emit.paper.job FOLDER TIME [FONTS]
"""

import sys
from pathlib import Path

from flashgen.emit.paper.engine import pages, save


def main() -> None:
    """Set the document in a folder and write its pages there."""
    folder, time, *fonts = sys.argv[1:]
    save(pages(Path(folder), int(time), *map(Path, fonts)), Path(folder))


main()
