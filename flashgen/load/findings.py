"""Problems with the lines of the files that they are in."""

import os
from collections.abc import Sequence
from pathlib import Path

from flashgen.load.files import lines_in
from flashgen.model.findings import Findings
from flashgen.model.problem import Problem


def findings(problems: Sequence[Problem], root: Path, start: str = ".", passed_over: int = 0) -> Findings:
    """Return problems as they are reported to a reader in the folder `start`."""
    lines = {path: lines_in(root / path, root) for path in {problem.place.path for problem in problems}}
    folder = os.path.relpath(root, start).replace(os.sep, "/")
    return Findings(tuple(problems), lines, folder, passed_over)
