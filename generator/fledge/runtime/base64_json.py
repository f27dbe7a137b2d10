# Part of the client's runtime, the same in every client. Do not edit.
"""Bytes that are base64 in JSON (RFC 4648 4), where plain bytes would be a file."""

from __future__ import annotations

from typing import Annotated, TypeAlias

Base64: TypeAlias = Annotated[bytes, "base64"]
