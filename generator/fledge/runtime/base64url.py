# Part of the client's runtime, the same in every client. Do not edit.
"""Bytes as text in the alphabet for URLs (RFC 4648 5)."""

from __future__ import annotations

from base64 import b64decode, urlsafe_b64encode
from binascii import Error
from typing import TYPE_CHECKING, Any, TypeAlias

from .codec import by_type
from .shapes import Convert

Base64URL: TypeAlias = bytes
if not TYPE_CHECKING:

    class Base64URL(bytes):
        """Bytes that know how they are written: with padding, unless they came without."""

        padding = "="

        @classmethod
        def __decode__(cls, value: Any, convert: Convert) -> Any:
            text = convert(value, str)
            missing = "=" * (-len(text) % 4)
            try:
                content = cls(b64decode(text + missing, b"-_", validate=True))
            except Error as error:
                raise ValueError(str(error)) from None
            if missing:
                content.padding = ""
            return content

        def __encode__(self) -> str:
            text = urlsafe_b64encode(self).decode()
            return text if self.padding else text.rstrip("=")

    by_type.append(Base64URL)
