"""What the description says in prose of any part of an API."""

from __future__ import annotations


from fledge.quick_dataclass import quick_dataclass


@quick_dataclass(frozen=True, slots=True, kw_only=True)
class Docs:
    """What the document says of a thing in prose, and how much of it is inferred (`x-fledge-inferred`)."""

    summary: str = ""
    description: str = ""
    deprecated: bool = False
    inferred: bool = False
