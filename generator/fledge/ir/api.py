"""The whole API: what the builder returns, and what the emitter and `diff` read."""

from __future__ import annotations

from collections.abc import Mapping

from fledge.config.webhooks import WebhookSignatureConfig
from fledge.ir.docs import Docs
from fledge.ir.models import Model
from fledge.ir.operations import Resource
from fledge.ir.security import SecurityScheme
from fledge.ir.servers import Server
from fledge.ir.webhooks import Webhook, WebhookEvent
from fledge.quick_dataclass import quick_dataclass


@quick_dataclass(frozen=True, slots=True, kw_only=True)
class Api:
    """A whole API. Models are sorted by name, resources by attribute; `names` is what the lock remembers.

    The first of `servers` is where all operations are that do not name another one; its variables are arguments of the
    client. `mutual_tls`: some operations want a certificate of the client's. `idempotency` is the configured header of
    keys. `webhook_events` are what tells `webhooks` apart, `webhook_header` is the header that names them, if there is
    one.
    """

    title: str
    version: str
    docs: Docs
    servers: tuple[Server, ...]
    security_schemes: tuple[SecurityScheme, ...]
    security: tuple[tuple[str, ...], ...]
    models: tuple[Model, ...]
    resources: tuple[Resource, ...]
    names: Mapping[str, str]
    webhooks: tuple[Webhook, ...] = ()
    webhook_events: tuple[WebhookEvent, ...] = ()
    webhook_header: str = ""
    webhook_signature: WebhookSignatureConfig | None = None
    mutual_tls: bool = False
    env_prefix: str = ""
    idempotency: str = ""
    wire_case: str = ""
