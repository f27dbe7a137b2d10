"""Views of `_client.py`, `errors.py` and the two indexes of public names."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields

from generator.emitter.modules import referenced, standard_names
from generator.emitter.operations import STATUS_ERRORS
from generator.emitter.runtime import runtime
from generator.emitter.text import WIDTH, annotated, docstring, either, literal, opening, sentence
from generator.emitter.types import annotation, union
from generator.emitter.views import (
    ClientModule,
    ClientView,
    CredentialView,
    Entry,
    ErrorsModule,
    ErrorView,
    Index,
    EventView,
    ResourceEntry,
    WebhooksModule,
    imports,
    statements,
)
from generator.emitter.wire import CLASSES, mapping, packed, security
from generator.emitter.wrapping import summarized, wrapped
from generator.model.api import (
    Api,
    ModelRef,
    Name,
    ObjectModel,
    Scalar,
    SchemeKind,
    SecurityScheme,
    ServerVariable,
    Signature,
    Type,
)
from generator.model.phrases import PHRASES

_ALWAYS = (
    "APIConnectionError",
    "APIError",
    "APIStatusError",
    "APITimeoutError",
    "MissingCredentialsError",
    "ResponseDecodeError",
)
"""Exceptions that have no status of their own."""

_MOST_BODIES = 16
"""A status that comes with more types of bodies says nothing by them: its exception's body is any value."""

_AUTH = {
    SchemeKind.HTTP: "HTTPAuth",
    SchemeKind.BASIC: "BasicAuth",
    SchemeKind.API_KEY: "APIKeyAuth",
    SchemeKind.OAUTH2: "OAuth2",
}


def client_module(api: Api) -> ClientModule:
    """The two clients and their resources."""
    used = ["AsyncBaseClient", "AsyncTransport", "BaseClient", "Hooks", "RetryPolicy", "Transport", "setting"]
    if any(scheme.kind is not SchemeKind.BASIC for scheme in api.schemes):
        used.append("Secret")
    used += [_AUTH[scheme.kind] for scheme in api.schemes]
    used += [_place(scheme) for scheme in api.schemes if scheme.kind is SchemeKind.API_KEY]
    parts = [argument.wire for scheme in api.schemes for argument in scheme.arguments]
    if "client_auth" in parts:
        used.append("ClientAuth")
    local = {**runtime(used, "."), "STATUS_ERRORS": ".errors"}
    standard = {"Mapping": "collections.abc"}
    if "scopes" in parts:
        standard["Sequence"] = "collections.abc"
    if api.resources:
        standard.update(cached_property="functools", TYPE_CHECKING="typing")
    checking: dict[str, str] = {}
    for resource in api.resources:
        for name in (resource.class_name, f"Async{resource.class_name}"):
            checking[name] = f".resources.{resource.name.python}"
    variables = api.servers[0].variables if api.servers else ()
    if any(variable.values for variable in variables):
        standard["Literal"] = "typing"
    arguments = [_argument(name, scheme) for scheme in api.schemes for name in scheme.arguments]
    return ClientModule(
        doc=docstring(["The clients: how to reach the API, and a property for each of its resources."], 0),
        imports=imports(standard, local, checking),
        constants=tuple(_scopes(scheme) for scheme in api.schemes if scheme.scopes),
        clients=tuple(_client(api, kind) for kind in ("", "Async")),
        arguments=(*arguments, *(_variable(variable) for variable in variables)),
        no_credentials=not api.schemes,
        credentials=tuple(_credential(scheme, api) for scheme in api.schemes),
        base_url=either(12, "base_url", f"setting({literal(f'{api.env_prefix}_BASE_URL')})"),
        server=literal(api.servers[0].url if api.servers else ""),
        variables=mapping("variables", [(literal(v.name.wire), v.name.python) for v in variables], 12, one_a_line=True),
        security=security(api.security),
    )


def _client(api: Api, kind: str) -> ClientView:
    """One of the clients; `kind` is "" or "Async", as in the names of its classes."""
    said = "Asynchronous client" if kind else "Client"
    return ClientView(
        name=f"{kind}Client",
        base=f"{kind}BaseClient",
        transport=f"{kind}Transport",
        doc=_client_doc(f"{said} of the {titled(api)}.", kind, api),
        resources=tuple(
            ResourceEntry(
                line=opening(f"def {resource.name.python}", "self", f" -> {kind}{resource.class_name}:", 4),
                class_name=f"{kind}{resource.class_name}",
                lines=tuple(
                    statements({f"{kind}{resource.class_name}": f".resources.{resource.name.python}"}, " " * 8)
                ),
                doc=docstring(
                    wrapped(summarized(resource.docs.description or resource.docs.summary)[0], WIDTH - 11)
                    or ["Operations."],
                    8,
                ),
            )
            for resource in api.resources
        ),
    )


def titled(api: Api) -> str:
    """The API's title, which ends in `API`."""
    title = " ".join(api.title.split()) or "API"
    return title if title.endswith("API") else f"{title} API"


_ARGUMENTS = {
    "token": "Secret | None = None",
    "client_auth": 'ClientAuth = "basic"',
}
"""How arguments of credentials are declared, if not as a text."""

_UNREAD = ("scopes", "client_auth")
"""Arguments that the environment does not stand in for."""

_GRANT_DOCS = {
    "client_id": "The id of your application.",
    "client_secret": "Its secret.",
    "username": "Of the user for whom tokens are asked.",
    "password": "Of that user.",
    "refresh_token": "Renews the token by itself.",
    "scopes": "What tokens are to allow; by default what the operations require.",
    "client_auth": 'Where the secret goes: "basic", in a header, or "post", in the body.',
}


def _argument(name: Name, scheme: SecurityScheme) -> str:
    """An argument of the constructor for a part of a credential."""
    if name.wire == "scopes":
        return f"{name.python}: Sequence[str] = {_constant(scheme) if scheme.scopes else '()'}"
    return f"{name.python}: {_ARGUMENTS.get(name.wire, 'str | None = None')}"


def _variable(variable: ServerVariable) -> str:
    """An argument of the constructor for a variable of the server's URL."""
    values = dict.fromkeys((*variable.values, variable.default)) if variable.values else ()
    spelled = f"Literal[{', '.join(literal(value) for value in values)}]" if values else "str"
    return annotated(8, variable.name.python, spelled, literal(variable.default), ",")


def _env(name: Name, api: Api) -> str:
    """The environment variable that stands in for an argument."""
    return f"{api.env_prefix}_{name.python.upper()}".rstrip("_")


def _constant(scheme: SecurityScheme) -> str:
    return f"_{scheme.name.python.upper()}_SCOPES"


def _scopes(scheme: SecurityScheme) -> str:
    """The scopes that operations require, as a constant."""
    if len(scheme.scopes) == 1:
        return f"{_constant(scheme)} = {packed([literal(scheme.scopes[0])])}"
    return "\n".join([f"{_constant(scheme)} = (", *(f"    {literal(scope)}," for scope in scheme.scopes), ")"])


def _place(scheme: SecurityScheme) -> str:
    """The runtime's class for the parameter that holds a key."""
    return CLASSES[scheme.location][0]


def _credential(scheme: SecurityScheme, api: Api) -> CredentialView:
    read = {
        name.wire: (name.python, f"setting({literal(_env(name, api))})")
        for name in scheme.arguments
        if name.wire not in _UNREAD
    }
    passed = [either(20, *pair) for pair in read.values()]
    match scheme.kind:
        case SchemeKind.HTTP:
            passed.insert(0, literal(scheme.scheme))
        case SchemeKind.API_KEY:
            passed.insert(0, f"{_place(scheme)}({literal(scheme.key)})")
        case SchemeKind.OAUTH2:
            urls = [(literal(grant), literal(url)) for grant, url in scheme.token_urls]
            passed[1:] = ["\n".join(mapping("token_urls", urls, 20, one_a_line=True)).removesuffix(",")]
            passed[1] = passed[1].replace("\n", "\n" + " " * 20)
            passed += [either(20, f"{wire}={name}", other) for wire, (name, other) in read.items() if wire != "token"]
            rest = [name for name in scheme.arguments if name.wire not in read]
            passed += [f"{name.wire}={name.python}" for name in rest]
        case SchemeKind.BASIC:
            pass
    return CredentialView(
        argument=scheme.name.python,
        scheme=literal(scheme.name.wire),
        auth=_AUTH[scheme.kind],
        passed=(*passed, f"hint={literal(_hint(scheme))}"),
    )


def _hint(scheme: SecurityScheme) -> str:
    """What to pass where it is missing; of what takes several arguments, one that it is known by."""
    names = {name.wire: f"{name.python}=" for name in scheme.arguments}
    if scheme.kind is SchemeKind.BASIC:
        return f"{names['username']} or {scheme.env}_USERNAME"
    known = {"client_credentials": "client_id", "password": "username", "refresh_token": "refresh_token"}
    others = [names[known[grant]] for grant, _ in scheme.token_urls if known[grant] in names]
    return " or ".join([f"{scheme.name.python}=", *others, scheme.env])


def credentials(api: Api) -> Iterator[tuple[str, str, str]]:
    """Each argument of a client that is a part of a credential: its name, its environment variable, and what it is.

    There is no variable for what says how to get a token.
    """
    for scheme in api.schemes:
        said = summarized(scheme.docs.description)[0] or f"The credential of `{scheme.name.wire}`."
        for name in scheme.arguments:
            text = _GRANT_DOCS.get(name.wire, said) if scheme.kind is SchemeKind.OAUTH2 else said
            yield name.python, "" if name.wire in _UNREAD else _env(name, api), text


def _client_doc(title: str, kind: str, api: Api) -> str:
    lines = [title, "", "Args:"]
    described = [
        (name, f"{text} Read from {env} where it is not passed." if env else text)
        for name, env, text in credentials(api)
    ]
    for variable in api.servers[0].variables if api.servers else ():
        text = sentence(" ".join(variable.docs.description.split())) or f"`{variable.name.wire}` in the server's URL."
        described.append((variable.name.python, text))
    transport = f"Sends the requests; by default an {kind}HTTPTransport."
    if api.mutual_tls:
        transport += f" The API wants a certificate of yours: {kind}HTTPTransport(ssl_context=...)."
    described += [
        ("base_url", f"Where the API is; read from {api.env_prefix}_BASE_URL where it is not passed.{_servers(api)}"),
        ("timeout", "Seconds to connect, for each write, and for the answer; None waits for ever."),
        ("max_retries", "How often a failed request is sent again."),
        ("retry_policy", "After which failures, and with which pauses."),
        ("headers", "Sent with every request."),
        ("strict_responses", "Raise where a response contradicts its documentation, not only log it."),
        ("hooks", "Functions that are told of requests, answers, retries and errors."),
        ("transport", transport),
    ]
    for argument, text in described:
        lines += [f"    {line}" for line in wrapped(f"{argument}: {text}", WIDTH - 8, hanging=4)]
    return docstring(lines, 4)


def _servers(api: Api) -> str:
    """Which servers there are, if there is more than one."""
    told = [
        (
            f"{server.keeping(()).url} ({said})"
            if (said := " ".join(server.docs.description.split()))
            else server.keeping(()).url
        )
        for server in api.servers
    ]
    return f" By default {told[0]}; there is also {', '.join(told[1:])}." if told[1:] else ""


def _raised(api: Api) -> tuple[str, ...]:
    """Exceptions that have no status of their own, and may be raised by this client."""
    asks = any(scheme.kind is SchemeKind.OAUTH2 for scheme in api.schemes)
    return (*_ALWAYS, "OAuth2Error") if asks else _ALWAYS


def errors_module(api: Api) -> ErrorsModule:
    """An exception for each status that tells a caller something; those that are documented have a typed body."""
    every = {model.name.python: model for model in api.models}
    documented = dict(api.errors)
    errors: list[ErrorView] = []
    used: list[Type] = []
    checking: dict[str, str] = {}
    for status, name in STATUS_ERRORS.items():
        types = documented.get(status, ())
        if Scalar.ANY in types or len(types) > _MOST_BODIES:
            types = (Scalar.ANY,)
        used += types
        for of in types:
            checking.update(dict.fromkeys(referenced(of), ".models"))
        only = types[0] if len(types) == 1 else None
        model = only.name if isinstance(only, ModelRef) and isinstance(every[only.name], ObjectModel) else ""
        errors.append(
            ErrorView(
                status=status,
                name=name,
                doc=docstring([f"{status} {PHRASES[status]}{', or another 5xx' if status == 500 else ''}."], 4),
                body=annotated(4, "body", union([annotation(of) for of in types]), "", "") if types else "",
                model=model,
                lines=tuple(statements({model: ".models"}, " " * 8)) if model else (),
            )
        )
    standard = {"TYPE_CHECKING": "typing"} if checking else {}
    for of in used:
        standard.update(standard_names(of))
    local = runtime([f"{name} as {name}" for name in _raised(api)], ".")
    return ErrorsModule(
        doc=docstring(["What a call may raise; the bodies of documented failures are typed."], 0),
        imports=imports(standard, local, checking),
        errors=tuple(errors),
    )


def webhooks_module(api: Api) -> WebhooksModule:
    """Functions that verify and parse what the API sends by itself."""
    local = runtime(["decode"] if api.events else [], ".")
    standard: dict[str, str] = {}
    body = "body"
    if api.signature:
        exported = ("VerifiedBody", "WebhookVerificationError")
        local |= runtime(["WebhookSignature", "setting", *(f"{name} as {name}" for name in exported)], ".")
        local |= runtime(["verified"] if api.events else [], ".")
        standard.update(Mapping="collections.abc", Sequence="collections.abc")
        body = "verified(body)"
    for event in api.events:
        local.update(dict.fromkeys(referenced(event.type), ".models"))
        standard.update(standard_names(event.type))
    does = [verb for verb, whether in (("verifies", api.signature), ("parses", api.events)) if whether]
    return WebhooksModule(
        doc=docstring([f"{' and '.join(does).capitalize()} what the API sends by itself: webhooks and callbacks."], 0),
        imports=imports(standard, local, {}),
        signature=_signature(api.signature) if api.signature else (),
        is_url_signed=api.signature is not None and "{url}" in api.signature.signed,
        is_time_signed=api.signature is not None and bool(api.signature.timestamp),
        verify_doc=_verify_doc(api.signature) if api.signature else "",
        secret=either(8, "secret", f"setting({literal(api.signature.env)})") if api.signature else "",
        body="VerifiedBody" if api.signature else "bytes",
        events=tuple(
            EventView(
                function=event.name.python,
                type=annotation(event.type),
                line=annotated(
                    4, "event", annotation(event.type), f"decode({body}, {annotation(event.type)}, strict=strict)", ""
                ),
                doc=docstring(
                    wrapped(event.docs.description or event.docs.summary or f"Parse `{event.name.wire}`.", WIDTH - 7), 4
                ),
            )
            for event in api.events
        ),
    )


def _signature(signature: Signature) -> tuple[str, ...]:
    """What describes a signature, as far as it differs from the usual."""
    values = {each.name: getattr(signature, each.name) for each in fields(Signature) if each.name != "env"}
    usual = {each.name: each.default for each in fields(Signature)}
    described = [f"{name}={literal(value)}" for name, value in values.items() if value != usual[name]]
    return (*described, f"hint={literal(f'secret= or {signature.env}')}")


def _verify_doc(signature: Signature) -> str:
    described = [
        ("body", "As it came, byte for byte."),
        ("headers", "All that came with it; their names may be in any case."),
        ("secret", f"What it was signed with, or several while they change. Read from {signature.env} otherwise."),
    ]
    if "{url}" in signature.signed:
        described.append(("url", "Where it was sent to, as it is known to the sender: the whole of it."))
    if signature.timestamp:
        described.append(("now", "Seconds since 1970 to compare the timestamp with, in place of the clock."))
    lines = ["The body of a webhook, if its signature is right.", "", "Args:"]
    for name, text in described:
        lines += [f"    {line}" for line in wrapped(f"{name}: {text}", WIDTH - 8, hanging=4)]
    lines += ["", "Raises:", "    WebhookVerificationError: It must not be trusted; answer it with a status of 400."]
    return docstring([*lines, "    MissingCredentialsError: There is no secret."], 4)


def root_index(api: Api, *, testing: bool, aiohttp: bool) -> Index:
    """The names of the package's root: clients, exceptions, and what marks an absent value."""
    names = dict.fromkeys((*_raised(api), *STATUS_ERRORS.values()), "errors")
    if api.events or api.signature:
        names["webhooks"] = "webhooks"
    if testing:
        names["testing"] = "testing"
    if aiohttp:
        names["AIOHTTPTransport"] = "_runtime.aiohttp_transport"
    names.update(
        errors="errors",
        models="models",
        AsyncClient="_client",
        AsyncHTTPTransport="_runtime.transport",
        Client="_client",
        HTTPTransport="_runtime.transport",
        Hooks="_runtime.sending",
        RetryPolicy="_runtime.sending",
        UNSET="_runtime.model",
        Unset="_runtime.model",
    )
    lines = wrapped(f"Client of the {titled(api)}.", WIDTH - 3)
    description = wrapped(api.docs.description, WIDTH)
    return Index(
        doc=docstring([*lines, "", *description] if description else lines, 0),
        runtime="._runtime",
        entries=tuple(_entry(name, names[name]) for name in sorted(names)),
    )


def _entry(name: str, module: str) -> Entry:
    source = "." if name == module else f".{module}"
    return Entry(name=name, module=module, lines=tuple(statements({f"{name} as {name}": source}, " " * 4)))


def models_index(api: Api) -> Index:
    """The names of all models."""
    entries = [_entry(model.name.python, model.module) for model in api.models]
    return Index(
        doc=docstring(["Models, imported when they are first asked for."], 0),
        runtime=".._runtime",
        entries=tuple(sorted(entries, key=lambda entry: entry.name)),
    )
