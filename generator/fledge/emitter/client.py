"""The view of `_client.py`: the two clients, with a property for each resource."""

from __future__ import annotations

from fledge.emitter.credentials import (
    CredentialView,
    credential_arguments,
    credential_docs,
    credential_view,
    scopes_constant,
)
from fledge.emitter.markdown import end_sentence, title_after_article, wrap_markdown
from fledge.emitter.operation_constants import security_expr
from fledge.emitter.python.docstrings import docstring
from fledge.emitter.python.expr import (
    LITERAL,
    MAPPING,
    STR,
    CallExpr,
    Constant,
    Expr,
    Keyword,
    OrExpr,
    Subscript,
    Symbol,
)
from fledge.emitter.python.layout import WIDTH, layout_annotated, layout_argument, layout_dict
from fledge.emitter.python.literals import literal
from fledge.emitter.python.symbols import Imports, ModuleScope
from fledge.emitter.resource_properties import ResourceProperty, attribute_name, held_resources, resource_properties
from fledge.emitter.response_views import NESTING, ResponseView, response_views
from fledge.emitter.runtime import runtime_symbol
from fledge.ir import Api, ServerVariable
from fledge.quick_dataclass import quick_dataclass

# What the template of the clients writes itself.
_TEMPLATE_NAMES = (
    "AnyHooks",
    "AnyRetryPolicy",
    "AsyncBaseClient",
    "AsyncTransport",
    "BaseClient",
    "Hooks",
    "RetryPolicy",
    "Timeout",
    "Transport",
)


_PROPERTY = Symbol("property", "builtins")
"""What a resource may be called, too."""


@quick_dataclass(frozen=True, slots=True, kw_only=True)
class ClientView:
    """One of the two client classes."""

    name: str
    base: str
    transport: str
    http_client: str
    doc: str
    resources: tuple[ResourceProperty, ...]
    views: tuple[ResponseView, ...]
    view_decorator: str


@quick_dataclass(frozen=True, slots=True, kw_only=True)
class ClientModule:
    """`_client.py`."""

    doc: str
    imports: Imports
    clients: tuple[ClientView, ...]
    constants: tuple[str, ...]
    arguments: tuple[str, ...]
    no_credentials: bool
    credentials: tuple[CredentialView, ...]
    base_url: str
    server: str
    has_variables: bool
    variables: tuple[str, ...]
    security: str
    idempotency: str


def client_module(api: Api) -> ClientModule:
    """Return the two clients and their resources."""
    scope = ModuleScope("._client")
    scope.use(LITERAL, MAPPING, Symbol("STATUS_ERRORS", ".errors"), *map(runtime_symbol, _TEMPLATE_NAMES))
    scope.use_for_checkers(Symbol("httpx2", "httpx2", is_module=True))
    variables = api.servers[0].variables if api.servers else ()
    if variables:
        scope.use(runtime_symbol("expanded"))
    arguments = [text for scheme in api.security_schemes for text in credential_arguments(scheme, scope)]
    values = [(Constant(each.name.wire), Symbol(each.name.python)) for each in variables]
    reader = runtime_symbol("read_env" if has_server(api) else "env_base_url")
    path = relative_path(api)
    setting = CallExpr(reader, (Constant(f"{api.env_prefix}_BASE_URL"), *([Constant(path)] if path else [])))
    return ClientModule(
        doc=docstring(["The clients, with a property for each resource of the API."], 0),
        constants=tuple(scopes_constant(scheme) for scheme in api.security_schemes if scheme.scopes),
        clients=tuple(_client(api, kind, scope) for kind in ("", "Async")),
        arguments=(*arguments, *(_variable(variable, scope) for variable in variables)),
        no_credentials=not api.security_schemes,
        credentials=tuple(credential_view(scheme, api, scope) for scheme in api.security_schemes),
        base_url=layout_argument(12, scope.expression(Keyword("base_url", OrExpr(Symbol("base_url"), setting)))),
        server=literal(api.servers[0].url if api.servers else ""),
        has_variables=bool(variables),
        variables=layout_dict("variables", scope.entries(values), 12, one_a_line=True),
        security=str(scope.expression(security_expr(api.security))),
        idempotency=literal(api.idempotency) if api.idempotency else "",
        imports=scope.imports(),
    )


def _client(api: Api, kind: str, scope: ModuleScope) -> ClientView:
    """Return one of the clients; `kind` is "" or "Async", as in the names of its classes."""
    title = f"{'Asynchronous client' if kind else 'Client'} for the {titled(api)}."
    held = [attribute_name(each) for each in held_resources(api.resources, "")]
    if held:
        scope.use(Symbol("cached_property", "functools"), *map(runtime_symbol, NESTING))
    return ClientView(
        name=f"{kind}Client",
        base=f"{kind}BaseClient",
        transport=f"{kind}Transport",
        http_client=f"{kind}Client",
        doc=_client_doc(title, kind, api),
        resources=resource_properties(api.resources, "", kind, scope),
        views=response_views(f"{kind}Client", [], held, asynchronous=bool(kind)) if held else (),
        view_decorator=f"@{scope.inside(frozenset(held)).expression(_PROPERTY)}" if held else "",
    )


def has_server(api: Api) -> bool:
    """Return whether the description names a server that a client can send to: not one relative to an unknown place."""
    return bool(api.servers) and ("://" in api.servers[0].url or api.servers[0].url.startswith("{"))


def relative_path(api: Api) -> str:
    """Return what a base URL ends with if the server is relative to an unknown place, such as `/v1`; else nothing."""
    return api.servers[0].path if api.servers and not has_server(api) else ""


def titled(api: Api) -> str:
    """Return the API's title as it follows `the`: with the word `API`, unless it says so already."""
    return title_after_article(api.title)


def _variable(variable: ServerVariable, scope: ModuleScope) -> str:
    """Return an argument of the constructor for a variable of the server's URL."""
    values = dict.fromkeys((*variable.values, variable.default)) if variable.values else ()
    spelled: Expr = Subscript(LITERAL, tuple(map(Constant, values))) if values else STR
    return layout_annotated(8, variable.name.python, scope.annotation(spelled), literal(variable.default), ",")


def _client_doc(title: str, kind: str, api: Api) -> str:
    lines = [title, "", "Args:"]
    described = [
        (name, f"{text} Defaults to the environment variable {env}." if env else text)
        for name, env, text in credential_docs(api)
    ]
    for variable in api.servers[0].variables if api.servers else ():
        text = (
            end_sentence(" ".join(variable.docs.description.split())) or f"`{variable.name.wire}` in the server's URL."
        )
        described.append((variable.name.python, text))
    transport = f"Sends the requests. Defaults to {kind}HTTPTransport."
    if api.mutual_tls:
        transport += f" The API requires a client certificate: {kind}HTTPTransport(ssl_context=...)."
    described += [
        ("auth", "None sends no credentials, also if the environment has some."),
        (
            "base_url",
            f"Base URL of the API. Defaults to the environment variable {api.env_prefix}_BASE_URL.{_servers(api)}",
        ),
        ("timeout", "Seconds that an attempt may take, or an `httpx2.Timeout`; None waits forever."),
        ("max_retries", "Maximum number of retries of a failed request."),
        ("retry_policy", "Which failures to retry, and the delays between retries."),
        ("headers", "Headers to send with every request."),
        ("strict_responses", "Raise an error if a response contradicts the description, instead of logging it."),
        ("max_response_bytes", "The size of a response at most, decompressed; None: any."),
        ("hooks", "Callbacks for requests, responses, retries and errors."),
        ("transport", transport),
        ("http_client", f"An `httpx2.{kind}Client` that sends the requests instead; you close it."),
    ]
    for argument, text in described:
        lines += [f"    {line}" for line in wrap_markdown(f"{argument}: {text}", WIDTH - 8, hanging=4)]
    return docstring(lines, 4)


def _servers(api: Api) -> str:
    """Return sentences that list the servers, if there are several, or say what a base URL ends with."""
    servers = [
        f"{server.keeping(()).url} ({description})" if description else server.keeping(()).url
        for server in api.servers
        for description in [" ".join(server.docs.description.split())]
    ]
    others = f" Other servers: {', '.join(servers[1:])}." if servers[1:] else ""
    if not has_server(api):
        path = relative_path(api)
        return (f" The URL ends with `{path}`." if path else "") + others
    return f" Without it, {servers[0]}.{others}" if others else ""
