"""How an API signs its webhooks: the values that the runtime verifies by."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from fledge.quick_dataclass import quick_dataclass


@quick_dataclass(frozen=True, slots=True, kw_only=True)
class WebhookSignatureConfig:
    """How webhooks are signed, by HMAC; the runtime's `WebhookSignature` describes the values.

    Without a `signature_header`, they are not. `env` is the environment variable that the secret is read from,
    `event_header` the header that names the event.
    """

    signature_header: str = ""
    signed_content: str = "{body}"
    timestamp_header: str = ""
    id_header: str = ""
    algorithm: str = "sha256"
    encoding: str = "hex"
    secret_encoding: str = "text"
    tolerance: float = 300
    env: str = ""
    event_header: str = ""


STANDARD_WEBHOOKS: Mapping[str, str] = MappingProxyType(
    {  # https://www.standardwebhooks.com, version 1.0.0
        "signature_header": "webhook-signature: v1,",
        "signed_content": "{id}.{timestamp}.{body}",
        "timestamp_header": "webhook-timestamp",
        "id_header": "webhook-id",
        "encoding": "base64",
        "secret_encoding": "base64",
    }
)
