# Generated from an OpenAPI description. Do not edit.

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Literal

from .._runtime.model import Model

if TYPE_CHECKING:
    from .list_content import ListContent


class BodyList(Model, rename="camel", tag_field="type", tag="list"):
    """Body of a list message."""

    type: ClassVar[Literal["list"]] = "list"
    """Always `list`."""

    list_: ListContent
