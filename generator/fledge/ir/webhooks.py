"""Webhooks: what the API sends without being called."""

from __future__ import annotations

from dataclasses import dataclass

from fledge.diagnostics.source import SourcePointer
from fledge.ir.constraints import NO_CONSTRAINTS, Constraints
from fledge.ir.docs import Docs
from fledge.ir.names import Name
from fledge.ir.types import Type


@dataclass(frozen=True, slots=True, kw_only=True)
class Webhook:
    """What the API sends by itself: the body of a webhook or callback. `name.python` is the function that parses it."""

    name: Name
    type: Type
    source: SourcePointer
    docs: Docs
    constraints: Constraints = NO_CONSTRAINTS
