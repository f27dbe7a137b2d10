# Generated from an OpenAPI description. Do not edit.

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeAlias

from .._runtime.model import UNSET, Model
from .._runtime.unions import union


class ResultWithLimit(Model):
    query: str

    limit: int | None = None

    lost: Any = UNSET


class ResultWithPage(Model):
    query: str

    page: int | None = None

    lost: Any = UNSET


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
