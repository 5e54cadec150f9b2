"""The bare engine: sets pages that are laid out already, and does nothing else.

python -m tests.bench.bare FOLDER
"""

import sys
from pathlib import Path

import typst


def main() -> None:
    """Set the document in a folder."""
    folder = Path(sys.argv[1])
    engine = typst.Compiler(folder / "bare.typ", root=folder, ignore_system_fonts=True)
    pdf = engine.compile(format="pdf", pdf_standards=["a-2u"], timestamp=1_000_000_000)
    (folder / "bare.pdf").write_bytes(pdf if isinstance(pdf, bytes) else b"")


if __name__ == "__main__":
    main()
