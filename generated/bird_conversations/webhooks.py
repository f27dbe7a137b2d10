# fmt: off
# isort: skip_file
# flake8: noqa
# ruff: noqa: PGH004
# Generated from an OpenAPI description. Do not edit.
"""Verifies the webhooks and callbacks that the API sends."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from ._runtime.auth import read_env
from ._runtime.webhook_signatures import (
    VerifiedBody as VerifiedBody,
    WebhookSignature,
    WebhookVerificationError as WebhookVerificationError,
)

SIGNATURE = WebhookSignature(
    signature_header="messagebird-signature",
    signed_content="{timestamp}\n{url}\n{sha256(body)}",
    timestamp_header="messagebird-request-timestamp",
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
    """Verify the signature of a webhook and return its body.

    Args:
        body: The body as received, byte for byte.
        headers: The headers of the request; their names may be in any case.
        secret: The signing secret, or several during a rotation. Defaults to the
            environment variable BIRD_SIGNING_KEY.
        url: The full URL that the sender used.
        now: Seconds since 1970 to compare the timestamp with. Defaults to the clock.

    Raises:
        WebhookVerificationError: The webhook cannot be trusted. Respond with status 400.
        MissingCredentialsError: No secret is set.
    """
    return SIGNATURE.verify(
        body,
        headers,
        secret or read_env("BIRD_SIGNING_KEY"),
        url=url,
        now=now,
    )
