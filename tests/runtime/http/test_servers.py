"""Where requests go: variables of servers, base URLs of clients and of calls."""

from __future__ import annotations

from typing import Any

import pytest

from fledge.runtime.client import BaseClient
from fledge.runtime.operation import Operation
from fledge.runtime.server_variables import expanded

from .conftest import Api, Server

GET: Operation[Any] = Operation("GET /thing")
ELSEWHERE: Operation[Any] = Operation("GET /thing", server="http://{host}:{port}/files")


def test_variables(api: Api, server: Server) -> None:
    """They are a part of the client's URL, and of those of operations that share them."""
    port = server.url.rpartition(":")[2]
    variables = {"host": "127.0.0.1", "port": port, "version": "v1/beta"}
    other = api.use(
        api.new(base_url=None, server="http://{host}:{port}/{version}/", variables=variables, expand=expanded)
    )
    for operation, path in ((GET, "/v1/beta/thing"), (ELSEWHERE, "/files/thing")):
        other.call(operation)
        assert server.last.target == path
    other.close()


def test_base_urls(api: Api, server: Server) -> None:
    """The call's goes before the client's, and that before any server of the document."""
    other = api.use(
        api.new(server="http://{host}", variables={"host": "unused"}, expand=expanded, base_url=server.url + "/client")
    )
    for operation in (GET, ELSEWHERE):
        other.call(operation)
        assert server.last.target == "/client/thing"
        other.call(operation, options={"base_url": server.url + "/call"})
        assert server.last.target == "/call/thing"
    other.close()


TEMPLATE = "{scheme}://{region}.example.com:{port}/{path}/x"
USUAL = {"scheme": "https", "region": "us", "port": "443", "path": "v1"}


@pytest.mark.parametrize(
    "name, value",
    [
        *(("region", value) for value in ("evil.com/", "evil.com#", "evil.com?", "me@evil.com:", "a\\b", "a b", "{port}")),
        *(("region", value) for value in ("evil.com:443", "a%2fb", "evil.com\r\n", "℀", "..")),
        *(("scheme", value) for value in ("file", "https://evil.com/?", "https://evil.com/x", "javascript")),
        *(("port", value) for value in ("443@evil.com", "80/x", "x")),
        *(("path", value) for value in ("..", "a/../b", "a?b", "a#b", "a\nb", "%2e%2e")),
    ],
)  # fmt: skip
def test_no_value_leads_to_another_host(name: str, value: str) -> None:
    """What would change the URL's structure is refused when the client is made."""
    with pytest.raises(ValueError):
        BaseClient(server=TEMPLATE, variables={**USUAL, name: value}, expand=expanded)


@pytest.mark.parametrize(
    "template, value, url",
    [
        ("https://{x}", "api.example.com:8443", "https://api.example.com:8443"),
        ("https://{x}/api", "localhost", "https://localhost/api"),
        ("https://{x}.example.com", "eu-west-1", "https://eu-west-1.example.com"),
        ("https://{x}.example.com", "a.b", "https://a.b.example.com"),
        ("{x}", "http://localhost:8080/base/", "http://localhost:8080/base/"),
        ("{x}/v1", "https://api.example.com", "https://api.example.com/v1"),
        ("{x}://localhost", "http", "http://localhost"),
        ("https://localhost{x}", "/v1", "https://localhost/v1"),
        ("https://localhost{x}", "evil.com/v1", None),
        ("https://{x}.example.com", "/v1", None),
        ("https://localhost/{x}", "", "https://localhost/"),
        ("https://localhost/{x}/y", "a/b.c~d", "https://localhost/a/b.c~d/y"),
        ("https://localhost", "unused/../", "https://localhost"),
    ],
)
def test_values(template: str, value: str, url: str | None) -> None:
    """A host may have a port, a path may have several parts, and a variable may be the whole URL."""
    if url is None:
        with pytest.raises(ValueError, match=f"x: '{value}' cannot stand there"):
            expanded(template, {"x": value})
    else:
        assert expanded(template, {"x": value}) == url


@pytest.mark.parametrize("server", ["{undefined}", "https://{undefined}.example.com", "/relative", ""])
def test_a_server_that_is_not_known(server: str) -> None:
    """Without a whole URL, one has to be passed."""
    with pytest.raises(ValueError, match="base_url must be like"):
        BaseClient(server=server)
    BaseClient(server=server, base_url="https://example.com").close()


@pytest.mark.parametrize("url", ["https://me@example.com", "https://a:b/", "https://a\\b", "https://[::1", "ftp://a", "https://a?b"])  # fmt: skip
def test_base_urls_that_are_none(url: str) -> None:
    """A base URL is a host, perhaps a port and a path."""
    with pytest.raises(ValueError, match="base_url must be like"):
        BaseClient(base_url=url)
    with BaseClient(base_url="http://[::1]:8080/x") as client, pytest.raises(ValueError, match="base_url must be like"):
        client.call(GET({"base_url": url}))


def test_an_operation_whose_server_is_not_known(api: Api, server: Server) -> None:
    """A relative URL leads nowhere, and says so before anything is sent."""
    relative: Operation[Any] = Operation("GET /thing", server="/v2")
    other = api.use(api.new(base_url=None, server=server.url))
    with pytest.raises(ValueError, match="base_url must be like"):
        other.call(relative)
    assert server.seen == []
    other.close()
