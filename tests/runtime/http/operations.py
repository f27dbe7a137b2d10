"""Operations and models that the tests call."""

from __future__ import annotations

from typing import Any

from fledge.runtime import status_errors
from fledge.runtime.cookies import Cookie
from fledge.runtime.event_streams import EventsOperation
from fledge.runtime.json_streams import LinesOperation, SequenceOperation
from fledge.runtime.model import UNSET, Model, Unset
from fledge.runtime.bodies import Fields, JSONBody
from fledge.runtime.operation import Operation
from fledge.runtime.cursor_pagination import TokenPagination
from fledge.runtime.pagination import PagedOperation
from fledge.runtime.parameters import Header, Query
from fledge.runtime.uploads import RawBody


class Thing(Model, rename="camel"):
    id: str
    display_name: str | None = None


class Problem(Model):
    code: str
    message: str


class Change(Model, rename="camel"):
    display_name: str | None | Unset = UNSET
    size: int | None = None
    timeout: float | None = None


class Things(Model, rename="camel"):
    results: list[Thing]
    next_page_token: str | None = None


class BadRequestError(status_errors.APIStatusError): ...


class AuthenticationError(status_errors.APIStatusError): ...


class PermissionDeniedError(status_errors.APIStatusError): ...


class NotFoundError(status_errors.APIStatusError):
    """404, as generated code declares it where it is documented."""

    body: Problem

    @staticmethod
    def body_type() -> Any:
        return Problem


class ConflictError(status_errors.APIStatusError): ...


class UnprocessableEntityError(status_errors.APIStatusError): ...


class RateLimitError(status_errors.APIStatusError): ...


class InternalServerError(status_errors.APIStatusError): ...


STATUS_ERRORS: dict[int, type[status_errors.APIStatusError]] = {
    400: BadRequestError,
    401: AuthenticationError,
    403: PermissionDeniedError,
    404: NotFoundError,
    409: ConflictError,
    422: UnprocessableEntityError,
    429: RateLimitError,
    500: InternalServerError,
    0: status_errors.APIStatusError,
}


GET: Operation[Thing] = Operation(
    "GET /things/{id}",
    parameters={
        "limit": Query("pageLimit"),
        "tags": Query("tags", explode=False),
        "trace": Header("X-Trace"),
        "session": Cookie("session"),
    },
    success={200: Thing},
    errors={404: Problem, "4XX": Problem},
)
LIST: PagedOperation[Things] = PagedOperation(
    "GET /things",
    parameters={"limit": Query("limit"), "page_token": Query("pageToken")},
    success={200: Things},
    pagination=TokenPagination(items="results", token="next_page_token", parameter="page_token"),
)
PATCH: Operation[Thing] = Operation(
    "PATCH /things/{id}",
    body=Fields(Change, rename={"timeout_": "timeout"}),
    success={200: Thing},
)
CREATE: Operation[Thing] = Operation("POST /things", body=JSONBody(), success={200: Thing, 201: Thing})
CREATE_ONCE: Operation[Thing] = Operation(
    "POST /things",
    body=JSONBody(),
    parameters={"idempotency_key": Header("Idempotency-Key")},
    success={201: Thing},
    idempotency_key="Idempotency-Key",
)
LOCATE: Operation[None] = Operation("POST /located", success={"3XX": None})
REPLACE: Operation[Thing] = Operation("PUT /things", body=JSONBody(required=False), success={200: Thing})
UPLOAD: Operation[Any] = Operation("POST /upload", body=RawBody("text/csv"), success={202: None})
DELETE: Operation[None] = Operation("DELETE /things/{id}", success={204: None})
DOWNLOAD: Operation[bytes] = Operation("GET /file", accept="application/octet-stream", success={200: bytes})
TEXT: Operation[str] = Operation("GET /text", accept="text/plain", success={200: str})
LISTEN: EventsOperation[Thing] = EventsOperation("GET /events", accept="text/event-stream", success={200: Thing})
TALK: EventsOperation[str] = EventsOperation("GET /talk", accept="text/event-stream", success={200: str})
MIXED: EventsOperation[Thing | str] = EventsOperation(
    "GET /mixed", accept="text/event-stream", success={200: Any}, events={"thing": Thing, "text": str}
)
LINES: LinesOperation[Thing] = LinesOperation("GET /lines", accept="application/jsonl", success={200: Thing})
SEQUENCE: SequenceOperation[Any] = SequenceOperation("GET /sequence", accept="application/json-seq", success={200: Any})
