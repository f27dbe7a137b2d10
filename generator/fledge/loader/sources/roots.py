"""The folders whose files a description may refer to: a description of others must not read any file of this machine."""

from __future__ import annotations

import glob
import os
from collections.abc import Sequence
from pathlib import Path

from fledge.loader.sources.urls import is_remote
from fledge.quick_dataclass import quick_dataclass

_PROJECT_MARKS = (".git", "pyproject.toml")


@quick_dataclass(frozen=True, slots=True)
class Roots:
    """Real paths of folders. A file is allowed if its real path is below one, so that no symbolic link leads out."""

    folders: tuple[str, ...]

    def allow(self, path: str) -> bool:
        """Whether a description may refer to a file, whether or not it exists."""
        try:
            real = os.path.realpath(path)
        except ValueError:  # a NUL in the name
            return True  # there is no such file: the caller says so
        return any(real == folder or real.startswith(os.path.join(folder, "")) for folder in self.folders)


def roots_of(sources: Sequence[str], extra: Sequence[str], *, base: Path, is_pulled: bool) -> Roots:
    """The folders of local sources and `extra` ones; unless they were pulled, also the projects of the sources."""
    folders = [os.path.join(base, folder) for folder in extra]
    for source in sources:
        if not is_remote(source):
            folder = _folder(os.path.normpath(os.path.join(base, source)))
            folders += [folder] if is_pulled else [folder, _project(folder)]
    return Roots(tuple(dict.fromkeys(os.path.realpath(folder) for folder in folders)))


def _folder(path: str) -> str:
    """The folder that a source is, or is in; of a glob, the one above its first pattern."""
    while glob.has_magic(path) and not os.path.exists(path):
        path = os.path.dirname(path)
    return path if os.path.isdir(path) else os.path.dirname(path)


def _project(folder: str) -> str:
    """The nearest folder with a mark of a project, at or above a folder; the folder itself if there is none."""
    above = folder
    while True:
        if any(os.path.exists(os.path.join(above, mark)) for mark in _PROJECT_MARKS):
            return above
        parent = os.path.dirname(above)
        if parent == above:
            return folder
        above = parent
