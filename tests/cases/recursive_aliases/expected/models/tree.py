# fmt: off
# isort: skip_file
# flake8: noqa
# ruff: noqa: PGH004
# Generated from an OpenAPI description. Do not edit.

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from .._runtime.unions import union

if TYPE_CHECKING:
    Tree: TypeAlias = "list[Tree]"
else:
    Tree = union(
        __name__,
        "Tree",
        ("list[Tree]",),
    )
