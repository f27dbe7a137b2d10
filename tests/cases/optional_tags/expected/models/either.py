# fmt: off
# isort: skip_file
# flake8: noqa
# ruff: noqa: PGH004
# Generated from an OpenAPI description. Do not edit.

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from .._runtime.unions import union

if TYPE_CHECKING:
    from .inline import Inline, InlineDict
    from .zip import Zip, ZipDict

if TYPE_CHECKING:
    Either: TypeAlias = Inline | Zip
else:
    Either = union(
        __name__,
        "Either",
        (
            "Inline",
            "Zip",
        ),
    )


if TYPE_CHECKING:
    EitherDict: TypeAlias = InlineDict | ZipDict
