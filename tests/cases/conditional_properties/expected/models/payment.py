# fmt: off
# isort: skip_file
# flake8: noqa
# ruff: noqa: PGH004
# Generated from an OpenAPI description. Do not edit.

from __future__ import annotations

from typing import Literal, TypeAlias

from .._runtime.model import Model


class Payment(Model):
    kind: PaymentKind

    number: str | None = None

    iban: str | None = None

    bic: str | None = None


PaymentKind: TypeAlias = (
    Literal[
        "card",
        "bank",
    ]
    | str
)
