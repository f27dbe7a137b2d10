# fmt: off
# isort: skip_file
# flake8: noqa
# ruff: noqa: PGH004
# Generated from an OpenAPI description. Do not edit.

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime.model import Model

if TYPE_CHECKING:
    from .allow_block_rule import AllowBlockRule


class AllowBlockRulePage(Model, rename="camel"):
    """One page of rules."""

    next_page_token: str | None = None
    """Token to ask for the next page with. Absent or empty on the last page."""

    results: list[AllowBlockRule]
    """The rules, in order."""
