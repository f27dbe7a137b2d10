# fmt: off
# isort: skip_file
# flake8: noqa
# ruff: noqa: PGH004
# Generated from an OpenAPI description. Do not edit.

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime.model import Model

if TYPE_CHECKING:
    from .message_recipient_type import MessageRecipientType


class MessageRecipient(Model, rename="camel"):
    """Somebody who receives a message."""

    type: MessageRecipientType | None = None
    """Place of the recipient, as in an e-mail."""

    id: str | None = None
    """ID of the contact."""

    identifier_key: str | None = None
    """Kind of identifier, such as `emailaddress` or `phonenumber`. `ParticipantContact`
    lists more.
    """

    identifier_value: str | None = None
    """Value of the identifier, such as `john.doe@example.com` or `+31612345678`."""

    platform_address: str | None = None
    """Address on the platform that messages go to."""

    contact_annotation: MessageRecipientContactAnnotation | None = None
    """Notes on the contact."""


class MessageRecipientContactAnnotation(Model, rename="camel"):
    """Notes on the contact."""

    name: str | None = None
    """Name of the contact."""
