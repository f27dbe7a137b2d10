"""What a call raises: statuses with typed bodies, and everything that is no answer at all, in one family."""

from __future__ import annotations

import pickle
from datetime import datetime, timedelta, timezone
from email.utils import format_datetime
from typing import Any

import pytest

import generated.bird_conversations as package
from generated.bird_conversations import (
    APIConnectionError,
    APIError,
    APIStatusError,
    APITimeoutError,
    ConflictError,
    InternalServerError,
    NotFoundError,
    PermissionDeniedError,
    RateLimitError,
    ResponseDecodeError,
    UnprocessableEntityError,
    models,
)

from . import examples
from .conftest import KEY, Api
from .examples import CHANNEL, CONTACT, CONVERSATION, USER, WORKSPACE
from .server import Bird

FAULTS = {".name": ["is too long"], ".description": ["is too long", "is not text"]}

STATUSES = [
    (400, package.BadRequestError, models.DetailedError, "allow_block_rules.create_bulk", {"body": "x"}),
    (
        401,
        package.AuthenticationError,
        models.DetailedError,
        "participants.list_conversations",
        {"channel_id": CHANNEL},
    ),
    (403, PermissionDeniedError, models.DetailedError, "conversations.create", {"channel_id": CHANNEL}),
    (404, NotFoundError, models.NotFoundErrorBody, "conversations.update", {"name": "x"}),
    (409, ConflictError, models.ConflictErrorBody, "conversations.update", {"name": "x"}),
    (422, UnprocessableEntityError, models.ValidationErrorBody, "conversations.update", {"name": "x"}),
]
ARGS = {
    "allow_block_rules.create_bulk": (WORKSPACE,),
    "participants.list_conversations": (WORKSPACE, CONTACT),
    "conversations.create": (WORKSPACE,),
    "conversations.update": (WORKSPACE, CONVERSATION),
}


def caught(api: Api, call: str = "conversations.get", *args: str, **kwargs: Any) -> Any:
    """The error that a call raises."""
    with pytest.raises(APIError) as error:
        api(call, *(args or (WORKSPACE, CONVERSATION)), **kwargs)
    return error.value


@pytest.mark.parametrize("status, kind, body, call, kwargs", STATUSES, ids=lambda value: str(value)[:3])
def test_each_documented_status_raises_its_exception(
    api: Api, bird: Bird, status: int, kind: Any, body: Any, call: str, kwargs: dict[str, Any]
) -> None:
    """Each documented status has its own exception, whose body is the documented model."""
    bird.responds(status, examples.error("InvalidPayload", "Not valid.", **FAULTS), {"X-Request-Id": "abc"})
    error = caught(api, call, *ARGS[call], **kwargs)
    assert type(error) is kind and isinstance(error, APIStatusError)
    assert isinstance(error.body, body)
    assert (error.body.code, error.body.message) == ("InvalidPayload", "Not valid.")
    assert error.body.details == FAULTS
    assert (error.status_code, error.request_id) == (status, "abc")
    assert "InvalidPayload" in str(error) and str(status) in str(error)
    assert len(bird.requests) == 1


def test_the_exceptions_of_statuses_are_unrelated() -> None:
    """404, 409 and 422 can be caught one without the others."""
    kinds = [NotFoundError, ConflictError, UnprocessableEntityError]
    for one in kinds:
        assert [issubclass(one, other) for other in kinds].count(True) == 1


@pytest.mark.parametrize("status, kind", [(404, NotFoundError), (403, PermissionDeniedError)])
def test_an_error_without_a_body_has_none(api: Api, bird: Bird, status: int, kind: Any) -> None:
    """An error without a body is not the documented one."""
    bird.responds(status)
    error = caught(api, "participants.delete", WORKSPACE, CONVERSATION, CONTACT)
    assert type(error) is kind
    assert error.body is None
    assert error.content == b""


HTML = "<!doctype html><title>Oops</title><p>Internal error</p>"


@pytest.mark.parametrize("status", [500, 502, 503, 504, 599])
def test_html_of_a_gateway_is_a_server_error(api: Api, bird: Bird, status: int) -> None:
    """A failing gateway that answers in HTML is an error of the server."""
    api.use(max_retries=0)
    bird.responds(status, HTML, media_type="text/html; charset=utf-8")
    error = caught(api)
    assert type(error) is InternalServerError
    assert error.status_code == status and error.text == HTML and error.body is None


def test_html_of_a_documented_status_raises_its_exception(api: Api, bird: Bird) -> None:
    """A 404 in HTML, as proxies send it, has no body, and the text."""
    bird.responds(404, HTML, media_type="text/html")
    error = caught(api)
    assert type(error) is NotFoundError
    assert error.body is None and error.text == HTML
    assert "<" not in str(error)


@pytest.mark.parametrize("body", [[], "text", None, {"code": 7}, {"error": {"code": "X"}}, {"details": None}, {}])
def test_an_error_body_of_another_shape_raises_the_same_exception(api: Api, bird: Bird, body: object) -> None:
    """An error body of another shape does not raise another error; without any required field it is plain JSON."""
    bird.responds(422, b"null" if body is None else body)
    error = caught(api)
    assert type(error) is UnprocessableEntityError
    if body == {"code": 7}:
        assert isinstance(error.body, models.ValidationErrorBody) and error.body.message is None
    else:
        assert error.body == (None if body == "text" else body)  # that is no JSON


@pytest.mark.parametrize("status", [402, 405, 410, 418, 451])
def test_an_undocumented_status_has_its_json_as_body(api: Api, bird: Bird, status: int) -> None:
    """A status that the document does not name is an APIStatusError with the JSON as body."""
    bird.responds(status, {"code": "Odd", "message": "So."})
    error = caught(api)
    assert isinstance(error, APIStatusError) and error.status_code == status
    assert error.body == {"code": "Odd", "message": "So."}


@pytest.mark.parametrize("fault", [{"drop": True}, {"cut": 10}], ids=["dropped", "cut"])
@pytest.mark.parametrize("call", ["conversations.get", "conversations.update"])
def test_a_broken_connection_is_a_connection_error(api: Api, bird: Bird, fault: dict[str, Any], call: str) -> None:
    """A connection that breaks before or within the answer is an APIConnectionError."""
    api.use(max_retries=0)
    bird.responds(200, examples.conversation(), **fault)
    error = caught(api, call)
    assert type(error) is APIConnectionError
    assert len(bird.requests) == 1


def test_a_refused_connection_is_a_connection_error(api: Api) -> None:
    """Nobody listens: the same error."""
    api.use(max_retries=0, base_url="http://127.0.0.1:9")
    assert type(caught(api)) is APIConnectionError


@pytest.mark.parametrize("call", ["conversations.get", "conversations.update"])
def test_a_silent_server_is_a_timeout_error(api: Api, bird: Bird, call: str) -> None:
    """A server that never answers is an APITimeoutError, which is a connection error."""
    api.use(max_retries=0, timeout=0.05)
    bird.responds(hang=True)
    error = caught(api, call)
    assert type(error) is APITimeoutError and isinstance(error, APIConnectionError)


def test_timeout_and_retries_are_set_for_one_call(api: Api, bird: Bird) -> None:
    """The time-out and the retries can be set for one call."""
    bird.responds(hang=True)
    assert type(caught(api, timeout=0.5, max_retries=0)) is APITimeoutError
    assert len(bird.requests) == 1 and api.sleeps == []


@pytest.mark.parametrize(
    "body, media_type", [(HTML, "application/json"), (b"\xff{", "application/json"), ('{"id":', "x/json")]
)
def test_a_success_without_json_is_a_decode_error(api: Api, bird: Bird, body: Any, media_type: str) -> None:
    """A 200 whose body is no JSON, though it says so, belongs to the family, too."""
    bird.responds(200, body, media_type=media_type)
    error = caught(api)
    assert type(error) is ResponseDecodeError
    assert error.status_code == 200


@pytest.mark.parametrize("body, media_type", [(HTML, "text/html"), (b"\x89\xff", "image/png")])
def test_a_success_in_an_undocumented_media_type_is_text_or_bytes(
    api: Api, bird: Bird, body: Any, media_type: str
) -> None:
    """A 200 in another media type is what it is; a strict client raises."""
    bird.responds(200, body, media_type=media_type)
    response = api.raw("conversations.get", WORKSPACE, CONVERSATION)
    assert response.body == body and response.headers["content-type"].startswith(media_type)
    api.use(strict_responses=True)
    bird.responds(200, body, media_type=media_type)
    assert type(caught(api)) is ResponseDecodeError


FAMILY = [
    APIConnectionError,
    APIStatusError,
    APITimeoutError,
    ConflictError,
    InternalServerError,
    NotFoundError,
    PermissionDeniedError,
    RateLimitError,
    ResponseDecodeError,
    UnprocessableEntityError,
    package.AuthenticationError,
    package.BadRequestError,
    package.MissingCredentialsError,
]


@pytest.mark.parametrize("kind", FAMILY)
def test_every_exported_error_is_an_api_error(kind: Any) -> None:
    """Every error of the package is an APIError."""
    assert issubclass(kind, APIError)


def test_no_exported_error_is_missing() -> None:
    """No exported error is missing above."""
    names = {name for name in dir(package) if name.endswith("Error")}
    assert names == {kind.__name__ for kind in FAMILY} | {"APIError"}


# Retries


def test_a_429_is_retried_after_the_delay_of_the_server(api: Api, bird: Bird) -> None:
    """429 is tried again after the time that the server asks for, with the same request."""
    bird.responds(429, headers={"Retry-After": "7"})
    api("messages.create", WORKSPACE, CONVERSATION, body={"a": 1})
    assert api.sleeps == [7.0]
    one, other = bird.requests
    assert (one.method, one.target, one.body) == (other.method, other.target, other.body)
    assert other.body == b'{"a":1}'


def test_retry_after_may_be_a_date(api: Api, bird: Bird) -> None:
    """Retry-After may be a date."""
    moment = datetime.now(timezone.utc) + timedelta(seconds=20)
    bird.responds(429, headers={"Retry-After": format_datetime(moment, usegmt=True)})
    api("conversations.get", WORKSPACE, CONVERSATION)
    assert 15 < api.sleeps[0] <= 20


def test_a_lasting_rate_limit_raises_after_two_retries(api: Api, bird: Bird) -> None:
    """After two more attempts the error is raised, which tells how long to wait."""
    for _ in range(3):
        bird.responds(429, examples.error("TooManyRequests"), {"Retry-After": "3"})
    error = caught(api)
    assert type(error) is RateLimitError
    assert error.retry_after == 3 and len(bird.requests) == 3 and api.sleeps == [3.0, 3.0]


def test_a_long_retry_after_is_not_awaited(api: Api, bird: Bird) -> None:
    """A server that asks for more than a minute gets no second request."""
    bird.responds(429, headers={"Retry-After": "3600"})
    assert type(caught(api)) is RateLimitError
    assert len(bird.requests) == 1 and api.sleeps == []


def test_refused_requests_are_retried_with_growing_pauses(api: Api, bird: Bird) -> None:
    """What the server says it did not do is tried again, with random pauses of growing length."""
    bird.responds(429)
    bird.responds(429, HTML, media_type="text/html")
    assert isinstance(api("conversations.update", WORKSPACE, CONVERSATION, name="x"), models.Conversation)
    first, second = api.sleeps
    assert 0 <= first <= 0.5 and 0 <= second <= 1
    assert [recorded.body for recorded in bird.requests] == [b'{"name":"x"}'] * 3


def test_a_post_that_may_have_arrived_is_not_retried(api: Api, bird: Bird) -> None:
    """A message that may have been sent is not sent again; a question is asked again."""
    bird.responds(drop=True)
    with pytest.raises(APIConnectionError):
        api("messages.create", WORKSPACE, CONVERSATION, body={"a": 1})
    assert len(bird.requests) == 1
    bird.responds(drop=True)
    assert isinstance(api("conversations.get", WORKSPACE, CONVERSATION), models.Conversation)
    assert len(bird.requests) == 3


@pytest.mark.parametrize("status", [404, 409, 422, 501])
def test_client_errors_are_not_retried(api: Api, bird: Bird, status: int) -> None:
    """Faults of the request are not tried again."""
    bird.responds(status)
    caught(api)
    assert len(bird.requests) == 1


def test_max_retries_0_disables_retries(api: Api, bird: Bird) -> None:
    """Retries can be switched off."""
    bird.responds(429)
    api.use(max_retries=0)
    assert type(caught(api)) is RateLimitError
    assert len(bird.requests) == 1


# What errors tell


def test_secrets_and_ids_stay_out_of_messages(api: Api, bird: Bird) -> None:
    """No message or repr of an error shows the key, or who the request was about."""
    bird.responds(404, examples.error("ResourceNotFound"))
    one = caught(api, "participants.get_by_identifier", WORKSPACE, CONVERSATION, "emailaddress", "john.doe@bird.com")
    api.use(max_retries=0, timeout=0.05)
    bird.responds(hang=True)
    other = caught(api, "participants.get_by_identifier", WORKSPACE, CONVERSATION, "emailaddress", "john.doe@bird.com")
    for error in (one, other):
        shown = f"{error} {error!r}"
        assert "GET /workspaces/{workspaceId}" in shown
        assert KEY not in shown and "john" not in shown and WORKSPACE not in shown


def test_errors_can_be_pickled(api: Api, bird: Bird) -> None:
    """Errors survive the way to another process, with their typed body."""
    bird.responds(409, examples.error("ResourceAlreadyExists"))
    error = caught(api, "participants.create", WORKSPACE, CONVERSATION, body={"id": USER, "type": "user"})
    copy = pickle.loads(pickle.dumps(error))
    assert type(copy) is ConflictError
    assert (str(copy), copy.body, copy.status_code) == (str(error), error.body, 409)
