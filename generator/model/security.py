"""Security schemes of the document: how each credential travels, and what it is called in Python."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from generator.diagnostics import Report
from generator.loader.spec import Spec, escape
from generator.model.api import Location, Name, SchemeKind, SecurityScheme
from generator.model.facts import docs
from generator.model.naming import Given, field_names
from generator.model.words import digest

# What the client's constructor takes beside credentials and the variables of servers.
TAKEN = (
    "self",
    "base_url",
    "timeout",
    "max_retries",
    "retry_policy",
    "headers",
    "strict_responses",
    "hooks",
    "transport",
)
# What the grants of OAuth 2.0 need, in the order of the constructor.
_PARTS = {
    "client_id": ("client_credentials", "password", "refresh_token"),
    "client_secret": ("client_credentials", "password", "refresh_token"),
    "username": ("password",),
    "password": ("password",),
    "refresh_token": ("refresh_token",),
    "scopes": ("client_credentials", "password"),
    "client_auth": ("client_credentials", "password", "refresh_token"),
}
# The flows of which the client can do a part by itself: for the others, a user has to be there.
_GRANTS = {
    "clientCredentials": "client_credentials",
    "password": "password",
    "authorizationCode": "refresh_token",
    "deviceAuthorization": "refresh_token",
}


def security_schemes(
    spec: Spec, operations: Iterable[str], given: Given, report: Report, *, env_prefix: str
) -> tuple[SecurityScheme, ...]:
    """All schemes that a credential can be passed for, sorted by name. `operations` are pointers."""
    raw = _stated(spec)
    at = {key: f"/components/securitySchemes/{escape(key)}" for key in raw}
    names = field_names(at, given, taken=TAKEN, suffix="token")
    securities = [spec.at(pointer).get("security") for pointer in operations]
    taken = {*TAKEN, *names.values()}
    made: list[SecurityScheme] = []
    for key in sorted(raw):
        _, scheme = spec.resolve(at[key])
        python = names[key]
        token = Name(wire="token", python=python)
        plain = SecurityScheme(
            name=Name(wire=key, python=python),
            kind=SchemeKind.HTTP,
            docs=docs(scheme),
            arguments=(token,),
            scheme="Bearer",
            env=f"{env_prefix}_{python.upper()}".rstrip("_"),
        )
        match scheme.get("type"):
            case "http" if str(scheme.get("scheme", "")).lower() == "basic":
                pair = _arguments(python, ["username", "password"], taken)
                made.append(replace(plain, kind=SchemeKind.BASIC, scheme="", arguments=pair))
            case "http":
                spelled = str(scheme.get("scheme", "Bearer"))
                made.append(replace(plain, scheme="Bearer" if spelled.lower() == "bearer" else spelled))
            case "apiKey" if scheme.get("in") in ("header", "query", "cookie"):
                where = Location(scheme["in"])
                sent_as = str(scheme.get("name", key))
                made.append(replace(plain, kind=SchemeKind.API_KEY, scheme="", key=sent_as, location=where))
            case "oauth2" if flows := _flows(scheme):
                alone = sum(1 for other in raw if _flows(spec.resolve(at[other])[1])) == 1
                made.append(_oauth2(plain, flows, alone, taken, securities))
            case "oauth2" | "openIdConnect":
                made.append(plain)
            case "mutualTLS":
                pass  # the transport's certificate
            case other:
                report.warning(
                    "security-scheme",
                    f"the security scheme `{key}` is of type `{other}`, which a client cannot send by itself",
                    origin=spec.origin(at[key]),
                    hint="pass what it needs with `headers=` or a `transport=` of your own",
                )
        taken.update(name.python for name in (made[-1].arguments if made else ()))
    return tuple(made)


def _arguments(scheme: str, parts: Sequence[str], taken: Collection[str], *, alone: bool = False) -> tuple[Name, ...]:
    """What the constructor calls the parts of a credential: the name of its scheme goes before them if it is not `alone`.

    `taken` are the arguments that are something else.
    """
    prefixes = [*([""] if alone else []), f"{scheme}_", f"{scheme}_credential_"]
    free = (prefix for prefix in prefixes if not any(f"{prefix}{part}" in taken for part in parts))
    prefix = next(free, f"{scheme}_{digest(scheme)}_")
    return tuple(Name(wire=part, python=f"{prefix}{part}") for part in parts)


def has_mutual_tls(spec: Spec) -> bool:
    """Whether some scheme asks for a certificate of the client's own."""
    at = "/components/securitySchemes"
    return any(spec.resolve(f"{at}/{escape(key)}")[1].get("type") == "mutualTLS" for key in _stated(spec))


def _stated(spec: Spec) -> Mapping[str, Any]:
    components = spec.root.get("components")
    stated = components.get("securitySchemes") if isinstance(components, Mapping) else None
    return stated or {}


def _flows(scheme: Mapping[str, Any]) -> dict[str, Mapping[str, Any]]:
    """The flows of OAuth 2.0 for which the client can ask for tokens."""
    flows = scheme.get("flows")
    return {
        name: flow
        for name, flow in (flows.items() if isinstance(flows, Mapping) else ())
        if name in _GRANTS and isinstance(flow, Mapping) and isinstance(flow.get("tokenUrl"), str)
    }


def _oauth2(
    plain: SecurityScheme,
    flows: Mapping[str, Mapping[str, Any]],
    alone: bool,
    taken: Collection[str],
    securities: list[Any],
) -> SecurityScheme:
    """A scheme whose tokens the client can ask for."""
    urls = {_GRANTS[flow]: str(facts["tokenUrl"]) for flow, facts in flows.items()}
    grants = tuple(urls)
    for flow, facts in flows.items():  # a password's token may come with a refresh token
        if flow != "clientCredentials":
            urls["refresh_token"] = str(facts.get("refreshUrl") or facts["tokenUrl"])
    parts = [part for part, users in _PARTS.items() if any(grant in grants for grant in users)]
    scopes = [facts.get("scopes") or {} for flow, facts in flows.items() if _GRANTS[flow] in _PARTS["scopes"]]
    return replace(
        plain,
        kind=SchemeKind.OAUTH2,
        arguments=(*plain.arguments, *_arguments(plain.name.python, parts, taken, alone=alone)),
        token_urls=tuple(sorted(urls.items())),
        scopes=tuple(_scopes(plain.name.wire, securities, [scope for each in scopes for scope in each])),
    )


def _scopes(scheme: str, securities: Iterable[Any], known: Sequence[str]) -> list[str]:
    """The scopes that operations require, each by the first alternative with the scheme, of those that are `known`."""
    found: dict[str, None] = {}
    for alternatives in securities:
        named = [each for each in alternatives or () if isinstance(each, Mapping) and scheme in each]
        found.update(dict.fromkeys(scope for each in named[:1] for scope in each[scheme] or () if scope in known))
    return sorted(found)
