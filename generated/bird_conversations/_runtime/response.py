# fmt: off
# isort: skip_file
# flake8: noqa
# ruff: noqa: PGH004
# Part of the client's runtime, the same in every client. Do not edit.
"""From a whole answer to the result of a call, or to the exception that it raises."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from contextlib import suppress
from typing import Any

from msgspec import UNSET as _UNSET, Struct, structs

from .auth import APIKeyAuth
from .codec import MismatchError, construct, decode, encode, parse
from .errors import ResponseDecodeError
from .messages import Headers, Request, Response, is_json
from .operation import Operation, documented, expected
from .origins import hide, redact
from .status_errors import APIStatusError


class Decoder(Struct, frozen=True):
    """Gives a body by its documented type, else plain JSON, else text or bytes."""

    operation: Operation[Any]
    request: Request  # without what may be secret
    strict: bool

    def __call__(self, raw: Response[Any]) -> Any:
        certain = documented(self.operation.success, raw.status_code) is not _UNSET
        kind = expected(self.operation.success, raw.status_code)
        if kind is bytes or kind is str:
            came = _as_it_came(raw, kind, self.operation.accept.lower())
            if isinstance(came, bytes | str) or not (certain and self.strict):
                return came
        if kind is None or not raw.content or raw.status_code == 204:
            return None
        media_type = raw.headers.get("content-type", "no media type")
        fault, is_other = "", "/" in media_type and not is_json(media_type)
        try:  # what is called text, and is a number, may be a text
            if not is_other or raw.content[:99].lstrip()[:1] in (b"{", b"["):
                return decode(kind, raw.content, strict=certain and self.strict)
        except ValueError as error:
            if isinstance(error, MismatchError) and not certain:
                return parse(raw.content)
            fault = str(error) if isinstance(error, MismatchError) else ""
        if not fault:
            if is_json(media_type) and "\ufffd" not in raw.text:  # in another charset
                with suppress(ValueError):
                    return decode(kind, raw.text, strict=certain and self.strict)
            is_text, text = media_type.lower()[:5] == "text/", raw.text.strip()
            for each in (text, encode(text)) if is_text and kind is not Any else ():
                with suppress(ValueError):  # a date is JSON in quotes only
                    if not isinstance(value := decode(kind, each, strict=True), str):
                        return value
            is_strict = self.strict and "*/*" not in self.operation.accept
            is_bare = "/" not in media_type and kind is not Any
            if not (certain and (is_strict or is_bare or is_json(media_type))):
                return raw.text if is_text else raw.content
            fault = f"the body is not JSON ({media_type})"
        message = f"{self.operation.name}: {raw.status_code}: {fault}"
        failed = ResponseDecodeError(message, structs.replace(raw, _decode=None))
        failed.request = self.request
        raise failed


def failure(
    operation: Operation[Any],
    raw: Response[Any],
    errors: Mapping[int, Any],
    auth: Mapping[str, APIKeyAuth],
    secrets: Sequence[str],
) -> Any:
    """The exception for an error response, whose headers have no `secrets`."""
    hints = [each.hint for each in auth.values() if each.hint]
    shown = Headers({name: hide(text, secrets) for name, text in raw.headers.items()})
    raw, status = structs.replace(raw, headers=shown), raw.status_code
    keys = status, status // 500 * 500, 0
    error = next((errors[key] for key in keys if key in errors), APIStatusError)
    kind = documented(operation.errors, status)
    kind = error.body_type() if kind is _UNSET else kind
    body, is_raw = None, kind in (bytes, str)
    with suppress(ValueError):
        body = _as_it_came(raw, kind) if is_raw else raw.json()
        body = body if is_raw or None in (kind, body) else construct(kind, body)
    advice: list[str] = []
    if status // 100 == 3 and (location := raw.headers.get("location")):
        moved = redact(location.partition("?")[0].partition("#")[0], ())
        advice.append(f"moved to {moved}, which is not followed by itself")
    if status == 401 and hints:
        advice.append(f"check {' or '.join(dict.fromkeys(hints))}")
    if raw.retry_after is not None:
        advice.append(f"wait {raw.retry_after:.0f} s")
    return error(f"{operation.name}: {status}", raw, body, "; ".join(advice))


def conceal(error: Any, secrets: Sequence[str]) -> None:
    """Hide what a server repeated of the secrets in its reason."""
    error.args = tuple(hide(str(each), secrets) for each in error.args)
    for name in ("message", "code"):
        if text := getattr(error, name, None):
            setattr(error, name, hide(str(text), secrets))


def _as_it_came(raw: Response[Any], kind: type[bytes | str], accept: str = "") -> Any:
    """Bytes or text; what came as JSON is decoded for it, unless it is none."""
    media_type = raw.headers.get("content-type", "").partition(";")[0].lower()
    if kind is str and is_json(media_type):
        with suppress(ValueError):
            return decode(str, raw.content)
    stated = media_type != "" and media_type in accept and not is_json(media_type)
    is_text = stated or media_type[:5] == "text/" or "\ufffd" not in raw.text
    return raw.text if kind is str and is_text else raw.content
