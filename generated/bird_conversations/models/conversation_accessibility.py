# fmt: off
# isort: skip_file
# flake8: noqa
# ruff: noqa: PGH004
# Generated from an OpenAPI description. Do not edit.

from __future__ import annotations

from typing import Literal, TypeAlias

ConversationAccessibility: TypeAlias = (
    Literal[
        "open",
        "invite-only",
        "request-to-join",
    ]
    | str
)
"""How new participants get into a conversation: freely, by invitation, or by asking."""
