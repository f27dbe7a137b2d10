# Generated from an OpenAPI description. Do not edit.

from __future__ import annotations

from .._runtime.model import Model


class NamedTree(Model):
    name: str | None = None

    children: list[NamedTree] | None = None
