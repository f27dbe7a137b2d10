# fmt: off
# isort: skip_file
# flake8: noqa
# ruff: noqa: PGH004
# Generated from an OpenAPI description. Do not edit.

from __future__ import annotations

from datetime import date as _date

from .._runtime.model import Model, field


class Odd(Model):
    class_: str | None = field(name="class", default=None)

    list_: str | None = field(name="list", default=None)

    type: str | None = None

    plus_1: int | None = field(name="+1", default=None)

    minus_1: int | None = field(name="-1", default=None)

    a_minus_b: str | None = field(name="a-b", default=None)

    a_b: str | None = None

    n2_fa: bool | None = field(name="2fa", default=None)

    date_lt: str | None = field(name="Date<", default=None)

    date_: str | None = field(name="Date", default=None)

    日本: str | None = None

    ne3b0: str | None = field(name="", default=None)

    date: _date | None = None

    day: _date | None = None
