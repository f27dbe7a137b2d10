# fmt: off
# isort: skip_file
# flake8: noqa
# ruff: noqa: PGH004
# Generated from an OpenAPI description. Do not edit.

from __future__ import annotations

from datetime import datetime
from typing import Literal, TypeAlias
from uuid import UUID

from .._runtime.model import Model


class AllowBlockRuleProgress(Model, rename="camel"):
    """Progress of a bulk upload of rules."""

    workspace_id: UUID | None = None
    """Workspace that the rules are for."""

    bulk_id: UUID | None = None
    """ID of the bulk upload."""

    current_index: int | None = None
    """Position in the upload that has been reached."""

    total: int | None = None
    """Number of rules in the upload."""

    status: AllowBlockRuleProgressStatus | None = None
    """State of the upload."""

    errors: list[str] | None = None
    """Errors met so far."""

    updated_at: datetime | None = None
    """When the progress last changed."""


AllowBlockRuleProgressStatus: TypeAlias = (
    Literal[
        "pending",
        "in_progress",
        "completed",
        "failed",
    ]
    | str
)
"""State of the upload."""
