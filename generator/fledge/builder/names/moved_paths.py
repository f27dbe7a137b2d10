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
    removed = dict.fromkeys(key for key in locked_keys if key not in current)
    if not removed:
        return {}
    added = {id: key for id, key in keys.items() if key not in locked_keys and _KEY.fullmatch(key)}
    lost: dict[str, list[str]] = {}
    for key in removed:
        for prefix, rest in _prefixes(key):
            lost.setdefault(rest, []).append(prefix)
    changes: Counter[tuple[str, str]] = Counter()
    for key in added.values():
        changes.update((prefix, "") for prefix in lost.get(key, ()))
        changes.update(("", prefix) for prefix, rest in _prefixes(key) if rest in removed)
    if not changes:
        return {}
    (before, after), count = min(changes.items(), key=lambda one: (-one[1], one[0]))
    if count < 2:
        return {}
    earlier = {id: key.replace(f" {after}", f" {before}", 1) for id, key in added.items() if f" {after}" in key}
    return {id: key for id, key in earlier.items() if key in removed}


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


def _prefixes(key: str) -> Iterator[tuple[str, str]]:
    """Each beginning of a key's path, and the key without it."""
    method, _, path = key.partition(" ")
    for position, character in enumerate(path):
        if character == "/" and position:
            yield path[:position], f"{method} {path[position:]}"
