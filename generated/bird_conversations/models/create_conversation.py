# fmt: off
# isort: skip_file
# flake8: noqa
# ruff: noqa: PGH004
# Generated from an OpenAPI description. Do not edit.

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from uuid import UUID

from .._runtime.model import UNSET, Model, Unset

if TYPE_CHECKING:
    from .conversation_accessibility import ConversationAccessibility
    from .conversation_resource import ConversationResource
    from .conversation_style import ConversationStyle
    from .conversation_visibility import ConversationVisibility
    from .create_initial_message import CreateInitialMessage
    from .participant_ref import ParticipantRef


class CreateConversation(Model, rename="camel"):
    """Conversation to start.

    Asks for `channelId`, or `participants`. (Inferred.)
    """

    name: str | None = None
    """Name of the conversation. For e-mail it is the subject."""

    description: str | None = None
    """Free text about the conversation."""

    style: ConversationStyle | None = None

    visibility: ConversationVisibility | None = None

    accessibility: ConversationAccessibility | None = None

    participants: list[ParticipantRef] | None = None
    """Participants to begin with, at most five."""

    initiating_participant: ParticipantRef | None = None
    """Participant that starts the conversation. The sender of an initial message goes
    before it.
    """

    channel_id: UUID | None = None
    """Channel that carries the conversation. Not empty."""

    initial_message: CreateInitialMessage | None | Unset = UNSET

    attributes: dict[str, Any] | None | Unset = UNSET
    """Your own data to keep with the conversation."""

    resource: ConversationResource | None | Unset = UNSET
    """Object that the conversation is about."""
