"""The package's own `testing`, used as a user's test would, with both clients."""

from __future__ import annotations

import asyncio
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from generated.bird_conversations import (
    APIConnectionError,
    APITimeoutError,
    AsyncClient,
    Client,
    InternalServerError,
    NotFoundError,
    PermissionDeniedError,
    testing,
)
from generated.bird_conversations.models import (
    DetailedError,
    NotFoundErrorBody,
    Participant,
    ParticipantPage,
)
from tests.conftest import ROOT

from .calls import CALLS, Call
from .examples import CONTACT, CONVERSATION, WORKSPACE

PARTICIPANT = Participant(id="1", type="user")
PATH_VALUES = (WORKSPACE, CONVERSATION, CONTACT)
MISSING = NotFoundErrorBody(code="ResourceNotFound", message="Not found.")


@pytest.fixture
def fake() -> testing.FakeTransport:
    return testing.FakeTransport()


@pytest.fixture
def bird(fake: testing.FakeTransport) -> Client:
    return Client(access_key="key", transport=fake, max_retries=0)


def test_a_typed_response_is_returned(bird: Client, fake: testing.FakeTransport) -> None:
    """A method returns what it was told to, and what was sent is there."""
    fake.on(bird.participants.update).returns(PARTICIPANT, headers={"X-Request-Id": "r"})
    assert bird.participants.update("a/b", CONVERSATION, "ü", status="active") == PARTICIPANT
    (sent,) = fake.calls
    assert sent.path == {"workspaceId": "a/b", "conversationId": CONVERSATION, "conversationParticipantId": "ü"}
    assert sent.body == {"status": "active"} and sent.query == {}
    assert sent.headers["authorization"] == "AccessKey key" and sent.operation.startswith("PATCH /workspaces/{")
    assert fake.on(bird.participants.update).calls == [sent]
    raw = bird.participants.with_raw_response.update(*PATH_VALUES, status="active")
    assert (raw.status_code, raw.request_id, raw.body) == (200, "r", PARTICIPANT)


def test_responses_are_returned_in_sequence(bird: Client, fake: testing.FakeTransport) -> None:
    """One answer after the other, and the last one again and again."""
    other = Participant(id="2", type="bot")
    fake.on(bird.participants.get).returns(PARTICIPANT).fails(404, MISSING).returns(other)
    assert bird.participants.get(*PATH_VALUES) == PARTICIPANT
    with pytest.raises(NotFoundError) as caught:
        bird.participants.get(*PATH_VALUES)
    assert caught.value.body == MISSING
    assert [bird.participants.get(*PATH_VALUES) for _ in range(2)] == [other, other]
    fake.on(bird.participants.get).assert_called(4)


def test_a_function_computes_the_response(bird: Client, fake: testing.FakeTransport) -> None:
    """A function makes the answer of the request; what it makes is checked, too."""
    fake.on(bird.participants.get).returns_from(
        lambda sent: Participant(id=sent.path["conversationParticipantId"], type="user")
    )
    assert bird.participants.get("w", "c", "7").id == "7"
    fake.on(bird.participants.delete).returns_from(lambda sent: {"id": 1})
    with pytest.raises(ValueError, match="204 has no body"):
        bird.participants.delete(*PATH_VALUES)


def test_pages_are_fetched_from_the_fake(bird: Client, fake: testing.FakeTransport) -> None:
    """A list is answered page by page, and asked for as a server would see it."""
    pages = fake.on(bird.participants.list)
    pages.returns(ParticipantPage(results=[PARTICIPANT], next_page_token="a="))
    pages.returns(ParticipantPage(results=[PARTICIPANT, PARTICIPANT]))
    assert len(list(bird.participants.list("w", "c", limit=1))) == 3
    assert [sent.query for sent in pages.calls] == [{"limit": ["1"]}, {"limit": ["1"], "pageToken": ["a="]}]
    pages.assert_called_with("w", "c", limit=1, page_token="a=")


def test_the_fake_serves_the_async_client() -> None:
    """The asynchronous twin does the same."""
    fake = testing.AsyncFakeTransport()
    bird = AsyncClient(access_key="key", transport=fake, max_retries=0)

    async def use() -> None:
        fake.on(bird.participants.get).returns(PARTICIPANT).fails(404, MISSING)
        assert await bird.participants.get(*PATH_VALUES) == PARTICIPANT
        with pytest.raises(NotFoundError):
            await bird.participants.get(*PATH_VALUES)
        fake.on(bird.participants.get).assert_called_with(*PATH_VALUES)
        page = ParticipantPage(results=[PARTICIPANT], next_page_token="a")
        fake.on(bird.participants.list).returns(page).returns(ParticipantPage(results=[]))
        assert [each async for each in bird.participants.list("w", "c")] == [PARTICIPANT]
        fake.on(bird.participants.list).assert_called_with("w", "c", page_token="a")
        fake.on(bird.messages.get).responds(200, b"{}")
        async with bird.messages.with_streaming_response.get(*PATH_VALUES) as response:
            assert await response.read() == b"{}"
        await bird.close()

    asyncio.run(use())


@pytest.mark.parametrize("error", [APIConnectionError("gone"), APITimeoutError("slow")])
def test_a_connection_error_is_raised(bird: Client, fake: testing.FakeTransport, error: APIConnectionError) -> None:
    """Connections that break, and time-outs; what may be repeated is repeated."""
    fake.on(bird.participants.get).raises(error).returns(PARTICIPANT)
    with pytest.raises(type(error)):
        bird.participants.get(*PATH_VALUES)
    fake = testing.FakeTransport()
    again = Client(access_key="key", transport=fake)
    fake.on(again.participants.get).raises(error).returns(PARTICIPANT)
    assert again.participants.get(*PATH_VALUES) == PARTICIPANT and len(fake.calls) == 2


def test_undocumented_failures_can_be_faked(bird: Client, fake: testing.FakeTransport) -> None:
    """What comes from gateways needs no documentation; its body is that of the package's exception."""
    fake.on(bird.participants.get).fails(403, DetailedError(code="Forbidden", message="No.")).fails(503)
    with pytest.raises(PermissionDeniedError, match="Forbidden"):
        bird.participants.get(*PATH_VALUES)
    with pytest.raises(InternalServerError):
        bird.participants.get(*PATH_VALUES)
    fake.on(bird.participants.get).responds(418, b"<p>", {"content-type": "text/html"})
    with pytest.raises(Exception, match="418") as caught:
        bird.participants.get(*PATH_VALUES)
    assert getattr(caught.value, "text") == "<p>"


REFUSED: dict[str, Any] = {
    "201 is not documented; known are: 200, 404": lambda on, bird: on(bird.participants.get).returns(
        PARTICIPANT, status=201
    ),
    "404 is not documented": lambda on, bird: on(bird.conversations.list).returns(PARTICIPANT, status=404),
    r"200: Expected `str`, got `int` - at `\$.id`": lambda on, bird: on(bird.participants.get).returns(
        {"id": 1, "type": "x"}
    ),
    "missing required field": lambda on, bird: on(bird.participants.get).returns(MISSING),
    "204 has no body": lambda on, bird: on(bird.participants.delete).returns(PARTICIPANT),
    "409 is not documented": lambda on, bird: on(bird.participants.get).fails(409),
    "302 is not documented": lambda on, bird: on(bird.participants.get).fails(302),
    "404: Expected `object`, got `null`": lambda on, bird: on(bird.participants.get).fails(404),
    "403: Object missing": lambda on, bird: on(bird.participants.get).fails(403, {"code": "Abc"}),
}


@pytest.mark.parametrize("message", REFUSED)
def test_a_wrong_response_is_refused(bird: Client, fake: testing.FakeTransport, message: str) -> None:
    """An answer that the description does not allow is refused where it is written."""
    with pytest.raises(ValueError, match=message):
        REFUSED[message](fake.on, bird)


def test_a_call_without_a_response_is_refused(bird: Client, fake: testing.FakeTransport) -> None:
    """They fail the test, and name the operation."""
    with pytest.raises(AssertionError, match=r"GET /workspaces/\{workspaceId\}.* was called; use on\(\)"):
        bird.participants.get(*PATH_VALUES)
    with pytest.raises(AssertionError, match="has no answer yet"):
        fake.on(bird.participants.get)
        bird.participants.get(*PATH_VALUES)


def test_only_operations_get_responses(bird: Client, fake: testing.FakeTransport) -> None:
    """Only methods of resources have answers."""
    for method in (bird.close, bird.with_options, print, lambda: None, Client.close):
        with pytest.raises(TypeError, match="client.pets.get"):
            fake.on(method)


def test_assertions_on_recorded_requests(bird: Client, fake: testing.FakeTransport) -> None:
    """A wrong expectation says what came instead."""
    answers = fake.on(bird.participants.update).returns(PARTICIPANT)
    with pytest.raises(AssertionError, match="Expected a call of PATCH .*these came: none"):
        answers.assert_called()
    bird.participants.update(*PATH_VALUES, status="active")
    answers.assert_called()
    answers.assert_called_with(*PATH_VALUES, status="active")
    with pytest.raises(AssertionError, match="Expected 2 calls"):
        answers.assert_called(2)
    with pytest.raises(AssertionError, match=r"Expected .*'pending'.* these came:\n .*'active'"):
        answers.assert_called_with(*PATH_VALUES, status="pending")
    for path_values in ((*PATH_VALUES[:2], "other"), ("x" + WORKSPACE, *PATH_VALUES[1:])):
        with pytest.raises(AssertionError):
            answers.assert_called_with(*path_values, status="active")
    with pytest.raises(AssertionError):
        answers.assert_called_with(*PATH_VALUES, status="active", extra_query={"a": 1})
    with pytest.raises(AssertionError):
        answers.assert_called_with(*PATH_VALUES, status="active", extra_headers={"X-A": "1"})
    bird.close()
    answers.assert_called_with(*PATH_VALUES, status="active")


@pytest.mark.parametrize("call", CALLS, ids=lambda call: call.call)
@pytest.mark.parametrize("kind", [Client, AsyncClient])
def test_each_operation_gets_a_typed_response(call: Call, kind: Any) -> None:
    """Every method of both clients is found, answered, and recognized by its arguments."""
    fake: Any = testing.FakeTransport() if kind is Client else testing.AsyncFakeTransport()
    client = kind(access_key="key", transport=fake, max_retries=0)
    resource, name = call.call.split(".")
    method = getattr(getattr(client, resource), name)
    answers = fake.on(method).fails(500)

    async def wait(value: Any) -> Any:
        return await value

    with pytest.raises(InternalServerError):
        result = method(*call.args, **call.kwargs)
        asyncio.run(wait(result))
    answers.assert_called_with(*call.args, **call.kwargs)
    (sent,) = answers.calls
    assert {key: values[0] for key, values in sent.query.items()} == call.query
    assert tuple(sent.path.values()) == call.args
    assert sent.body == (None if call.body is ... else call.body)


def test_statuses_are_chosen_by_the_body(bird: Client, fake: testing.FakeTransport) -> None:
    """Of several documented successes the first is taken, unless one is named."""
    fake.on(bird.participants.create).returns(PARTICIPANT).returns(PARTICIPANT, status=201)
    raw = bird.participants.with_raw_response.create
    assert [raw("w", "c").status_code for _ in range(2)] == [200, 201]
    fake.on(bird.participants.delete).returns(None)
    bird.participants.delete(*PATH_VALUES)


TYPED = """
from generated.bird_conversations import AsyncClient, Client, testing
from generated.bird_conversations.models import Conversation, Participant, ParticipantPage


def sync(bird: Client, fake: testing.FakeTransport, one: Participant, page: ParticipantPage, no: Conversation) -> None:
    fake.on(bird.participants.get).returns(one).fails(404)
    fake.on(bird.participants.get).returns(no)  # wrong
    fake.on(bird.participants.get).returns_from(lambda sent: one)
    fake.on(bird.participants.list).returns(page)
    fake.on(bird.participants.list).returns(one)  # a Page names its items alone, so this is not told
    fake.on(bird.participants.delete).returns(None)
    fake.on(bird.participants.get).assert_called_with("a", "b", "c", timeout=3)
    fake.on(bird.participants.get).assert_called_with("a", "b")  # wrong
    fake.on(bird.participants.update).assert_called_with("a", "b", "c", status=3)  # wrong


def twin(bird: AsyncClient, fake: testing.AsyncFakeTransport, one: Participant, page: ParticipantPage) -> None:
    fake.on(bird.participants.get).returns(one)
    fake.on(bird.participants.get).returns(page)  # wrong
    fake.on(bird.participants.list).returns(page)
    fake.on(bird.participants.list).returns(one)  # a Page names its items alone, so this is not told
    fake.on(bird.participants.get).assert_called_with("a", "b")  # wrong


Client(transport=testing.FakeTransport())
AsyncClient(transport=testing.AsyncFakeTransport())
Client(transport=testing.AsyncFakeTransport())  # wrong
AsyncClient(transport=testing.FakeTransport())  # wrong
"""


@pytest.mark.types
def test_type_checkers_find_wrong_tests(tmp_path: Path) -> None:
    """Another model, or another argument, is an error of mypy at that line; what is right is none."""
    (tmp_path / "typed.py").write_text(TYPED, encoding="utf-8")
    command = [sys.executable, "-m", "mypy", "--strict", str(tmp_path / "typed.py")]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True)
    found = {int(line) for line in re.findall(r"typed\.py:(\d+): error", done.stdout)}
    wrong = {number for number, line in enumerate(TYPED.splitlines(), start=1) if line.endswith("# wrong")}
    assert found == wrong, done.stdout


def test_the_documentation_is_right() -> None:
    """The example of docs/testing.md runs."""
    page = (ROOT / "docs" / "testing.md").read_text(encoding="utf-8")
    (example,) = re.findall(r"^```python\n(.*?)^```", page, re.DOTALL | re.MULTILINE)
    exec(example.replace("from bird_conversations", "from generated.bird_conversations"), {})


def test_another_media_type_is_faked(bird: Client, fake: testing.FakeTransport) -> None:
    """What is no JSON is told as bytes."""
    fake.on(bird.allow_block_rules.create_bulk).fails(500)
    with pytest.raises(InternalServerError):
        bird.allow_block_rules.create_bulk(WORKSPACE, body="test@example.com,allow")
    assert fake.calls[0].body == b"test@example.com,allow"
