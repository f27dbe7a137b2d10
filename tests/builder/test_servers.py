"""Servers: the one that most operations use comes first, with its variables as arguments."""

from __future__ import annotations

from typing import Any

import pytest

from fledge.builder.servers import choose_servers, first_server
from fledge.ir import Server
from fledge.openapi.views.node import Node
from tests.builder.specs import NO_PINS, spec_of

REGION = {"default": "eu", "enum": ["eu", "us", "eu"], "description": "Where."}
WITH_VARIABLE = {"url": "https://{region}.example.com/{lost}", "variables": {"region": REGION}}


def server(raw: dict[str, Any]) -> Server:
    first = first_server(Node(spec_of(), "/x", {"servers": [raw]}))
    assert first is not None
    return first


def test_a_server_with_variables() -> None:
    """Only variables that the URL has and that are described can be chosen."""
    (variable,) = server(WITH_VARIABLE).variables
    assert (variable.name.wire, variable.default, variable.values) == ("region", "eu", ("eu", "us"))


@pytest.mark.parametrize("servers", [[], [{}], [{"url": 3}], ["https://example.com"]])
def test_no_server(servers: list[Any]) -> None:
    """What has no URL is no server."""
    assert first_server(Node(spec_of(), "/x", {"servers": servers})) is None
    assert choose_servers(spec_of(servers=servers), [], NO_PINS, ()) == ()


def test_the_most_used_comes_first() -> None:
    """A server of operations goes before the description's own, which stay behind it."""
    one, two = {"url": "https://one"}, {"url": "https://two"}
    chosen = choose_servers(spec_of(servers=[one]), [server(two), server(two), server(one)], NO_PINS, ())
    assert [each.url for each in chosen] == ["https://two", "https://one"]
    equal = choose_servers(spec_of(servers=[two]), [server(one), server(two)], NO_PINS, ())
    assert equal[0].url == "https://two", "of two that are used as often, the description's own"


def test_variables_are_arguments() -> None:
    """A variable that is called like another argument of the client has another name."""
    (chosen,) = choose_servers(spec_of(servers=[WITH_VARIABLE]), [], NO_PINS, ("region",))
    assert chosen.variables[0].name.python == "region_"
