# Generated from an OpenAPI description. Do not edit.

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from .._runtime import Model, field

if TYPE_CHECKING:
    from .list_content import ListContent


class BodyList(Model, rename="camel"):
    """Body of a list message."""

    type: Literal["list"] = field(default_factory=lambda: "list")
    """Always `list`."""

    list_: ListContent
