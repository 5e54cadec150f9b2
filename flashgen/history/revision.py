"""Ask git for a file at a revision, whether it tracks a file, and for tags."""

import subprocess
from pathlib import Path

from flashgen.errors import NoRevisionError


def content_at(revision: str, path: Path) -> str | None:
    """Return the text of a file at a revision, None if missing; raise NoRevisionError for an unknown revision."""
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
    """Tell whether git tracks a file; False without git."""
    try:
        _git(path.parent, "-c", "core.fsmonitor=false", "ls-files", "--error-unmatch", "--", path.name)
    except (OSError, subprocess.CalledProcessError):
        return False
    return True


def is_repository(folder: Path) -> bool:
    """Tell whether a folder is in a git repository; False without git."""
    try:
        _git(folder, "rev-parse", "--git-dir")
    except (OSError, subprocess.CalledProcessError):
        return False
    return True


def tags(folder: Path) -> list[str]:
    """Return the tags of the repository that a folder is in; none without a repository or git."""
    try:
        return _git(folder, "tag", "--list").splitlines()
    except (OSError, subprocess.CalledProcessError):
        return []


def _git(folder: Path, *arguments: str) -> str:
    command = ["git", "-C", str(folder), *arguments]
    said = subprocess.run(command, capture_output=True, check=True, encoding="utf-8", errors="replace")  # noqa: S603 - no shell
    return said.stdout
