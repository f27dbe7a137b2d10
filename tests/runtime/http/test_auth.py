"""Credentials: where they come from, where they go, and where they never show."""

from __future__ import annotations

import asyncio
import logging
import pickle
from itertools import count
from typing import Any

import pytest

from fledge.runtime.auth import APIKeyAuth, read_env
from fledge.runtime.http_auth import HTTPAuth
from fledge.runtime.basic_auth import BasicAuth
from fledge.runtime.client import AsyncBaseClient, BaseClient
from fledge.runtime.cookies import Cookie
from fledge.runtime.errors import APIError, MissingCredentialsError
from fledge.runtime.oauth2 import OAuth2
from fledge.runtime.operation import Operation
from fledge.runtime.parameters import Header, Query

from . import operations as op
from .conftest import Api, Server

THING = {"id": "1"}
SECRET = "hush-hush"


def secured(*security: tuple[str, ...]) -> Operation[object]:
    return Operation("GET /", security=security)


def test_schemes(api: Api, server: Server) -> None:
    """Each kind of credential stands in its place."""
    auth = {
        "http": HTTPAuth("AccessKey", "k1"),
        "basic": BasicAuth("üser", "pass:word"),
        "header": APIKeyAuth(Header("X-Key"), "k2"),
        "query": APIKeyAuth(Query("api key"), "k&3"),
        "cookie": APIKeyAuth(Cookie("sid"), "k;4"),
    }
    other = api.use(api.new(schemes=auth, security=(("http",),)))
    server.answer(200, {"id": "1"})
    other.call(op.GET, "1")
    assert server.last.headers["authorization"] == "AccessKey k1"
    other.call(secured(("basic",)))
    assert server.last.headers["authorization"] == "Basic w7xzZXI6cGFzczp3b3Jk"
    raw = other.raw(secured(("header", "query", "cookie")), options={"extra_query": {"a": 1}})
    assert server.last.headers["x-key"] == "k2"
    assert server.last.target == "/?api%20key=k%263&a=1"
    assert server.last.headers["cookie"] == "sid=k%3B4"
    assert raw.url == server.url + "/?a=1"
    other.call(secured())
    assert "authorization" not in server.last.headers
    other.close()


def test_alternatives(api: Api, server: Server) -> None:
    """The first alternative of which all is there is taken; () comes last."""
    auth = {
        "a": HTTPAuth("A", None, hint="a="),
        "b": APIKeyAuth(Header("b"), "1"),
        "c": APIKeyAuth(Header("c"), "2"),
    }
    other = api.use(api.new(schemes=auth))
    other.call(secured(("a",), (), ("b", "c")))
    assert (server.last.headers["b"], server.last.headers["c"]) == ("1", "2")
    assert "authorization" not in server.last.headers
    other.call(secured((), ("a", "b")))
    assert "b" not in server.last.headers
    with pytest.raises(MissingCredentialsError, match="GET /: pass a= to the client, or auth=None"):
        other.call(secured(("a",), ("a", "b")))
    other.close()


def test_missing_credentials(api: Api, server: Server) -> None:
    """Nothing is sent without the credential; the message says how to pass it."""
    hint = "access_key= or BIRD_ACCESS_KEY"
    auth = {"key": HTTPAuth("AccessKey", None, hint=hint)}
    other = api.use(api.new(schemes=auth, security=(("key",),)))
    with pytest.raises(APIError, match="pass access_key= or BIRD_ACCESS_KEY"):
        other.call(op.GET, "1")
    assert server.seen == []
    server.answer(200, THING)
    other.call(op.GET, "1", options={"extra_headers": {"Authorization": "own"}})
    assert server.last.headers["authorization"] == "own"
    other.close()


def test_several_missing_credentials(api: Api, server: Server) -> None:
    """Those that are needed together are told of together, but for those that are there."""
    auth = {
        name: APIKeyAuth(Header(name), "1" if name == "set" else None, hint=f"{name}=")
        for name in ("set", "a", "b", "c")
    }
    other = api.use(api.new(schemes=auth))
    with pytest.raises(MissingCredentialsError, match="GET /: pass a=, and b=; or c= to the client, or auth=None"):
        other.call(secured(("a", "set", "b"), ("c",)))
    other.close()


def test_cookies_of_the_caller(api: Api, server: Server) -> None:
    """The caller's header takes the place of a credential in a cookie; the cookies of a call stand behind those of the client."""
    auth = {
        "key": APIKeyAuth(Cookie("sid"), "secret", hint="key="),
        "none": APIKeyAuth(Cookie("sid"), None, hint="none="),
    }
    own = {"headers": {"Cookie": "a=b"}}
    for names in ("key", "none"):
        other = api.use(api.new(schemes=auth, security=((names,),), **own))
        operation = Operation[Any]("GET /", parameters={"c": Cookie("c")}, success={200: Any})
        other.call(operation)
        assert server.last.headers["cookie"] == "a=b"
        other.call(operation, c="1")
        assert server.last.headers["cookie"] == "a=b; c=1"
        other.call(operation, c="1", options={"extra_headers": {"cookie": "z=1"}})
        assert server.last.headers["cookie"] == "z=1"
        other.close()
    keyed = api.use(api.new(schemes=auth, security=(("key",),)))
    keyed.call(operation, c="1")
    assert server.last.headers["cookie"] == "sid=secret; c=1"
    keyed.close()


def test_settings(monkeypatch: pytest.MonkeyPatch) -> None:
    """A setting comes from the environment; an empty one is missing."""
    monkeypatch.setenv("FLEDGE_TEST", "x")
    assert read_env("FLEDGE_TEST") == "x"
    monkeypatch.setenv("FLEDGE_TEST", "")
    assert read_env("FLEDGE_TEST") is None
    monkeypatch.delenv("FLEDGE_TEST")
    assert read_env("FLEDGE_TEST") is None


def test_fresh_tokens(api: Api, server: Server) -> None:
    """A function is asked for the token at each call."""
    numbers = count()
    auth = {"key": HTTPAuth("Bearer", lambda: f"t{next(numbers)}")}
    other = api.use(api.new(schemes=auth, security=(("key",),)))
    for number in range(2):
        server.answer(200, {"id": "1"})
        other.call(op.GET, "1")
        assert server.last.headers["authorization"] == f"Bearer t{number}"
    other.close()


@pytest.mark.parametrize("secret", [f"{SECRET}\n", f"{SECRET}\r\nX: y", f"\0{SECRET}"])
def test_bad_secrets(secret: str) -> None:
    """A secret with a line break raises at once, and the message does not show it."""
    makers: list[Any] = [
        lambda: HTTPAuth("Bearer", secret),
        lambda: APIKeyAuth(Query("k"), secret),
        lambda: BaseClient(base_url="http://localhost", schemes={"a": HTTPAuth("Bearer", lambda: secret)}).call(
            secured(("a",))({})
        ),
        lambda: BasicAuth(secret, "p"),
        lambda: BasicAuth("u", secret),
    ]
    for make in makers:
        with pytest.raises(ValueError) as caught:
            make()
        assert SECRET not in str(caught.value)
    with pytest.raises(ValueError, match="colon"):
        BasicAuth("a:b", "c")


KINDS: dict[str, Any] = {
    "header": lambda key: APIKeyAuth(Header("X-Key"), key, hint="header="),
    "query": lambda key: APIKeyAuth(Query("key"), key, hint="query="),
    "cookie": lambda key: APIKeyAuth(Cookie("sid"), key, hint="cookie="),
    "bearer": lambda key: HTTPAuth("Bearer", key, hint="bearer="),
    "basic": lambda key: BasicAuth(key, key, hint="basic="),
    "oauth": lambda key: OAuth2(key, token_urls={"client_credentials": "/token"}, hint="oauth="),
}


def sent(server: Server) -> set[str]:
    """The kinds of credentials that the last request had."""
    headers, found = server.last.headers, set[str]()
    scheme, _, value = headers.get("authorization", "").partition(" ")
    found |= {"basic"} if scheme == "Basic" else {value} if scheme == "Bearer" else set()
    found |= {"header"} if headers.get("x-key") == "header" else set()
    found |= {"query"} if "key=query" in server.last.query else set()
    found |= {"cookie"} if headers.get("cookie") == "sid=cookie" else set()
    return found


REQUIREMENTS: list[tuple[tuple[str, ...], ...]] = [
    (),
    ((),),
    *(((kind,),) for kind in KINDS),
    (("header",), ("bearer",)),
    (("bearer",), ("header",)),
    (("header", "query", "cookie"), ("basic",)),
    (("header", "oauth"), ("header",)),
    ((), ("query",)),
    (("query",), ("cookie", "basic"), ()),
]


@pytest.mark.parametrize("security", REQUIREMENTS, ids=str)
def test_requirements(api: Api, server: Server, security: tuple[tuple[str, ...], ...]) -> None:
    """Whatever is there: what is sent is the first alternative of which all is there, and nothing else."""
    named = [kind for kind in KINDS if any(kind in each for each in security)]
    for number in range(2 ** len(named)):
        given = {kind for kind in KINDS if kind not in named or number >> named.index(kind) & 1}
        auth = {kind: make(kind if kind in given else None) for kind, make in KINDS.items()}
        client = BaseClient if not api.asynchronous else AsyncBaseClient
        other = api.use(
            client(schemes=auth, base_url=server.url, transport=api.client._transport, errors=op.STATUS_ERRORS)
        )
        expected = next((set(each) for each in security if each and given >= set(each)), None)
        if expected is None and security and () not in security:
            count = len(server.seen)
            with pytest.raises(MissingCredentialsError, match="pass .*="):
                other.call(secured(*security))
            assert len(server.seen) == count
        else:
            other.call(secured(*security))
            assert sent(server) == (expected or set())


@pytest.mark.parametrize("kind", KINDS)
def test_credentials_stay_with_their_origin(api: Api, server: Server, kind: str) -> None:
    """A redirect to another origin gets none of them, of whatever kind."""
    other = api.use(api.new(schemes={kind: KINDS[kind](kind)}))
    elsewhere = server.url.replace("127.0.0.1", "localhost")
    server.answer(302, headers={"Location": f"{elsewhere}/there"})
    other.call(secured((kind,)))
    assert server.last.target == "/there" and sent(server) == set()
    other.close()


def test_functions_may_be_asynchronous(api: Api, server: Server) -> None:
    """An async client awaits them; a sync one refuses those that wait."""

    async def at_once() -> str:
        return "bearer"

    async def later() -> str:
        await asyncio.sleep(0)
        return "bearer"

    for ask in (at_once, later):
        other = api.use(api.new(schemes={"a": HTTPAuth("Bearer", ask)}))
        if ask is later and not api.asynchronous:
            with pytest.raises(TypeError, match="must not be asynchronous"):
                other.call(secured(("a",)))
        else:
            other.call(secured(("a",)))
            assert sent(server) == {"bearer"}
        other.close()


def test_a_function_that_has_nothing(api: Api, server: Server) -> None:
    """What gives no text is no credential."""
    other = api.use(api.new(schemes={"a": HTTPAuth("Bearer", lambda: "", hint="a="), "b": KINDS["header"]("header")}))
    with pytest.raises(MissingCredentialsError, match="pass a="):
        other.call(secured(("a",)))
    other.call(secured(("a",), ("b",)))
    assert sent(server) == {"header"}
    other.close()


def test_secrets_do_not_show(api: Api, server: Server, caplog: pytest.LogCaptureFixture) -> None:
    """No repr, message, log line or pickle holds a credential."""
    caplog.set_level(logging.DEBUG)
    auth = {
        "a": HTTPAuth("Bearer", SECRET),
        "b": APIKeyAuth(Query("key"), SECRET),
        "c": BasicAuth(SECRET, SECRET),
    }
    for name, credential in auth.items():
        other = api.use(api.new(schemes=auth, security=((name,),), headers={"X-Own": SECRET}))
        shown = [
            repr(other.client),
            str(other.client),
            repr(credential),
            str(credential),
            repr(vars(other.client)["_auth"]),
            repr(other.client._session),
        ]
        shown.append(repr(other.client.with_options(timeout=1)))
        server.answer(404)
        with pytest.raises(APIError) as caught:
            other.call(op.GET, "1")
        shown += [str(caught.value), repr(caught.value)]
        shown.append(pickle.dumps(caught.value).decode("latin-1"))
        server.answer(200, THING)
        shown.append(repr(other.raw(op.GET, "1")))
        server.answer(hang=True)
        with pytest.raises(APIError) as caught:
            other.call(op.GET, "1", options={"timeout": 0.05, "max_retries": 0})
        shown += [str(caught.value), repr(caught.value.__cause__)]
        other.close()
        shown += [record.getMessage() for record in caplog.records]
        assert SECRET not in "\n".join(shown)


@pytest.mark.parametrize("view", ["client", "options", "call"])
def test_calls_without_credentials(api: Api, server: Server, view: str) -> None:
    """`auth=None` sends none that is there, and misses none that is not, whatever the operation requires."""
    schemes = {"a": HTTPAuth("Bearer", "secret", hint="a="), "b": HTTPAuth("Bearer", None, hint="b=")}
    for name in schemes:
        server.answer(200, {})
        client = api.new(schemes=schemes, **({"auth": None} if view == "client" else {}))
        other = api.use(client.with_options(auth=None) if view == "options" else client)
        other.call(secured((name,)), options={"auth": None} if view == "call" else {})
        assert "authorization" not in server.last.headers
        other.close()
