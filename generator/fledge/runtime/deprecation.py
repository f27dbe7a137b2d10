# Part of the client's runtime, the same in every client. Do not edit.
"""Marks methods as deprecated (PEP 702): editors and type checkers show it, calls do not."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, TypeVar

FunctionT = TypeVar("FunctionT", bound=Callable[..., Any])


def _marked(message: str) -> Callable[[FunctionT], FunctionT]:
    def mark(function: FunctionT) -> FunctionT:
        setattr(function, "__deprecated__", message)
        return function

    return mark


if TYPE_CHECKING:
    from typing_extensions import (
        deprecated as deprecated,
    )  # every checker has its types
if not TYPE_CHECKING:
    deprecated = _marked
