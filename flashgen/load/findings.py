"""Problems, and from the disk the lines in which they are."""

import os
from collections.abc import Sequence
from pathlib import Path

from flashgen.load.files import lines_in
from flashgen.model.findings import Findings
from flashgen.model.problem import Problem


def findings(problems: Sequence[Problem], root: Path, start: str = ".", passed_over: int = 0) -> Findings:
    """Return what is to be told of problems to a reader who stands in the folder `start`."""
    lines = {path: lines_in(root / path, root) for path in {problem.place.path for problem in problems}}
    folder = os.path.relpath(root, start).replace(os.sep, "/")
    return Findings(tuple(problems), lines, folder, passed_over)
