# Generated from an OpenAPI description. Do not edit.
"""Parses what the API sends by itself: webhooks and callbacks."""

from __future__ import annotations

from ._runtime.codec import decode
from .models import MadeWebhook


def parse_made(
    body: bytes,
    *,
    strict: bool = False,
) -> MadeWebhook:
    """Parse `made`."""
    event: MadeWebhook = decode(body, MadeWebhook, strict=strict)
    return event
