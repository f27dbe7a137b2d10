# Part of the client's runtime, the same in every client. Do not edit.
"""Moments as HTTP and mail write them: Wed, 21 Oct 2015 07:28:00 GMT."""

from __future__ import annotations

from datetime import datetime, timezone
from email.utils import format_datetime, parsedate_to_datetime
from typing import TYPE_CHECKING, Any, TypeAlias

from .codec import by_type
from .shapes import Convert

HTTPDate: TypeAlias = datetime
if not TYPE_CHECKING:

    class HTTPDate(datetime):
        """A datetime that is written with GMT, or with an offset if it came with one."""

        take = (datetime,)
        offset = False

        def __new__(cls, *args: Any, **kwargs: Any) -> Any:
            if len(args) == 1 and isinstance(args[0], datetime):
                moment = args[0]
                args = (*moment.timetuple()[:6], moment.microsecond, moment.tzinfo)
            return super().__new__(cls, *args, **kwargs)

        @classmethod
        def __decode__(cls, value: Any, convert: Convert) -> Any:
            text = convert(value, str)
            try:
                moment = cls(parsedate_to_datetime(text))
            except TypeError:
                raise ValueError("it is no date") from None
            moment.offset = not text.rstrip().endswith(("GMT", "UTC", "Z"))
            return moment if moment.tzinfo else moment.replace(tzinfo=timezone.utc)

        def __encode__(self) -> str:
            moment = self if self.tzinfo else self.replace(tzinfo=timezone.utc)
            if self.offset:
                return format_datetime(moment)
            return format_datetime(moment.astimezone(timezone.utc), usegmt=True)

    by_type.append(HTTPDate)
