"""Finds operations again in the lock whose paths lost or gained one prefix: an application is mounted elsewhere."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from typing import TypeVar

Key = TypeVar("Key")
_KEY = re.compile(r"(?P<method>[A-Z]+) (?P<path>/\S*)")


def moved_keys(keys: Mapping[Key, str], locked: Iterable[str]) -> dict[Key, str]:
    """Return the keys of a lock for operations that it knows by other paths; `keys` are what it calls them now.

    The prefix is the one that most paths lost or gained, and at least two. An operation that the lock knows, or one
    that is still there, has not moved.
    """
    locked_keys = dict.fromkeys(key for key in locked if _KEY.fullmatch(key))
    current = dict.fromkeys(keys.values())
    added = {id: key for id, key in keys.items() if key not in locked_keys and _KEY.fullmatch(key)}
    removed = [key for key in locked_keys if key not in current]
    changes = Counter(change for key in added.values() for other in removed for change in _prefixes(other, key))
    if not changes:
        return {}
    change, count = min(changes.items(), key=lambda one: (-one[1], one[0]))
    if count < 2:
        return {}
    return {id: other for id, key in added.items() for other in removed if change in _prefixes(other, key)}


def _prefixes(old: str, new: str) -> Iterator[tuple[str, str]]:
    """The prefix that a path lost, and the one that it gained, if nothing else of the key differs."""
    before, after = (key.partition(" ") for key in (old, new))
    if before[0] == after[0] and before[2] != after[2]:
        if before[2].endswith(after[2]):
            yield before[2].removesuffix(after[2]), ""
        elif after[2].endswith(before[2]):
            yield "", after[2].removesuffix(before[2])
