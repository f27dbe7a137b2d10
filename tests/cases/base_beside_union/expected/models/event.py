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


class EventClosed(Model):
    at: datetime

    reason: str | None = None


class EventOpened(Model):
    at: datetime

    by: str | None = None


if TYPE_CHECKING:
    Event: TypeAlias = EventOpened | EventClosed
else:
    Event = union(
        __name__,
        "Event",
        (
            "EventOpened",
            "EventClosed",
        ),
    )
