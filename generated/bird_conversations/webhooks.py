# Generated from an OpenAPI description. Do not edit.
"""Verifies what the API sends by itself: webhooks and callbacks."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from ._runtime.auth import setting
from ._runtime.signatures import (
    VerifiedBody as VerifiedBody,
    WebhookSignature,
    WebhookVerificationError as WebhookVerificationError,
)

SIGNATURE = WebhookSignature(
    signature="messagebird-signature",
    signed="{timestamp}\n{url}\n{sha256(body)}",
    timestamp="messagebird-request-timestamp",
    encoding="base64",
    hint="secret= or BIRD_SIGNING_KEY",
)
"""How webhooks are signed."""


def verify(
    body: bytes,
    headers: Mapping[str, str],
    *,
    secret: str | Sequence[str] | None = None,
    url: str,
    now: float | None = None,
) -> VerifiedBody:
    """The body of a webhook, if its signature is right.

    Args:
        body: As it came, byte for byte.
        headers: All that came with it; their names may be in any case.
        secret: What it was signed with, or several while they change. Read from
            BIRD_SIGNING_KEY otherwise.
        url: Where it was sent to, as it is known to the sender: the whole of it.
        now: Seconds since 1970 to compare the timestamp with, in place of the clock.

    Raises:
        WebhookVerificationError: It must not be trusted; answer it with a status of 400.
        MissingCredentialsError: There is no secret.
    """
    return SIGNATURE.verify(
        body,
        headers,
        secret or setting("BIRD_SIGNING_KEY"),
        url=url,
        now=now,
    )
