# fmt: off
# isort: skip_file
# flake8: noqa
# ruff: noqa: PGH004
# Generated from an OpenAPI description. Do not edit.
"""Parses the webhooks and callbacks that the API sends."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TypeAlias

from ._runtime.codec import decode
from ._runtime.webhook_events import (
    KnownWebhook,
    UnknownWebhook as UnknownWebhook,
    parse_webhook,
)
from .models import MadeWebhook

Event: TypeAlias = MadeWebhook | UnknownWebhook
"""What `parse` returns."""

_EVENTS = [
    KnownWebhook(MadeWebhook),
]


def parse(
    body: bytes,
    headers: Mapping[str, str] = {},
    *,
    strict: bool = False,
) -> Event:
    """Tell which one it is, and decode its body.

    A webhook that is not described is an `UnknownWebhook`.

    Args:
        body: The body as received, byte for byte.
        headers: The headers of the request; their names may be in any case.
        strict: Raise an error if the body contradicts the description, instead of
            logging it.

    Raises:
        ValueError: The body is not JSON, or not as described.
    """
    event: Event = parse_webhook(
        _EVENTS,
        body,
        headers,
        strict=strict,
    )
    return event


def parse_made(
    body: bytes,
    *,
    strict: bool = False,
) -> MadeWebhook:
    """Parse `made`."""
    event: MadeWebhook = decode(MadeWebhook, body, strict=strict)
    return event
