# Generated from an OpenAPI description. Do not edit.

from __future__ import annotations

from .._runtime.model import UNSET, Model, Unset


class Pet(Model):
    name: str

    owner: str | None | Unset = UNSET
    """Who bought it."""
