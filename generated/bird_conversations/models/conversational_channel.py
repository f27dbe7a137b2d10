# fmt: off
# isort: skip_file
# flake8: noqa
# ruff: noqa: PGH004
# Generated from an OpenAPI description. Do not edit.

from __future__ import annotations

from typing import Literal, TypeAlias

from .._runtime.model import Model


class ConversationalChannel(Model, rename="camel"):
    """Whether the messages of a channel are gathered in conversations."""

    status: ConversationalChannelStatus
    """State of the conversations feature on the channel."""


ConversationalChannelStatus: TypeAlias = (
    Literal[
        "active",
        "inactive",
    ]
    | str
)
"""State of the conversations feature on the channel."""
