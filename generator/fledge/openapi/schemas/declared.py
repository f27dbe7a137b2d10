"""What a schema declares of objects: whether another one declares more."""

from __future__ import annotations

from collections.abc import Callable

from fledge.openapi.schemas.schema import Schema

_DEEPEST = 5


def declares_more(whole: Callable[[str], Schema], one: str, other: str, depth: int = _DEEPEST) -> bool:
    """Whether a schema declares properties of objects, or of those in them, that another one does not.

    `whole` returns the schema that says what is at a pointer.
    """
    mine, theirs = whole(one), whole(other)
    if mine.pointer == theirs.pointer or not depth:
        return False
    parts = [
        *((at, theirs.properties.get(key)) for key, at in mine.properties.items()),
        (mine.items, theirs.items),
        (mine.additional_properties, theirs.additional_properties),
    ]
    ends = [whole(each).pointer for each in theirs.variants]
    parts += ((each, other) for each in mine.variants if whole(each).pointer not in ends)
    return any(at is not None and (same is None or declares_more(whole, at, same, depth - 1)) for at, same in parts)
