"""Keys of components in namespaces, which Go, .NET, Java and Python's frameworks write:
`io.k8s.api.apps.v1.Deployment`.

The shortest end that no other key has is the name: `Deployment`, or `V1Deployment` beside that of another version.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable

from fledge.builder.names.words import class_name, pascal, words

_NAMESPACED = re.compile(r"(?:[\w~-]+(?:\.|/|__|\+))+[A-Z](?:[\w-]*[^\W_])?")
_SEPARATOR = re.compile(r"\.|/|__|\+")
_ASSEMBLY = re.compile(r",\s*[^\[\],]*,\s*Version=[^\[\]]*")
_TYPE = re.compile(r"[\w./~+-]*[A-Za-z][\w./~+-]*")
_GENERIC = re.compile(r"[\w./~+-]*\.[\w./~+-]+(?:\[.+\]|<.+>)|[\w./~+-]+(?:\[.*\w\.\w.*\]|<.*\w\.\w.*>)")


def short_keys(keys: Iterable[str]) -> dict[str, str]:
    """Return the shortest name of each key that is in a namespace, as a class's name."""
    ordered = sorted(keys)
    parts = {key: _parts(key) for key in ordered if _NAMESPACED.fullmatch(key) or _is_generic(key)}
    counts = Counter(class_name(key) for key in ordered if key not in parts)
    for pieces in parts.values():
        counts.update([*dict.fromkeys(_tail(pieces, n) for n in range(1, len(pieces) + 1))])
    return {
        key: next((name for n in range(1, len(pieces)) if counts[name := _tail(pieces, n)] == 1), _tail(pieces, 0))
        for key, pieces in parts.items()
        if pieces
    }


def _parts(key: str) -> list[str]:
    """Return the parts of a key.

    A generic type has all types that it is made of: ``Acme.Page`1[[Acme.User, …]]`` in .NET,
    `api.Page[acme/models.User]` in Go.
    """
    if not _is_generic(key):
        return [part for part in _SEPARATOR.split(key) if words(part)]
    types = [_SEPARATOR.split(each) for each in _TYPE.findall(re.sub(r"`\d+", "", _ASSEMBLY.sub("", key)))]
    return [*types[0][:-1], "-".join(each[-1] for each in types)] if types else []


def _is_generic(key: str) -> bool:
    return "`" in key or _GENERIC.fullmatch(key) is not None


def _tail(parts: list[str], count: int) -> str:
    """Return the last parts as a name; all of them for 0."""
    return pascal([word for part in parts[-count:] for word in words(part)])
