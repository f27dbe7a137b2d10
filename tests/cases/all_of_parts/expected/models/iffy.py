# fmt: off
# isort: skip_file
# flake8: noqa
# ruff: noqa: PGH004
# Generated from an OpenAPI description. Do not edit.

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NotRequired, TypedDict

from .._runtime.model import UNSET, Model


class Iffy(Model, rename="camel"):
    a: str | None = None

    b: int | None = None

    kind: Any = UNSET


if TYPE_CHECKING:

    class IffyDict(TypedDict):
        a: NotRequired[str]
        b: NotRequired[int]
        kind: NotRequired[object]
