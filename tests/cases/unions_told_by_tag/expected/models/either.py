# fmt: off
# isort: skip_file
# flake8: noqa
# ruff: noqa: PGH004
# Generated from an OpenAPI description. Do not edit.

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from .._runtime.unions import union

if TYPE_CHECKING:
    from .both import Both
    from .one import One

if TYPE_CHECKING:
    Either: TypeAlias = Both | One
    """Not plain, since `Both` can have one tag only."""
else:
    Either = union(
        __name__,
        "Either",
        (
            "Both",
            "One",
        ),
    )
