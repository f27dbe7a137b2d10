# Generated from an OpenAPI description. Do not edit.

from __future__ import annotations

from typing import Literal, TypeAlias

from .._runtime.model import UNSET, Model, Unset


class UpdateParticipant(Model, rename="camel"):
    """Change of a participant."""

    status: UpdateParticipantStatus | None | Unset = UNSET
    """Standing of the participant: `pending` waits for approval, `invited` waits for
    the participant to accept, `active` can send and receive messages.
    """


UpdateParticipantStatus: TypeAlias = (
    Literal[
        "pending",
        "invited",
        "active",
    ]
    | str
)
"""Standing of the participant: `pending` waits for approval, `invited` waits for the
participant to accept, `active` can send and receive messages.
"""
