"""What a call raises: statuses with typed bodies, and everything that is no answer at all, in one family."""

from __future__ import annotations

import pickle
from email.utils import format_datetime
from datetime import datetime, timedelta, timezone
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
    UNSET,
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
def test_status(api: Api, bird: Bird, status: int, kind: Any, body: Any, call: str, kwargs: dict[str, Any]) -> None:
    """Each documented status has its own exception, whose body is the documented model."""
    bird.answer(status, examples.error("InvalidPayload", "Not valid.", **FAULTS), {"X-Request-Id": "abc"})
    error = caught(api, call, *ARGS[call], **kwargs)
    assert type(error) is kind and isinstance(error, APIStatusError)
    assert isinstance(error.body, body)
    assert (error.body.code, error.body.message) == ("InvalidPayload", "Not valid.")
    assert error.body.details == FAULTS
    assert (error.status_code, error.request_id) == (status, "abc")
    assert "InvalidPayload" in str(error) and str(status) in str(error)
    assert len(bird.seen) == 1


def test_not_the_same_exception() -> None:
    """404, 409 and 422 can be caught one without the others."""
    kinds = [NotFoundError, ConflictError, UnprocessableEntityError]
    for one in kinds:
        assert [issubclass(one, other) for other in kinds].count(True) == 1


@pytest.mark.parametrize(
    "status, kind, body",
    [(404, NotFoundError, models.NotFoundErrorBody), (403, PermissionDeniedError, models.DetailedError)],
)
def test_without_a_body(api: Api, bird: Bird, status: int, kind: Any, body: Any) -> None:
    """An error without a body still has the documented one, whose fields are UNSET."""
    bird.answer(status)
    error = caught(api, "participants.delete", WORKSPACE, CONVERSATION, CONTACT)
    assert type(error) is kind
    assert isinstance(error.body, body)
    assert error.body.code is UNSET and error.body.message is UNSET
    assert error.content == b""


HTML = "<!doctype html><title>Oops</title><p>Internal error</p>"


@pytest.mark.parametrize("status", [500, 502, 503, 504, 599])
def test_html(api: Api, bird: Bird, status: int) -> None:
    """A failing gateway that answers in HTML is an error of the server."""
    api.use(max_retries=0)
    bird.answer(status, HTML, media_type="text/html; charset=utf-8")
    error = caught(api)
    assert type(error) is InternalServerError
    assert error.status_code == status and error.text == HTML and error.body is None


def test_html_of_a_documented_status(api: Api, bird: Bird) -> None:
    """A 404 in HTML, as proxies send it, has the documented body without its fields."""
    bird.answer(404, HTML, media_type="text/html")
    error = caught(api)
    assert type(error) is NotFoundError
    assert isinstance(error.body, models.NotFoundErrorBody) and error.body.code is UNSET
    assert "<" not in str(error)


@pytest.mark.parametrize("body", [[], "text", None, {"code": 7}, {"error": {"code": "X"}}, {"details": None}])
def test_other_json(api: Api, bird: Bird, body: object) -> None:
    """An error body of another shape does not raise another error."""
    bird.answer(422, b"null" if body is None else body)
    error = caught(api)
    assert type(error) is UnprocessableEntityError
    assert isinstance(error.body, models.ValidationErrorBody)


@pytest.mark.parametrize("status", [402, 405, 410, 418, 451])
def test_undocumented_status(api: Api, bird: Bird, status: int) -> None:
    """A status that the document does not name is an APIStatusError with the JSON as body."""
    bird.answer(status, {"code": "Odd", "message": "So."})
    error = caught(api)
    assert isinstance(error, APIStatusError) and error.status_code == status
    assert error.body == {"code": "Odd", "message": "So."}


@pytest.mark.parametrize("fault", [{"drop": True}, {"cut": 10}], ids=["dropped", "cut"])
@pytest.mark.parametrize("call", ["conversations.get", "conversations.update"])
def test_connection(api: Api, bird: Bird, fault: dict[str, Any], call: str) -> None:
    """A connection that breaks before or within the answer is an APIConnectionError."""
    api.use(max_retries=0)
    bird.answer(200, examples.conversation(), **fault)
    error = caught(api, call)
    assert type(error) is APIConnectionError
    assert len(bird.seen) == 1


def test_no_server(api: Api) -> None:
    """Nobody listens: the same error."""
    api.use(max_retries=0, base_url="http://127.0.0.1:9")
    assert type(caught(api)) is APIConnectionError


@pytest.mark.parametrize("call", ["conversations.get", "conversations.update"])
def test_time_out(api: Api, bird: Bird, call: str) -> None:
    """A server that never answers is an APITimeoutError, which is a connection error."""
    api.use(max_retries=0, timeout=0.05)
    bird.answer(hang=True)
    error = caught(api, call)
    assert type(error) is APITimeoutError and isinstance(error, APIConnectionError)


def test_time_out_of_one_call(api: Api, bird: Bird) -> None:
    """The time-out and the retries can be set for one call."""
    bird.answer(hang=True)
    assert type(caught(api, timeout=0.05, max_retries=0)) is APITimeoutError
    assert len(bird.seen) == 1 and api.sleeps == []


@pytest.mark.parametrize("body, media_type", [(HTML, "text/html"), (b"\xff{", "application/json"), ('{"id":', "x/y")])
def test_success_that_is_not_json(api: Api, bird: Bird, body: Any, media_type: str) -> None:
    """A 200 whose body is no JSON belongs to the family, too."""
    bird.answer(200, body, media_type=media_type)
    error = caught(api)
    assert type(error) is ResponseDecodeError
    assert error.status_code == 200


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
def test_family(kind: Any) -> None:
    """Every error of the package is an APIError."""
    assert issubclass(kind, APIError)


def test_family_is_whole() -> None:
    """No exported error is missing above."""
    names = {name for name in dir(package) if name.endswith("Error")}
    assert names == {kind.__name__ for kind in FAMILY} | {"APIError"}


# Retries


def test_retry_after(api: Api, bird: Bird) -> None:
    """429 is tried again after the time that the server asks for, with the same request."""
    bird.answer(429, headers={"Retry-After": "7"})
    api("messages.create", WORKSPACE, CONVERSATION, body={"a": 1})
    assert api.sleeps == [7.0]
    one, other = bird.seen
    assert (one.method, one.target, one.body) == (other.method, other.target, other.body)
    assert other.body == b'{"a":1}'


def test_retry_after_date(api: Api, bird: Bird) -> None:
    """Retry-After may be a date."""
    moment = datetime.now(timezone.utc) + timedelta(seconds=20)
    bird.answer(429, headers={"Retry-After": format_datetime(moment, usegmt=True)})
    api("conversations.get", WORKSPACE, CONVERSATION)
    assert 15 < api.sleeps[0] <= 20


def test_rate_limit_that_stays(api: Api, bird: Bird) -> None:
    """After two more attempts the error is raised, which tells how long to wait."""
    for _ in range(3):
        bird.answer(429, examples.error("TooManyRequests"), {"Retry-After": "3"})
    error = caught(api)
    assert type(error) is RateLimitError
    assert error.retry_after == 3 and len(bird.seen) == 3 and api.sleeps == [3.0, 3.0]


def test_retry_after_that_is_long(api: Api, bird: Bird) -> None:
    """A server that asks for more than a minute gets no second request."""
    bird.answer(429, headers={"Retry-After": "3600"})
    assert type(caught(api)) is RateLimitError
    assert len(bird.seen) == 1 and api.sleeps == []


def test_what_was_refused_is_sent_again(api: Api, bird: Bird) -> None:
    """What the server says it did not do is tried again, with random pauses of growing length."""
    bird.answer(429)
    bird.answer(429, HTML, media_type="text/html")
    assert isinstance(api("conversations.update", WORKSPACE, CONVERSATION, name="x"), models.Conversation)
    first, second = api.sleeps
    assert 0 <= first <= 0.5 and 0 <= second <= 1
    assert [seen.body for seen in bird.seen] == [b'{"name":"x"}'] * 3


def test_what_may_not_be_repeated(api: Api, bird: Bird) -> None:
    """A message that may have been sent is not sent again; a question is asked again."""
    bird.answer(drop=True)
    with pytest.raises(APIConnectionError):
        api("messages.create", WORKSPACE, CONVERSATION, body={"a": 1})
    assert len(bird.seen) == 1
    bird.answer(drop=True)
    assert isinstance(api("conversations.get", WORKSPACE, CONVERSATION), models.Conversation)
    assert len(bird.seen) == 3


@pytest.mark.parametrize("status", [404, 409, 422, 501])
def test_what_is_final(api: Api, bird: Bird, status: int) -> None:
    """Faults of the request are not tried again."""
    bird.answer(status)
    caught(api)
    assert len(bird.seen) == 1


def test_no_retries(api: Api, bird: Bird) -> None:
    """Retries can be switched off."""
    bird.answer(429)
    api.use(max_retries=0)
    assert type(caught(api)) is RateLimitError
    assert len(bird.seen) == 1


# What errors tell


def test_secrets_and_ids_stay_out_of_messages(api: Api, bird: Bird) -> None:
    """No message or repr of an error shows the key, or who the request was about."""
    bird.answer(404, examples.error("ResourceNotFound"))
    one = caught(api, "participants.get_by_identifier", WORKSPACE, CONVERSATION, "emailaddress", "john.doe@bird.com")
    api.use(max_retries=0, timeout=0.05)
    bird.answer(hang=True)
    other = caught(api, "participants.get_by_identifier", WORKSPACE, CONVERSATION, "emailaddress", "john.doe@bird.com")
    for error in (one, other):
        told = f"{error} {error!r}"
        assert "GET /workspaces/{workspaceId}" in told
        assert KEY not in told and "john" not in told and WORKSPACE not in told


def test_pickle(api: Api, bird: Bird) -> None:
    """Errors survive the way to another process, with their typed body."""
    bird.answer(409, examples.error("ResourceAlreadyExists"))
    error = caught(api, "participants.create", WORKSPACE, CONVERSATION, body={"id": USER, "type": "user"})
    copy = pickle.loads(pickle.dumps(error))
    assert type(copy) is ConflictError
    assert (str(copy), copy.body, copy.status_code) == (str(error), error.body, 409)
