# Generated from an OpenAPI description. Do not edit.

from __future__ import annotations

from uuid import UUID

from .._runtime.model import Model


class ConversationResource(Model, rename="camel"):
    """Object that a conversation is about."""

    type: str | None = None
    """Kind of object, such as `task`."""

    id: UUID | None = None
    """ID of the object."""
