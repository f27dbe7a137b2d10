# fmt: off
# isort: skip_file
# flake8: noqa
# ruff: noqa: PGH004
# Generated from an OpenAPI description. Do not edit.

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeAlias

if TYPE_CHECKING:
    from .inline import Inline, InlineDict
    from .zip import Zip, ZipDict

if TYPE_CHECKING:
    Either: TypeAlias = Inline | Zip
else:
    # only sent, never decoded
    Either = Any


if TYPE_CHECKING:
    EitherDict: TypeAlias = InlineDict | ZipDict
