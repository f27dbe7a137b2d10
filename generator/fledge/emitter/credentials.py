"""The credentials of a client: arguments of its constructor, environment variables, and the runtime's objects."""

from __future__ import annotations

from collections.abc import Iterator

from fledge.emitter.markdown import split_summary
from fledge.emitter.operation_constants import CLASSES
from fledge.emitter.python.expr import (
    NONE,
    SEQUENCE,
    STR,
    CallExpr,
    Constant,
    Expr,
    Keyword,
    OrExpr,
    Subscript,
    Symbol,
    TupleExpr,
    union,
)
from fledge.emitter.python.layout import layout_annotated, layout_argument, layout_dict
from fledge.emitter.python.literals import literal
from fledge.emitter.python.symbols import ModuleScope
from fledge.emitter.runtime import runtime_symbol
from fledge.ir import Api, Location, Name, SchemeKind, SecurityScheme, environment_variable
from fledge.quick_dataclass import quick_dataclass

_AUTH = {
    SchemeKind.HTTP: "HTTPAuth",
    SchemeKind.BASIC: "BasicAuth",
    SchemeKind.API_KEY: "APIKeyAuth",
    SchemeKind.OAUTH2: "OAuth2",
}
"""The runtime's classes of credentials."""

_NOT_IN_ENVIRONMENT = ("scopes", "client_auth")
"""Arguments that no environment variable stands in for."""

_GRANT_DOCS = {
    "client_id": "The ID of your application.",
    "client_secret": "The secret of your application.",
    "username": "The user to request tokens for.",
    "password": "The password of that user.",
    "refresh_token": "Exchanged for access tokens when they expire.",
    "scopes": "The scopes to request. Defaults to those that the operations require.",
    "client_auth": 'Where to send the secret: "basic" for a header, "post" for the body.',
}


@quick_dataclass(frozen=True, slots=True, kw_only=True)
class CredentialView:
    """A security scheme, and the arguments of the runtime's class for it."""

    scheme: str
    auth: str
    arguments: tuple[str, ...]


def credential_arguments(scheme: SecurityScheme, scope: ModuleScope) -> Iterator[str]:
    """Yield the arguments of a client's constructor for a credential."""
    for name in scheme.arguments:
        match name.wire:
            case "scopes":
                spelled: Expr = Subscript(SEQUENCE, (STR,))
                default: Expr = Symbol(_scopes_name(scheme)) if scheme.scopes else TupleExpr(())
            case "client_auth":
                spelled, default = runtime_symbol("ClientAuth"), Constant("basic")
            case wire:
                spelled = union(runtime_symbol("Secret") if wire == "token" else STR, NONE)
                default = NONE
        yield layout_annotated(8, name.python, scope.annotation(spelled), scope.expression(default), ",")


def scopes_constant(scheme: SecurityScheme) -> str:
    """Return the constant with the scopes that operations require, one a line."""
    scopes = [literal(scope) for scope in scheme.scopes]
    if len(scopes) == 1:
        return f"{_scopes_name(scheme)} = ({scopes[0]},)"
    return "\n".join([f"{_scopes_name(scheme)} = (", *(f"    {scope}," for scope in scopes), ")"])


def _scopes_name(scheme: SecurityScheme) -> str:
    return f"_{scheme.name.python.upper()}_SCOPES"


def credential_view(scheme: SecurityScheme, api: Api, scope: ModuleScope) -> CredentialView:
    """Return the runtime's object for a credential; what is not passed is read from the environment."""
    values = {
        name.wire: OrExpr(Symbol(name.python), CallExpr(runtime_symbol("read_env"), (Constant(_env(name, api)),)))
        for name in scheme.arguments
        if name.wire not in _NOT_IN_ENVIRONMENT
    }
    first: list[Expr] = list(values.values())
    rest: list[Expr] = []
    urls: tuple[str, ...] = ()
    match scheme.kind:
        case SchemeKind.HTTP:
            first.insert(0, Constant(scheme.scheme))
        case SchemeKind.API_KEY:
            key = runtime_symbol(CLASSES[scheme.location][0])
            first.insert(0, CallExpr(key, (Constant(scheme.key),)))
        case SchemeKind.OAUTH2:
            del first[1:]
            entries = [(Constant(grant), Constant(url)) for grant, url in scheme.token_urls]
            urls = layout_dict("token_urls", scope.entries(entries), 20, one_a_line=True)
            rest = [Keyword(wire, value) for wire, value in values.items() if wire != "token"]
            rest += [Keyword(name.wire, Symbol(name.python)) for name in scheme.arguments if name.wire not in values]
        case SchemeKind.BASIC:
            pass
    rest.append(Keyword("hint", Constant(_hint(scheme, api))))
    auth = runtime_symbol(_AUTH[scheme.kind])
    return CredentialView(
        scheme=literal(scheme.name.wire),
        auth=str(scope.expression(auth)),
        arguments=(
            *(layout_argument(20, scope.expression(each)) for each in first),
            *(["\n".join(urls).removesuffix(",").replace("\n", "\n" + " " * 20)] if urls else []),
            *(layout_argument(20, scope.expression(each)) for each in rest),
        ),
    )


def _env(name: Name, api: Api) -> str:
    """Return the environment variable that stands in for an argument."""
    return environment_variable(api.env_prefix, name.python)


def _hint(scheme: SecurityScheme, api: Api) -> str:
    """Return what to pass or to set where a credential is missing: the token, or all that a grant needs."""
    names = {name.wire: name for name in scheme.arguments}
    pairs = {"client_credentials": ("client_id", "client_secret"), "password": ("username", "password")}
    basic = scheme.kind is SchemeKind.BASIC
    needs = [pairs["password"]] if basic else [pairs.get(grant, (grant,)) for grant, _ in scheme.token_urls]
    hints = [] if basic else [f"{scheme.name.python}= or {scheme.env}"]
    for parts in needs:
        if names.keys() >= {*parts}:
            arguments = " and ".join(f"{names[part].python}=" for part in parts)
            hints.append(f"{arguments} or {' and '.join(_env(names[part], api) for part in parts)}")
    return "; or ".join(hints)


def credential_docs(api: Api) -> Iterator[tuple[str, str, str]]:
    """Yield the arguments of a client that are parts of credentials: name, environment variable, description.

    There is no variable for an argument that says how to get a token.
    """
    for scheme in api.security_schemes:
        summary = split_summary(scheme.docs.description)[0]
        for name in scheme.arguments:
            text = summary or _wire_docs(scheme, name.wire)
            text = _GRANT_DOCS.get(name.wire, text) if scheme.kind is SchemeKind.OAUTH2 else text
            yield name.python, "" if name.wire in _NOT_IN_ENVIRONMENT else _env(name, api), text


def _wire_docs(scheme: SecurityScheme, part: str) -> str:
    """Return how a credential is sent, for one that the description says nothing of."""
    match scheme.kind:
        case SchemeKind.BASIC:
            return f"The {'user name' if part == 'username' else 'password'} for HTTP Basic authentication."
        case SchemeKind.API_KEY:
            location = "query parameter" if scheme.location is Location.QUERY else scheme.location.value
            return f"The API key, sent in the {location} `{scheme.key}`."
        case SchemeKind.OAUTH2:
            return "An access token, sent in the header `Authorization`."
        case SchemeKind.HTTP:
            return f"The {scheme.scheme.title()} token, sent in the header `Authorization`."
