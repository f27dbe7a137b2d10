"""What a reference that leads nowhere may have been meant to be."""

from __future__ import annotations

from collections.abc import Sequence

from fledge.diagnostics.similar_names import most_similar
from fledge.openapi.json_values import JSON
from fledge.openapi.pointer import child, join


def nearest_pointer(node: JSON, at: str, tokens: Sequence[str]) -> str | None:
    """The pointer that is most like one whose `tokens` lead nowhere from a node; None if no key is like the first.

    Where a later key is like none, the pointer ends before it.
    """
    pointer = None
    for token in tokens:
        keys = [key for key in node if isinstance(key, str)] if isinstance(node, dict) else []
        folded = (key for key in keys if key.casefold() == token.casefold())
        key = token if token in keys else next(folded, None) or most_similar(token, keys)
        if key is None:
            return pointer
        node, at = child(node, key), join(at, key)
        pointer = at
    return pointer
