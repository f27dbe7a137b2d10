"""The docstring of an operation: summary, arguments and exceptions, each stated once."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache

from fledge.builder.names.words import words
from fledge.emitter.errors import error_name
from fledge.emitter.markdown import end_sentence, markdown_code, split_summary, wrap_markdown
from fledge.emitter.models import docs_text, field_docs
from fledge.emitter.operation_constants import STREAMS, bodies
from fledge.emitter.python.docstrings import docstring
from fledge.emitter.python.layout import WIDTH
from fledge.ir import ListOf, Location, MapOf, Model, ModelRef, Operation, RequestBody, Scalar, Type, Union
from fledge.openapi.status_codes import PHRASES, status_code

_EMPTY_WORDS = frozenset(
    "a be could does error exist is no request required requires resource response server status such the there was".split()
)
"""Words in the description of a response that add nothing to its status phrase and its exception's name."""

_PLACES = {
    Location.PATH: "{} in the path.",
    Location.QUERY: "{} in the query.",
    Location.HEADER: "The header {}.",
    Location.COOKIE: "The cookie {}.",
    Location.QUERYSTRING: "The whole query.",
}
"""What is said of a parameter of which the description says nothing."""


def operation_doc(operation: Operation, arguments: Iterable[str], models: Mapping[str, Model]) -> str:
    """Return summary, description, arguments and exceptions, in the docstring of both methods.

    Each of the `arguments` has its line, so that editors show it where the cursor is.
    """
    indent = 8
    width = WIDTH - indent
    summary, description = operation.docs.summary, operation.docs.description
    first, rest = split_summary(description)
    if not summary or end_sentence(summary) == first:
        summary, description = first or operation.request, rest
    if operation.buffered_method and operation.stream_format:
        items = STREAMS[operation.stream_format][2]
        summary = f"`{operation.buffered_method}`, with a streamed response: {items}."
    lines = wrap_markdown(end_sentence(summary), width - 3)
    if description:
        lines += ["", *wrap_markdown(description, width)]
    if operation.docs.deprecated:
        lines += ["", "Deprecated."]
    texts = dict(_argument_docs(operation, models))
    if texts:
        lines += ["", "Args:"]
        for text in (f"{name}: {texts[name]}" for name in arguments):
            lines += [f"    {line}" if line else "" for line in wrap_markdown(text, width - 4, hanging=4)]
    if needed := _needed_fields(operation.body):
        lines += ["", *wrap_markdown(needed, width)]
    raised = _raised(operation)
    if len(raised) == 1:
        lines += ["", *wrap_markdown(f"Raises: {end_sentence(raised[0])}", width)]
    elif raised:
        lines += ["", "Raises:"]
        for text in raised:
            lines += [f"    {line}" if line else "" for line in wrap_markdown(text, width - 4, hanging=4)]
    if operation.inferred:
        lines += ["", *wrap_markdown(f"Inferred, not documented: {', '.join(operation.inferred)}.", width)]
    return docstring(lines, indent)


def _argument_docs(operation: Operation, models: Mapping[str, Model]) -> Iterator[tuple[str, str]]:
    """Yield each argument and what is said of it: by itself, by its model, or else where it stands in the request."""
    for each in operation.parameters:
        text = field_docs(each) or _model_docs(each.type, models)
        yield each.name.python, text or _PLACES[each.location].format(markdown_code(each.name.wire))
    body = operation.body
    texts: dict[str, str] = {}
    for one in bodies(body):
        if not one.flat:
            text = docs_text(one.docs) or _model_docs(one.type, models) or f"The body, as {_listed(one.media_types)}."
            texts["body"] = texts.get("body") or text
        for field, name in zip(one.fields, one.arguments):
            text = texts.get(name) or field_docs(field) or _model_docs(field.type, models)
            texts[name] = text or f"{markdown_code(field.name.wire)} in the body."
    yield from texts.items()
    if body and body.has_content_type_argument:
        yield "content_type", f"The media type of the body: {_listed(body.media_types)}."


def _listed(names: Iterable[str]) -> str:
    return " or ".join(markdown_code(each) for each in dict.fromkeys(names))


def _model_docs(of: Type, models: Mapping[str, Model]) -> str:
    """Return the first sentence of the docs of a model, the items of a list included."""
    if isinstance(of, Union):
        named = [each for each in of.variants if each is not Scalar.NONE]
        return _model_docs(named[0], models) if len(named) == 1 else ""
    if isinstance(of, (ListOf, MapOf)):
        return _model_docs(of.item if isinstance(of, ListOf) else of.value, models)
    if not isinstance(of, ModelRef):
        return ""
    docs = models[of.name].docs
    return split_summary(docs.description or docs.summary)[0]


def _needed_fields(body: RequestBody | None) -> str:
    """Return a sentence on the fields that a body must have if it is sent; only the server requires no body."""
    if body is None or body.required or body.alternatives:
        return ""
    needed = [
        f"`{name}`" for each, name in zip(body.fields, body.arguments) if each.required and each.filled_in is None
    ]
    return f"The body is optional. If you pass any of it, pass {', '.join(needed)}." if needed else ""


def _raised(operation: Operation) -> list[str]:
    """Return the exceptions of a docstring, each with its description; those without one share the first item."""
    plain: list[str] = []
    described: list[str] = []
    for response in operation.responses:
        code = status_code(response.status)
        if code is not None and code >= 400:
            text = end_sentence(response.docs.description)
            if _is_implied(text, code):
                plain.append(error_name(code))
            else:
                described.append(f"{error_name(code)}: {text}")
    return [*([", ".join(dict.fromkeys(plain))] if plain else []), *described]


@lru_cache(4096)  # many operations describe a response in the same words
def _is_implied(text: str, code: int) -> bool:
    """Return whether a text says no more than the phrase of a status, and the name of its exception."""
    implied = words(f"{code} {PHRASES.get(code, '')} {error_name(code)}")
    return _EMPTY_WORDS.issuperset({word.lower() for word in words(text)} - {word.lower() for word in implied})
