# fmt: off
# isort: skip_file
# flake8: noqa
# ruff: noqa: PGH004
# Generated from an OpenAPI description. Do not edit.

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from .._runtime.model import UNSET, Model, Unset

if TYPE_CHECKING:
    from .conversation_accessibility import ConversationAccessibility
    from .conversation_status import ConversationStatus
    from .conversation_visibility import ConversationVisibility


class UpdateConversation(Model, rename="camel"):
    """Change of a conversation."""

    name: str | None | Unset = UNSET
    """Name of the conversation. For e-mail it is the subject."""

    description: str | None | Unset = UNSET
    """Free text about the conversation."""

    status: ConversationStatus | None = None

    visibility: ConversationVisibility | None = None

    accessibility: ConversationAccessibility | None = None

    attributes: dict[str, Any] | None = None
    """Your own data to keep with the conversation."""
