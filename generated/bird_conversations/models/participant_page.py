# fmt: off
# isort: skip_file
# flake8: noqa
# ruff: noqa: PGH004
# Generated from an OpenAPI description. Do not edit.

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime.model import Model

if TYPE_CHECKING:
    from .participant import Participant


class ParticipantPage(Model, rename="camel"):
    """One page of participants."""

    next_page_token: str | None = None
    """Token to ask for the next page with. Absent or empty on the last page."""

    total: int | None = None
    """Number of results over all pages."""

    total_type: str | None = None
    """How `total` was counted. Often empty."""

    results: list[Participant]
    """The participants, in order."""
