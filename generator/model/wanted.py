"""What only the configuration can say of an API: a module of its own, since every run reads the configuration."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class PagesWanted:
    """What the configuration says of an operation's pages, in wire names, with dots where fields are nested.

    `items` None is found in the document. Exactly one of `token`, `last`, `page`, `offset`, `next_url` and `link` is
    given, unless there is to be no pagination at all: `none`.
    """

    none: bool = False
    items: str | None = None
    token: str = ""
    last: str = ""
    parameter: str = ""
    page: str = ""
    offset: str = ""
    next_url: str = ""
    link: bool = False
    more: str = ""
    pages: str = ""
    total: str = ""
    first: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Signature:
    """How webhooks are signed, by HMAC; the runtime's `WebhookSignature` says what the values mean.

    `env` is the environment variable that the secret is read from.
    """

    signature: str
    signed: str = "{body}"
    timestamp: str = ""
    id: str = ""
    algorithm: str = "sha256"
    encoding: str = "hex"
    secret: str = "text"
    tolerance: float = 300
    env: str
