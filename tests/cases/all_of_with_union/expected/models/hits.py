# fmt: off
# isort: skip_file
# flake8: noqa
# ruff: noqa: PGH004
# Generated from an OpenAPI description. Do not edit.

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from .._runtime.model import Model
from .._runtime.unions import union


class HitsWithLimit(Model):
    limit: int | None = None


class HitsWithPage(Model):
    page: int | None = None


if TYPE_CHECKING:
    Hits: TypeAlias = HitsWithPage | HitsWithLimit
else:
    Hits = union(
        __name__,
        "Hits",
        (
            "HitsWithPage",
            "HitsWithLimit",
        ),
    )
