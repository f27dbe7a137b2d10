# fmt: off
# isort: skip_file
# flake8: noqa
# ruff: noqa: PGH004
# Generated from an OpenAPI description. Do not edit.

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Any
from uuid import UUID

from .._runtime.model import Model

if TYPE_CHECKING:
    from .conversation_accessibility import ConversationAccessibility
    from .conversation_platform_style import ConversationPlatformStyle
    from .conversation_resource import ConversationResource
    from .conversation_status import ConversationStatus
    from .conversation_style import ConversationStyle
    from .conversation_visibility import ConversationVisibility
    from .last_message import LastMessage
    from .participant import Participant


class Conversation(Model, rename="camel"):
    """Thread of messages between participants."""

    id: str
    """ID of the conversation."""

    name: str
    """Name of the conversation. For e-mail it is the subject. May be empty."""

    description: str | None = None
    """Free text about the conversation. May be empty."""

    status: ConversationStatus

    visibility: ConversationVisibility

    accessibility: ConversationAccessibility

    style: ConversationStyle | None = None

    platform_style: ConversationPlatformStyle

    channel_id: str
    """Channel that carries the conversation."""

    featured_participants: list[Participant]
    """Some of the participants, at most five. At most 5 items."""

    participants: list[Participant] | None = None
    """Participants of the conversation. (Inferred.)"""

    initiating_participant: Participant | None = None
    """Participant that started the conversation."""

    active_participant_count: int
    """Number of active participants."""

    pending_participant_count: int | None = None
    """Number of participants that wait for approval."""

    assignee_id: UUID | None = None
    """Who the conversation is assigned to."""

    last_message: LastMessage | None = None

    last_message_incoming_at: datetime | None = None
    """When the last message came in."""

    last_message_outgoing_at: datetime | None = None
    """When the last message went out."""

    has_draft: bool | None = None
    """Whether there is a draft message."""

    summary: str | None = None
    """Summary of the conversation."""

    resource: ConversationResource | None = None

    referral: dict[str, Any] | None = None
    """Advertisement or link that led to the conversation."""

    attributes: dict[str, Any] | None = None
    """Your own data kept with the conversation."""

    category: Any = None
    """Category of the conversation. Its type is not documented."""

    directory: Any = None
    """Directory that holds the conversation. Its type is not documented."""

    inbox: dict[str, Any] | None = None
    """Inbox that holds the conversation."""

    likely_spam: bool | None = None
    """Whether the conversation looks like spam. Only there while the antispam check is
    on.
    """

    likely_spam_reason: str | None = None
    """Why the conversation looks like spam."""

    created_at: datetime
    """When the conversation was created."""

    updated_at: datetime
    """When the conversation last changed."""
