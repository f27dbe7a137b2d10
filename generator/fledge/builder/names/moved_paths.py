"""Finds operations again in the lock whose paths changed: an application is mounted elsewhere, or one call moved."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from typing import TypeAlias, TypeVar

from fledge.builder.names.words import singular, words

Key = TypeVar("Key")
_Spoken: TypeAlias = tuple[str, ...]
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


def keys_by_id(keys: Mapping[Key, str], ids: Mapping[Key, str | None], locked: Mapping[str, str]) -> dict[Key, str]:
    """Return the keys of a lock for operations whose operationId says what the lock calls them.

    `getOrder` is `orders.get` or `sales.get_order`. Only one operation that is gone may have the name, and only one
    that is new the operationId; both have one method.
    """
    current = dict.fromkeys(keys.values())
    removed: dict[_Spoken, list[str]] = {}
    for key, name in locked.items():
        if _KEY.fullmatch(key) and key not in current:
            for spoken in dict.fromkeys((_spoken(key, name), _spoken(key, name.rpartition(".")[2]))):
                removed.setdefault(spoken, []).append(key)
    if not removed:
        return {}
    added = {id: _spoken(key, ids[id] or "") for id, key in keys.items() if key not in locked and _KEY.fullmatch(key)}
    counts = Counter(added.values())
    return {
        id: removed[spoken][0]
        for id, spoken in added.items()
        if len(spoken) > 2 and counts[spoken] == 1 and len(removed.get(spoken, ())) == 1  # one word says too little
    }


def _spoken(key: str, name: str) -> _Spoken:
    """The HTTP method of a key, and the words of a name in no order, each once."""
    return key.partition(" ")[0], *sorted({singular(word) for word in words(name)})


def _prefixes(old: str, new: str) -> Iterator[tuple[str, str]]:
    """The prefix that a path lost, and the one that it gained, if nothing else of the key differs."""
    before, after = (key.partition(" ") for key in (old, new))
    if before[0] == after[0] and before[2] != after[2]:
        if before[2].endswith(after[2]):
            yield before[2].removesuffix(after[2]), ""
        elif after[2].endswith(before[2]):
            yield "", after[2].removesuffix(before[2])
