# fmt: off
# isort: skip_file
# flake8: noqa
# ruff: noqa: PGH004
# Part of the client's runtime, the same in every client. Do not edit.
"""The exception for an error status, and the server's reason, wherever it puts that."""

from __future__ import annotations

import re
from collections.abc import Iterable
from contextlib import suppress
from http.client import responses
from typing import Any

from .codec import parse
from .errors import APIResponseError
from .messages import Response
from .shapes import is_array, is_object

# Names are compared without case, prefixes and the marks between words.
_MESSAGES = """errordescription detail message msg errormessage errmsg description
    usermessage faultstring defaultmessage info title reason error""".split()
_DETAILS = """errors errormessages validationerrors invalidparams violations issues
    messages constraints""".split()
_CODES = "code errorcode errcode __type error reason".split()
_PLACES = "loc field param path pointer property propertypath name key source".split()
_UNNAMED = {"", "__all__", "base", "detail", "non_field_errors"}


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
        self.message = reason or responses.get(status, f"HTTP {status}")
        title = _message(value.get("title")) if is_object(value) else ""
        title = "" if reason.startswith(title.rstrip(".: ")) else title
        summary = ": ".join(dict.fromkeys(filter(None, (self.code, title, reason))))
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
    for read in (response.json, lambda: parse(response.text)):  # with marks for octets
        with suppress(ValueError):
            return read()
    media_type, text = response.headers.get("content-type", "").lower(), response.text
    if "html" in media_type or "xml" in media_type:
        from html import unescape  # takes as long as all of this file

        name = "title" if "html" in media_type else r"(?:\w+:)?\w+"
        inner = re.findall(f"<({name})>([^<]+)</", text)
        return {key: unescape(each) for key, each in inner[::-1]}
    is_text = media_type.startswith("text/plain") or "json" in media_type
    return text if is_text and text[:1] not in ("{", "[") else None


def _code(body: Any, status: int) -> str | None:
    """The status again is none."""
    if is_array(body):
        return _code(body[0], status) if body else None
    if not is_object(body):
        return None
    body = _folded(body)
    if inner := _inner(body):
        names = [*_CODES, "status", "type"]  # as Google, OpenAI and Anthropic have them
        return _token(_folded(inner), names, status) or _code(inner, status)
    return _token(body, _CODES, status) or _code(body.get("errors"), status)


def _token(body: dict[str, Any], names: Iterable[str], status: int) -> str | None:
    values = (body.get(name) for name in names)
    texts = (str(v) for v in values if isinstance(v, (str, int)) and v is not True)
    usable = (t for t in texts if re.fullmatch(r"[\w.#-]+", t) and t != str(status))
    return next(usable, None)


def _folded(body: dict[str, Any]) -> dict[str, Any]:
    """The body with names in one spelling: `odata.error`, `Error` and `error`."""
    marks = re.compile(r".*[.:]|(?<=[^_])[_-]")
    return {marks.sub("", name).lower(): value for name, value in body.items()}


def _inner(body: dict[str, Any]) -> dict[str, Any] | None:
    return next(filter(is_object, map(body.get, ("error", "fault"))), None)


def _message(value: Any) -> str:
    if isinstance(value, str):
        return value.strip()
    if is_array(value):
        return _joined(map(_problem, value))
    if not is_object(value):
        return ""
    body = _folded(value)
    if inner := _inner(body):
        return _message(inner)
    if _is_by_field(body):
        return _details(value)
    names = ["value"] if "lang" in body else _MESSAGES  # of OData
    head = next(filter(None, (_message(body.get(name)) for name in names)), "")
    names = [*_DETAILS, "data"] if body.get("status") == "fail" else _DETAILS  # JSend
    texts = [_details(body.get(name)) for name in names]
    texts += [_message(body.get(name)) for name in ("_embedded", "extra")]
    details = _joined(texts)
    if head and details and details not in head:
        return f"{head.rstrip('.: ')}: {details}"
    return head or details


def _is_by_field(body: dict[str, Any]) -> bool:
    """Whether it has lists by field, as Django does: a field may be called `title`."""
    if not all(is_array(each) or is_object(each) for each in body.values()):
        return False
    names = body.keys() - {"description", "title", "reason"}
    one = len(body) == 1 and not names.isdisjoint(_MESSAGES)
    return not (one or body.keys() & {"detail", *_DETAILS})


def _problem(value: Any) -> str:
    """One of several, and where it is: `body.name: Field required`."""
    if not is_object(value) or _is_by_field(body := _folded(value)):
        return _message(value)
    where = next(filter(None, map(body.get, _PLACES)), "")
    if is_object(where):  # JSON:API's source
        where = where.get("pointer") or where.get("parameter")
    path = ".".join(map(str, where)) if is_array(where) else str(where or "")
    return _labelled(path, _message(value) or str(body.get("code") or ""))


def _details(value: Any) -> str:
    if not is_object(value):
        return _message(value)
    return _joined(_labelled(name, _details(each)) for name, each in value.items())


def _joined(texts: Iterable[str]) -> str:
    return "; ".join(dict.fromkeys(filter(None, texts)))


def _labelled(name: str, text: str) -> str:
    return f"{name}: {text}" if text and name not in _UNNAMED else text
