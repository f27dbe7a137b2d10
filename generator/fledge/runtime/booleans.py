# Part of the client's runtime, the same in every client. Do not edit.
"""Booleans with one value, which msgspec does not know as literals."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Literal, TypeAlias

from .shapes import Convert

AlwaysTrue: TypeAlias = Literal[True]
AlwaysFalse: TypeAlias = Literal[False]
if not TYPE_CHECKING:

    class Always(type):
        """The class of these types, which msgspec takes for custom ones."""

        __only__ = True

        def __instancecheck__(cls, instance: object) -> bool:
            return instance is cls.__only__

        def __decode__(cls, value: Any, convert: Convert) -> Any:
            if not isinstance(value, cls):
                raise ValueError(f"Expected `{str(cls.__only__).lower()}`")
            return value

    AlwaysTrue = Always("AlwaysTrue", (), {})
    AlwaysFalse = Always("AlwaysFalse", (), {"__only__": False})
