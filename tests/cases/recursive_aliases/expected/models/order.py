# fmt: off
# isort: skip_file
# flake8: noqa
# ruff: noqa: PGH004
# Generated from an OpenAPI description. Do not edit.

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from .._runtime.model import Model
from .._runtime.unions import union


class OrderListItemWithA(Model):
    a: str | None = None


class OrderListItemWithB(Model):
    b: str | None = None


if TYPE_CHECKING:
    OrderListItem: TypeAlias = OrderListItemWithA | OrderListItemWithB
else:
    OrderListItem = union(
        __name__,
        "OrderListItem",
        (
            "OrderListItemWithA",
            "OrderListItemWithB",
        ),
    )


if TYPE_CHECKING:
    Order: TypeAlias = list[OrderListItem] | list[str]
else:
    Order = union(
        __name__,
        "Order",
        (
            "list[OrderListItem]",
            "list[str]",
        ),
    )
