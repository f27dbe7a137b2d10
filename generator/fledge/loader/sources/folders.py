"""The files of a folder and below, and what Fledge does not look into: nothing of a folder goes without a word."""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import field

from fledge.quick_dataclass import quick_dataclass

_DEPENDENCIES = "node_modules"
_ENVIRONMENT = "pyvenv.cfg"
"""What Python leaves in each virtual environment, whatever that is called."""

_LOCK = "fledge.lock"
"""What Fledge leaves in each package that it writes: no description is in one."""

_OF_TOOLS = (".git", ".gitbook", ".gitattributes", ".gitignore", ".gitkeep", ".DS_Store", ".fledge-pull.json")
"""Hidden names that version control, GitBook, the desktop and Fledge itself leave in folders."""


@quick_dataclass(frozen=True, slots=True, kw_only=True)
class Listing:
    """The files below a folder, sorted within each folder, and the paths that were not looked into."""

    files: list[str] = field(default_factory=list[str])
    dependencies: list[str] = field(default_factory=list[str])
    hidden: list[str] = field(default_factory=list[str])
    links: list[str] = field(default_factory=list[str])
    """Symbolic links to folders, which may lead back to where they are."""

    unreadable: list[str] = field(default_factory=list[str])


def list_folder(folder: str) -> Listing:
    """Return what is in a folder and below. A folder's own files come before those of its folders."""
    listing = Listing()
    pending = [folder]
    while pending:
        at = pending.pop()
        try:
            with os.scandir(at) as entries:
                members = sorted(entries, key=lambda entry: entry.name)
        except OSError:
            listing.unreadable.append(at)
            continue
        names = {member.name for member in members} if at != folder else set[str]()
        if _ENVIRONMENT in names:
            listing.dependencies.append(at)
        elif _LOCK not in names:
            pending += reversed(_add(members, listing))
    return listing


def _add(members: Sequence[os.DirEntry[str]], listing: Listing) -> list[str]:
    """Add the members of one folder to a listing; return the folders to look into."""
    folders: list[str] = []
    for member in members:
        if member.name in _OF_TOOLS:
            continue
        if member.name.startswith("."):
            listing.hidden.append(member.path)
        elif not _is_folder(member):
            listing.files.append(member.path)
        elif member.name == _DEPENDENCIES:
            listing.dependencies.append(member.path)
        elif member.is_symlink():
            listing.links.append(member.path)
        else:
            folders.append(member.path)
    return folders


def _is_folder(member: os.DirEntry[str]) -> bool:
    """Whether a member is a folder, or a link to one; a link in a circle, or to where nobody may look, is none."""
    try:
        return member.is_dir()
    except OSError:
        return False
