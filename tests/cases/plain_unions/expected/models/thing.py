# fmt: off
# isort: skip_file
# flake8: noqa
# ruff: noqa: PGH004
# Generated from an OpenAPI description. Do not edit.

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, TypeAlias

from .._runtime.model import Model
from .._runtime.unions import union


class Thing(Model):
    value: str | int | list[str] | None = None

    size: int | str | None = None

    when: ThingWhen | None = None


if TYPE_CHECKING:
    ThingWhen: TypeAlias = datetime | str
else:
    ThingWhen = union(
        __name__,
        "ThingWhen",
        (
            "datetime",
            "str",
        ),
    )
