# fmt: off
# isort: skip_file
# flake8: noqa
# ruff: noqa: PGH004
# Part of the client's runtime, the same in every client. Do not edit.
"""Whether a webhook was sent by who knows the secret: signatures by HMAC (RFC 2104).

The schemes of GitHub, Stripe, Slack, Bird and Standard Webhooks differ only in what a
`WebhookSignature` describes.
"""

from __future__ import annotations

import hmac
import re
import time
from base64 import b64decode, b64encode
from collections.abc import Mapping, Sequence
from hashlib import sha256
from typing import Literal

from msgspec import Struct

from .errors import APIError, MissingCredentialsError


class WebhookVerificationError(APIError):
    """A webhook that must not be trusted. The message has nothing of what came."""


class VerifiedBody(bytes):
    """The body of a webhook whose signature is right, or that a test says to trust."""


class WebhookSignature(Struct, frozen=True):
    """How webhooks are signed.

    A place is a header's name: the value is all of it. Or a name and what stands before
    each value, as in "Stripe-Signature: v1="; blanks or commas separate the values.
    """

    signature_header: str  # the place
    signed_content: str = (
        "{body}"  # also {sha256(body)} as bytes, {timestamp}, {id}, {url}
    )
    timestamp_header: str = ""  # the place; seconds since 1970
    id_header: str = ""  # the place
    algorithm: Literal["sha1", "sha256", "sha384", "sha512"] = "sha256"
    encoding: Literal["hex", "base64"] = "hex"
    secret_encoding: Literal["text", "base64"] = "text"  # base64 may follow on `whsec_`
    tolerance: float = 300  # seconds between the timestamp and the clock, at most
    hint: str = "secret="  # how to pass a secret

    def verify(
        self,
        body: bytes,
        headers: Mapping[str, str],
        secret: str | Sequence[str] | None,
        *,
        url: str = "",
        now: float | None = None,
    ) -> VerifiedBody:
        """The body, if it was signed with the secret, or with one of several.

        A VerifiedBody is trusted as it is.
        WebhookVerificationError: it was not, or too long ago. MissingCredentialsError:
        there is no secret. ValueError: a secret is not base64, but should be.
        """
        if isinstance(body, VerifiedBody):
            return body
        secrets = [secret] if isinstance(secret, str) else secret or ()
        keys = [self._key(each) for each in secrets]
        if not keys or not all(keys):  # anybody can sign with an empty one
            raise MissingCredentialsError(f"To verify webhooks, pass {self.hint}")
        by_name = {name.lower(): value for name, value in headers.items()}
        sent = _values(by_name, self.signature_header)
        timestamp = (
            _values(by_name, self.timestamp_header)[0] if self.timestamp_header else ""
        )
        parts = {
            b"body": body,
            b"sha256(body)": sha256(body).digest(),
            b"timestamp": _bytes(timestamp),
            b"id": (
                _bytes(_values(by_name, self.id_header)[0]) if self.id_header else b""
            ),
            b"url": _bytes(url),
        }
        behind = re.search(r"\{id\}([^{]+)", self.signed_content)
        if behind and _bytes(behind[1]) in parts[b"id"]:  # it would end elsewhere
            raise WebhookVerificationError(
                "The id has what separates it from the rest."
            )
        signed = _bytes(self.signed_content)
        message = re.sub(rb"\{([^}]+)\}", lambda part: parts[part[1]], signed)
        signatures = [
            self._encoded(hmac.digest(k, message, self.algorithm)) for k in keys
        ]
        if self.encoding == "hex":  # in any case (RFC 4648 8)
            sent = [each.lower() for each in sent]
        if not any(hmac.compare_digest(_bytes(f), s) for f in sent for s in signatures):
            raise WebhookVerificationError(
                f"No signature in {self.signature_header!r} is right. Pass the body as it came,"
                " not parsed and written again, the whole URL that it was sent to, and"
                " the secret of this webhook."
            )
        if self.timestamp_header:
            self._check(timestamp, time.time() if now is None else now)
        return VerifiedBody(body)

    def _check(self, timestamp: str, now: float) -> None:
        if not re.fullmatch("[0-9]{1,15}", timestamp):
            raise WebhookVerificationError("The timestamp is not a number of seconds.")
        age = now - int(timestamp)
        if abs(age) > self.tolerance:
            when = f"{abs(age):.0f} s {'ago' if age > 0 else 'ahead of this clock'}"
            raise WebhookVerificationError(
                f"The webhook was signed {when}; {self.tolerance:g} s are allowed. Either"
                " somebody sends it again, or a clock is wrong."
            )

    def _key(self, secret: str) -> bytes:
        if self.secret_encoding == "text":
            return _bytes(secret)
        try:
            return b64decode(secret.rpartition("_")[2], validate=True)
        except ValueError:
            raise ValueError(
                "The secret is not base64: pass it as it was given."
            ) from None

    def _encoded(self, digest: bytes) -> bytes:
        return b64encode(digest) if self.encoding == "base64" else digest.hex().encode()


def verified(body: bytes) -> bytes:
    """The body; TypeError if nobody verified it and no type checker found out."""
    if not isinstance(body, VerifiedBody):
        raise TypeError("Pass what verify() returns; in a test, VerifiedBody(body).")
    return body


def _values(headers: Mapping[str, str], source: str) -> list[str]:
    name, _, before = source.partition(": ")
    value = headers.get(name.lower(), "").strip()
    values: list[str] = re.findall(rf"(?:^|[\s,]){re.escape(before)}([^\s,]+)", value)
    if not before:
        values = [value] if value else []
    if not values:
        raise WebhookVerificationError(
            f"There is no {source!r} among the headers: pass all that came. If it did not"
            " come, this is none of the API's webhooks, or it has no secret."
        )
    return values


def _bytes(text: str) -> bytes:
    return text.encode("utf-8", "surrogatepass")
