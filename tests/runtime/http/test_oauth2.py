"""OAuth 2.0: tokens that a client gets by itself, one at a time, and keeps to itself."""

from __future__ import annotations

import asyncio
import json
import logging
import pickle
import threading
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from types import SimpleNamespace
from typing import Any
from urllib.parse import parse_qs

import pytest

from fledge.runtime import oauth2
from fledge.runtime.client import AsyncBaseClient, BaseClient
from fledge.runtime.errors import APIError, APITimeoutError
from fledge.runtime.status_errors import APIStatusError
from fledge.runtime.oauth2 import OAuth2, OAuth2Error
from fledge.runtime.bodies import JSONBody
from fledge.runtime.operation import Operation

from .conftest import Api, Server

GET: Operation[Any] = Operation("GET /thing", security=(("oauth",),))
POST: Operation[Any] = Operation("POST /thing", security=(("oauth",),), body=JSONBody())
URLS = {"client_credentials": "/token"}
ID, SECRET, PASSWORD, REFRESH = "app id", "hush:hush/1", "hush pass", "hush-refresh"
MACHINE = {"token_urls": URLS, "client_id": ID, "client_secret": SECRET}
PERSON = {"token_urls": {"password": "/token", "refresh_token": "/refresh"}, "username": "jo", "password": PASSWORD}


def token(value: str = "t1", **more: Any) -> dict[str, Any]:
    return {"access_token": value, "token_type": "bearer", "expires_in": 3600, **more}


def new(api: Api, token: Any = None, **options: Any) -> Api:
    """The same face for a client that authenticates by OAuth 2.0."""
    return api.use(api.new(schemes={"oauth": OAuth2(token, hint="oauth=", **options)}))


def form(server: Server, index: int = -1) -> dict[str, str]:
    """The fields of a token request."""
    seen = server.seen[index]
    assert (seen.method, seen.headers["content-type"]) == ("POST", "application/x-www-form-urlencoded")
    return {name: values[0] for name, values in parse_qs(seen.body.decode(), strict_parsing=True).items()}


def paths(server: Server) -> list[str]:
    return [seen.path for seen in server.seen]


def test_client_credentials(api: Api, server: Server) -> None:
    """One token serves all calls; the client shows who it is by Basic, form-encoded first (RFC 6749 2.3.1)."""
    other = new(api, **MACHINE, scopes=("read", "write"))
    server.answer(200, token())
    for _ in range(3):
        other.call(GET)
        assert server.last.headers["authorization"] == "Bearer t1"
    assert paths(server) == ["/token", "/thing", "/thing", "/thing"]
    assert form(server, 0) == {"grant_type": "client_credentials", "scope": "read write"}
    assert server.seen[0].headers["authorization"] == "Basic YXBwK2lkOmh1c2glM0FodXNoJTJGMQ=="
    other.close()


@pytest.mark.parametrize("scopes", [("read", "write"), ["read", "write"], "read write"])
def test_scopes(api: Api, server: Server, scopes: Any) -> None:
    """A text is what OAuth 2.0 has (RFC 6749, 3.3), and no sequence of letters."""
    other = new(api, **MACHINE, scopes=scopes)
    server.answer(200, token("t"))
    other.call(GET)
    assert form(server, 0)["scope"] == "read write"
    other.close()


def test_a_secret_may_go_into_the_body(api: Api, server: Server) -> None:
    """Some servers want `client_secret_post`."""
    other = new(api, **MACHINE, client_auth="post")
    server.answer(200, token())
    other.call(GET)
    assert "authorization" not in server.seen[0].headers
    assert form(server, 0) == {"grant_type": "client_credentials", "client_id": ID, "client_secret": SECRET}
    other.close()


def test_password_and_refresh(api: Api, server: Server) -> None:
    """A token is renewed by its refresh token; by the password again once that is refused."""
    other = new(api, **PERSON, client_id=ID)
    server.answer(200, token("t1", expires_in="0", refresh_token="r1"))
    other.call(GET)
    assert form(server, 0) == {"grant_type": "password", "username": "jo", "password": PASSWORD, "client_id": ID}
    server.answer(200, token("t2", expires_in=0))
    other.call(GET)
    assert (server.seen[2].path, form(server, 2)["refresh_token"]) == ("/refresh", "r1")
    assert server.last.headers["authorization"] == "Bearer t2"
    server.answer(400, {"error": "invalid_grant"})
    server.answer(200, token("t3"))
    other.call(GET)
    assert paths(server)[4:] == ["/refresh", "/token", "/thing"]
    assert server.last.headers["authorization"] == "Bearer t3"
    other.close()


def test_a_refresh_token_is_replaced(api: Api, server: Server) -> None:
    """A token that is passed is used first; the server may give another refresh token each time (RFC 6749 6)."""
    other = new(
        api, "old", token_urls={"refresh_token": "/refresh"}, refresh_token=REFRESH, client_id=ID, client_secret=SECRET
    )
    other.call(GET)
    assert server.last.headers["authorization"] == "Bearer old"
    for number in (1, 2):
        server.answer(401)
        server.answer(200, token(f"t{number}", refresh_token=f"r{number}"))
        other.call(GET)
        assert form(server, -2)["refresh_token"] == (REFRESH if number == 1 else "r1")
        assert server.last.headers["authorization"] == f"Bearer t{number}"
    other.close()


def test_a_function_goes_before_grants(api: Api, server: Server) -> None:
    """What a function gives is sent, at each call."""
    tokens = iter(["a", "b"])
    other = new(api, lambda: next(tokens), **MACHINE)
    other.call(GET)
    other.call(GET)
    assert [seen.headers["authorization"] for seen in server.seen] == ["Bearer a", "Bearer b"]
    other.close()


def test_nothing_to_authenticate_with(api: Api, server: Server) -> None:
    """A grant of which a part is missing is none."""
    other = new(api, token_urls=URLS, client_id=ID)
    with pytest.raises(APIError, match="GET /thing: pass oauth="):
        other.call(GET)
    other.call(GET, options={"extra_headers": {"Authorization": "own"}})
    assert paths(server) == ["/thing"]
    other.close()


@pytest.mark.parametrize(
    "life, asked", [(3600, 1), ("3600", 1), (None, 1), ("soon", 1), ("nan", 1), (60, 1), (0, 2), (-5, 2)]
)
def test_expiry(api: Api, server: Server, life: object, asked: int) -> None:
    """A token is renewed somewhat before it expires, but a short one is not useless; without a time, never."""
    other = new(api, **MACHINE)
    for _ in range(asked):
        server.answer(200, token(expires_in=life))
        other.call(GET)
    other.call(GET) if asked == 1 else None
    assert paths(server).count("/token") == asked
    other.close()


def test_a_form_is_a_token_too(api: Api, server: Server) -> None:
    """Some servers answer as in a query, whatever they are asked for."""
    other = new(api, **MACHINE)
    server.answer(200, b"access_token=t%2B1&token_type=bearer&expires_in=3600", headers={"Content-Type": "text/plain"})
    for _ in range(2):
        other.call(GET)
        assert server.last.headers["authorization"] == "Bearer t+1"
    assert paths(server).count("/token") == 1
    other.close()


def test_skew(api: Api, server: Server, monkeypatch: pytest.MonkeyPatch) -> None:
    """A token of an hour is renewed 30 seconds before its end."""
    now = time.monotonic()
    other = new(api, **MACHINE)
    server.answer(200, token())
    other.call(GET)
    for later, sent in ((3560, "t1"), (3580, "t2")):
        server.answer(200, token("t2"))
        monkeypatch.setattr(oauth2, "time", SimpleNamespace(monotonic=lambda: now + later))
        other.call(GET)
        assert server.last.headers["authorization"] == f"Bearer {sent}"
    other.close()


def test_a_token_url_is_relative_to_the_server(api: Api, server: Server) -> None:
    """By the rules of URLs (RFC 3986 5.2), to the base URL of the client that calls."""
    other = new(api, token_urls={"client_credentials": "oauth/token"}, client_id=ID, client_secret=SECRET)
    for number, base in enumerate(["/v1/", "/v2/"], 1):
        view = other.use(other.client.with_options(base_url=server.url + base))
        server.answer(200, token(f"t{number}"))
        view.call(GET)
        view.call(GET)
        assert server.last.headers["authorization"] == f"Bearer t{number}"
    assert paths(server).count("/v1/oauth/token") == paths(server).count("/v2/oauth/token") == 1
    server.answer(200, token("t3"))
    other.call(GET, options={"base_url": f"{server.url}/v3/"})  # for one call
    assert server.last.headers["authorization"] == "Bearer t3" and "/v3/oauth/token" in paths(server)
    other.call(GET, options={"base_url": f"{server.url}/v1/"})
    assert server.last.headers["authorization"] == "Bearer t1"
    other.close()


@pytest.mark.parametrize("operation, arguments", [(GET, {}), (POST, {"body": [1]})], ids=["get", "post"])
def test_a_refused_token_is_renewed_once(api: Api, server: Server, operation: Any, arguments: Any) -> None:
    """After a 401 the call is made once more with a fresh token; a second 401 is the answer."""
    other = new(api, **MACHINE)
    server.answer(200, token("t1"))
    server.answer(401)
    server.answer(200, token("t2"))
    server.answer(200, [])
    other.call(operation, **arguments, options={"max_retries": 0})
    assert server.last.headers["authorization"] == "Bearer t2"
    assert server.last.body == (b"[1]" if arguments else b"")
    server.answer(401)
    server.answer(200, token("t3"))
    server.answer(401)
    with pytest.raises(APIStatusError) as caught:
        other.call(operation, **arguments)
    assert caught.value.status_code == 401
    assert paths(server).count("/token") == 3
    other.close()


def test_a_401_for_another_credential_is_final(api: Api, server: Server) -> None:
    """The caller's own header, and a token from a function, are not ours to renew."""
    for given, options in ((None, {"extra_headers": {"authorization": "Bearer own"}}), (lambda: "mine", {})):
        other = new(api, given, **MACHINE)
        server.answer(401)
        with pytest.raises(APIStatusError):
            other.call(GET, options=options)
        other.close()
    assert paths(server) == ["/thing", "/thing"]


@pytest.mark.parametrize(
    "status, body, code, message",
    [
        (401, {"error": "invalid_client", "error_description": f"not {SECRET}"}, "invalid_client", "401 invalid_client: not ..."),
        (400, {"error": "invalid_scope"}, "invalid_scope", "400 invalid_scope"),
        (403, b"<html>", None, "403 Forbidden"),
        (400, {"detail": f"no user {SECRET}"}, None, "400 no user ..."),
        (400, {"error": {"message": "no user"}}, None, "400 no user"),
        (200, b"error=bad_code&error_description=Too+late", "bad_code", "200 bad_code: Too late"),
        (200, [1], None, "200 the answer has no token"),
        (200, {"access_token": 5}, None, "200 the answer has no token"),
        (200, {"access_token": "a\nb"}, None, "200 the answer has no token"),
        (200, {"access_token": "", "error": "odd"}, "odd", "200 odd"),
    ],
)  # fmt: skip
def test_errors(api: Api, server: Server, status: int, body: object, code: str | None, message: str) -> None:
    """A refusal is an OAuth2Error with the server's code, and nothing secret; the call itself is not made."""
    told: list[Any] = []
    other = new(api, **MACHINE)
    hooked = other.client.with_options(hooks=api_hooks(told))
    server.answer(status, body)
    with pytest.raises(OAuth2Error) as caught:
        api.use(hooked).call(GET)
    error = caught.value
    assert (error.code, error.status_code, str(error)) == (code, status, f"OAuth2 token request: {message}")
    assert error.request is not None and error.request.url == f"{server.url}/token"
    assert error.request.headers["authorization"] == "..." and error.request.content is None
    assert told == [error]
    assert paths(server) == ["/token"]
    other.close()


def api_hooks(told: list[Any]) -> Any:
    from fledge.runtime.hooks import Hooks

    return Hooks(error=lambda request, error: told.append(error))


def test_the_token_request_is_sent_again(api: Api, server: Server) -> None:
    """Like an idempotent call, but not with a refresh token, which may serve only once."""
    other = new(api, **MACHINE)
    server.answer(503)
    server.answer(200, token())
    other.call(GET)
    assert paths(server) == ["/token", "/token", "/thing"]
    other.close()
    other = new(api, token_urls={"refresh_token": "/refresh"}, refresh_token=REFRESH)
    server.answer(503)
    with pytest.raises(OAuth2Error, match="503"):
        other.call(GET)
    assert paths(server)[3:] == ["/refresh"]
    other.close()


def test_a_token_request_that_times_out(api: Api, server: Server) -> None:
    """It ends in an error of the family that tells of the token request."""
    auth = {"oauth": OAuth2(None, **MACHINE)}
    other = api.use(api.new(schemes=auth, timeout=0.05, max_retries=0))
    server.answer(hang=True)
    with pytest.raises(APITimeoutError, match="OAuth2 token request") as caught:
        other.call(GET)
    assert caught.value.request is not None and caught.value.request.url == f"{server.url}/token"
    other.close()


# --- one at a time


class Slow:
    """A server whose token endpoint takes its time; it counts what it gives."""

    def __init__(self) -> None:
        self.asked = 0
        self.status = 200
        self.pause = 0.2
        slow = self

        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def handle_one(self) -> None:
                self.rfile.read(int(self.headers.get("content-length", 0)))
                status, body = 200, b"{}"
                if self.path == "/token":
                    slow.asked += 1
                    time.sleep(slow.pause)
                    status, body = slow.status, json.dumps(token(f"t{slow.asked}", error="server_error")).encode()
                elif self.headers["authorization"] != f"Bearer t{slow.asked}":
                    status = 401
                self.send_response(status)
                self.send_header("content-length", str(len(body)))
                self.end_headers()
                self.wfile.write(body)

            do_GET = do_POST = handle_one

            def log_message(self, *args: object) -> None:
                pass

        self.http = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.url = f"http://127.0.0.1:{self.http.server_port}"
        threading.Thread(target=self.http.serve_forever, args=(0.01,), daemon=True).start()


@pytest.fixture
def slow() -> Iterator[Slow]:
    server = Slow()
    yield server
    server.http.shutdown()
    server.http.server_close()


def attempt(call: Callable[[], Any]) -> Any:
    """What a call gives or raises."""
    try:
        return call()
    except APIError as error:
        return error


@pytest.mark.parametrize("status", [200, 400])
def test_threads_share_one_token_request(slow: Slow, status: int) -> None:
    """Of many threads one asks; the others wait, and get its token or its failure."""
    slow.status = status
    with BaseClient(base_url=slow.url, schemes={"oauth": OAuth2(None, **MACHINE)}) as client:
        with ThreadPoolExecutor(16) as pool:
            results = list(pool.map(lambda _: attempt(lambda: client.call(GET({}))), range(16)))
    assert slow.asked == 1
    assert [type(result) for result in results] == [dict if status == 200 else OAuth2Error] * 16


def test_threads_share_one_renewal(slow: Slow) -> None:
    """Where the server refuses the token of many threads at once, it is renewed once."""
    with BaseClient(base_url=slow.url, schemes={"oauth": OAuth2("old", **MACHINE)}) as client:
        with ThreadPoolExecutor(16) as pool:
            results = list(pool.map(lambda _: attempt(lambda: client.call(GET({}))), range(16)))
    assert results == [{}] * 16
    assert slow.asked == 1


@pytest.mark.parametrize("status", [200, 400])
def test_tasks_share_one_token_request(slow: Slow, status: int) -> None:
    """Likewise tasks, while the event loop goes on."""
    slow.status = status

    async def main() -> tuple[list[Any], int]:
        turns = 0

        async def turn() -> None:
            nonlocal turns
            while True:
                await asyncio.sleep(0.01)
                turns += 1

        async with AsyncBaseClient(base_url=slow.url, schemes={"oauth": OAuth2(None, **MACHINE)}) as client:
            ticking = asyncio.create_task(turn())
            results = await asyncio.gather(*(client.call(GET({})) for _ in range(16)), return_exceptions=True)
            ticking.cancel()
            return results, turns

    results, turns = asyncio.run(main())
    assert slow.asked == 1
    assert [type(result) for result in results] == [dict if status == 200 else OAuth2Error] * 16
    assert turns > 5


def test_a_cancelled_renewal_harms_nobody(slow: Slow) -> None:
    """Where the task that asks is cancelled, another one asks; the rest wait for that."""

    async def main() -> list[Any]:
        async with AsyncBaseClient(base_url=slow.url, schemes={"oauth": OAuth2(None, **MACHINE)}) as client:
            tasks = [asyncio.create_task(client.call(GET({}))) for _ in range(8)]
            await asyncio.sleep(slow.pause / 2)
            tasks[0].cancel()
            return await asyncio.gather(*tasks, return_exceptions=True)

    first, *others = asyncio.run(main())
    assert isinstance(first, asyncio.CancelledError)
    assert others == [{}] * 7
    assert slow.asked == 2


def test_one_client_in_several_event_loops(slow: Slow) -> None:
    """A lock belongs to a loop; the token does not."""
    auth = {"oauth": OAuth2(None, **MACHINE)}

    async def main() -> list[Any]:
        async with AsyncBaseClient(base_url=slow.url, schemes=auth) as client:
            return await asyncio.gather(*(client.call(GET({})) for _ in range(4)))

    assert asyncio.run(main()) == asyncio.run(main()) == [{}] * 4
    assert slow.asked == 1


# --- nothing shows


@pytest.mark.parametrize("name", ["client_id", "client_secret", "username", "password", "refresh_token"])
def test_values_with_line_breaks_are_refused(name: str) -> None:
    """They would be a mistake, such as the end of a file's line."""
    with pytest.raises(ValueError, match=name) as caught:
        OAuth2(None, token_urls=URLS, **{name: "hush\n"})
    assert "hush" not in str(caught.value)


def test_nothing_shows(api: Api, server: Server, caplog: pytest.LogCaptureFixture) -> None:
    """No secret, password or token is in a repr, a message, a log line, a pickle or what `vars` shows."""
    caplog.set_level(logging.DEBUG)
    kinds: list[dict[str, Any]] = [
        MACHINE,
        {**MACHINE, "client_auth": "post"},
        {**PERSON, "client_id": ID, "client_secret": SECRET},
        {"token_urls": {"refresh_token": "/token"}, "refresh_token": REFRESH, "client_id": ID, "client_secret": SECRET},
        {"token_urls": URLS, "token": "hush-token"},
    ]
    for options in kinds:
        given = dict(options)
        other = new(api, given.pop("token", None), **given)
        shown: list[object] = []
        echoed = [str(given[name]) for name in ("client_secret", "password", "refresh_token") if name in given]
        said = {"error": "invalid_grant", "error_description": " ".join(echoed)}
        for status, body in ((401, said), (200, token("hush-1", refresh_token="hush-2"))):
            server.answers.clear()
            for answer in ((status, body), (403, {}), (403, {})):
                server.answer(*answer)
            error = attempt(lambda: other.call(GET, options={"max_retries": 0}))
            if isinstance(error, APIError):
                shown += [error, vars(error), pickle.dumps(error), error.request, error.__cause__, error.__context__]
                shown.append(error.request and (error.request.headers, error.request.url, error.request.content))
        assert len(shown) >= 7
        client = other.client
        shown += [client, vars(client), client._auth, vars(client.with_options(timeout=1)), client._session]
        shown += [record.getMessage() for record in caplog.records]
        text = " ".join(f"{each!r} {each}" for each in shown)
        for secret in (SECRET, PASSWORD, REFRESH, "hush-token", "hush-1", "hush-2", "aHVzaC"):
            assert secret not in text, (secret, options)
        other.close()
