"""The paths of resources, such as `chat.completions`: how they are spelled, and how they stay apart from methods."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Sequence

from fledge.builder.names.reserved import CLIENT_MEMBERS
from fledge.builder.names.resolve import truncate_name
from fledge.builder.names.words import attribute, method, snake


def resource_path(phrases: Iterable[Sequence[str]]) -> str:
    """Return the path of a resource, from the words of each part."""
    first, *others = (truncate_name(snake(list(phrase))) for phrase in phrases)
    first = f"{first}_" if first in CLIENT_MEMBERS else attribute(first)
    return ".".join((first, *(method(attribute(each)) for each in others)))


def resource_prefixes(path: str) -> list[str]:
    """Return `chat` and `chat.completions` for `chat.completions`."""
    parts = path.split(".")
    return [".".join(parts[: length + 1]) for length in range(len(parts))]


def unify_spellings(paths: Collection[str]) -> dict[str, str]:
    """Return one spelling for paths that differ in underscores alone: most have it, or it is the first by name."""
    counts = Counter(prefix for path in paths for prefix in resource_prefixes(path))
    best: dict[str, str] = {}
    for path in sorted(counts, key=lambda path: (-counts[path], path)):
        best.setdefault(path.replace("_", ""), path.rpartition(".")[2])
    keys = {path: resource_prefixes(path.replace("_", "")) for path in counts}
    return {path: ".".join(best[key] for key in keys[path]) for path in sorted(counts)}


def away_from(path: str, methods: Collection[str]) -> str:
    """Return the path of a resource without a part that is called like one of the methods beside it.

    Such a part is joined with the next one: `credit_notes.preview_lines` beside the method `credit_notes.preview`.
    """
    parts = path.split(".")
    position = 1
    while position < len(parts):
        if ".".join(parts[: position + 1]) not in methods:
            position += 1
        elif position + 1 < len(parts):
            parts[position : position + 2] = [f"{parts[position].rstrip('_')}_{parts[position + 1]}"]
        else:
            parts[position] += "_"
    return ".".join(parts)


def moved(path: str, old: str, new: str) -> str:
    """Return the path of a resource after the resource `old` in it was renamed; all of it is, if `old` is not in it."""
    if new in resource_prefixes(path):
        return path
    return f"{new}{path[len(old):]}" if old in resource_prefixes(path) else new
