# fmt: off
# isort: skip_file
# flake8: noqa
# ruff: noqa: PGH004
# Part of the client's runtime, the same in every client. Do not edit.
"""Credentials in the header `Authorization`."""

from __future__ import annotations

from .auth import APIKeyAuth, Secret
from .parameters import Header


class HTTPAuth(APIKeyAuth):
    """`Authorization: <scheme> <token>` (RFC 9110 section 11.6.2)."""

    def __init__(self, scheme: str, token: Secret | None, *, hint: str = "") -> None:
        self._prefix = f"{scheme} "
        super().__init__(Header("Authorization"), token, hint=hint)
