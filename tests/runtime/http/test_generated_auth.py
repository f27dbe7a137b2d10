"""Generated clients: arguments and variables of the environment lead to the credentials and servers of the document."""

from __future__ import annotations

import asyncio
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from fledge.emitter import emit
from tests.client import imported, put, understand
from tests.conftest import ROOT

from .conftest import Server

TOKEN = {"access_token": "t1", "token_type": "Bearer", "expires_in": 3600}


@pytest.fixture(scope="module")
def packages(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("packages")
    for case in ("oauth2", "security", "servers"):
        api, _ = understand(ROOT / "tests" / "cases" / case / "openapi.yaml")
        put(emit(api, aiohttp=True), folder / f"{case}_client")
    return folder


@pytest.fixture(params=["sync", "async"])
def asynchronous(request: pytest.FixtureRequest) -> bool:
    return bool(request.param == "async")


def call(package: ModuleType, resource: str, method: str, asynchronous: bool, **settings: Any) -> Any:
    """A call without arguments, by a client with these settings."""

    async def main() -> Any:
        async with package.AsyncClient(transport=package.AIOHTTPTransport(), **settings) as client:
            return await getattr(getattr(client, resource), method)()

    if asynchronous:
        return asyncio.run(main())
    with package.Client(**settings) as client:
        return getattr(getattr(client, resource), method)()


def test_oauth2(packages: Path, server: Server, asynchronous: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    """A token is asked for with the scopes that operations require; a token that is passed is enough."""
    with imported(packages, "oauth2_client") as package:
        server.answer(200, TOKEN)
        call(
            package,
            "orders",
            "list",
            asynchronous,
            base_url=server.url,
            machine_client_id="a",
            machine_client_secret="b",
        )
        asked, called = server.seen
        assert (asked.target, called.headers["authorization"]) == ("/oauth/token", "Bearer t1")
        assert asked.body == b"grant_type=client_credentials&scope=orders.read+orders.write"
        call(package, "orders", "list", asynchronous, base_url=server.url, machine="mine")
        assert server.last.headers["authorization"] == "Bearer mine"
        monkeypatch.setenv("CLIENT_PERSON", "theirs")
        call(package, "orders", "put", asynchronous, base_url=server.url)
        assert server.last.headers["authorization"] == "Bearer theirs"
        monkeypatch.setenv("CLIENT_MACHINE_CLIENT_ID", "a")
        monkeypatch.setenv("CLIENT_MACHINE_CLIENT_SECRET", "b")
        server.answer(400, {"error": "invalid_client"})
        with pytest.raises(package.OAuth2Error) as caught:
            call(
                package,
                "orders",
                "list",
                asynchronous,
                base_url=server.url,
                machine_scopes=(),
                machine_client_auth="post",
            )
        assert isinstance(caught.value, package.APIError) and caught.value.code == "invalid_client"
        assert server.last.body == b"grant_type=client_credentials&client_id=a&client_secret=b"
        monkeypatch.undo()
        ways = (
            "pass machine= or CLIENT_MACHINE; or machine_client_id= and machine_client_secret="
            " or CLIENT_MACHINE_CLIENT_ID and CLIENT_MACHINE_CLIENT_SECRET to the client"
        )
        with pytest.raises(package.MissingCredentialsError, match=ways):
            call(package, "orders", "list", asynchronous, base_url=server.url)


def test_schemes(packages: Path, server: Server, asynchronous: bool) -> None:
    """Each argument is sent in its place, and only where it is required."""
    given = {name: name for name in ("username", "password", "bearer", "cookie", "digest", "implicit", "oidc", "query")}
    with imported(packages, "security_client") as package:
        expected: list[tuple[str, str, str | None, str | None, str]] = [
            ("all", "get", None, "sid=cookie", "/all?key=query"),
            ("open", "get", None, None, "/open"),
            ("basic", "get", "Basic dXNlcm5hbWU6cGFzc3dvcmQ=", None, "/basic"),
            ("certified", "get", None, None, "/certified"),
            ("certified", "update", "Bearer oidc", None, "/certified"),
        ]
        for resource, method, authorization, cookie, target in expected:
            call(package, resource, method, asynchronous, base_url=server.url, **given)
            headers = server.last.headers
            assert (headers.get("authorization"), headers.get("cookie"), server.last.target) == (
                authorization,
                cookie,
                target,
            )
            assert "x-key" not in headers
        del given["username"]
        call(package, "basic", "get", asynchronous, base_url=server.url, **given)
        assert server.last.headers["authorization"] == "Digest digest"
        call(package, "all", "get", asynchronous, base_url=server.url)
        with pytest.raises(
            package.MissingCredentialsError,
            match="username= and password= or CLIENT_USERNAME and CLIENT_PASSWORD; or digest=",
        ):
            call(package, "basic", "get", asynchronous, base_url=server.url)


def test_servers(packages: Path, server: Server, monkeypatch: pytest.MonkeyPatch) -> None:
    """Variables make the URL; a base URL, also the environment's, replaces the servers."""
    with imported(packages, "servers_client") as package:
        shown = repr(package.Client(region="eu", protocol="http", port="8080", base_path="v2"))
        assert shown == "Client(base_url='http://eu.example.com:8080/v2')"
        assert repr(package.Client()) == "Client(base_url='https://us.example.com:443/v1')"
        with pytest.raises(ValueError, match="region: 'evil.com/' cannot stand there"):
            package.Client(region="evil.com/")
        monkeypatch.setenv("CLIENT_BASE_URL", server.url)
        for method in ("list", "create", "upload"):
            call(package, "things", method, False)
            assert server.last.target == "/things"


def test_who_does_not_use_aiohttp_does_not_pay(packages: Path) -> None:
    """Packages without it have no module for it, and those with it import it when it is asked for."""
    import subprocess
    import sys

    code = "import sys, servers_client; servers_client.AsyncClient; assert 'aiohttp' not in sys.modules"
    done = subprocess.run([sys.executable, "-c", code], cwd=packages, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    api, _ = understand(ROOT / "tests" / "cases" / "servers" / "openapi.yaml")
    assert not {"_runtime/aiohttp_transport.py", "_runtime/oauth2.py"} & emit(api).files.keys()
