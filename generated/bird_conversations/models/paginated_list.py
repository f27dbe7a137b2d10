# fmt: off
# isort: skip_file
# flake8: noqa
# ruff: noqa: PGH004
# Generated from an OpenAPI description. Do not edit.

from __future__ import annotations

from .._runtime.model import Model


class PaginatedList(Model, rename="camel"):
    """What a short list tells about its pages."""

    next_page_token: str | None = None
    """Token to ask for the next page with. Absent or empty on the last page."""
