# fmt: off
# isort: skip_file
# flake8: noqa
# ruff: noqa: PGH004
# Generated from an OpenAPI description. Do not edit.

from __future__ import annotations

from typing import TYPE_CHECKING, NotRequired, TypedDict

from .._runtime.model import Model


class MessageSender(Model, rename="camel"):
    """Name and addresses to show as the sender of a message."""

    name: str | None = None
    """Name of the sender, such as `Bird Support`."""

    email: str | None = None
    """E-mail address of the sender."""

    email_reply_to_address: str | None = None
    """E-mail address that answers should go to."""


if TYPE_CHECKING:

    class MessageSenderDict(TypedDict):
        name: NotRequired[str]
        email: NotRequired[str]
        emailReplyToAddress: NotRequired[str]
