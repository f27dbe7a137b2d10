# fmt: off
# isort: skip_file
# flake8: noqa
# ruff: noqa: PGH004
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

Inferred: the API's documentation does not show it.
"""
