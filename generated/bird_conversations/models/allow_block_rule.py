# fmt: off
# isort: skip_file
# flake8: noqa
# ruff: noqa: PGH004
# Generated from an OpenAPI description. Do not edit.

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING
from uuid import UUID

from .._runtime.model import Model

if TYPE_CHECKING:
    from .allow_block_rule_category import AllowBlockRuleCategory
    from .allow_block_rule_type import AllowBlockRuleType


class AllowBlockRule(Model, rename="camel"):
    """Rule that lets e-mail of some senders in or keeps it out."""

    id: UUID
    """ID of the rule."""

    workspace_id: UUID
    """Workspace that the rule holds for."""

    category: AllowBlockRuleCategory

    value: str
    """Address, domain or end of a domain that the rule covers."""

    type: AllowBlockRuleType

    created_by: UUID
    """Who created the rule. May be the nil UUID."""

    created_at: datetime
    """When the rule was created."""

    updated_by: UUID
    """Who last changed the rule."""

    updated_at: datetime
    """When the rule last changed."""
