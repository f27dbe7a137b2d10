"""Security schemes: how each credential travels, and which arguments of the client bring it."""

from __future__ import annotations

import subprocess
from typing import Any

import pytest

from fledge.builder.names.operations import name_operations
from fledge.builder.names.resolve import PinnedNames
from fledge.builder.security import build_security_schemes, has_mutual_tls, locked_credentials
from fledge.diagnostics.diagnostic import DiagnosticCollector
from fledge.ir import Location, SchemeKind, SecurityScheme
from tests.builder.specs import NO_PINS, codes, spec_of

FLOW = {"tokenUrl": "https://t", "scopes": {"a": "", "b": "", "c": ""}}


def schemes(
    security: list[Any] | None = [], pins: PinnedNames = NO_PINS, **stated: Any
) -> tuple[tuple[SecurityScheme, ...], list[str]]:
    """The security schemes of a description whose only operation requires `security`, and the codes reported.

    None: the operation does not say what it requires.
    """
    operation: dict[str, Any] = {"responses": {}, **({} if security is None else {"security": security})}
    spec = spec_of(components={"securitySchemes": stated}, paths={"/x": {"get": operation}})
    collector = DiagnosticCollector()
    names = name_operations(spec, NO_PINS).values()
    return build_security_schemes(spec, names, pins, collector, env_prefix="SHOP"), codes(collector)


@pytest.mark.parametrize(
    ("stated", "kind", "scheme", "arguments"),
    [
        ({"type": "http", "scheme": "bearer"}, SchemeKind.HTTP, "Bearer", ["key"]),
        ({"type": "http"}, SchemeKind.HTTP, "Bearer", ["key"]),
        ({"type": "http", "scheme": "Token"}, SchemeKind.HTTP, "Token", ["key"]),
        ({"type": "http", "scheme": "BASIC"}, SchemeKind.BASIC, "", ["username", "password"]),
        ({"type": "apiKey", "in": "query", "name": "k"}, SchemeKind.API_KEY, "", ["key"]),
        ({"type": "openIdConnect"}, SchemeKind.HTTP, "Bearer", ["key"]),
        ({"type": "oauth2", "flows": {"implicit": {}}}, SchemeKind.HTTP, "Bearer", ["key"]),
        (
            {"type": "oauth2", "flows": {"clientCredentials": FLOW}},
            SchemeKind.OAUTH2,
            "Bearer",
            ["key", "client_id", "client_secret", "scopes", "client_auth"],
        ),
    ],
)
def test_kinds(stated: dict[str, Any], kind: SchemeKind, scheme: str, arguments: list[str]) -> None:
    """Each type of scheme has its way to travel, and the arguments that it needs."""
    (only,), reported = schemes(key=stated)
    assert (only.kind, only.scheme, [each.python for each in only.arguments]) == (kind, scheme, arguments)
    assert only.env == "SHOP_KEY" and reported == []


def test_an_api_key_travels_where_it_is_described() -> None:
    """Name and location are those of the description."""
    (only,), _ = schemes(key={"type": "apiKey", "in": "cookie", "name": "session"})
    assert (only.location, only.key) == (Location.COOKIE, "session")


def test_what_a_client_cannot_send() -> None:
    """An unknown type is left out with a warning; a certificate of the client's is the transport's."""
    assert schemes(key={"type": "magic"}) == ((), ["security-scheme"])
    assert schemes(key={"type": "mutualTLS"}) == ((), [])
    declared = {"securitySchemes": {"key": {"type": "mutualTLS"}}}
    secured = {"/a": {"get": {"security": [{"key": []}], "responses": {}}}}
    assert has_mutual_tls(spec_of(components=declared, paths=secured))
    assert not has_mutual_tls(spec_of(components=declared))
    assert not has_mutual_tls(spec_of())


def test_credentials_that_no_operation_requires() -> None:
    """A client would take them and never send them, so that is a warning; a stated `security: []` says it is meant."""
    key = {"type": "apiKey", "in": "header", "name": "X-Key"}
    assert schemes(None, key=key)[1] == ["security-unrequired"]
    assert schemes([], key=key)[1] == schemes([{"key": []}], key=key)[1] == []
    assert schemes(None)[1] == schemes(None, key={"type": "mutualTLS"})[1] == []


def test_credentials_that_share_a_header() -> None:
    """A request has one `Authorization`: a requirement of two such credentials cannot be met, alternatives can."""
    keys = {
        "x": {"type": "apiKey", "in": "header", "name": "X-Key"},
        "y": {"type": "apiKey", "in": "query", "name": "X-Key"},
    }
    both = {"bearer": {"type": "http", "scheme": "bearer"}, "basic": {"type": "http", "scheme": "basic"}, **keys}
    assert schemes([{"bearer": [], "basic": []}], **both)[1] == ["security-shared-header"]
    assert schemes([{"bearer": [], "x": [], "y": []}, {"basic": []}], **both)[1] == []
    same = {"type": "apiKey", "in": "header", "name": "x-key"}
    assert schemes([{"x": [], "z": []}], **keys, z=same)[1] == ["security-shared-header"]


def test_scopes_are_those_that_operations_require() -> None:
    """Of each operation the first alternative with the scheme counts, and only documented scopes do."""
    oauth = {"type": "oauth2", "flows": {"clientCredentials": FLOW}}
    (only,), _ = schemes([{"other": []}, {"key": ["b", "unknown"]}, {"key": ["c"]}], key=oauth)
    assert only.scopes == ("b",)


BEARER, KEY, BASIC = (
    {"type": "http", "scheme": "bearer"},
    {"type": "apiKey", "in": "header", "name": "x"},
    {
        "type": "http",
        "scheme": "basic",
    },
)
IMPLICIT: dict[str, Any] = {"type": "oauth2", "flows": {"implicit": {}}}


@pytest.mark.parametrize(
    ("stated", "arguments"),
    [
        # OpenAI, Stripe, Adyen, Asana, DigitalOcean, Figma, Slack, Kubernetes, Gitea
        ({"ApiKeyAuth": BEARER, "AdminApiKeyAuth": BEARER}, "admin_api_key api_key"),
        ({"basicAuth": BASIC, "bearerAuth": BEARER}, "username password token"),
        ({"ApiKeyAuth": KEY, "BasicAuth": BASIC, "clientKey": KEY}, "api_key username password client_key"),
        ({"oauth2": IMPLICIT, "personalAccessToken": BEARER}, "token personal_access_token"),
        ({"bearer_auth": BEARER, "inference_bearer_auth": BEARER}, "token inference_token"),
        ({"OAuth2": IMPLICIT, "OrgOAuth2": IMPLICIT, "PlanAccessToken": KEY}, "token org_token plan_access_token"),
        ({"slackAuth": IMPLICIT}, "token"),
        ({"BearerToken": KEY}, "token"),
        ({"AuthorizationHeaderToken": KEY, "Token": KEY}, "authorization_header_token token"),
        # FastAPI and drf-spectacular
        ({"APIKeyHeader": KEY, "HTTPBasic": BASIC, "HTTPBearer": BEARER}, "api_key username password token"),
        ({"HTTPBearer": BEARER, "OAuth2PasswordBearer": IMPLICIT}, "token access_token"),
        ({"basicAuth": BASIC, "tokenAuth": KEY}, "username password token"),
        # ReadMe, and headers; SHOP is what the client's variables begin with
        ({"sec0": KEY}, "api_key"),
        ({"sec0": KEY, "sec1": BEARER}, "api_key token"),
        ({"sec0": KEY, "sec1": KEY}, "sec0 sec1"),
        ({"default": KEY}, "api_key"),
        ({"0": BEARER}, "token"),
        ({"X-API-Key": KEY}, "api_key"),
        ({"x-shop-token": KEY}, "token"),
        ({"X-Partner-Token": KEY}, "partner_token"),
        ({"shop_auth_token": BEARER}, "token"),
        ({"ShopApiKey": KEY, "shop_admin": KEY}, "api_key shop_admin"),
        ({"shop_token": BEARER, "token": KEY}, "shop_token token"),
        # what has no word but such, and what has none of them
        ({"auth": BEARER}, "token"),
        ({"Authorization": KEY}, "api_key"),
        ({"apikey": KEY}, "api_key"),
        ({"accessKey": BEARER}, "access_key"),
        ({"foo": KEY, "bar": KEY}, "bar foo"),
        ({"one": BASIC, "two": BASIC}, "one_username one_password two_username two_password"),
    ],
)
def test_credentials_are_called_as_people_say(stated: dict[str, Any], arguments: str) -> None:
    """Words that only tell how a credential travels are left out, unless they tell two of them apart."""
    names = [argument.python for scheme in schemes(**stated)[0] for argument in scheme.arguments]
    assert " ".join(names) == arguments


@pytest.mark.parametrize(
    ("before", "added"),
    [
        ({"slackAuth": BEARER}, {"adminAuth": BEARER}),
        ({"slackAuth": IMPLICIT}, {"bearerAuth": BEARER}),
        ({"two": BASIC}, {"one": BASIC}),
        ({"headerAuth": KEY}, {"apiKey": KEY, "api_key": KEY}),
        ({"two": {"type": "oauth2", "flows": {"clientCredentials": FLOW}}}, {"one": BASIC}),
        (
            {"two": {"type": "oauth2", "flows": {"clientCredentials": FLOW}}},
            {"one": {"type": "oauth2", "flows": {"password": FLOW}}},
        ),
        ({"b": BASIC, "c": BEARER}, {"a": {"type": "oauth2", "flows": {"password": FLOW}}}),
    ],
)
@pytest.mark.parametrize("order", [1, -1])
def test_a_new_scheme_renames_no_credential(before: dict[str, Any], added: dict[str, Any], order: int) -> None:
    """The lock keeps each argument, wherever the description puts its new scheme."""

    def arguments(stated: dict[str, Any], locked: dict[str, str]) -> dict[str, str]:
        return locked_credentials(schemes(pins=PinnedNames.of({}, locked), **stated)[0])

    old = arguments(before, {})
    new = arguments(dict([*before.items(), *added.items()][::order]), old)
    assert new.items() >= old.items()
    assert len(set(new.values())) == len(new) > len(old)


def test_the_configuration_names_a_credential_that_the_lock_has() -> None:
    """An override counts for the scheme, and for the parts of its name."""
    locked = {"#/components/securitySchemes/b/username": "username", "#/components/securitySchemes/b/password": "word"}
    pins = PinnedNames.of({"#/components/securitySchemes/b": "shop"}, locked)
    (only,), _ = schemes(pins=pins, b=BASIC)
    assert [each.python for each in only.arguments] == ["shop_username", "shop_password"]


@pytest.mark.parametrize(("key", "variable"), [("größe", "SHOP_GROSSE"), ("clé", "SHOP_CLE"), ("日", "SHOP_U65E5")])
def test_a_shell_can_set_each_variable(key: str, variable: str) -> None:
    """Shells know no variables but those of ASCII letters."""
    (only,), _ = schemes(**{key: BEARER})
    assert only.env == variable
    assert subprocess.run(["bash", "-c", f"export {variable}=x"], check=False).returncode == 0


def test_two_grants_say_whose_they_are() -> None:
    """The arguments of two schemes that ask for tokens begin with the names of the schemes."""
    oauth = {"type": "oauth2", "flows": {"password": {**FLOW, "refreshUrl": "https://r"}}}
    both, _ = schemes(one=oauth, two=oauth)
    assert [scheme.arguments[1].python for scheme in both] == ["one_client_id", "two_client_id"]
    assert both[0].token_urls == (("password", "https://t"), ("refresh_token", "https://r"))
