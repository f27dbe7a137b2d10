"""The client itself: where it goes, what it says who it is, and its options."""

from __future__ import annotations

import subprocess
import sys
from typing import Any

import pytest

from generated.bird_conversations import AsyncClient, Client, MissingCredentialsError, models
from tests.conftest import ROOT

from . import examples
from .conftest import KEY, Api
from .examples import CONVERSATION, WORKSPACE
from .server import Bird


@pytest.fixture(autouse=True)
def no_settings(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("BIRD_ACCESS_KEY", raising=False)
    monkeypatch.delenv("BIRD_BASE_URL", raising=False)


def get(api: Api, client: Any) -> Any:
    return api.run(client.conversations.get(WORKSPACE, CONVERSATION))


@pytest.mark.parametrize("kind", [Client, AsyncClient])
def test_the_base_url_comes_from_argument_environment_or_description(
    kind: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Without more, requests go to Bird; an environment variable or an argument says otherwise."""
    assert "base_url='https://api.bird.com'" in repr(kind(access_key=KEY))
    monkeypatch.setenv("BIRD_BASE_URL", "http://localhost:1")
    assert "base_url='http://localhost:1'" in repr(kind(access_key=KEY))
    assert "base_url='http://localhost:2'" in repr(kind(access_key=KEY, base_url="http://localhost:2/"))


def test_requests_go_to_the_default_server(api: Api) -> None:
    """The request that a transport gets names Bird's server."""
    urls: list[str] = []

    class Stop(Exception):
        pass

    class Transport:
        def send(self, request: Any) -> Any:
            urls.append(request.url)
            raise Stop

        def close(self) -> Any:
            return None

    client = api.new(base_url=None, transport=Transport())
    with pytest.raises(Stop):
        get(api, client)
    assert urls == [f"https://api.bird.com/workspaces/{WORKSPACE}/conversations/{CONVERSATION}"]


def test_the_access_key_is_sent(api: Api, bird: Bird) -> None:
    """The header is the scheme as Bird spells it, one space, the key."""
    api("conversations.get", WORKSPACE, CONVERSATION)
    assert bird.last.headers["authorization"] == f"AccessKey {KEY}"


def test_the_access_key_of_the_environment_is_the_default(
    api: Api, bird: Bird, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The key comes from BIRD_ACCESS_KEY where it is not passed; one that is passed goes before."""
    monkeypatch.setenv("BIRD_ACCESS_KEY", "of-the-environment")
    get(api, api.new(access_key=None))
    assert bird.last.headers["authorization"] == "AccessKey of-the-environment"
    get(api, api.new(access_key="passed"))
    assert bird.last.headers["authorization"] == "AccessKey passed"


def test_an_access_key_function_is_called_for_each_request(api: Api, bird: Bird) -> None:
    """The key may be a function, which is asked at each call."""
    keys = iter(["one", "two"])
    client = api.new(access_key=lambda: next(keys))
    for key in ("one", "two"):
        get(api, client)
        assert bird.last.headers["authorization"] == f"AccessKey {key}"


@pytest.mark.parametrize("variable", [None, ""])
def test_a_missing_access_key_raises_before_the_request(
    api: Api, bird: Bird, monkeypatch: pytest.MonkeyPatch, variable: str | None
) -> None:
    """Without a key the first call says which argument and which variable are missing, and sends nothing."""
    if variable is not None:
        monkeypatch.setenv("BIRD_ACCESS_KEY", variable)
    client = api.new(access_key=None)
    with pytest.raises(MissingCredentialsError, match="access_key=.*BIRD_ACCESS_KEY"):
        get(api, client)
    assert bird.requests == []


@pytest.mark.parametrize("key", ["a\r\nX-Other: 1", "a\nb", "a\0"])
def test_an_access_key_with_line_breaks_is_refused(api: Api, key: str) -> None:
    """A key that would add a header is refused, without being shown."""
    with pytest.raises(ValueError) as caught:
        api.new(access_key=key)
    assert key not in str(caught.value)


def test_no_repr_contains_secrets(api: Api) -> None:
    """No repr has the key in it: not of the client, its resources, its credentials."""
    client = api.client.with_options(headers={"X-Secret": "s3cret"})
    for shown in (client, client.conversations, client._auth, api.client.with_options()):
        assert KEY not in repr(shown) and "s3cret" not in repr(shown)


def test_with_options_derives_a_client_that_shares_connections(api: Api, bird: Bird) -> None:
    """A derived client differs in its options, shares the connections, and leaves the first one as it is."""
    derived = api.client.with_options(headers={"X-Tenant": "a"}, max_retries=0, timeout=3.0)
    assert type(derived) is type(api.client)
    get(api, derived)
    assert bird.last.headers["x-tenant"] == "a"
    assert bird.last.headers["authorization"] == f"AccessKey {KEY}"
    get(api, api.client)
    assert "x-tenant" not in bird.last.headers
    api.run(derived.close())
    get(api, api.client)
    with pytest.raises(RuntimeError, match="closed"):
        get(api, derived)


def test_one_call_adds_headers_query_and_body_fields(api: Api, bird: Bird) -> None:
    """One call can add headers, a query and fields of the body."""
    api(
        "conversations.update",
        WORKSPACE,
        CONVERSATION,
        name="x",
        extra_headers={"X-Trace": "1"},
        extra_query={"a": "b c", "list": [1, 2]},
        extra_body={"more": {"deep": None}},
    )
    assert bird.last.headers["x-trace"] == "1"
    assert bird.last.query == "a=b%20c&list=1&list=2"
    assert bird.last.json == {"name": "x", "more": {"deep": None}}


@pytest.mark.parametrize(
    "call, wrong",
    [
        ("conversations.list", {"limt": 5}),
        ("conversations.update", {"tittle": "x"}),
        ("conversations.get", {"time_out": 1}),
        ("participants.create", {"bdy": {}}),
    ],
)
def test_a_misspelt_argument_raises_type_error(api: Api, bird: Bird, call: str, wrong: dict[str, Any]) -> None:
    """An argument that there is not is a TypeError that names it; it is not left out in silence."""
    args = (WORKSPACE,) if call == "conversations.list" else (WORKSPACE, CONVERSATION)
    with pytest.raises(TypeError, match=next(iter(wrong))):
        api(call, *args, **wrong)
    assert bird.requests == []


def test_the_raw_response_has_status_headers_and_body(api: Api, bird: Bird) -> None:
    """The raw response has status, headers in any case, content, text and the decoded body."""
    bird.responds(200, examples.conversation(), {"X-Request-Id": "abc", "X-Other": "1"})
    response = api.raw("conversations.get", WORKSPACE, CONVERSATION)
    assert response.status_code == 200 and response.request_id == "abc"
    assert response.headers["x-other"] == response.headers["X-OTHER"] == "1"
    assert response.content.decode() == response.text
    assert isinstance(response.body, models.Conversation)
    assert response.url.startswith(bird.url) and KEY not in repr(response)


def test_the_raw_view_raises_error_statuses(api: Api, bird: Bird) -> None:
    """A failure is raised from there, too."""
    from generated.bird_conversations import NotFoundError

    bird.responds(404)
    with pytest.raises(NotFoundError):
        api.raw("conversations.get", WORKSPACE, CONVERSATION)


def test_a_response_is_read_piece_by_piece(api: Api, bird: Bird) -> None:
    """An answer can be read piece by piece."""
    method = api.client.conversations.with_streaming_response.get
    if api.runner is None:
        with method(WORKSPACE, CONVERSATION) as response:
            found = b"".join(response.iter_bytes())
    else:

        async def read() -> bytes:
            async with method(WORKSPACE, CONVERSATION) as response:
                return b"".join([piece async for piece in response.iter_bytes()])

        found = api.run(read())
    assert CONVERSATION in found.decode()


def test_a_client_closes_with_its_block(api: Api, bird: Bird) -> None:
    """A client with its own connections closes them at the end of its block, and says so afterwards."""
    client = api.new(transport=None)
    if api.runner is None:
        with client as entered:
            assert entered is client and get(api, client).id == CONVERSATION
    else:

        async def within() -> None:
            async with client as entered:
                assert entered is client
                assert (await client.conversations.get(WORKSPACE, CONVERSATION)).id == CONVERSATION

        api.run(within())
    with pytest.raises(RuntimeError, match="closed"):
        get(api, client)


def test_a_redirect_to_another_origin_drops_the_key(api: Api, bird: Bird) -> None:
    """A redirect to another origin is followed without the key."""
    bird.responds(307, headers={"Location": f"{bird.url.replace('127.0.0.1', 'localhost')}/elsewhere"})
    bird.responds(200, examples.conversation())
    assert get(api, api.client).id == CONVERSATION
    assert "authorization" in bird.requests[0].headers and "authorization" not in bird.last.headers


def test_the_base_url_may_have_a_path(api: Api, bird: Bird) -> None:
    """The server may be behind a path."""
    api.use(base_url=f"{bird.url}/proxy/")
    bird.responds(200, examples.conversation())
    api("conversations.get", WORKSPACE, CONVERSATION)
    assert bird.last.path.startswith("/proxy/workspaces/")


def test_the_user_agent_names_the_package_without_a_version(api: Api, bird: Bird) -> None:
    """Requests say which client they come from, and no version that would change."""
    api("conversations.get", WORKSPACE, CONVERSATION)
    assert bird.last.headers["user-agent"] == "bird_conversations"


def test_importing_the_package_imports_no_http_library_and_no_models() -> None:
    """Importing the package does not import httpx2, nor any model."""
    program = (
        "import sys; from generated.bird_conversations import Client; "
        "print([n for n in sys.modules if n.startswith(('httpx2', 'generated.bird_conversations.models.'))])"
    )
    run = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True, cwd=ROOT)
    assert run.stdout.strip() == "[]"
