"""Security schemes of the document: how each credential travels, and what it is called in Python."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace

from fledge.builder.docs import read_docs
from fledge.builder.names.operations import OperationName
from fledge.builder.names.reserved import CONSTRUCTOR_ARGUMENTS
from fledge.builder.names.credentials import credential_names
from fledge.builder.names.resolve import PinnedNames
from fledge.builder.names.words import digest
from fledge.diagnostics.diagnostic import DiagnosticCollector
from fledge.diagnostics.similar_names import suggest
from fledge.ir import Location, Name, SchemeKind, SecurityScheme, environment_variable
from fledge.openapi.document import Spec
from fledge.openapi.pointer import join
from fledge.openapi.views.operations import OperationView, all_operations
from fledge.openapi.views.security import FlowView, SecuritySchemeView, security_schemes

# What the grants of OAuth 2.0 need, in the order of the constructor.
_TYPES = ("apiKey", "http", "mutualTLS", "oauth2", "openIdConnect")
_PLACES = ("header", "query", "cookie")
"""Where an API key may be."""

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


def build_security_schemes(
    spec: Spec,
    operations: Iterable[OperationName],
    pins: PinnedNames,
    collector: DiagnosticCollector,
    *,
    env_prefix: str,
) -> tuple[SecurityScheme, ...]:
    """All schemes that a credential can be passed for, sorted by name."""
    operations = tuple(operations)
    views = security_schemes(spec)
    _report_undefined(spec, [each.operation for each in operations], views, collector)
    pointers = {key: join("/components/securitySchemes", key) for key in views}
    names = credential_names(views, pointers, pins, env_prefix)
    securities = [each.operation.security or [] for each in operations]
    basics = [key for key, view in views.items() if _is_basic(view)]
    alone_basic = len(basics) == 1 and pins.override(f"#{pointers[basics[0]]}") is None
    taken = {*CONSTRUCTOR_ARGUMENTS, *(name for key, name in names.items() if key not in basics)}
    kept = {key: _locked_parts(f"#{pointer}", pins) for key, pointer in pointers.items()}
    login = ("username", "password")
    pair = _arguments(names[basics[0]], login, taken, kept[basics[0]], alone=alone_basic) if basics else ()
    taken |= {each.python for each in pair}
    grants = {key: _grants(view) for key, view in views.items()}
    schemes: list[SecurityScheme] = []
    for key, view in views.items():
        python = names[key]
        plain = SecurityScheme(
            name=Name(wire=key, python=python),
            kind=SchemeKind.HTTP,
            docs=read_docs(view.raw),
            arguments=(Name(wire="token", python=python),),
            scheme="Bearer",
            env=environment_variable(env_prefix, python),
        )
        match view.type:
            case "http" if key in basics:
                if key != basics[0]:
                    pair = _arguments(python, login, taken, kept[key])
                schemes.append(replace(plain, kind=SchemeKind.BASIC, scheme="", arguments=pair))
            case "http":
                scheme = "Bearer" if view.scheme.lower() in ("", "bearer") else view.scheme
                schemes.append(replace(plain, scheme=scheme))
            case "apiKey" if view.location in _PLACES:
                location = Location(str(view.location))
                name = key if view.parameter_name is None else view.parameter_name
                schemes.append(replace(plain, kind=SchemeKind.API_KEY, scheme="", key=name, location=location))
            case "oauth2" if grants[key]:
                alone = sum(1 for flows in grants.values() if flows) == 1
                schemes.append(_oauth2(plain, grants[key], alone, taken, kept[key], securities))
            case "oauth2" | "openIdConnect":
                schemes.append(plain)
            case "mutualTLS":
                pass  # the transport's certificate
            case other:
                field, value, possible = (
                    ("in", view.location, _PLACES) if other == "apiKey" else ("type", other, _TYPES)
                )
                stated = "no" if value is None else f"the {'place' if field == 'in' else 'type'} `{value}` in"
                collector.warning(
                    "security-scheme",
                    f"the security scheme `{key}` has {stated} `{field}`, so that a client cannot send it by itself",
                    origin=spec.source_of(pointers[key] if value is None else f"{pointers[key]}/{field}"),
                    hint=suggest(str(value), possible)
                    or "pass what it needs with `headers=` or a `transport=` of your own",
                )
        taken.update(name.python for name in (schemes[-1].arguments if schemes else ()))
    _report_unrequired([each.operation for each in operations], schemes, spec, collector)
    _report_shared_headers([each.operation for each in operations], schemes, spec, collector)
    return tuple(schemes)


def _report_undefined(
    spec: Spec, operations: Iterable[OperationView], views: Collection[str], collector: DiagnosticCollector
) -> None:
    """Report each name that operations require, and that no security scheme has, once."""
    reported = dict.fromkeys(views)
    for operation in operations:
        for index, alternative in enumerate(operation.security or ()):
            for name in alternative:
                if name not in reported:
                    reported[name] = None
                    collector.warning(
                        "security-undefined",
                        f"`security` requires `{name}`, which is no security scheme, so no credential is sent for it",
                        origin=spec.source_of(join(operation.pointer, "security", str(index), name)),
                        hint=f"describe it in `components.securitySchemes`, or configure it: security.{name}",
                    )


def _report_unrequired(
    operations: Collection[OperationView], schemes: Sequence[SecurityScheme], spec: Spec, collector: DiagnosticCollector
) -> None:
    """Report schemes that a client has arguments for and never sends, because the description forgot `security`."""
    if schemes and operations and all("security" not in operation.raw for operation in operations):
        names = [scheme.name.wire for scheme in schemes]
        collector.warning(
            "security-unrequired",
            "no operation has `security`, so the client sends no credentials, although the description has the "
            f"security {'scheme' if len(names) == 1 else 'schemes'} {', '.join(f'`{name}`' for name in names)}",
            origin=spec.source_of(join("/components/securitySchemes", names[0])),
            hint=f"let `security` require what calls need, or configure a scheme of this name: security.{names[0]}",
        )


def _report_shared_headers(
    operations: Iterable[OperationView], schemes: Iterable[SecurityScheme], spec: Spec, collector: DiagnosticCollector
) -> None:
    """Report once each group of schemes that a requirement asks for together, though a request has one such header."""
    headers = {scheme.name.wire: header for scheme in schemes if (header := _header(scheme))}
    reported: dict[tuple[str, ...], None] = {}
    for operation in operations:
        for index, alternative in enumerate(operation.security or ()):
            for header in dict.fromkeys(headers[name] for name in alternative if name in headers):
                names = tuple(name for name in alternative if headers.get(name, "").lower() == header.lower())
                if len(names) > 1 and names not in reported:
                    reported[names] = None
                    collector.warning(
                        "security-shared-header",
                        f"`security` requires {' and '.join(f'`{name}`' for name in names)} at once, which are all "
                        f"sent in the header `{header}`; the client sends one of them",
                        origin=spec.source_of(join(operation.pointer, "security", str(index))),
                        hint="if one of them is enough, let each be a requirement of its own",
                    )


def _header(scheme: SecurityScheme) -> str:
    """The header that a credential is sent in; empty if it is sent elsewhere."""
    if scheme.kind is not SchemeKind.API_KEY:
        return "Authorization"
    return scheme.key if scheme.location is Location.HEADER else ""


def _is_basic(view: SecuritySchemeView) -> bool:
    return view.type == "http" and view.scheme.lower() == "basic"


def has_mutual_tls(spec: Spec) -> bool:
    """Whether some operation asks for a certificate of the client's own."""
    schemes = {key for key, view in security_schemes(spec).items() if view.type == "mutualTLS"}
    alternatives = (each for operation in all_operations(spec) for each in operation.security or ())
    return bool(schemes) and any(not schemes.isdisjoint(each) for each in alternatives)


def locked_credentials(schemes: Iterable[SecurityScheme]) -> dict[str, str]:
    """What the lock keeps: the arguments of each scheme, so that none is renamed when a description gets another one."""
    return {
        f"#{_lock_pointer(scheme.name.wire, argument.wire)}": argument.python
        for scheme in schemes
        for argument in scheme.arguments
    }


def _lock_pointer(scheme: str, part: str) -> str:
    return join("/components/securitySchemes", scheme, *([] if part == "token" else [part]))


def _locked_parts(key: str, pins: PinnedNames) -> dict[str, str]:
    """What the lock calls the parts of a credential, unless the configuration names its scheme."""
    if pins.override(key) is not None:
        return {}
    return {part: name for part in _PARTS if (name := pins.locked_name(f"{key}/{part}"))}


def _arguments(
    scheme: str, parts: Sequence[str], taken: Collection[str], kept: Mapping[str, str], *, alone: bool = False
) -> tuple[Name, ...]:
    """What the constructor calls the parts of a credential: the name of its scheme goes before them if it is not
    `alone`.

    `taken` are the arguments that are something else. The lock has `kept` some of the parts.
    """
    before = [name.removesuffix(part) for part, name in kept.items() if name.endswith(part)]
    prefixes = [*before[:1], *([""] if alone else []), f"{scheme}_", f"{scheme}_credential_"]
    free = (prefix for prefix in prefixes if not any(f"{prefix}{part}" in taken for part in parts))
    prefix = next(free, f"{scheme}_{digest(scheme)}_")
    return tuple(Name(wire=part, python=f"{prefix}{part}") for part in parts)


def _grants(view: SecuritySchemeView) -> dict[str, FlowView]:
    """The flows of OAuth 2.0 for which the client can ask for tokens, by their keys."""
    return {key: flow for key, flow in view.flows.items() if key in _GRANTS and flow.token_url is not None}


def _oauth2(
    plain: SecurityScheme,
    flows: Mapping[str, FlowView],
    alone: bool,
    taken: Collection[str],
    kept: Mapping[str, str],
    securities: Iterable[list[Mapping[str, list[str]]]],
) -> SecurityScheme:
    """A scheme whose tokens the client can ask for."""
    urls = {_GRANTS[key]: str(flow.token_url) for key, flow in flows.items()}
    grants = tuple(urls)
    for key, flow in flows.items():  # a password's token may come with a refresh token
        if key != "clientCredentials":
            urls["refresh_token"] = flow.refresh_url or str(flow.token_url)
    parts = [part for part, users in _PARTS.items() if any(grant in grants for grant in users)]
    scopes = [scope for key, flow in flows.items() if _GRANTS[key] in _PARTS["scopes"] for scope in flow.scopes]
    return replace(
        plain,
        kind=SchemeKind.OAUTH2,
        arguments=(*plain.arguments, *_arguments(plain.name.python, parts, taken, kept, alone=alone)),
        token_urls=tuple(sorted(urls.items())),
        scopes=tuple(_required_scopes(plain.name.wire, securities, scopes)),
    )


def _required_scopes(
    scheme: str, securities: Iterable[list[Mapping[str, list[str]]]], documented: Sequence[str]
) -> list[str]:
    """The documented scopes that operations require, each by the first alternative with the scheme."""
    scopes: dict[str, None] = {}
    for alternatives in securities:
        first = next((each for each in alternatives if scheme in each), {})
        scopes.update(dict.fromkeys(scope for scope in first.get(scheme, ()) if scope in documented))
    return sorted(scopes)
