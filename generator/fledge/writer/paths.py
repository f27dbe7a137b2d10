"""Which paths a package may have: those that stay inside its folder and exist on every platform."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from fledge.identifiers import DEVICES

LOCK = "fledge.lock"
_FORBIDDEN = frozenset('<>:"\\|?*')


def path_error(path: str) -> str | None:
    """What is wrong with a path of a package, or None."""
    if not path or path.startswith("/"):
        return "is not relative"
    return next(filter(None, map(_part_error, path.split("/"))), None)


@lru_cache(16_384)  # a run asks for each path of the lock, and then of the package
def _part_error(part: str) -> str | None:
    if part in ("", ".", ".."):
        return "has a part that names no file"
    if not part.isprintable() or not _FORBIDDEN.isdisjoint(part):
        return "has a character that not every file system can store"
    if part.endswith((" ", ".")):
        return "has a part that ends in a space or a dot, which Windows drops"
    if part.split(".")[0].rstrip(" ").lower() in DEVICES:
        return "is the name of a device on Windows"
    if len(part.encode("utf-8", "surrogatepass")) > 255:
        return "has a part of more than 255 bytes"
    if part == "__pycache__":
        return "is where Python keeps what it compiled"
    return None


def check_paths(paths: Iterable[str]) -> None:
    """Raise ValueError where a generated path could leave the folder or meet another one: a bug of ours."""
    folded: dict[str, str] = {LOCK: LOCK}
    for path in paths:
        if wrong := path_error(path):
            raise ValueError(f"{path!r} {wrong}")
        other = folded.setdefault(path.casefold(), path)
        if other != path or path == LOCK:
            raise ValueError(f"{path!r} and {other!r} are one file where case does not count")
    inside = {path.rpartition("/")[0]: path for path in folded.values()}
    for folder, path in inside.items():
        for parent in (*parent_dirs(folder), folder):
            if parent.casefold() in folded:
                raise ValueError(f"{parent!r} cannot be a file and the folder of {path!r}")


def parent_dirs(path: str) -> tuple[str, ...]:
    """The folders above a path of a package, the outermost first, without the package's own."""
    steps = path.split("/")
    return tuple("/".join(steps[:count]) for count in range(1, len(steps)))
