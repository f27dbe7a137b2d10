"""The formats of strings that the client has types for: one row for each."""

from __future__ import annotations

from collections.abc import Mapping

from fledge.ir.types import Scalar
from fledge.quick_dataclass import quick_dataclass

_DATE = (
    r"[1-9][0-9]{3}-(?:(?:0[1-9]|1[0-2])-(?:0[1-9]|1[0-9]|2[0-8])|(?:0[13-9]|1[0-2])-(?:29|30)|(?:0[13578]|1[02])-31)"
)
_TIME = r"(?:[01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9](?:\.[0-9]{1,6})?(?:Z|[+-](?:[01][0-9]|2[0-3]):[0-5][0-9])"

_HTTP_DATE = (
    r"(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun), (?:0[1-9]|1[0-9]|2[0-8]) (?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)"
    r" [1-9][0-9]{3} (?:[01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9] (?:GMT|[+-](?:[01][0-9]|2[0-3])[0-5][0-9])"
)


@quick_dataclass(frozen=True, slots=True)
class StringFormat:
    """The type of strings with a format, one of them, and what all of them that the type can hold look like.

    `pattern` is a regular expression for the whole string; "" if any string will do.
    """

    type: Scalar
    sample: str
    pattern: str = ""


_HTTP_DATES = ("date-time-rfc-2822", "date-time-rfc1123", "date-time-rfc2822", "http-date", "rfc1123", "rfc2822")
"""How Twilio, Azure, OpenAPI's registry and others call the dates of RFC 9110, 5.6.7, and of RFC 5322, 3.3."""

STRING_FORMATS: Mapping[str, StringFormat] = {
    "base64url": StringFormat(Scalar.BASE64URL, "ZXhhbXBsZQ=="),
    "byte": StringFormat(Scalar.BYTES, "ZXhhbXBsZQ=="),
    "date": StringFormat(Scalar.DATE, "2030-01-31", _DATE),
    "date-time": StringFormat(Scalar.DATETIME, "2030-01-31T12:00:00Z", f"{_DATE}T{_TIME}"),
    "decimal": StringFormat(Scalar.DECIMAL, "1.50", r"-?[0-9]{1,30}(?:\.[0-9]{1,30})?"),
    "duration": StringFormat(
        Scalar.DURATION, "PT1H", r"P(?=.)(?:[0-9]{1,6}D)?(?:T(?=.)(?:[0-9]{1,6}H)?(?:[0-9]{1,6}M)?(?:[0-9]{1,6}S)?)?"
    ),
    **dict.fromkeys(_HTTP_DATES, StringFormat(Scalar.HTTP_DATE, "Mon, 28 Jan 2030 12:00:00 GMT", _HTTP_DATE)),
    "time": StringFormat(Scalar.TIME, "12:00:00Z", _TIME),
    "uuid": StringFormat(
        Scalar.UUID, "123e4567-e89b-12d3-a456-426614174000", r"[0-9A-Fa-f]{8}(?:-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}"
    ),
}
"""By `format` (RFC 3339, RFC 9562, and OpenAPI's registry of formats). `binary` is not one: its type is content."""
