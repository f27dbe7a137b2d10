# fmt: off
# isort: skip_file
# flake8: noqa
# ruff: noqa: PGH004
# Generated from an OpenAPI description. Do not edit.

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime.model import Model

if TYPE_CHECKING:
    from .allow_block_rule_category import AllowBlockRuleCategory
    from .allow_block_rule_type import AllowBlockRuleType


class AllowBlockRuleCreate(Model, rename="camel"):
    """Rule to create."""

    category: AllowBlockRuleCategory

    value: str
    """Address, domain or end of a domain that the rule covers."""

    type: AllowBlockRuleType
