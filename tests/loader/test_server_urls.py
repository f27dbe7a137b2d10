"""URLs of servers that a client cannot send to: each is reported at its place, and the client that is generated agrees."""

from __future__ import annotations

from typing import Any

import pytest

from fledge.loader.validate import validate
from fledge.runtime.request import address

from .conftest import Load, api, operation


def server(url: str, **variables: Any) -> dict[str, Any]:
    """A server, with variables if there are any."""
    return {"url": url, **({"variables": variables} if variables else {})}


def is_usable(described: Any) -> bool:
    """Whether a client can be made with a server, with the defaults of its variables."""
    url = described["url"]
    for name, variable in described.get("variables", {}).items():
        url = url.replace(f"{{{name}}}", variable["default"])
    try:
        address(url)
    except ValueError:
        return False
    return True


@pytest.mark.parametrize(
    ("described", "words"),
    [
        (server("https://"), "it has no host"),
        (server("https:///v1"), "it has no host"),
        (server("https://:8080/v1"), "it has no host"),
        (server("https://a.example/my api"), "it has a space"),
        (server("wss://a.example"), "`wss` is not HTTP"),
        (server("http://[::1/"), "it is not like https://host/path"),
        (server("https://{host}/v1", host={"default": ""}), "it has no host"),
        (server("https://a.example/{v}", v={"default": "1?x=2"}), "it has a query"),
        (server("https://{host}/v1"), "the variable `host`"),
        (server("api.example.com/v1"), "has no scheme"),
        (server("localhost:8080"), "has no scheme"),
    ],
)
@pytest.mark.parametrize("inside", ["", "/paths/~1a/get"])
def test_a_server_that_no_client_can_send_to(loaded: Load, described: Any, words: str, inside: str) -> None:
    """Of the description, or of an operation."""
    assert not is_usable(described)
    holder = {"servers": [described]}
    get = operation(**holder) if inside else operation()
    run = loaded({"a.json": api(paths={"/a": {"get": get}}, **({} if inside else holder))})
    validate(run.spec, run.report)
    [finding] = run.report
    assert finding.code == "server-url" and words in finding.message and finding.hint
    assert finding.source and finding.source.pointer == f"{inside}/servers/0/url"


@pytest.mark.parametrize(
    "described",
    [
        server("https://a.example"),
        server("HTTPS://a.example:8080/v1/"),
        server("http://[::1]:80/v1"),
        server("http://localhost"),
        server("https://{region}.a.example/{v}", region={"default": "eu"}, v={"default": "v1"}),
        server("{scheme}://a.example", scheme={"default": "https"}),
    ],
)
def test_a_server_that_a_client_can_send_to(loaded: Load, described: Any) -> None:
    """Capitals of the scheme mean nothing."""
    run = loaded({"a.json": api(servers=[described])})
    assert list(run.report) == []
    assert is_usable(run.spec.at("/servers/0"))


@pytest.mark.parametrize("url", ["/", "/v1", "", "v1", "../v1"])
def test_relative_urls_are_valid(loaded: Load, url: str) -> None:
    """They are relative to where the description is."""
    assert list(loaded({"a.json": api(servers=[server(url)])}).report) == []


@pytest.mark.parametrize("ending", ["?version=1", "#top", "?a=1#b", "?"])
@pytest.mark.parametrize("url", ["https://a.example/v1", "/v1"])
def test_a_query_is_left_out(loaded: Load, url: str, ending: str) -> None:
    """No path could stand behind it (OpenAPI 3.2.0, 4.5.1)."""
    run = loaded({"a.json": api(servers=[server(url + ending)])})
    assert run.spec.at("/servers/0/url") == url
    [finding] = run.report
    assert finding.code == "server-url" and finding.source and finding.source.pointer == "/servers/0/url"


def test_a_host_without_a_scheme_on_the_web(loaded: Load) -> None:
    """It is resolved, as the standard has it, and reported all the same."""
    run = loaded(
        {
            "a.json": api(
                **{"servers": [server("b.example/v1")], "openapi": "3.2.0", "$self": "https://a.example/a.json"}
            )
        }
    )
    assert run.spec.at("/servers/0/url") == "https://a.example/b.example/v1"
    assert run.codes == ["server-url"]


def test_a_host_without_the_scheme_before_it(loaded: Load) -> None:
    """`//` is a reference with the scheme of the description, which a file has not (RFC 3986, 4.2)."""
    run = loaded({"a.json": api(servers=[server("//a.example/v1")])})
    assert run.spec.at("/servers/0/url") == "https://a.example/v1"
    [finding] = run.report
    assert finding.code == "server-url" and "The URL of a server has no scheme" in finding.message


def test_an_operation_at_an_unknown_place(loaded: Load) -> None:
    """Nobody is asked for the base URL of one operation, so that its call would fail."""
    operation = {"servers": [server("/v2")], "responses": {"204": {"description": "Done."}}}
    run = loaded({"a.json": api(servers=[server("https://a.example")], paths={"/a": {"get": operation}})})
    [finding] = run.report
    assert finding.code == "server-url" and "`/v2` of this server is relative" in finding.message
    assert finding.source and finding.source.pointer == "/paths/~1a/get/servers/0/url"
