# Part of the client's runtime, the same in every client. Do not edit.
"""Decimals that are numbers in JSON; others are strings."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Annotated, TypeAlias

from msgspec import Meta

DecimalNumber: TypeAlias = Decimal
if not TYPE_CHECKING:
    DecimalNumber = Annotated[Decimal, Meta(extra={"number": True})]
