"""The view of `webhooks.py`: functions that verify and decode what the API sends."""

from __future__ import annotations

from dataclasses import fields

from fledge.emitter.annotations import type_expr
from fledge.emitter.markdown import wrap_markdown
from fledge.emitter.python.docstrings import docstring
from fledge.emitter.python.expr import (
    MAPPING,
    NONE,
    SEQUENCE,
    TYPE_ALIAS,
    CallExpr,
    Constant,
    DictExpr,
    Expr,
    Keyword,
    OrExpr,
    Subscript,
    Symbol,
    TupleExpr,
    union,
)
from fledge.emitter.python.layout import WIDTH, layout_alias, layout_annotated, layout_argument
from fledge.emitter.python.literals import literal
from fledge.emitter.python.symbols import Imports, ModuleScope
from fledge.emitter.runtime import runtime_symbol
from fledge.ir import Api, Webhook, WebhookEvent, WebhookSignatureConfig
from fledge.quick_dataclass import quick_dataclass

_EVENT = "Event"
"""What the type of all events is called."""
_DEEPEST = 100
"""So many types are written `A | B`, which pyright reads one inside of the other: it gives up at 256, of GitHub's 264."""


@quick_dataclass(frozen=True, slots=True, kw_only=True)
class WebhookView:
    """A function that parses a webhook or callback."""

    function: str
    type: str
    line: str
    doc: str


@quick_dataclass(frozen=True, slots=True, kw_only=True)
class WebhooksModule:
    """`webhooks.py`.

    `signature` are the arguments that describe how webhooks are signed; without any, nothing is verified. `body` is the
    type of what functions parse. `events` are what `parse` tells apart, and `event_type` is the statement of their
    type; without any, there is no `parse`. `header` is an argument of the call in it.
    """

    doc: str
    imports: Imports
    signature: tuple[str, ...]
    is_url_signed: bool
    is_time_signed: bool
    verify_doc: str
    secret: str
    body: str
    events: tuple[str, ...]
    event_type: str
    header: str
    needs_headers: bool
    parsed: str
    parse_doc: str
    webhooks: tuple[WebhookView, ...]


def webhooks_module(api: Api) -> WebhooksModule:
    """Return the module with functions that verify and parse webhooks and callbacks."""
    scope = ModuleScope(".webhooks", hidden={_EVENT, *(each.name.python for each in api.webhooks)})
    signature = api.webhook_signature
    body: Expr = Symbol("body")
    if signature:
        exported = ("VerifiedBody", "WebhookVerificationError")
        scope.use(MAPPING, SEQUENCE, runtime_symbol("WebhookSignature"))
        scope.export(*map(runtime_symbol, exported))
        body = CallExpr(runtime_symbol("verified"), (body,))
    if api.webhook_events:
        scope.use(MAPPING, TYPE_ALIAS, runtime_symbol("KnownWebhook"), runtime_symbol("parse_webhook"))
        scope.export(runtime_symbol("UnknownWebhook"))
    verbs = [verb for verb, whether in (("verifies", signature), ("parses", api.webhooks)) if whether]
    secret = (
        OrExpr(Symbol("secret"), CallExpr(runtime_symbol("read_env"), (Constant(signature.env),)))
        if signature
        else NONE
    )
    return WebhooksModule(
        doc=docstring([f"{' and '.join(verbs).capitalize()} the webhooks and callbacks that the API sends."], 0),
        signature=_signature(signature) if signature else (),
        is_url_signed=signature is not None and "{url}" in signature.signed_content,
        is_time_signed=signature is not None and bool(signature.timestamp_header),
        verify_doc=_verify_doc(signature) if signature else "",
        secret=layout_argument(8, scope.expression(secret)),
        body="VerifiedBody" if signature else "bytes",
        events=tuple(layout_argument(4, scope.expression(_event(each))) for each in api.webhook_events),
        event_type=_event_type(api.webhook_events, scope) if api.webhook_events else "",
        header=f"header={literal(api.webhook_header)}" if api.webhook_header else "",
        parsed="trusted" if signature else "body",
        needs_headers=bool(signature or api.webhook_header),
        parse_doc=_parse_doc(api),
        webhooks=tuple(_webhook(each, body, scope) for each in api.webhooks),
        imports=scope.imports(),
    )


def _event(event: WebhookEvent) -> Expr:
    """Return the call that says what tells an event from others."""
    values = DictExpr(tuple((Constant(key), TupleExpr(tuple(map(Constant, each)))) for key, each in event.values))
    arguments = [type_expr(event.type), *([values] if event.values else [])]
    names = TupleExpr(tuple(map(Constant, event.names)))
    arguments += [names if event.values else Keyword("names", names)] if event.names else []
    return CallExpr(runtime_symbol("KnownWebhook"), tuple(arguments))


def _event_type(events: tuple[WebhookEvent, ...], scope: ModuleScope) -> str:
    types = [type_expr(each) for each in dict.fromkeys(each.type for each in events)]
    types.append(Symbol("UnknownWebhook"))
    spelled = Subscript(Symbol("Union", "typing"), tuple(types)) if len(types) > _DEEPEST else union(*types)
    return layout_alias(0, _EVENT, scope.expression(spelled))


def _webhook(webhook: Webhook, body: Expr, scope: ModuleScope) -> WebhookView:
    of = type_expr(webhook.type)
    decoded = CallExpr(runtime_symbol("decode"), (of, body, Keyword("strict", Symbol("strict"))))
    text = webhook.docs.description or webhook.docs.summary or f"Parse `{webhook.name.wire}`."
    spelled = scope.annotation(of)
    return WebhookView(
        function=webhook.name.python,
        type=str(spelled),
        line=layout_annotated(4, "event", spelled, scope.expression(decoded)),
        doc=docstring(wrap_markdown(text, WIDTH - 7), 4),
    )


def _signature(signature: WebhookSignatureConfig) -> tuple[str, ...]:
    """Return the arguments that describe a signature, as far as they differ from the defaults."""
    described = [
        f"{each.name}={literal(value)}"
        for each in fields(WebhookSignatureConfig)
        if each.name not in ("env", "event_header") and (value := getattr(signature, each.name)) != each.default
    ]
    return (*described, f"hint={literal(f'secret= or {signature.env}')}")


_BODY = ("body", "The body as received, byte for byte.")
_HEADERS = ("headers", "The headers of the request; their names may be in any case.")


def _verify_doc(signature: WebhookSignatureConfig) -> str:
    lines = ["Verify the signature of a webhook and return its body.", ""]
    return docstring([*lines, *_arguments_doc(_BODY, _HEADERS, *_signature_docs(signature)), "", *_raised()], 4)


def _parse_doc(api: Api) -> str:
    signature = api.webhook_signature
    evidence = " and ".join(
        (
            *([f"the header {api.webhook_header}"] if api.webhook_header else []),
            *(["constants in the body"] if any(each.values for each in api.webhook_events) else []),
        )
    )
    summary = f"{'Verify a webhook, tell' if signature else 'Tell'} which one it is, and decode its body."
    text = f"It is told by {evidence}. " if evidence else ""
    lines = [summary, "", *wrap_markdown(f"{text}A webhook that is not described is an `UnknownWebhook`.", WIDTH - 4)]
    body = ("body", f"{_BODY[1]} What `verify` returned is not verified again.") if signature else _BODY
    described = [body, _HEADERS, *(_signature_docs(signature) if signature else [])]
    described.append(("strict", "Raise an error if the body contradicts the description, instead of logging it."))
    lines += ["", *_arguments_doc(*described), "", *(_raised() if signature else ["Raises:"])]
    return docstring([*lines, "    ValueError: The body is not JSON, or not as described."], 4)


def _signature_docs(signature: WebhookSignatureConfig) -> list[tuple[str, str]]:
    secret = f"The signing secret, or several during a rotation. Defaults to the environment variable {signature.env}."
    described = [("secret", secret)]
    if "{url}" in signature.signed_content:
        described.append(("url", "The full URL that the sender used."))
    if signature.timestamp_header:
        described.append(("now", "Seconds since 1970 to compare the timestamp with. Defaults to the clock."))
    return described


def _arguments_doc(*described: tuple[str, str]) -> list[str]:
    lines = ["Args:"]
    for name, text in described:
        lines += [f"    {line}" for line in wrap_markdown(f"{name}: {text}", WIDTH - 8, hanging=4)]
    return lines


def _raised() -> list[str]:
    return [
        "Raises:",
        "    WebhookVerificationError: The webhook cannot be trusted. Respond with status 400.",
        "    MissingCredentialsError: No secret is set.",
    ]
