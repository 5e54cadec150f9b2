"""Ask git for a file at a revision, whether it tracks a file, and for tags."""

import os
from contextlib import suppress
from pathlib import Path

from flashgen.errors import NoRevisionError


def content_at(revision: str, path: Path) -> str | None:
    """Return the text of a file at a revision, None if missing; raise NoRevisionError for an unknown revision."""
    try:
        known = _git(path.parent, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}")
    except OSError as error:
        raise NoRevisionError(revision, "there is no git on this computer to ask") from error
    if known is None:
        raise NoRevisionError(revision, "git knows none of that name here")
    return _git(path.parent, "show", f"{revision}:./{path.name}")


def is_tracked(path: Path) -> bool:
    """Tell whether git tracks a file; False without git."""
    with suppress(OSError):
        told = _git(path.parent, "-c", "core.fsmonitor=false", "ls-files", "--error-unmatch", "--", path.name)
        return told is not None
    return False


def is_repository(folder: Path) -> bool:
    """Tell whether a folder is in a git repository; False without git."""
    with suppress(OSError):
        return _git(folder, "rev-parse", "--git-dir") is not None
    return False


def tags(folder: Path) -> list[str]:
    """Return the tags of the repository that a folder is in; none without a repository or git."""
    home = folder.absolute()
    if "GIT_DIR" not in os.environ and not any((one / ".git").exists() for one in (home, *home.parents)):
        return []  # asking git takes as long as all else of a build in which nothing changed
    with suppress(OSError):
        return (_git(folder, "tag", "--list") or "").splitlines()
    return []


def _git(folder: Path, *arguments: str) -> str | None:
    """Return what git answers; None if it fails. OSError if there is no git."""
    import subprocess

    command = ["git", "-C", str(folder), *arguments]
    said = subprocess.run(command, capture_output=True, check=False, encoding="utf-8", errors="replace")  # noqa: S603 - no shell
    return None if said.returncode else said.stdout
