# Generated from an OpenAPI description. Do not edit.
"""Verifies and parses what the API sends by itself: webhooks and callbacks."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from ._runtime.auth import setting
from ._runtime.codec import decode
from ._runtime.signatures import (
    VerifiedBody as VerifiedBody,
    WebhookSignature,
    WebhookVerificationError as WebhookVerificationError,
    verified,
)
from .models import Pet

SIGNATURE = WebhookSignature(
    signature="webhook-signature: v1,",
    signed="{id}.{timestamp}.{body}",
    timestamp="webhook-timestamp",
    id="webhook-id",
    encoding="base64",
    secret="base64",
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
    """The body of a webhook, if its signature is right.

    Args:
        body: As it came, byte for byte.
        headers: All that came with it; their names may be in any case.
        secret: What it was signed with, or several while they change. Read from
            CLIENT_WEBHOOK_SECRET otherwise.
        now: Seconds since 1970 to compare the timestamp with, in place of the clock.

    Raises:
        WebhookVerificationError: It must not be trusted; answer it with a status of 400.
        MissingCredentialsError: There is no secret.
    """
    return SIGNATURE.verify(
        body,
        headers,
        secret or setting("CLIENT_WEBHOOK_SECRET"),
        now=now,
    )


def parse_new_pet(
    body: VerifiedBody,
    *,
    strict: bool = False,
) -> Pet:
    """A pet was born"""
    event: Pet = decode(verified(body), Pet, strict=strict)
    return event
