# fmt: off
# isort: skip_file
# flake8: noqa
# ruff: noqa: PGH004
# Generated from an OpenAPI description. Do not edit.

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime.model import UNSET, Model, Unset

if TYPE_CHECKING:
    from .allow_block_rule_category import AllowBlockRuleCategory
    from .allow_block_rule_type import AllowBlockRuleType


class UpdateAllowBlockRule(Model, rename="camel"):
    """Change of a rule."""

    category: AllowBlockRuleCategory | None | Unset = UNSET
    """New category of the rule."""

    value: str | None | Unset = UNSET
    """New address, domain or end of a domain that the rule covers."""

    type: AllowBlockRuleType | None | Unset = UNSET
    """New type of the rule."""
