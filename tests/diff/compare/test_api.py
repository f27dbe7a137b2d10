"""Changes of the whole API: servers, security schemes, webhooks."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tests.diff.case import EVENT, REGIONS, case
from tests.diff.description import PETS, drop, move, put

FLOW = {"authorizationUrl": "https://pets.example/login", "tokenUrl": "https://pets.example/token", "scopes": {}}
LOGIN = (
    put("components securitySchemes login", {"type": "oauth2", "flows": {"authorizationCode": FLOW}}),
    put(f"{PETS} security", [{"login": ["read"]}]),
)


def _prefix_paths(document: dict[str, Any]) -> None:
    document["paths"] = {f"/v1{path}": item for path, item in document["paths"].items()}


EITHER = put("security", [{"key": []}, {"token": []}])

CASES = {
    "webhook-added": case(
        put("webhooks petSold", {"post": EVENT}), expect="webhook-added webhooks.parse_pet_sold: client nothing"
    ),
    "webhook-removed": case(
        drop("webhooks petSold"),
        before=(put("webhooks petSold", {"post": EVENT}),),
        expect="webhook-removed webhooks.parse_pet_sold: response both",
    ),
    "server-added": case(
        put("servers 2", {"url": "https://eu.pets.example"}), expect="server-added client: client nothing"
    ),
    "server-removed": case(drop("servers 1"), expect="server-removed client: request wire"),
    "server-changed": case(
        put("servers 0 url", "https://v2.pets.example"),
        expect="server-changed client: request wire",
    ),
    "server-prefix-moved": case(
        put("servers", [{"url": "https://pets.example"}]),
        _prefix_paths,
        before=(put("servers", [{"url": "https://pets.example/v1"}]),),
        expect="server-prefix-moved client: client nothing",
    ),
    "server-default-changed": case(
        put("servers", [{"url": "https://test.pets.example"}, {"url": "https://pets.example"}]),
        expect="server-default-changed client: client nothing",
    ),
    "server-variable-added": case(
        put("servers 0", REGIONS), expect="server-variable-added Client(region=): client nothing"
    ),
    "server-variable-removed": case(
        put("servers 0", {"url": "https://pets.example"}),
        before=(put("servers 0", REGIONS),),
        expect="server-variable-removed Client(region=): client types",
    ),
    "default-changed, of a server's variable": case(
        put("servers 0 variables region default", "eu.pets"),
        before=(put("servers 0", REGIONS),),
        expect="default-changed Client(region=): request nothing",
    ),
    "server-value-added": case(
        put("servers 0 variables region enum 2", "us.pets"),
        before=(put("servers 0", REGIONS),),
        expect="server-value-added Client(region=): client nothing",
    ),
    "server-value-removed": case(
        drop("servers 0 variables region enum 1"),
        before=(put("servers 0", REGIONS),),
        expect="server-value-removed Client(region=): request both",
    ),
    "security-scheme-added": case(
        put("components securitySchemes basic", {"type": "http", "scheme": "basic"}),
        expect="security-scheme-added Client(basic=): client nothing",
    ),
    "security-scheme-removed": case(
        drop("components securitySchemes token"), expect="security-scheme-removed Client(token=): client types"
    ),
    "security-scheme-removed, that calls may use": case(
        drop("components securitySchemes token"),
        put("security", [{"key": []}]),
        before=(EITHER,),
        expect=(
            "security-scheme-removed Client(token=): client both",
            "security-removed client: request wire",
        ),
    ),
    "security-scheme-changed, that no call uses": case(
        put("components securitySchemes token", {"type": "http", "scheme": "digest"}),
        expect="security-scheme-changed Client(token=): request nothing",
    ),
    "security-scheme-changed": case(
        put("components securitySchemes key name", "X-Api-Key"),
        expect="security-scheme-changed Client(key=): request wire",
    ),
    "security-scheme-kind-changed": case(
        put("components securitySchemes token scheme", "basic"),
        before=(EITHER,),
        expect="security-scheme-kind-changed Client(token=): client both",
    ),
    "security-scheme-kind-changed, with the same argument": case(
        put("components securitySchemes token", {"type": "apiKey", "in": "header", "name": "X-Token"}),
        before=(EITHER,),
        expect="security-scheme-kind-changed Client(token=): client wire",
    ),
    "security-scheme-changed, and its arguments": case(
        put("components securitySchemes login flows", {"clientCredentials": FLOW}),
        before=LOGIN,
        expect=(
            "security-scheme-arguments-changed Client(login=): client types",
            "security-scheme-changed Client(login=): request wire",
        ),
    ),
    "security-added": case(
        put("security", [{"key": []}, {"token": []}]), expect="security-added client: request nothing"
    ),
    "security-removed": case(put("security", [{"token": []}]), expect="security-removed client: request wire"),
    "security-removed, of an operation": case(
        put(f"{PETS} security", [{"key": [], "token": []}]),
        expect="security-removed client.pets.list: request wire",
    ),
    "scope-added": case(
        put(f"{PETS} security", [{"login": ["read", "write"]}]),
        before=LOGIN,
        expect="scope-added client.pets.list: request wire",
    ),
    "scope-removed": case(
        put(f"{PETS} security", [{"login": []}]),
        before=LOGIN,
        expect="scope-removed client.pets.list: request nothing",
    ),
    "security-scheme-renamed, in the description": case(
        move("components securitySchemes token", "components securitySchemes admin"),
        expect=(
            "credential-variable-changed Client(token=): client wire",
            "security-scheme-renamed Client(token=): client types",
        ),
    ),
    "title-changed": case(put("info title", "Animals"), expect="title-changed client: client nothing"),
}


@pytest.mark.parametrize("name", CASES)
def test_exactly_the_expected_changes_are_reported(name: str, tmp_path: Path) -> None:
    """Each change has the rule and the effect in each direction that the case expects."""
    CASES[name].check(tmp_path)


def test_a_scheme_that_keeps_its_argument_is_no_change(tmp_path: Path) -> None:
    """The argument of a bearer's token is `token`, whatever the description calls the scheme."""
    step = move("components securitySchemes token", "components securitySchemes bearer")
    case(step, expect=()).check(tmp_path)
