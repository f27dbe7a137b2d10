# fmt: off
# isort: skip_file
# flake8: noqa
# ruff: noqa: PGH004
# Generated from an OpenAPI description. Do not edit.
"""Parses the webhooks and callbacks that the API sends."""

from __future__ import annotations

from ._runtime.codec import decode
from .models import MadeWebhook


def parse_made(
    body: bytes,
    *,
    strict: bool = False,
) -> MadeWebhook:
    """Parse `made`."""
    event: MadeWebhook = decode(MadeWebhook, body, strict=strict)
    return event
