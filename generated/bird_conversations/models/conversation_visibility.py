# fmt: off
# isort: skip_file
# flake8: noqa
# ruff: noqa: PGH004
# Generated from an OpenAPI description. Do not edit.

from __future__ import annotations

from typing import Literal, TypeAlias

ConversationVisibility: TypeAlias = (
    Literal[
        "public",
        "private",
    ]
    | str
)
"""Whether a conversation is public or private."""
