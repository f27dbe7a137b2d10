"""All 31 operations: each is called once, and no value of a path can make it another one."""

from __future__ import annotations

import inspect
import json
import subprocess
import sys
from typing import Any
from urllib.parse import unquote

import pytest

from generated.bird_conversations import AsyncClient, Client
from tests.conftest import ROOT

from .calls import CALLS, Call
from .conftest import Api
from .server import OPERATIONS, Bird, operation_of

each_call = pytest.mark.parametrize("call", CALLS, ids=lambda call: call.call)


@each_call
def test_request(api: Api, bird: Bird, call: Call) -> None:
    """A call sends one request: this method, this path, this query and body, and what all requests have."""
    api(call.call, *call.args, **call.kwargs)
    (seen,) = bird.seen
    assert (seen.method, seen.path) == (call.method, call.path)
    assert seen.arguments == call.query
    assert seen.headers["authorization"].startswith("AccessKey ")
    assert seen.headers["accept"] == "application/json"
    assert seen.headers["host"] == bird.url.removeprefix("http://")
    if call.body is ...:
        assert seen.body == b"" and "content-type" not in seen.headers
    else:
        assert seen.headers["content-type"] == call.media_type
        assert (seen.body if isinstance(call.body, bytes) else seen.json) == call.body


@pytest.fixture(scope="module")
def inspected() -> list[dict[str, Any]]:
    """What `fledge inspect --json` says of the operations."""
    command = [sys.executable, "-m", "generator", "inspect", "--json", "bird_conversations"]
    run = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    found: list[dict[str, Any]] = json.loads(run.stdout)["operations"]
    return found


def test_table_is_complete(inspected: list[dict[str, Any]]) -> None:
    """The table calls each operation that the generator knows, by its call path, once."""
    known = {(each["call"].removeprefix("client."), each["method"], each["path"]) for each in inspected}
    found = {(call.call, *(operation_of(call.method, call.path) or ())) for call in CALLS}
    assert len(CALLS) == len(known) == 31
    assert found == known
    assert set(OPERATIONS) == {(method, path) for _, method, path in known}


@pytest.mark.parametrize("kind", [Client, AsyncClient])
def test_nothing_else_can_be_called(kind: Any) -> None:
    """Both clients have the methods of the table, and no others."""
    client = kind(access_key="key")
    resources = {name: getattr(client, name) for name, _ in inspect.getmembers(kind) if name in RESOURCES}
    methods = {
        f"{name}.{method}"
        for name, resource in resources.items()
        for method, _ in inspect.getmembers(type(resource), inspect.isfunction)
        if not method.startswith("_")
    }
    assert methods == {call.call for call in CALLS}


RESOURCES = {call.call.partition(".")[0] for call in CALLS}


def test_twins_take_the_same() -> None:
    """Each asynchronous method has the signature of its synchronous twin, up to what it returns."""
    for call in CALLS:
        resource, method = call.call.split(".")
        one, other = (
            inspect.signature(getattr(getattr(kind(access_key="key"), resource), method))
            for kind in (Client, AsyncClient)
        )
        assert one.parameters == other.parameters, call.call


HOSTILE = [
    "a/b",
    "..%2f..",
    "%2F",
    "%2e%2e",
    "?x=1",
    "#fragment",
    "a/../b",
    "../..",
    "a\\b",
    "a;b",
    "a b",
    "é\n\x00",
]


@each_call
def test_no_value_leads_elsewhere(api: Api, bird: Bird, call: Call) -> None:
    """Whatever stands in for an ID, the request reaches the same operation, which can read it back."""
    for position in range(len(call.args)):
        for value in HOSTILE:
            args = [*call.args]
            args[position] = value
            api(call.call, *args, **call.kwargs)
            assert bird.last.operation == operation_of(call.method, call.path), bird.last.target
            assert bird.last.arguments == call.query
            assert value in [unquote(segment) for segment in bird.last.path.split("/")]


@each_call
def test_no_value_corrupts_the_path(api: Api, bird: Bird, call: Call) -> None:
    """An empty ID, "." and ".." are refused before anything is sent."""
    for position in range(len(call.args)):
        for value in ("", ".", ".."):
            args = [*call.args]
            args[position] = value
            with pytest.raises(ValueError):
                api(call.call, *args, **call.kwargs)
    assert bird.seen == []


@each_call
def test_not_found_everywhere(api: Api, bird: Bird, call: Call) -> None:
    """Every operation raises the same error for a 404, whether it documents one or not."""
    from generated.bird_conversations import NotFoundError

    bird.answer(404, {"code": "ResourceNotFound", "message": "Gone."})
    with pytest.raises(NotFoundError) as caught:
        api(call.call, *call.args, **call.kwargs)
    assert caught.value.body.code == "ResourceNotFound"
