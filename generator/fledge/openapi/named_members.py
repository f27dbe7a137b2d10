"""Maps in place of arrays, whose keys are names: `parameters: {limit: {in: query}}`."""

from __future__ import annotations

from collections.abc import Mapping

from fledge.openapi.json_values import JSON

_TOLD_BY: Mapping[str, tuple[str, ...]] = {"parameter": ("in", "$ref"), "server": ("url",), "tag": ("description",)}
"""Texts that an object of a kind has: one of them tells it from what a field of such an object holds."""


def are_by_name(kind: str, value: Mapping[str, JSON]) -> bool:
    """Whether a map in place of an array can only be its objects by their names."""
    keys = _TOLD_BY.get(kind, ())
    return bool(value) and all(
        isinstance(member, dict) and any(isinstance(member.get(key), str) for key in keys) for member in value.values()
    )
