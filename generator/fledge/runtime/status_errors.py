# Part of the client's runtime, the same in every client. Do not edit.
"""The exception for an error status, and the server's reason, wherever it puts that."""

from __future__ import annotations

import re
from collections.abc import Iterable
from contextlib import suppress
from http import HTTPStatus
from typing import Any

from .codec import parse
from .errors import APIResponseError
from .messages import Response
from .shapes import is_array, is_object

_MESSAGES = (
    "error_description detail message Message msg errorMessage error_message "
    "description title reason error"
).split()
_CODES = "code error_code errorCode __type error reason".split()
_PLACES = "field param path pointer property source".split()
_UNNAMED = {"", "__all__", "base", "non_field_errors"}


class APIStatusError(APIResponseError):
    """The status is one of failure; `body` is the error as the API documents it.

    What is not so documented is the plain JSON value, or None if there is none.
    `message` is the server's reason in words, and `code` the one for programs.
    """

    message: str
    code: str | None

    def __init__(
        self,
        message: str,
        response: Response[Any],
        body: Any,
        advice: str | None = None,
    ) -> None:
        status, value = response.status_code, _plain_body(response)
        reason, self.code = _message(value)[:500], _code(value, status)
        self.message = reason or _phrase(status)
        title = value.get("title") if is_object(value) else None
        texts = (text for text in (self.code, title, reason) if isinstance(text, str))
        summary = ": ".join(dict.fromkeys(filter(None, texts)))
        details = "; ".join(filter(None, (summary, advice)))
        text = f"{message} {details}".rstrip()
        if advice is not None and response.request_id:
            text += f" (request id {response.request_id})"
        super().__init__(text, response)
        self.body = body

    @staticmethod
    def body_type() -> Any:
        """The type of `body` where the operation has none for the status."""
        return None


def _plain_body(response: Response[Any]) -> Any:
    with suppress(ValueError):
        return parse(response.content)
    media_type = response.headers.get("content-type", "")
    return response.text if media_type.startswith("text/plain") else None


def _phrase(status: int) -> str:
    with suppress(ValueError):
        return HTTPStatus(status).phrase
    return f"HTTP {status}"


def _code(body: Any, status: int) -> str | None:
    """The status again is none."""
    if is_array(body):
        return _code(body[0], status) if body else None
    if not is_object(body):
        return None
    if is_object(inner := body.get("error")):
        names = [*_CODES, "status", "type"]  # as Google, OpenAI and Anthropic have them
        return _token(inner, names, status) or _code(inner, status)
    return _token(body, _CODES, status) or _code(body.get("errors"), status)


def _token(body: dict[str, Any], names: Iterable[str], status: int) -> str | None:
    values = (body.get(name) for name in names)
    texts = (str(v) for v in values if isinstance(v, (str, int)) and v is not True)
    usable = (t for t in texts if re.fullmatch(r"[\w.#-]+", t) and t != str(status))
    return next(usable, None)


def _message(value: Any) -> str:
    if isinstance(value, str):
        return value.strip()
    if is_array(value):
        return "; ".join(dict.fromkeys(text for text in map(_problem, value) if text))
    if not is_object(value):
        return ""
    if is_object(value.get("error")):
        return _message(value["error"])
    if _is_by_field(value):
        return _by_field(value)
    head = next(filter(None, (_message(value.get(name)) for name in _MESSAGES)), "")
    more = value.get("errors")
    details = _by_field(more) if is_object(more) else _message(more)
    if head and details and details not in head:
        return f"{head.rstrip('.: ')}: {details}"
    return head or details


def _is_by_field(value: dict[str, Any]) -> bool:
    """Whether it has lists by field, as Django does: a field may be called `title`."""
    if not all(is_array(each) or is_object(each) for each in value.values()):
        return False
    names = value.keys() - {"description", "title", "reason"}
    one = len(value) == 1 and not names.isdisjoint(_MESSAGES)
    return not (one or value.keys() & {"detail", "errors"})


def _problem(value: Any) -> str:
    """One of several, and where it is: `body.name: Field required`."""
    if not is_object(value):
        return _message(value)
    where = value.get("loc") or next(filter(None, map(value.get, _PLACES)), "")
    if is_object(where):  # JSON:API's source
        where = where.get("pointer") or where.get("parameter")
    path = ".".join(map(str, where)) if is_array(where) else str(where or "")
    return _labelled(path, _message(value) or str(value.get("code") or ""))


def _by_field(problems: dict[str, Any]) -> str:
    texts = (
        _labelled(name, _by_field(each) if is_object(each) else _message(each))
        for name, each in problems.items()
    )
    return "; ".join(filter(None, texts))


def _labelled(name: str, text: str) -> str:
    return f"{name}: {text}" if text and name not in _UNNAMED else text
