# fmt: off
# isort: skip_file
# flake8: noqa
# ruff: noqa: PGH004
# Generated from an OpenAPI description. Do not edit.
"""Verifies and parses the webhooks and callbacks that the API sends."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TypeAlias

from ._runtime.auth import read_env
from ._runtime.codec import decode
from ._runtime.webhook_events import (
    KnownWebhook,
    UnknownWebhook as UnknownWebhook,
    parse_webhook,
)
from ._runtime.webhook_signatures import (
    VerifiedBody as VerifiedBody,
    WebhookSignature,
    WebhookVerificationError as WebhookVerificationError,
    verified,
)
from .models import Pet

SIGNATURE = WebhookSignature(
    signature_header="webhook-signature: v1,",
    signed_content="{id}.{timestamp}.{body}",
    timestamp_header="webhook-timestamp",
    id_header="webhook-id",
    encoding="base64",
    secret_encoding="base64",
    tolerance=60,
    hint="secret= or CLIENT_WEBHOOK_SECRET",
)
"""How webhooks are signed."""


def verify(
    body: bytes,
    headers: Mapping[str, str],
    *,
    secret: str | Sequence[str] | None = None,
    now: float | None = None,
) -> VerifiedBody:
    """Verify the signature of a webhook and return its body.

    Args:
        body: The body as received, byte for byte.
        headers: The headers of the request; their names may be in any case.
        secret: The signing secret, or several during a rotation. Defaults to the
            environment variable CLIENT_WEBHOOK_SECRET.
        now: Seconds since 1970 to compare the timestamp with. Defaults to the clock.

    Raises:
        WebhookVerificationError: The webhook cannot be trusted. Respond with status 400.
        MissingCredentialsError: No secret is set.
    """
    return SIGNATURE.verify(
        body,
        headers,
        secret or read_env("CLIENT_WEBHOOK_SECRET"),
        now=now,
    )


Event: TypeAlias = Pet | UnknownWebhook
"""What `parse` returns."""

_EVENTS = [
    KnownWebhook(Pet),
]


def parse(
    body: bytes,
    headers: Mapping[str, str],
    *,
    secret: str | Sequence[str] | None = None,
    now: float | None = None,
    strict: bool = False,
) -> Event:
    """Verify a webhook, tell which one it is, and decode its body.

    A webhook that is not described is an `UnknownWebhook`.

    Args:
        body: The body as received, byte for byte. What `verify` returned is not
            verified again.
        headers: The headers of the request; their names may be in any case.
        secret: The signing secret, or several during a rotation. Defaults to the
            environment variable CLIENT_WEBHOOK_SECRET.
        now: Seconds since 1970 to compare the timestamp with. Defaults to the clock.
        strict: Raise an error if the body contradicts the description, instead of
            logging it.

    Raises:
        WebhookVerificationError: The webhook cannot be trusted. Respond with status 400.
        MissingCredentialsError: No secret is set.
        ValueError: The body is not JSON, or not as described.
    """
    trusted = verify(
        body,
        headers,
        secret=secret,
        now=now,
    )
    event: Event = parse_webhook(
        _EVENTS,
        trusted,
        headers,
        strict=strict,
    )
    return event


def parse_new_pet(
    body: VerifiedBody,
    *,
    strict: bool = False,
) -> Pet:
    """A pet was born"""
    event: Pet = decode(Pet, verified(body), strict=strict)
    return event
