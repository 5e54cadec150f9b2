"""A file as version control has it, and whether it does."""

import subprocess
from pathlib import Path

from flashgen.errors import NoRevisionError


def content_at(revision: str, path: Path) -> str | None:
    """Return the text of a file at a revision; None where it had none. NoRevisionError where git knows no such one."""
    try:
        _git(path.parent, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}")
    except OSError as error:
        raise NoRevisionError(revision, "there is no git on this computer to ask") from error
    except subprocess.CalledProcessError as error:
        raise NoRevisionError(revision, "git knows none of that name here") from error
    try:
        return _git(path.parent, "show", f"{revision}:./{path.name}")
    except subprocess.CalledProcessError:
        return None


def is_tracked(path: Path) -> bool:
    """Tell whether git keeps a file; it does not where there is no git."""
    try:
        _git(path.parent, "-c", "core.fsmonitor=false", "ls-files", "--error-unmatch", "--", path.name)
    except (OSError, subprocess.CalledProcessError):
        return False
    return True


def _git(folder: Path, *arguments: str) -> str:
    command = ["git", "-C", str(folder), *arguments]
    return subprocess.run(command, capture_output=True, check=True, encoding="utf-8").stdout  # noqa: S603 - no shell
