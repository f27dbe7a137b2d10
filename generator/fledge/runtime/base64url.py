# Part of the client's runtime, the same in every client. Do not edit.
"""Bytes as text in the alphabet for URLs (RFC 4648 5)."""

from __future__ import annotations

from base64 import b64decode, urlsafe_b64encode
from binascii import Error
from typing import TYPE_CHECKING, Any, TypeAlias

from .codec import by_type
from .shapes import BYTES, Convert

Base64URL: TypeAlias = bytes
if not TYPE_CHECKING:

    class Base64URL(bytes):
        """Bytes that know how they are written: with padding, or as they came."""

        take = BYTES
        spelling = ""  # of what came in another form

        @classmethod
        def __decode__(cls, value: Any, convert: Convert) -> Any:
            text = convert(value, str)
            missing = "=" * (-len(text) % 4)
            try:
                content = cls(b64decode(text + missing, b"-_", validate=True))
            except Error as error:
                raise ValueError(str(error)) from None
            if content.__encode__() != text:
                content.spelling = text
            return content

        def __encode__(self) -> str:
            return self.spelling or urlsafe_b64encode(self).decode()

    by_type.append(Base64URL)
