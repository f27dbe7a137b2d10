# Part of the client's runtime, the same in every client. Do not edit.
"""From a whole answer to the result of a call, or to the exception that it raises."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import suppress
from typing import Any

from msgspec import UNSET as _UNSET
from msgspec import json

from .codec import MismatchError, construct, decode
from .errors import APIStatusError, ResponseDecodeError
from .model import is_model, is_object
from .operation import Operation, documented, expected
from .transport import Response


def decoded(operation: Operation[Any], raw: Response[Any], strict: bool) -> Any:
    """The body by its documented type, else plain JSON, else text or bytes."""
    certain = documented(operation.success, raw.status_code) is not _UNSET
    kind = expected(operation.success, raw.status_code)
    if kind is bytes or kind is str:
        return _as_it_came(raw, kind)
    if kind is None or not raw.content or raw.status_code == 204:
        return None
    try:
        return decode(raw.content, kind, strict=certain and strict)
    except MismatchError as error:
        fault = str(error)
    except ValueError:
        media_type = raw.headers.get("content-type", "no media type")
        if not certain:
            return raw.text if media_type.startswith("text/") else raw.content
        fault = f"the body is not JSON ({media_type})"
    raise ResponseDecodeError(f"{operation.name}: {raw.status_code}: {fault}", raw)


def failure(
    operation: Operation[Any],
    raw: Response[Any],
    errors: Mapping[int, type[APIStatusError]],
    hint: str,
) -> APIStatusError:
    """The exception for an answer that is no success; 500's is that of all 5xx.

    `hint` says where credentials come from.
    """
    status = raw.status_code
    error = errors.get(status, errors.get(status // 500 * 500)) or APIStatusError
    kind = documented(operation.errors, status)
    kind = error.body_type() if kind is _UNSET else kind
    value = None
    with suppress(ValueError):
        value = json.decode(raw.content)
    body = _as_it_came(raw, kind) if kind is bytes or kind is str else value
    if body is value and kind is not None:
        fits = is_object(value) or not is_model(kind)
        body = construct(kind, value if fits else {})
    said = [_summary(value)]
    if status // 100 == 3 and (place := raw.headers.get("location")):
        said = [f"moved to {place.partition('?')[0]}, which is not followed by itself"]
    if status == 401 and hint:
        said.append(f"check {hint}")
    if raw.retry_after is not None:
        said.append(f"wait {raw.retry_after:.0f} s")
    text = f"{operation.name}: {status} {'; '.join(filter(None, said))}".rstrip()
    if raw.request_id:
        text += f" (request id {raw.request_id})"
    return error(text, raw, body)


def _as_it_came(raw: Response[Any], kind: type[bytes | str]) -> Any:
    """Bytes or text; what came as JSON is decoded for it, unless it is none."""
    if kind is str and "json" in raw.headers.get("content-type", ""):
        with suppress(ValueError):
            return decode(raw.content, str)
    return raw.content if kind is bytes else raw.text


def _summary(body: object) -> str:
    """The code and message of an error, from where they usually are (RFC 9457, too)."""
    if is_object(body) and is_object(body.get("error")):
        body = body["error"]
    known: dict[str, Any] = body if is_object(body) else {}
    texts = [known.get(name) for name in ("code", "title", "message", "detail")]
    return ": ".join(text for text in texts if isinstance(text, str))[:500]
