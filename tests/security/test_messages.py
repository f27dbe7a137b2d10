"""What a server, a file or a description may put into messages, headers, files and code: 75 texts."""

from __future__ import annotations

import html
import json
import pickle
import re
import stat
import time
from base64 import b64encode
from pathlib import Path
from typing import Any
from urllib.parse import quote, quote_plus

import pytest

from fledge.config.client import client_from_arguments
from fledge.runtime.auth import APIKeyAuth
from fledge.runtime.basic_auth import BasicAuth
from fledge.runtime.client import BaseClient
from fledge.runtime.downloads import written
from fledge.runtime.errors import APIConnectionError, APIError
from fledge.runtime.event_streams import EventsOperation, StreamError
from fledge.runtime.hooks import Hooks
from fledge.runtime.http_auth import HTTPAuth
from fledge.runtime.link_pagination import URLPagination, next_link
from fledge.runtime.messages import Headers, Request, Response
from fledge.runtime.multipart import FormPart, MultipartBody
from fledge.runtime.oauth2 import OAuth2, OAuth2Error
from fledge.runtime.operation import Operation
from fledge.runtime.pagination import PagedOperation
from fledge.runtime.parameters import Header, Query
from fledge.runtime.status_errors import APIStatusError
from fledge.runtime.transport import StreamedResponse
from fledge.workflows.generate import generate
from tests.runtime.http.operations import STATUS_ERRORS

GET = Operation[Any]("GET /x", success={200: Any})
SECRET, PASSWORD, REFRESH = "s3cr/t value+", "pa ss&w", "re/fresh=="


class Echo:
    """A transport whose responses repeat what `text` makes of the request."""

    def __init__(self, text: Any, status: int = 400) -> None:
        self.text, self.status = text, status

    def send(self, request: Any) -> StreamedResponse:
        body = json.dumps(self.text(request)).encode()
        return StreamedResponse(self.status, Headers(), lambda: iter([body]), lambda: None)

    def close(self) -> None:
        pass


@pytest.mark.parametrize("member", ["error", "error_description"])
@pytest.mark.parametrize("client_auth", ["basic", "post"])
@pytest.mark.parametrize("grant", ["client_credentials", "password", "refresh_token"])
def test_a_token_server_that_repeats_secrets(member: str, client_auth: Any, grant: str) -> None:
    """Neither message nor code has them, plain, percent-encoded, or as the header of Basic."""

    def repeated(request: Any) -> Any:
        return {member: f"{request.content.decode()} {request.headers} {SECRET} {PASSWORD} {REFRESH}"}

    users = {"username": "u", "password": PASSWORD} if grant == "password" else {}
    token = {"refresh_token": REFRESH} if grant == "refresh_token" else {}
    auth = OAuth2(
        None,
        token_urls={grant: "/token"},
        client_id="id",
        client_secret=SECRET,
        client_auth=client_auth,
        **users,
        **token,
    )
    options: Any = {
        "base_url": "http://x",
        "errors": STATUS_ERRORS,
        "schemes": {"o": auth},
        "security": (("o",),),
        "max_retries": 0,
    }
    client = BaseClient(transport=Echo(repeated), **options)
    with pytest.raises(OAuth2Error) as caught:
        client.call(GET({}))
    shown = f"{caught.value} {caught.value!r} {caught.value.code} {caught.value.args} {vars(caught.value)}"
    basic = b64encode(f"id:{quote_plus(SECRET)}".encode()).decode()
    secrets = [SECRET, *([PASSWORD] if users else []), *([REFRESH] if token else [])]
    for secret in [*secrets, *map(quote, secrets), *map(quote_plus, secrets), basic]:
        assert secret not in shown


class Answering:
    """A transport that has one answer, or an error."""

    def __init__(self, answer: Any) -> None:
        self.answer = answer

    def send(self, request: Request) -> Any:
        if isinstance(self.answer, Exception):
            raise self.answer
        return self.answer

    def close(self) -> None: ...


@pytest.mark.parametrize(
    "encoded",
    [
        lambda text: quote(text, safe=""),
        lambda text: quote(text, safe="").lower(),
        lambda text: quote_plus(text).lower(),
        lambda text: quote(text).lower(),
        html.escape,
        lambda text: b64encode(f"id:{text}".encode()).decode(),
        lambda text: b64encode(f"id:{text}".encode()).decode().rstrip("="),
        lambda text: f"({text})",
    ],
)
def test_a_secret_in_any_encoding(encoded: Any) -> None:
    """What a token server or an API repeats is no part of a message, however it is encoded."""
    secret = 'a b/c+d%"<&s3cret'
    auth = OAuth2(None, token_urls={"client_credentials": "/t"}, client_id="id", client_secret=secret)
    keys: list[Any] = [auth, APIKeyAuth(Header("X-Key"), secret), BasicAuth("id", secret), HTTPAuth("Bearer", secret)]
    for key in keys if "id:" not in encoded("") and "aWQ6" not in encoded("") else keys[:1]:
        echo = Echo(lambda _: {"error": "bad", "error_description": f"sent {encoded(secret)}"})
        options: Any = {"base_url": "http://x", "schemes": {"k": key}, "security": (("k",),), "max_retries": 0}
        client = BaseClient(transport=echo, errors=STATUS_ERRORS, **options)
        with pytest.raises(APIError) as caught:
            client.call(GET({}))
        assert "s3cret" not in str(caught.value) and "..." in str(caught.value)
        assert encoded(secret) not in repr(caught.value)


def test_a_secret_in_an_event() -> None:
    """An event `error` has the server's reason, as an error response has: neither shows a key."""
    data = '{"message": "the key s3cret is wrong", "code": "s3cret"}'
    answer = StreamedResponse(200, Headers({"content-type": "text/event-stream"}), lambda: iter([body]), lambda: None)
    body = f"event: error\ndata: {data}\n\n".encode()
    told: list[str] = []
    options: Any = {"schemes": {"k": HTTPAuth("Bearer", "s3cret")}, "security": (("k",),)}
    options["hooks"] = Hooks(error=lambda request, error: told.append(repr(error)))
    client = BaseClient(base_url="http://x", transport=Answering(answer), **options)
    operation = EventsOperation[Any]("GET /", success={200: Any}, events={"error": Any})
    with pytest.raises(StreamError, match=re.escape("GET /: 200: error event: the key ... is wrong")) as caught:
        next(operation.open(client, {}))
    assert (caught.value.message, caught.value.code) == ("the key ... is wrong", "...")
    assert "s3cret" not in f"{told} {caught.value!r}"


def test_a_token_that_was_renewed() -> None:
    """After a 401, the second token is the secret that a server may repeat."""
    replies = iter(
        [
            (200, {"access_token": "t0ken-1"}),
            (401, {}),
            (200, {"access_token": "t0ken-2"}),
            (403, {"message": "not with t0ken-2"}),
        ]
    )

    class Server:
        def send(self, request: Request) -> StreamedResponse:
            status, body = next(replies)
            return StreamedResponse(status, Headers({}), lambda: iter([json.dumps(body).encode()]), lambda: None)

        def close(self) -> None: ...

    auth = OAuth2(None, token_urls={"client_credentials": "/t"}, client_id="id", client_secret="hush")
    client = BaseClient(
        base_url="http://x", transport=Server(), errors=STATUS_ERRORS, schemes={"k": auth}, security=(("k",),)
    )
    with pytest.raises(APIError, match=re.escape("not with ...")) as caught:
        client.call(GET({}))
    assert "t0ken" not in repr(caught.value)


def test_a_secret_in_a_response_that_is_none() -> None:
    """Nor does a message that quotes what is no HTTP, or a media type."""
    for status, kind in ((200, "x/s3cret+json"), (0, "")):
        answer = StreamedResponse(status, Headers({"content-type": kind}), lambda: iter([b"{"]), lambda: None)
        sender = Answering(answer if status else APIConnectionError("illegal header line: X s3cret", sent=False))
        options: Any = {"schemes": {"k": HTTPAuth("Bearer", "s3cret")}, "security": (("k",),), "max_retries": 0}
        with pytest.raises(APIError) as caught:
            BaseClient(base_url="http://x", transport=sender, **options).call(GET({}))
        assert "s3cret" not in repr(caught.value) and "..." in repr(caught.value)


@pytest.mark.parametrize("refresh_token", [5, 1.5, True, {"a": 1}, ["a"], "a\nb", "\ud800", "x" * 100_000])
def test_a_refresh_token_that_is_none(refresh_token: Any) -> None:
    """The next token request ends in a value or an APIError."""
    auth = OAuth2(None, token_urls={"refresh_token": "/t"}, refresh_token="r", client_id="i", client_secret="s")
    token = {"access_token": "t", "refresh_token": refresh_token, "expires_in": -1}
    answers = [(200, token), (200, {}), (400, {"error": "invalid_grant", "error_description": "no"})]
    transport = Echo(lambda _: answers[0][1])
    options: Any = {"base_url": "http://x", "schemes": {"k": auth}, "security": (("k",),), "max_retries": 0}
    client = BaseClient(transport=transport, errors=STATUS_ERRORS, **options)
    transport.status = 200
    client.call(GET({}))
    transport.status, answers[0] = 400, answers[2]
    with pytest.raises(OAuth2Error, match="invalid_grant: no"):
        client.call(GET({}))


@pytest.mark.parametrize(
    "location",
    [
        "https://user:{0}@h/x",
        "//user:{0}@h",
        "http://h/#key={0}",
        "http://h/x?key={0}",
        "/x;key={0}",
        "/{0}/x",
        "http://h/?x#/route?k%65y={0}",
        "https://{0}@h?a=1",
    ],
)
def test_a_redirect_that_is_not_followed(location: str) -> None:
    """Neither the message nor the pickled exception has the key that the server repeats."""

    class Redirecting(Echo):
        def send(self, request: Any) -> StreamedResponse:
            return StreamedResponse(302, Headers({"location": location.format("s3cret")}), lambda: iter([b""]), int)

    options: Any = {"schemes": {"k": APIKeyAuth(Query("key"), "s3cret")}, "security": (("k",),)}
    client = BaseClient(transport=Redirecting(str), base_url="http://x", errors=STATUS_ERRORS, **options)
    with pytest.raises(APIStatusError, match="moved to") as caught:
        client.call(Operation[Any]("POST /x", success={200: Any})({}))
    assert "s3cret" not in str(caught.value) and b"s3cret" not in pickle.dumps(caught.value)


def test_representations_of_pages_and_responses() -> None:
    """A page shows nothing of its call, and a response nothing of its headers."""
    link = {"data": [1], "next": "/n?key=s3cret#key=s3cret"}

    class Site(Echo):
        def send(self, request: Any) -> StreamedResponse:
            body = json.dumps(link).encode()
            return StreamedResponse(200, Headers({"set-cookie": "sid=s3cret"}), lambda: iter([body]), lambda: None)

    options: Any = {"schemes": {"k": APIKeyAuth(Query("key"), "s3cret")}, "security": (("k",),)}
    client = BaseClient(transport=Site(str), base_url="http://x", errors=STATUS_ERRORS, **options)
    operation = PagedOperation[Any]("GET /x", success={200: Any}, pagination=URLPagination("data", "next"))
    page = operation.pages(client, {"extra_headers": {"X-Mine": "s3cret"}})
    assert repr(page) == "Page(items=[1], next_token='/n')"
    with client.request("GET", "/x", stream=True) as response:
        assert repr(response) == "<StreamedResponse 200>"
    for each in (client, client._auth["k"], client._session):
        assert "s3cret" not in repr(each)


@pytest.mark.parametrize(
    "name", ["X-A\r\nX-Evil", "X A", "X:", "", "X-\x00", "X-é", "Host", "Content-Length", "connection"]
)
def test_names_of_header_parameters(name: str) -> None:
    """A description names no header that would be another one, or frame the message."""
    options: Any = {"transport": Echo(str), "base_url": "http://x", "errors": STATUS_ERRORS}
    operation = Operation[Any]("GET /x", parameters={"p": Header(name)}, success={200: Any})
    with pytest.raises(ValueError, match="header"):
        BaseClient(**options).call(operation({}), p="5")
    key: Any = {"schemes": {"k": APIKeyAuth(Header(name), "key")}, "security": (("k",),)}
    with pytest.raises(ValueError, match="header"):
        BaseClient(**options, **key).call(GET({}))


@pytest.mark.parametrize("value", ["a\ud800", "\udfffb", "\udc80"])
def test_lone_surrogates(value: str) -> None:
    """No header can hold one: it is the caller's mistake, and nothing is sent."""
    client = BaseClient(transport=Echo(str), base_url="http://x", errors=STATUS_ERRORS)
    with pytest.raises(ValueError, match="'X-A' holds"):
        client.call(GET({"extra_headers": {"X-A": value}}))


def test_headers_of_a_server_take_linear_time() -> None:
    """Links of 100 KB, and charsets whose decoders are slow."""
    begun = time.process_time()
    for link in ("<" * 100_000, "<a" * 50_000, "<a>;" * 25_000, "<a>" + " " * 100_000, '<a>;a="' * 15_000):
        assert next_link(link) is None
    for charset in ("punycode", "PunyCode", "-punycode-", "_idna", "idna"):
        headers = Headers({"content-type": f'text/plain; charset="{charset}"'})
        assert Response[Any](200, headers, b"a-" + b"b" * 300_000, None).text.startswith("a-bbb")
    assert time.process_time() - begun < 3


@pytest.mark.parametrize("text", ["a\x1b[31mb", "a\nb", "a\rb", "a\x00b", "a\u202eb", "a\x9bb", "a\u2028b"])
def test_control_characters_of_a_server(text: str) -> None:
    """A message has them as escapes: no server steers a terminal or forges a line of a log."""
    client = BaseClient(
        transport=Echo(lambda _: {"message": text}), base_url="http://x", errors=STATUS_ERRORS, max_retries=0
    )
    with pytest.raises(APIStatusError) as caught:
        client.call(GET({}))
    assert str(caught.value).isprintable() and "a\\" in str(caught.value)
    raw = Response(400, Headers({"x": text}), b"", None)
    for error in (APIError(text), APIConnectionError(text), APIStatusError(text, raw, None)):
        assert str(error).isprintable()


@pytest.mark.parametrize("name", ["X-A\r\nX-Evil", "X A", "X:A", "", "X-\x00", "X-é"])
def test_names_of_headers_of_parts(name: str) -> None:
    """A header of a part is a token, whoever names it."""
    for body in (
        MultipartBody(encoding=(FormPart("f", headers={name: "v"}),)),
        MultipartBody(),
    ):
        value = {"f": b"x"} if body.encoding else {"f": ("n.txt", b"x", "text/plain", {name: "v"})}
        with pytest.raises(ValueError, match="is not the name of a header"):
            body.written(value)


def test_a_saved_file_keeps_its_mode(tmp_path: Path) -> None:
    """A file that only its owner may read stays so when a download replaces it."""
    path = tmp_path / "f"
    path.write_text("old")
    path.chmod(0o600)
    with written(path, {}) as file:
        [part] = [each for each in tmp_path.iterdir() if each != path]
        assert stat.S_IMODE(part.stat().st_mode) == 0o600
        file.write(b"new")
    assert (path.read_bytes(), stat.S_IMODE(path.stat().st_mode)) == (b"new", 0o600)


URLS = [
    "https://user:hunter2@api.example.com/v1",
    "https://hunter2@api.example.com",
    "//user:hunter2@api.example.com/v1",
    "{scheme}://user:hunter2@api.example.com",
    "user:hunter2@api.example.com/v1",
    "https:/user:hunter2@api.example.com/v1",
    "http//user:hunter2@api.example.com/v1",
    "https:// user:hunter2@api.example.com/v1",
]


@pytest.mark.parametrize("url", URLS)
def test_servers_with_a_user(tmp_path: Path, url: str) -> None:
    """A user and a password in a server's URL reach neither code, nor pages, nor messages."""
    server = {"url": url, "variables": {"scheme": {"default": "https"}}}
    operation = {"operationId": "getX", "servers": [server], "responses": {"200": {"description": "ok"}}}
    document = {
        "openapi": "3.1.0",
        "info": {"title": "T", "version": "1"},
        "servers": [server],
        "paths": {"/x": {"get": operation}, "/y": {"get": {**operation, "operationId": "getY", "servers": []}}},
    }
    (tmp_path / "openapi.json").write_text(json.dumps(document))
    result = generate(client_from_arguments([str(tmp_path / "openapi.json")], str(tmp_path / "out")))
    assert {each.code for each in result.diagnostics.items} >= {"server-user"}
    assert "hunter2" not in "".join(each.message for each in result.diagnostics.items)
    texts = [path.read_text(encoding="utf-8") for path in (tmp_path / "out").rglob("*") if path.is_file()]
    assert texts and not [text for text in texts if "hunter2" in text]
    assert [text for text in texts if "api.example.com" in text]
