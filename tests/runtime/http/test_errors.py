"""What a call raises."""

from __future__ import annotations

import pickle
import socket
from collections.abc import Iterator
from threading import Thread
from typing import Any

import pytest

from fledge.runtime import errors, status_errors
from fledge.runtime.http_auth import HTTPAuth
from fledge.runtime.operation import Operation
from fledge.runtime.messages import Headers, Response

from . import operations as op
from .conftest import Api, Server

NEVER = {"max_retries": 0}


@pytest.mark.parametrize(
    ("status", "kind"),
    [
        (400, op.BadRequestError),
        (401, op.AuthenticationError),
        (403, op.PermissionDeniedError),
        (404, op.NotFoundError),
        (409, op.ConflictError),
        (418, status_errors.APIStatusError),
        (422, op.UnprocessableEntityError),
        (429, op.RateLimitError),
        (500, op.InternalServerError),
        (501, op.InternalServerError),
        (599, op.InternalServerError),
    ],
)
def test_a_class_for_each_status(api: Api, server: Server, status: int, kind: type[errors.APIError]) -> None:
    """Each common status has its class; the others are APIStatusError."""
    server.answer(status, {"code": "A", "message": "b"}, headers={"X-Request-Id": "r1"})
    with pytest.raises(status_errors.APIStatusError) as caught:
        api.call(op.GET, "secret-id", options=NEVER)
    error = caught.value
    assert type(error) is kind
    assert str(error) == f"GET /things/{{id}}: {status} A: b (request id r1)"
    assert error.status_code == status
    assert error.request_id == "r1"
    assert error.headers["x-request-id"] == "r1"
    assert error.content == b'{"code": "A", "message": "b"}'
    assert error.text == '{"code": "A", "message": "b"}'


def test_typed_bodies(api: Api, server: Server) -> None:
    """The body is what the operation documents: by status, range or default."""
    for status in (404, 409):
        server.answer(status, {"code": "A", "message": "b"})
        with pytest.raises(status_errors.APIStatusError) as caught:
            api.call(op.GET, "1")
        assert caught.value.body == op.Problem(code="A", message="b")
    operation: Operation[None] = Operation("GET /", errors={404: None, "default": str})
    server.answer(404, {"code": "A"})
    with pytest.raises(op.NotFoundError) as caught:
        api.call(operation)
    assert caught.value.body == {"code": "A"}
    server.answer(409, b"text")
    with pytest.raises(op.ConflictError) as caught:
        api.call(operation)
    assert caught.value.body == "text"


@pytest.mark.parametrize(
    ("body", "value"),
    [
        (b"", None),
        (b"<html>", None),
        (b"null", None),
        (b"[1]", [1]),
        (b'"x"', "x"),
        (b"{}", {}),
        (b'{"a":1}', {"a": 1}),
    ],
)
def test_bodies_that_are_not_there(api: Api, server: Server, body: bytes, value: object) -> None:
    """Another body than the documented model is plain JSON, and no JSON is None."""
    server.answer(404, body)
    with pytest.raises(op.NotFoundError) as caught:
        api.call(op.GET, "1")
    assert caught.value.body == value
    assert caught.value.content == body
    assert str(caught.value) == ("GET /things/{id}: 404 x" if value == "x" else "GET /things/{id}: 404")


def test_lists_as_bodies(api: Api, server: Server) -> None:
    """A documented list of problems is a list of models."""
    operation: Operation[None] = Operation("GET /", errors={422: list[op.Problem]})
    server.answer(422, [{"code": "A", "message": "b"}])
    with pytest.raises(op.UnprocessableEntityError) as caught:
        api.call(operation)
    assert caught.value.body == [op.Problem(code="A", message="b")]


def test_html_of_a_failing_server(api: Api, server: Server) -> None:
    """A 500 with HTML is an error like any other."""
    server.answer(500, b"<html>oops", headers={"Content-Type": "text/html"})
    with pytest.raises(op.InternalServerError) as caught:
        api.call(op.GET, "1", options=NEVER)
    assert caught.value.body is None
    assert caught.value.text == "<html>oops"


def test_the_clients_own_classes(api: Api, server: Server) -> None:
    """A client's own class is raised for its status, and types bodies by itself."""

    class ServerError(op.InternalServerError):
        pass

    own = {404: op.NotFoundError, 500: ServerError}
    other = api.use(api.new(errors=own, max_retries=0))
    server.answer(404, {"code": "A"})
    with pytest.raises(op.NotFoundError) as caught:
        other.call(op.DELETE, "1")
    assert caught.value.body.code == "A"
    assert caught.value.body.message is None
    server.answer(503)
    with pytest.raises(ServerError):
        other.call(op.DELETE, "1")
    other.close()


@pytest.mark.parametrize(
    ("body", "text"),
    [
        ({"error": {"code": "A", "message": "b"}}, "A: b"),
        ({"title": "A", "detail": "b", "status": 4}, "A: b"),
        ({"message": "b"}, "b"),
        ({"code": 5}, "5"),
        ({"title": "Several errors.", "errors": {"Name": ["Is required."]}}, "Several errors: Name: Is required."),
        ({"title": "Violation", "violations": [{"field": "a", "message": "b"}]}, "Violation: a: b"),
        ([{"message": "b"}], "b"),
        ({"message": "x" * 1000}, "x" * 500),
    ],
)
def test_messages(api: Api, server: Server, body: object, text: str) -> None:
    """The message says what the server said, where it is in a usual place."""
    server.answer(404, body)
    with pytest.raises(op.NotFoundError) as caught:
        api.call(op.DELETE, "1")
    assert str(caught.value) == f"DELETE /things/{{id}}: 404 {text}".strip()


REASONS: list[tuple[object, str, str | None]] = [
    # RFC 9457, and the shape of its example of several problems
    ({"type": "https://a/b", "title": "No credit.", "detail": "It costs 50.", "status": 403}, "It costs 50.", None),
    (
        {"title": "Not valid.", "errors": [{"detail": "must be positive", "pointer": "#/age"}]},
        "Not valid: #/age: must be positive",
        None,
    ),
    # OpenAI, Stripe, Anthropic, Google, Azure
    (
        {"error": {"message": "No such model.", "type": "invalid", "code": "model_not_found"}},
        "No such model.",
        "model_not_found",
    ),
    (
        {"error": {"message": "No.", "type": "invalid_request_error", "param": None, "code": None}},
        "No.",
        "invalid_request_error",
    ),
    ({"error": {"code": "card_declined", "message": "Declined.", "type": "card_error"}}, "Declined.", "card_declined"),
    ({"type": "error", "error": {"type": "not_found_error", "message": "None."}}, "None.", "not_found_error"),
    ({"error": {"code": 404, "message": "None.", "status": "NOT_FOUND"}}, "None.", "NOT_FOUND"),
    # FastAPI and DRF
    ({"detail": "Not found."}, "Not found.", None),
    (
        {
            "detail": [
                {"loc": ["body", "name"], "msg": "Field required", "type": "missing"},
                {"loc": ["query", 0], "msg": "b"},
            ]
        },
        "body.name: Field required; query.0: b",
        None,
    ),
    ({"detail": {"message": "a"}}, "a", None),
    (
        {"name": ["This field is required."], "non_field_errors": ["No."], "home": {"zip": ["Bad."]}},
        "name: This field is required.; No.; home: zip: Bad.",
        None,
    ),
    ({"title": ["May not be blank."], "price": ["No number."]}, "title: May not be blank.; price: No number.", None),
    ({"reason": ["Required."]}, "reason: Required.", None),
    ({"message": ["a", "b"]}, "a; b", None),
    # NestJS, Spring, ASP.NET, Rails
    (
        {"statusCode": 400, "message": ["a is short", "b is long"], "error": "Bad Request"},
        "a is short; b is long",
        None,
    ),
    ({"status": 404, "error": "Not Found", "message": "No pet 7", "path": "/pets/7"}, "No pet 7", None),
    ({"title": "Several errors.", "errors": {"Name": ["Is required."]}}, "Several errors: Name: Is required.", None),
    ({"errors": {"name": ["can't be blank"]}}, "name: can't be blank", None),
    ({"errors": ["a", "b"]}, "a; b", None),
    # GitHub, Salesforce, Twilio, Kubernetes, JSON:API
    ({"message": "Not Found", "documentation_url": "https://a", "status": "404"}, "Not Found", None),
    (
        {"message": "Validation Failed", "errors": [{"resource": "Issue", "field": "title", "code": "missing_field"}]},
        "Validation Failed: title: missing_field",
        "missing_field",
    ),
    ([{"message": "No.", "errorCode": "NOT_FOUND"}], "No.", "NOT_FOUND"),
    ({"code": 20404, "message": "None.", "status": 404}, "None.", "20404"),
    ({"kind": "Status", "message": "pods are full", "reason": "NotFound", "code": 404}, "pods are full", "NotFound"),
    ({"errors": [{"code": "x", "title": "T", "detail": "d", "source": {"pointer": "/data"}}]}, "/data: d", "x"),
    # OAuth 2.0
    ({"error": "invalid_grant", "error_description": "It has expired."}, "It has expired.", "invalid_grant"),
    ({"error": "Something broke"}, "Something broke", None),
    # nothing to read
    ("A sentence.", "A sentence.", None),
    ({"id": "1", "name": "n"}, "Not Found", None),
    ([], "Not Found", None),
    (None, "Not Found", None),
    (5, "Not Found", None),
    ({"code": True, "message": {"a": 1}, "errors": None, "error": []}, "Not Found", None),
    ({"errorMessages": ["No issue."], "errors": {}}, "No issue.", None),  # Jira
    ({"errorMessages": [], "errors": {"summary": "Required."}}, "summary: Required.", None),
    ({"Error": {"Message": "No.", "Code": "Denied"}}, "No.", "Denied"),
    ({"ErrorMessage": "No."}, "No.", None),
    ({"error": {"code": "None", "message": {"lang": "en", "value": "No."}}}, "No.", "None"),  # OData
    ({"odata.error": {"code": "None", "message": {"lang": "en", "value": "No."}}}, "No.", "None"),
    ({"fault": {"faultstring": "No key", "detail": {"errorcode": "x"}}}, "No key", None),  # Apigee
    (
        {"title": "Invalid.", "invalid-params": [{"name": "age", "reason": "is low"}]},
        "Invalid: age: is low",
        None,
    ),
    ({"issues": [{"path": ["a", 0], "message": "Required"}], "name": "ZodError"}, "a.0: Required", None),
    ({"violations": [{"propertyPath": "email", "message": "No email"}]}, "email: No email", None),
    (
        {"error": "Bad Request", "errors": [{"defaultMessage": "is null", "field": "name"}]},
        "Bad Request: name: is null",
        None,
    ),
    ({"errors": [{"field": "name", "messages": ["a", "b"]}]}, "name: a; b", None),
    ({"message": "1 &lt; 2"}, "1 &lt; 2", None),
    ([{}, {"name": ["Required."]}], "name: Required.", None),  # DRF, of a list
    ({"errors": {"detail": "Not Found"}}, "Not Found", None),  # Phoenix
    ({"errors": {"title": ["can't be blank"]}}, "title: can't be blank", None),
    (
        {
            "status_code": 400,
            "detail": "Validation failed",
            "extra": [{"message": "Expected `str`", "key": "name", "source": "body"}],
        },
        "Validation failed: name: Expected `str`",
        None,
    ),  # Litestar
    ({"detail": "No.", "extra": {"trace": "a"}}, "No.", None),
    (
        {"message": "Bad Request", "_embedded": {"errors": [{"message": "name: is blank"}]}, "_links": {}},
        "Bad Request: name: is blank",
        None,
    ),  # Micronaut
    ({"status": "fail", "data": {"title": "Required."}}, "title: Required.", None),  # JSend
    ({"status": "ok", "data": {"title": "A title"}}, "Not Found", None),
    ({"errcode": 40013, "errmsg": "invalid appid"}, "invalid appid", "40013"),
]


@pytest.mark.parametrize(("body", "message", "code"), REASONS)
def test_the_servers_own_reason(api: Api, server: Server, body: object, message: str, code: str | None) -> None:
    """Its words are in `message`, and its word for programs in `code`."""
    server.answer(404, body)
    with pytest.raises(op.NotFoundError) as caught:
        api.call(op.DELETE, "1")
    assert (caught.value.message, caught.value.code) == (message, code)


@pytest.mark.parametrize(
    ("content", "media_type", "message", "code"),
    [
        (b"No such pet.", "text/plain", "No such pet.", None),
        (b"\xef\xbb\xbfNo such pet.", "Text/PLAIN; charset=utf-8", "No such pet.", None),
        (b"No such pet.", "application/json", "No such pet.", None),
        (b'{"message": "cut', "application/json", "Not Found", None),
        (b"<html>x", "text/html", "Not Found", None),
        (b"<html lang=en><title>No &amp; never</title><code>x</code>", "text/html", "No & never", None),
        (b"<?xml version='1.0'?><Error><Code>NoKey</Code><Message>No.</Message></Error>", "text/xml", "No.", "NoKey"),
        (b"<s:E xmlns:s='a'><s:Code>NoKey</s:Code><s:Message>1 &lt; 2</s:Message></s:E>", "text/xml", "1 < 2", "NoKey"),
        (b"<problem><title>T</title><detail>D</detail></problem>", "application/problem+xml", "D", None),
        (b"", "text/plain", "Not Found", None),
    ],
)
def test_reasons_that_are_no_json(
    api: Api, server: Server, content: bytes, media_type: str, message: str, code: str | None
) -> None:
    """Plain text is a reason, and so are the title of a page and the elements of XML."""
    server.answer(404, content, headers={"Content-Type": media_type})
    with pytest.raises(op.NotFoundError) as caught:
        api.call(op.DELETE, "1")
    assert (caught.value.message, caught.value.code) == (message, code)


def test_errors_pickle() -> None:
    """Errors come back from another process as they were."""
    raw = Response(404, Headers([("X-Request-Id", "r1")]), b"{}")
    error = op.NotFoundError("message", raw, op.Problem(code="A", message="b"))
    again = pickle.loads(pickle.dumps(error))
    assert type(again) is op.NotFoundError
    assert str(again) == "message"
    assert again.body == error.body
    assert again.request_id == "r1"
    assert again.headers == error.headers
    timeout = pickle.loads(pickle.dumps(errors.APITimeoutError("m", sent=False)))
    assert (str(timeout), timeout.sent) == ("m", False)


@pytest.fixture
def silence() -> Iterator[Any]:
    """A port on which every connection is closed, with what was asked counted."""
    listener = socket.create_server(("127.0.0.1", 0))
    requests: list[bytes] = []

    def serve() -> None:
        while True:
            try:
                connection, _ = listener.accept()
            except OSError:
                return
            with connection:
                requests.append(connection.recv(65536))

    Thread(target=serve, daemon=True).start()
    yield f"http://127.0.0.1:{listener.getsockname()[1]}", requests
    listener.close()


def test_cut_connections(api: Api, silence: Any) -> None:
    """A connection that breaks is retried where the method allows it, then raised."""
    url, requests = silence
    other = api.use(api.new(base_url=url))
    with pytest.raises(errors.APIConnectionError, match="^GET /things/{id}: ") as caught:
        other.call(op.GET, "secret-id")
    assert len(requests) == 3
    assert caught.value.sent
    assert "secret-id" not in str(caught.value)
    with pytest.raises(errors.APIConnectionError):
        other.call(op.CREATE, body={})
    assert len(requests) == 4
    other.close()


def test_bodies_that_break_off(api: Api, server: Server) -> None:
    """An answer that is cut in its body is asked for again, but not by POST."""
    server.answer(200, b'{"id":"1"}', cut=3)
    server.answer(200, {"id": "2"})
    assert api.call(op.GET, "1").id == "2"
    server.answer(200, b'{"id":"1"}', cut=3)
    with pytest.raises(errors.APIConnectionError):
        api.call(op.CREATE, body={})
    assert len(server.seen) == 3


def test_no_connection(api: Api) -> None:
    """Where no connection is made nothing was sent: every method is retried."""
    with socket.create_server(("127.0.0.1", 0)) as listener:
        port = listener.getsockname()[1]
    other = api.use(api.new(base_url=f"http://127.0.0.1:{port}", max_retries=3))
    with pytest.raises(errors.APIConnectionError) as caught:
        other.call(op.CREATE, body={})
    assert not caught.value.sent
    assert len(api.sleeps) == 3
    other.close()


def test_time_outs(api: Api, server: Server) -> None:
    """No answer in time is an error that says how long was waited."""
    server.answer(hang=True)
    with pytest.raises(errors.APITimeoutError, match="within 0.5 s") as caught:
        api.call(op.GET, "1", options={"timeout": 0.5, "max_retries": 0})
    assert caught.value.sent
    server.answer(hang=True)
    quick = api.use(api.client.with_options(timeout=0.05, max_retries=0))
    with pytest.raises(errors.APITimeoutError):
        quick.call(op.GET, "1")


def test_messages_say_what_to_do(api: Api, server: Server) -> None:
    """Where a refused credential came from, and how long to wait."""
    auth = {"key": HTTPAuth("Bearer", "hush", hint="token= or API_TOKEN")}
    client = api.use(api.new(schemes=auth, security=(("key",),)))
    server.answer(401, {"message": "No."})
    with pytest.raises(status_errors.APIStatusError, match=r"401 No\.; check token= or API_TOKEN$"):
        client.call(op.GET, "1")
    server.answer(429, headers={"Retry-After": "90"})
    with pytest.raises(op.RateLimitError, match=r": 429 wait 90 s$"):
        client.call(op.GET, "1")
