# Generated from an OpenAPI description. Do not edit.

from __future__ import annotations

from .._runtime.model import UNSET, Model, Unset


class Pet(Model):
    id: str

    owner: str | None

    name: str | None = None

    nick: str | None | Unset = UNSET
