# fmt: off
# isort: skip_file
# flake8: noqa
# ruff: noqa: PGH004
# Generated from an OpenAPI description. Do not edit.

from __future__ import annotations

from datetime import date, time, timedelta
from decimal import Decimal
from uuid import UUID

from .._runtime.http_dates import HTTPDate
from .._runtime.model import UNSET, Model, Unset


class Timer(Model):
    id: UUID

    length: timedelta

    pause: timedelta | None | Unset = UNSET

    laps: list[timedelta] | None = None

    day: date | None = None

    posted: HTTPDate | None = None

    at: time | None = None

    price: Decimal | None = None

    seal: bytes | None = None

    owner: str | None = None
