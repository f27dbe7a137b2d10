# fmt: off
# isort: skip_file
# flake8: noqa
# ruff: noqa: PGH004
# Generated from an OpenAPI description. Do not edit.

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from .._runtime.decimals import DecimalNumber
from .._runtime.model import UNSET, Model, Unset

if TYPE_CHECKING:
    from .decimal_number_model import DecimalNumberModel


class Price(Model):
    amount: Decimal

    number: DecimalNumber | None = None

    pydantic: Decimal | None | Unset = UNSET

    answered: Decimal | None = None
    """Matches `^(?!^[-+.]*$)[+-]?0*\\d*\\.?\\d*$`."""

    digits: Decimal | None = None

    word: float | str | None = None

    plain: float | None = None

    model: DecimalNumberModel | None = None
