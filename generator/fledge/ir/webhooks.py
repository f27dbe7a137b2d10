"""Webhooks: what the API sends without being called."""

from __future__ import annotations


from fledge.diagnostics.source import SourcePointer
from fledge.ir.constraints import NO_CONSTRAINTS, Constraints
from fledge.ir.docs import Docs
from fledge.ir.names import Name
from fledge.ir.types import JSONScalar, Type
from fledge.quick_dataclass import quick_dataclass


@quick_dataclass(frozen=True, slots=True, kw_only=True)
class Webhook:
    """What the API sends by itself: the body of a webhook or callback. `name.python` is the function that parses it."""

    name: Name
    type: Type
    source: SourcePointer
    docs: Docs
    constraints: Constraints = NO_CONSTRAINTS


@quick_dataclass(frozen=True, slots=True, kw_only=True)
class WebhookEvent:
    """A type of webhooks, and what tells it from others.

    `values` are those that properties of the body may have, None where they may be absent. `names` are those of the
    header that names the event.
    """

    type: Type
    values: tuple[tuple[str, tuple[JSONScalar, ...]], ...]
    names: tuple[str, ...] = ()
