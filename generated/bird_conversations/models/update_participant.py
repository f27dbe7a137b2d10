# fmt: off
# isort: skip_file
# flake8: noqa
# ruff: noqa: PGH004
# Generated from an OpenAPI description. Do not edit.

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime.model import UNSET, Model, Unset

if TYPE_CHECKING:
    from .update_participant_status import UpdateParticipantStatus


class UpdateParticipant(Model, rename="camel"):
    """Change of a participant."""

    status: UpdateParticipantStatus | None | Unset = UNSET
    """Standing of the participant: `pending` waits for approval, `invited` waits for
    the participant to accept, `active` can send and receive messages.
    """
