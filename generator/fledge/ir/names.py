"""What named parts of an API are called."""

from __future__ import annotations


from fledge.quick_dataclass import quick_dataclass


@quick_dataclass(frozen=True, slots=True, kw_only=True)
class Name:
    """What a thing is called on the wire and in Python."""

    wire: str
    python: str
