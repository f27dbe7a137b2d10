# Part of the client's runtime, the same in every client. Do not edit.
"""Cookies that are sent."""

from __future__ import annotations

from typing import ClassVar
from urllib.parse import quote

from .parameters import Parameter, header_value


class Cookie(Parameter, frozen=True):
    """What a cookie cannot hold (RFC 6265 4.1.1) is percent-encoded in style form.

    In style cookie nothing is, as OpenAPI 3.2 has it: escaping is left to the caller.
    """

    styles = {style: ("", "; ", ",", True) for style in ("form", "cookie")}
    safe: ClassVar[str] = "!#$%&'()*+-./:<=>?@[]^_`{|}~"
    reserved: ClassVar[str] = ""

    def label(self, name: str) -> str:
        return quote(name, safe="!#$%&'*+^`|")  # a token (RFC 9110 5.6.2)

    def escape(self, value: str) -> str:
        """The value, or ValueError if it would end before its time."""
        if self.style == "form":
            return super().escape(value)
        if ";" in value:
            raise ValueError(f"The cookie {self.name!r} must not hold a semicolon.")
        return header_value(self.name, value)
