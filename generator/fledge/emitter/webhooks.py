"""The view of `webhooks.py`: functions that verify and decode what the API sends."""

from __future__ import annotations

from dataclasses import dataclass, fields

from fledge.emitter.annotations import type_expr
from fledge.emitter.markdown import wrap_markdown
from fledge.emitter.python.docstrings import docstring
from fledge.emitter.python.expr import MAPPING, NONE, SEQUENCE, CallExpr, Constant, Expr, Keyword, OrExpr, Symbol
from fledge.emitter.python.layout import WIDTH, layout_annotated, layout_argument
from fledge.emitter.python.literals import literal
from fledge.emitter.python.symbols import Imports, ModuleScope
from fledge.emitter.runtime import runtime_symbol
from fledge.ir import Api, Webhook, WebhookSignatureConfig


@dataclass(frozen=True, slots=True, kw_only=True)
class WebhookView:
    """A function that parses a webhook or callback."""

    function: str
    type: str
    line: str
    doc: str


@dataclass(frozen=True, slots=True, kw_only=True)
class WebhooksModule:
    """`webhooks.py`.

    `signature` are the arguments that describe how webhooks are signed; without any, nothing is verified. `body` is the
    type of what functions parse.
    """

    doc: str
    imports: Imports
    signature: tuple[str, ...]
    is_url_signed: bool
    is_time_signed: bool
    verify_doc: str
    secret: str
    body: str
    webhooks: tuple[WebhookView, ...]


def webhooks_module(api: Api) -> WebhooksModule:
    """Return the module with functions that verify and parse webhooks and callbacks."""
    scope = ModuleScope(".webhooks")
    signature = api.webhook_signature
    body: Expr = Symbol("body")
    if signature:
        exported = ("VerifiedBody", "WebhookVerificationError")
        scope.use(MAPPING, SEQUENCE, runtime_symbol("WebhookSignature"))
        scope.export(*map(runtime_symbol, exported))
        body = CallExpr(runtime_symbol("verified"), (body,))
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
        webhooks=tuple(_webhook(each, body, scope) for each in api.webhooks),
        imports=scope.imports(),
    )


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
        if each.name != "env" and (value := getattr(signature, each.name)) != each.default
    ]
    return (*described, f"hint={literal(f'secret= or {signature.env}')}")


def _verify_doc(signature: WebhookSignatureConfig) -> str:
    described = [
        ("body", "The body as received, byte for byte."),
        ("headers", "The headers of the request; their names may be in any case."),
        (
            "secret",
            f"The signing secret, or several during a rotation. Defaults to the environment variable {signature.env}.",
        ),
    ]
    if "{url}" in signature.signed_content:
        described.append(("url", "The full URL that the sender used."))
    if signature.timestamp_header:
        described.append(("now", "Seconds since 1970 to compare the timestamp with. Defaults to the clock."))
    lines = ["Verify the signature of a webhook and return its body.", "", "Args:"]
    for name, text in described:
        lines += [f"    {line}" for line in wrap_markdown(f"{name}: {text}", WIDTH - 8, hanging=4)]
    lines += ["", "Raises:", "    WebhookVerificationError: The webhook cannot be trusted. Respond with status 400."]
    return docstring([*lines, "    MissingCredentialsError: No secret is set."], 4)
