# fmt: off
# isort: skip_file
# flake8: noqa
# ruff: noqa: PGH004
# Part of the client's runtime, the same in every client. Do not edit.
"""Requests and responses, as transports and hooks see them."""

from __future__ import annotations

import re
import time
from collections import UserDict
from collections.abc import AsyncGenerator, Callable, Container, Generator, Iterable
from contextlib import suppress
from functools import cached_property
from typing import Any, Generic, Protocol, TypeVar, cast

from msgspec import Struct, structs

from .codec import parse
from .deadlines import Timeout
from .origins import redact

T = TypeVar("T")
IDEMPOTENT = frozenset({"GET", "HEAD", "OPTIONS", "TRACE", "PUT", "DELETE", "QUERY"})
_CHARSET = re.compile(r'charset="?(?![\W_]*(?:idna|punycode))([\w.-]+)', re.I)
"""But for two of Python's own, which are for names: they take quadratic time."""
HARMLESS = frozenset(
    "accept accept-encoding accept-language content-type range user-agent".split()
)  # headers that are no secret


def is_json(media_type: str) -> bool:
    """Whether a media type, in any case and with parameters, is one of JSON."""
    return media_type.partition(";")[0].strip().lower().endswith(("/json", "+json"))


class Content(Protocol):
    """What is sent in pieces; `length` is the number of its bytes, if that is known."""

    length: int | None
    replayable: bool  # it can be sent again, from its beginning
    progress: Callable[[int, int | None], object]  # to be told of each piece

    def __iter__(self) -> Generator[bytes]: ...
    def __aiter__(self) -> AsyncGenerator[bytes]: ...


class Request(Struct, frozen=True):
    """A request to be sent. Its repr shows nothing that may be secret."""

    operation: str  # method and path template, for messages
    method: str
    url: str  # absolute and percent-encoded
    headers: dict[str, str]  # by name in lower case; `host` is left to the transport
    content: bytes | Content | None
    timeout: Timeout  # see RequestOptions
    repeatable: bool = False  # sending it twice does no more than sending it once
    secret_names: frozenset[str] = frozenset()  # of credentials in the query
    call_id: str = ""  # the same for all requests of a call
    attempt: int = 1  # counts what is sent again, but not redirects
    is_foreign: bool = False  # a redirect led to another origin than the server's

    @property
    def public_url(self) -> str:
        """The URL without credentials."""
        return redact(self.url, self.secret_names)

    def public(self) -> Request:
        """The same without content, and with nothing that may be secret."""
        headers = {k: v if k in HARMLESS else "..." for k, v in self.headers.items()}
        return structs.replace(self, url=self.public_url, headers=headers, content=None)

    def __repr__(self) -> str:
        return f"<Request {self.operation}>"


class Headers(UserDict[str, str]):
    """Values by name, in any case."""

    def __setitem__(self, name: str, value: str) -> None:
        self.data[name.lower()] = value

    def __getitem__(self, name: str) -> str:
        return self.data[name.lower()]

    def __contains__(self, name: object) -> bool:
        return str(name).lower() in self.data


def joined(raw: Iterable[tuple[bytes, bytes]]) -> Headers:
    """The headers of a response; values of one name stand behind commas."""
    headers = Headers()
    for name, value in raw:
        key, text = name.decode("latin-1"), value.decode("latin-1")
        with suppress(UnicodeDecodeError):
            text = value.decode()
        headers[key] = f"{headers[key]}, {text}" if key in headers else text
    return headers


class ResponseHead(Struct, frozen=True):
    """What comes first in every answer."""

    status_code: int
    headers: Headers

    def __repr__(self) -> str:
        return f"<{type(self).__name__} {self.status_code}>"

    @property
    def is_success(self) -> bool:
        return 200 <= self.status_code < 300

    def is_result(self, success: Container[int | str]) -> bool:
        """Whether its status is 2xx, or one of `success`, such as 302 or "3XX"."""
        status = self.status_code
        return self.is_success or status in success or f"{status // 100}XX" in success

    @property
    def request_id(self) -> str | None:
        """What the server calls this request, if it says so."""
        names = "x-request-id", "request-id", "x-amzn-requestid", "x-correlation-id"
        return next((self.headers[n] for n in names if n in self.headers), None)

    @property
    def retry_after(self) -> float | None:
        """Seconds to wait, by a number or a date (RFC 9110 section 10.2.3)."""
        from calendar import timegm
        from email.utils import parsedate_to_datetime

        value = self.headers.get("retry-after", "")
        with suppress(ValueError, OverflowError, OSError):
            if re.fullmatch(r"\d{1,9}(\.\d+)?", value):
                return float(value)
            until = parsedate_to_datetime(value).utctimetuple()  # some name no zone
            return max(0.0, timegm(until) - time.time())
        return None


class Response(ResponseHead, Generic[T], frozen=True, dict=True):
    """A whole response. Its body is decoded when it is first read."""

    content: bytes  # as it came, without its content encoding
    _decode: Callable[[Response[Any]], Any] | None = None
    method: str = ""
    url: str = ""  # the request's, without credentials

    @cached_property
    def body(self) -> T:
        """What the call itself would return. ResponseDecodeError: it is not that."""
        return cast(T, self._decode and self._decode(self))

    def json(self) -> Any:
        """The content as plain JSON values. ValueError: it is not JSON."""
        with suppress(UnicodeDecodeError):
            return parse(self.content)
        return parse(self.content if "\ufffd" in self.text else self.text)

    def __repr__(self) -> str:
        return f"<Response {self.status_code} {self.method} {self.url}>"

    @property
    def text(self) -> str:
        """The content by its charset; UTF-8 where it has none that is known."""
        charset = _CHARSET.search(self.headers.get("content-type", ""))
        content = self.content.removeprefix(b"\xef\xbb\xbf")  # a byte order mark
        with suppress(LookupError, ValueError):
            return content.decode(charset[1] if charset else "utf-8", "replace")
        return content.decode("utf-8", "replace")
