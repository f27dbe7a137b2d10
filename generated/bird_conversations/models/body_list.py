# fmt: off
# isort: skip_file
# flake8: noqa
# ruff: noqa: PGH004
# Generated from an OpenAPI description. Do not edit.

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, TypedDict

from .._runtime.model import Model

if TYPE_CHECKING:
    from .list_content import ListContent, ListContentDict


class BodyList(Model, rename="camel", tag_field="type", tag="list"):
    """Body of a list message."""

    type: Literal["list"] = "list"
    """Always `list`."""

    list_: ListContent


if TYPE_CHECKING:

    class BodyListDict(TypedDict):
        type: Literal["list"]
        list: ListContent | ListContentDict
