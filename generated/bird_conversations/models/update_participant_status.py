# fmt: off
# isort: skip_file
# flake8: noqa
# ruff: noqa: PGH004
# Generated from an OpenAPI description. Do not edit.

from __future__ import annotations

from typing import Literal, TypeAlias

UpdateParticipantStatus: TypeAlias = Literal[
    "pending",
    "invited",
    "active",
]
"""Standing of the participant: `pending` waits for approval, `invited` waits for the
participant to accept, `active` can send and receive messages.
"""
