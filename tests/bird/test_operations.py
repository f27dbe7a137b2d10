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
def test_each_operation_sends_its_request(api: Api, bird: Bird, call: Call) -> None:
    """A call sends one request: this method, this path, this query and body, and what all requests have."""
    api(call.call, *call.args, **call.kwargs)
    (recorded,) = bird.requests
    assert (recorded.method, recorded.path) == (call.method, call.path)
    assert recorded.arguments == call.query
    assert recorded.headers["authorization"].startswith("AccessKey ")
    assert recorded.headers["accept"] == "application/json"
    assert recorded.headers["host"] == bird.url.removeprefix("http://")
    if call.body is ...:
        assert recorded.body == b"" and "content-type" not in recorded.headers
    else:
        assert recorded.headers["content-type"] == call.media_type
        assert (recorded.body if isinstance(call.body, bytes) else recorded.json) == call.body


@pytest.fixture(scope="module")
def inspected() -> list[dict[str, Any]]:
    """What `fledge inspect --json` says of the operations."""
    command = [sys.executable, "-m", "fledge", "inspect", "--json", "bird_conversations"]
    run = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    listed: list[dict[str, Any]] = json.loads(run.stdout)["operations"]
    return listed


def test_the_table_has_every_operation(inspected: list[dict[str, Any]]) -> None:
    """The table calls each operation that the generator knows, by its call path, once."""
    described = {(each["call"].removeprefix("client."), each["method"], each["path"]) for each in inspected}
    listed = {(call.call, *(operation_of(call.method, call.path) or ())) for call in CALLS}
    assert len(CALLS) == len(described) == 31
    assert listed == described
    assert set(OPERATIONS) == {(method, path) for _, method, path in described}


@pytest.mark.parametrize("kind", [Client, AsyncClient])
def test_resources_have_no_other_methods(kind: Any) -> None:
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


def test_sync_and_async_methods_take_the_same_arguments() -> None:
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
def test_no_path_value_reaches_another_operation(api: Api, bird: Bird, call: Call) -> None:
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
def test_empty_and_dot_path_values_are_refused(api: Api, bird: Bird, call: Call) -> None:
    """An empty ID, "." and ".." are refused before anything is sent."""
    for position in range(len(call.args)):
        for value in ("", ".", ".."):
            args = [*call.args]
            args[position] = value
            with pytest.raises(ValueError):
                api(call.call, *args, **call.kwargs)
    assert bird.requests == []


@each_call
def test_each_operation_raises_not_found(api: Api, bird: Bird, call: Call) -> None:
    """Every operation raises the same error for a 404, whether it documents one or not."""
    from generated.bird_conversations import NotFoundError

    bird.responds(404, {"code": "ResourceNotFound", "message": "Gone."})
    with pytest.raises(NotFoundError) as caught:
        api(call.call, *call.args, **call.kwargs)
    assert caught.value.body.code == "ResourceNotFound"
