# fmt: off
# isort: skip_file
# flake8: noqa
# ruff: noqa: PGH004
# Generated from an OpenAPI description. Do not edit.

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Literal, TypeAlias
from uuid import UUID

from .._runtime.model import Model

if TYPE_CHECKING:
    from .participant_contact import ParticipantContact
    from .participant_type import ParticipantType


class Participant(Model, rename="camel"):
    """Someone or something that sends and receives messages in a conversation."""

    id: str
    """ID of what takes part; `type` says what kind of ID it is."""

    display_name: str | None = None
    """Name to show. Often empty."""

    avatar_url: str | None = None
    """Address of the participant's picture. Often empty."""

    contact: ParticipantContact | None = None

    type: ParticipantType

    status: ParticipantStatus | None = None
    """Standing of the participant: `pending` waits for approval, `invited` waits for
    the participant to accept, `active` can send and receive messages. `inactive`
    takes part no longer. Default: `active`.
    """

    conversation_id: UUID | None = None
    """Conversation that the participant belongs to."""

    created_at: datetime | None = None
    """When the participant was added."""

    updated_at: datetime | None = None
    """When the participant last changed."""

    resource_uri: str | None = None
    """Reference to the participant as a resource of the API."""


ParticipantStatus: TypeAlias = (
    Literal[
        "pending",
        "invited",
        "active",
        "inactive",
    ]
    | str
)
"""Standing of the participant: `pending` waits for approval, `invited` waits for the
participant to accept, `active` can send and receive messages. `inactive` takes part
no longer.
"""
