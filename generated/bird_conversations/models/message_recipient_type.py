# fmt: off
# isort: skip_file
# flake8: noqa
# ruff: noqa: PGH004
# Generated from an OpenAPI description. Do not edit.

from __future__ import annotations

from typing import Literal, TypeAlias

MessageRecipientType: TypeAlias = (
    Literal[
        "to",
        "cc",
        "bcc",
    ]
    | str
)
"""Place of the recipient, as in an e-mail."""
