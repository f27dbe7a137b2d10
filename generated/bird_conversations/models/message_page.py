# fmt: off
# isort: skip_file
# flake8: noqa
# ruff: noqa: PGH004
# Generated from an OpenAPI description. Do not edit.

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime.model import Model

if TYPE_CHECKING:
    from .message import Message


class MessagePage(Model, rename="camel"):
    """One page of messages."""

    next_page_token: str | None = None
    """Token to ask for the next page with. Absent or empty on the last page."""

    total: int | None = None
    """Number of results over all pages."""

    total_type: str | None = None
    """How `total` was counted. Often empty."""

    results: list[Message]
    """The messages, in order."""
