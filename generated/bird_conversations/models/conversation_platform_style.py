# fmt: off
# isort: skip_file
# flake8: noqa
# ruff: noqa: PGH004
# Generated from an OpenAPI description. Do not edit.

from __future__ import annotations

from typing import Literal, TypeAlias

ConversationPlatformStyle: TypeAlias = (
    Literal[
        "email",
        "direct",
        "direct-multiple",
        "direct-threaded",
    ]
    | str
)
"""How the platform of the channel arranges the messages."""
