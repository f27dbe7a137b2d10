# fmt: off
# isort: skip_file
# flake8: noqa
# ruff: noqa: PGH004
# Generated from an OpenAPI description. Do not edit.

from __future__ import annotations

from typing import TYPE_CHECKING, NotRequired, TypeAlias, TypedDict

from .._runtime.model import Model
from .._runtime.unions import union


class F4WithX(Model, rename="camel"):
    id: int
    """At least 5."""

    x: str | None = None


class F4WithY(Model, rename="camel"):
    id: int
    """At most 4."""

    y: str | None = None


if TYPE_CHECKING:
    F4: TypeAlias = F4WithX | F4WithY
else:
    F4 = union(
        __name__,
        "F4",
        (
            "F4WithX",
            "F4WithY",
        ),
    )


if TYPE_CHECKING:

    class F4WithXDict(TypedDict):
        id: int
        x: NotRequired[str]

    class F4WithYDict(TypedDict):
        id: int
        y: NotRequired[str]

    F4Dict: TypeAlias = F4WithXDict | F4WithYDict
