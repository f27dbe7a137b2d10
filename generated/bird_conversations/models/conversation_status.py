# Generated from an OpenAPI description. Do not edit.

from __future__ import annotations

from typing import Literal, TypeAlias

ConversationStatus: TypeAlias = (
    Literal[
        "active",
        "closed",
    ]
    | str
)
"""State of a conversation. Messages cannot be sent in a closed one.

Inferred: the API's own documentation does not show it.
"""
