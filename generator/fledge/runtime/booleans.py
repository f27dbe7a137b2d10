# Part of the client's runtime, the same in every client. Do not edit.
"""Booleans with one value, which msgspec does not know as literals."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Literal, TypeAlias

from msgspec import Meta

AlwaysTrue: TypeAlias = Literal[True]
AlwaysFalse: TypeAlias = Literal[False]
if not TYPE_CHECKING:
    AlwaysTrue = Annotated[bool, Meta(extra={"only": True})]
    AlwaysFalse = Annotated[bool, Meta(extra={"only": False})]
