# fmt: off
# isort: skip_file
# flake8: noqa
# ruff: noqa: PGH004
# Generated from an OpenAPI description. Do not edit.

from __future__ import annotations

from typing import Literal, TypeAlias

MessageStatus: TypeAlias = (
    Literal[
        "accepted",
        "processing",
        "sent",
        "sending_failed",
        "delivered",
        "delivery_failed",
    ]
    | str
)
"""How far a message has come on its way to the recipients.

Inferred: the API's documentation does not show it.
"""
