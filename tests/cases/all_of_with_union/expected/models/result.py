# fmt: off
# isort: skip_file
# flake8: noqa
# ruff: noqa: PGH004
# Generated from an OpenAPI description. Do not edit.

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeAlias

from .._runtime.model import Model
from .._runtime.unions import union


class ResultWithLimit(Model):
    query: str

    limit: int | None = None

    lost: Any = None


class ResultWithPage(Model):
    query: str

    page: int | None = None

    lost: Any = None


if TYPE_CHECKING:
    Result: TypeAlias = ResultWithPage | ResultWithLimit
else:
    Result = union(
        __name__,
        "Result",
        (
            "ResultWithPage",
            "ResultWithLimit",
        ),
    )
