# fmt: off
# isort: skip_file
# flake8: noqa
# ruff: noqa: PGH004
# Generated from an OpenAPI description. Do not edit.

from __future__ import annotations

from typing import Any, TypeAlias

ActionContent: TypeAlias = dict[str, Any]
"""Payload of an action message. Its fields are not documented."""
