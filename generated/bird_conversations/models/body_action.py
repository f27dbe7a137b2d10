# Generated from an OpenAPI description. Do not edit.

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from .._runtime import Model, field

if TYPE_CHECKING:
    from .action_content import ActionContent


class BodyAction(Model, rename="camel"):
    """Body of an action message."""

    type: Literal["action"] = field(default_factory=lambda: "action")
    """Always `action`."""

    action: ActionContent
