"""JSON pointers (RFC 6901): all arithmetic on them, so that no other module cuts or joins one by hand.

A pointer is a string: `""` is the whole document, `"/paths/~1pets/get"` one operation. Tokens are what a pointer is
made of between its slashes; here they are unescaped (`/pets`) wherever they stand alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import TypeVar

from fledge.openapi.json_values import JSON

T = TypeVar("T")

_INDEX = re.compile("0|[1-9][0-9]{0,17}")


def escape(token: str) -> str:
    """The spelling of a token inside a pointer (RFC 6901, 3)."""
    return token.replace("~", "~0").replace("/", "~1") if "~" in token or "/" in token else token


def unescape(token: str) -> str:
    """The key that a token inside a pointer stands for (RFC 6901, 4)."""
    return token.replace("~1", "/").replace("~0", "~") if "~" in token else token


def join(pointer: str, *tokens: str | int) -> str:
    """The pointer of what is below `pointer` by these keys and indexes: `join("/paths", "/pets", "get")`."""
    for token in tokens:
        pointer = f"{pointer}/{escape(token) if isinstance(token, str) else token}"
    return pointer


def split(pointer: str) -> list[str]:
    """The unescaped tokens of a pointer; none for `""`."""
    tokens = pointer.split("/")[1:]
    return [unescape(token) for token in tokens] if "~" in pointer else tokens


def parent(pointer: str) -> str:
    """The pointer of the object or array around a node; `""` for `""`."""
    return pointer.rpartition("/")[0]


def last_token(pointer: str) -> str:
    """The key or index of a node in its parent, unescaped; `""` for `""`."""
    return unescape(pointer.rpartition("/")[2])


def head(pointer: str, count: int) -> str:
    """The pointer of the first `count` tokens; the whole pointer if it has no more."""
    return "/".join(pointer.split("/", count + 1)[: count + 1])


def is_within(pointer: str, ancestor: str) -> bool:
    """Whether a node is another one, or below it."""
    return pointer.startswith(ancestor) and pointer[len(ancestor) : len(ancestor) + 1] in ("", "/")


def is_below(pointer: str, ancestor: str) -> bool:
    """Whether a node is below another one, and not that one."""
    return len(pointer) > len(ancestor) and is_within(pointer, ancestor)


def rebase(pointer: str, ancestor: str, to: str) -> str:
    """The pointer of a node at or below `ancestor` after that moved to `to`."""
    return to + pointer[len(ancestor) :]


def upwards(pointer: str) -> Iterator[str]:
    """The pointer, its parent, and so on up to `""`."""
    yield pointer
    while pointer:
        pointer = parent(pointer)
        yield pointer


def nearest(pointer: str, mapping: Mapping[str, T]) -> str | None:
    """The nearest pointer at or above a node that is a key of `mapping`."""
    while pointer not in mapping:
        if not pointer:
            return None
        pointer = pointer.rpartition("/")[0]
    return pointer


def child(node: JSON, token: str) -> JSON:
    """The member of an object or array by its unescaped token. Raise KeyError if there is none (RFC 6901, 4)."""
    if isinstance(node, list):
        if not _INDEX.fullmatch(token) or int(token) >= len(node):
            raise KeyError(token)
        return node[int(token)]
    if not isinstance(node, Mapping):
        raise KeyError(token)
    return node[token]


def evaluate(root: JSON, pointer: str) -> JSON:
    """The node at `pointer` in `root`. Raise KeyError if there is none (RFC 6901, 4)."""
    node = root
    for token in split(pointer):
        node = node[token] if type(node) is dict else child(node, token)  # most are objects, and there are many
    return node


def find(root: JSON, pointer: str) -> JSON:
    """The node at `pointer` in `root`; None if there is none."""
    try:
        return evaluate(root, pointer)
    except KeyError:
        return None


def exists(root: JSON, pointer: str) -> bool:
    """Whether there is a node at `pointer` in `root`; null is one."""
    try:
        evaluate(root, pointer)
    except KeyError:
        return False
    return True
