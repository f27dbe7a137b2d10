# Generated from an OpenAPI description. Do not edit.

from __future__ import annotations

from .._runtime.model import Model


class MessageSender(Model, rename="camel"):
    """Name and addresses to show as the sender of a message."""

    name: str | None = None
    """Name of the sender, such as `Bird Support`."""

    email: str | None = None
    """E-mail address of the sender."""

    email_reply_to_address: str | None = None
    """E-mail address that answers should go to."""
