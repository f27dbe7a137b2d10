# fmt: off
# isort: skip_file
# flake8: noqa
# ruff: noqa: PGH004
# Generated from an OpenAPI description. Do not edit.

from __future__ import annotations

from typing import TYPE_CHECKING, TypedDict

from .._runtime.model import Model, field

if TYPE_CHECKING:
    from .link import Link


class Links(Model):
    next: Link | None = None

    self_: Link = field(name="self")


class LinksInput(Model):
    """An object without properties."""


if TYPE_CHECKING:

    class LinksInputDict(TypedDict):
        pass
