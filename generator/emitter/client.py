"""Views of `_client.py`, `errors.py` and the two indexes of public names."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields

from generator.emitter.modules import referenced, standard_names
from generator.emitter.operations import STATUS_ERRORS, security
from generator.emitter.runtime import runtime
from generator.emitter.text import WIDTH, annotated, docstring, either, literal, opening, sentence, wrapped
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
from generator.model.api import Api, ModelRef, ObjectModel, Scalar, SchemeKind, SecurityScheme, Signature, Type
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

_AUTH = {SchemeKind.HTTP: "HTTPAuth", SchemeKind.BASIC: "BasicAuth", SchemeKind.API_KEY: "APIKeyAuth"}


def client_module(api: Api) -> ClientModule:
    """The two clients and their resources."""
    used = ["AsyncBaseClient", "AsyncTransport", "BaseClient", "Hooks", "RetryPolicy", "Transport", "setting"]
    if any(scheme.kind is not SchemeKind.BASIC for scheme in api.schemes):
        used.append("Secret")
    used += [_AUTH[scheme.kind] for scheme in api.schemes]
    local = {**runtime(used, "."), "STATUS_ERRORS": ".errors"}
    standard = {"Mapping": "collections.abc"}
    if api.resources:
        standard.update(cached_property="functools", TYPE_CHECKING="typing")
    checking: dict[str, str] = {}
    for resource in api.resources:
        for name in (resource.class_name, f"Async{resource.class_name}"):
            checking[name] = f".resources.{resource.name.python}"
    url = api.servers[0] if api.servers else ""
    return ClientModule(
        doc=docstring(["The clients: how to reach the API, and a property for each of its resources."], 0),
        imports=imports(standard, local, checking),
        clients=tuple(_client(api, kind) for kind in ("", "Async")),
        arguments=tuple(argument for scheme in api.schemes for argument in _arguments(scheme)),
        no_credentials=not api.schemes,
        credentials=tuple(_credential(scheme) for scheme in api.schemes),
        base_url=either(12, "base_url", f"setting({literal(f'{api.env_prefix}_BASE_URL')})"),
        server=literal(url),
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
                doc=docstring(_first(resource.docs.description or resource.docs.summary) or ["Operations."], 8),
            )
            for resource in api.resources
        ),
    )


def titled(api: Api) -> str:
    """The API's title, which ends in `API`."""
    title = " ".join(api.title.split()) or "API"
    return title if title.endswith("API") else f"{title} API"


def _first(text: str) -> list[str]:
    """The first sentence of a description, on one line."""
    first = wrapped(text.split("\n")[0], 10_000)[:1]
    end = first[0].find(". ") if first else -1
    line = first[0][: end + 1] if end > 0 else first[0] if first else ""
    return wrapped(sentence(line), WIDTH - 8 - 3)


def _arguments(scheme: SecurityScheme) -> tuple[str, ...]:
    name = scheme.name.python
    if scheme.kind is SchemeKind.BASIC:
        return (f"{name}_username: str | None = None", f"{name}_password: str | None = None")
    return (f"{name}: Secret | None = None",)


def _credential(scheme: SecurityScheme) -> CredentialView:
    name = scheme.name.python
    read = either(20, name, f"setting({literal(scheme.env)})")
    passed: tuple[str, ...]
    match scheme.kind:
        case SchemeKind.HTTP:
            passed = (literal(scheme.scheme), read)
        case SchemeKind.BASIC:
            passed = tuple(
                either(20, f"{name}_{part}", f"setting({literal(f'{scheme.env}_{part.upper()}')})")
                for part in ("username", "password")
            )
        case SchemeKind.API_KEY:
            passed = (literal(str(scheme.location)), literal(scheme.key), read)
    return CredentialView(
        argument=name,
        scheme=literal(scheme.name.wire),
        auth=_AUTH[scheme.kind],
        passed=(*passed, f"hint={literal(f'{name}= or {scheme.env}')}"),
    )


def credentials(api: Api) -> Iterator[tuple[str, str, str]]:
    """Each argument of a client that is a credential: its name, its environment variable, and what it is."""
    for scheme in api.schemes:
        for argument in _arguments(scheme):
            name = argument.partition(":")[0]
            env = scheme.env + name.removeprefix(scheme.name.python).upper()
            text = sentence(scheme.docs.description.split("\n")[0]) or f"The credential of `{scheme.name.wire}`."
            yield name, env, text


def _client_doc(title: str, kind: str, api: Api) -> str:
    lines = [title, "", "Args:"]
    described = [(name, f"{text} Read from {env} where it is not passed.") for name, env, text in credentials(api)]
    described += [
        ("base_url", f"Where the API is; read from {api.env_prefix}_BASE_URL where it is not passed."),
        ("timeout", "Seconds to connect, for each write, and for the answer; None waits for ever."),
        ("max_retries", "How often a failed request is sent again."),
        ("retry_policy", "After which failures, and with which pauses."),
        ("headers", "Sent with every request."),
        ("strict_responses", "Raise where a response contradicts its documentation, not only log it."),
        ("hooks", "Functions that are told of requests, answers, retries and errors."),
        ("transport", f"Sends the requests; by default an {kind}HTTPTransport."),
    ]
    for name, text in described:
        lines += [f"    {line}" for line in wrapped(f"{name}: {text}", WIDTH - 8, hanging=4)]
    return docstring(lines, 4)


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
            checking.update({name: f".models.{every[name].module}" for name in referenced(of)})
        only = types[0] if len(types) == 1 else None
        model = only.name if isinstance(only, ModelRef) and isinstance(every[only.name], ObjectModel) else ""
        errors.append(
            ErrorView(
                status=status,
                name=name,
                doc=docstring([f"{status} {PHRASES[status]}{', or another 5xx' if status == 500 else ''}."], 4),
                body=annotated(4, "body", union([annotation(of) for of in types]), "", "") if types else "",
                model=model,
                lines=tuple(statements({model: f".models.{every[model].module}"}, " " * 8)) if model else (),
            )
        )
    standard = {"TYPE_CHECKING": "typing"} if checking else {}
    for of in used:
        standard.update(standard_names(of))
    local = runtime([f"{name} as {name}" for name in _ALWAYS], ".")
    return ErrorsModule(
        doc=docstring(["What a call may raise; the bodies of documented failures are typed."], 0),
        imports=imports(standard, local, checking),
        errors=tuple(errors),
    )


def webhooks_module(api: Api) -> WebhooksModule:
    """Functions that verify and parse what the API sends by itself."""
    every = {model.name.python: model for model in api.models}
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
        local.update({name: f".models.{every[name].module}" for name in referenced(event.type)})
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


def root_index(api: Api, *, testing: bool) -> Index:
    """The names of the package's root: clients, exceptions, and what marks an absent value."""
    names = dict.fromkeys((*_ALWAYS, *STATUS_ERRORS.values()), "errors")
    if api.events or api.signature:
        names["webhooks"] = "webhooks"
    if testing:
        names["testing"] = "testing"
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
