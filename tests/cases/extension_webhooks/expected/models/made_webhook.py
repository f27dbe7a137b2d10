# Generated from an OpenAPI description. Do not edit.

from __future__ import annotations

from .._runtime.model import UNSET, Model, Unset


class MadeWebhook(Model):
    id: str

    note: str | None | Unset = UNSET
