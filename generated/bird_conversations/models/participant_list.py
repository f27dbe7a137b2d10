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


class ParticipantList(Model, rename="camel"):
    """The participants of one page."""

    results: list[Participant]
    """The participants, in order."""
