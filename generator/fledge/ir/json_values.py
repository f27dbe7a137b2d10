"""A JSON value of the description that is kept as it is, and compared as JSON Schema compares values."""

from __future__ import annotations

import json
from collections.abc import Hashable

from fledge.quick_dataclass import quick_dataclass


@quick_dataclass(frozen=True, slots=True, eq=False)
class JSONValue:
    """A default, or a schema that is only compared. `plain` is what `json.loads` returns; nobody changes it.

    Two are equal as in JSON Schema 2020-12, 4.2.2: 1 equals 1.0, true does not equal 1, and the order of an object's
    keys means nothing.
    """

    plain: object

    def __eq__(self, other: object) -> bool:
        return isinstance(other, JSONValue) and _key(self.plain) == _key(other.plain)

    def __hash__(self) -> int:
        return hash(_key(self.plain))

    def __str__(self) -> str:
        """The value as JSON text, its keys in the order of the description."""
        return json.dumps(self.plain, ensure_ascii=False)


def _key(value: object) -> Hashable:
    """What two equal values share. Each kind of value has a mark, since `True == 1` in Python."""
    match value:
        case dict():
            return ("object", frozenset((name, _key(member)) for name, member in value.items()))
        case list():
            return ("array", tuple(_key(item) for item in value))
        case bool():
            return ("boolean", value)
        case str() | int() | float() | None:
            return value
        case _:
            raise TypeError(f"{type(value).__name__} is no type of JSON")
