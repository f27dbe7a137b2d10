# Generated from an OpenAPI description. Do not edit.

from __future__ import annotations

from typing import Literal, TypeAlias

ListParticipantConversationsVisibility: TypeAlias = (
    Literal[
        "public",
        "private",
        "direct",
    ]
    | str
)
"""Inferred: the API's own documentation does not show it."""
