# fmt: off
# isort: skip_file
# flake8: noqa
# ruff: noqa: PGH004
# Generated from an OpenAPI description. Do not edit.

from __future__ import annotations

from typing import Any, TypeAlias

LocationContent: TypeAlias = dict[str, Any]
"""Payload of a location message. Its fields are not documented.

Inferred: the API's documentation does not show it.
"""
