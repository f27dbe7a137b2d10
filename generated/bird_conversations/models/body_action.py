# Generated from an OpenAPI description. Do not edit.

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Literal

from .._runtime.model import Model

if TYPE_CHECKING:
    from .action_content import ActionContent


class BodyAction(Model, rename="camel", tag_field="type", tag="action"):
    """Body of an action message."""

    type: ClassVar[Literal["action"]] = "action"
    """Always `action`."""

    action: ActionContent
