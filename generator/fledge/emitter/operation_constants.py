"""The constant of an operation, which holds how its requests and responses look on the wire."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import MISSING, fields

from fledge.emitter.annotations import type_expr
from fledge.emitter.python.expr import (
    ANY,
    NONE,
    CallExpr,
    Constant,
    DictExpr,
    Expr,
    Keyword,
    TupleExpr,
    union,
    without_none,
)
from fledge.emitter.runtime import runtime_symbol
from fledge.ir import (
    AliasModel,
    Encoding,
    EnumModel,
    ListOf,
    Location,
    MapOf,
    Model,
    ModelRef,
    ObjectModel,
    Operation,
    Pagination,
    Parameter,
    RequestBody,
    RequestBodyKind,
    Response,
    Scalar,
    StreamFormat,
    TupleOf,
    Type,
    Union,
    UnionDispatch,
    UnionModel,
)
from fledge.ir.traversal import aliased_type, is_nullable, types_of
from fledge.openapi.media_types import is_json
from fledge.openapi.status_codes import status_code

CLASSES = {
    Location.QUERY: ("Query", "form", True),
    Location.HEADER: ("Header", "simple", False),
    Location.COOKIE: ("Cookie", "form", True),
    Location.PATH: ("Path", "simple", False),
    Location.QUERYSTRING: ("QueryString", "form", True),
}
"""The runtime's classes of parameters, and how they write a value by default."""

BODIES = {
    RequestBodyKind.FIELDS: "Fields",
    RequestBodyKind.JSON: "JSONBody",
    RequestBodyKind.FORM: "FormBody",
    RequestBodyKind.MULTIPART: "MultipartBody",
    RequestBodyKind.PARTS: "PartsBody",
    RequestBodyKind.RAW: "RawBody",
}
"""The runtime's classes of bodies."""

STREAMS = {
    StreamFormat.EVENTS: ("EventsOperation", "EventStream", "server-sent events"),
    StreamFormat.LINES: ("LinesOperation", "Stream", "JSON lines"),
    StreamFormat.SEQUENCE: ("SequenceOperation", "Stream", "a JSON text sequence"),
}
"""The runtime's classes of operations and streams, and what a stream holds."""

_BY_TYPE = frozenset({Scalar.BASE64URL, Scalar.HTTP_DATE})
"""Types whose plain values do not say how they are written."""


def bodies(body: RequestBody | None) -> tuple[RequestBody, ...]:
    """Return a body and its alternatives."""
    return (body, *body.alternatives) if body else ()


def constant_arguments(
    operation: Operation, renames: Sequence[tuple[str, str]], models: Mapping[str, Model]
) -> Iterator[Expr]:
    """Yield the arguments of the constant that stand on lines of their own, but for its dicts of types and parameters.

    `renames` are the arguments that are not called like fields, and their fields.
    """
    yield Constant(f"{operation.http_method} {operation.path}")
    in_path = [each for each in operation.parameters if each.location is Location.PATH]
    styled = [each for each in in_path if _parameter_options(each, models)]
    if styled:
        entries = ((Constant(each.name.wire), parameter_expr(each, models)) for each in styled)
        yield Keyword("path_styles", DictExpr(tuple(entries)))
    if operation.body:
        is_one = not operation.body.alternatives
        expressions = tuple(_body(each, renames, models, is_one=is_one) for each in bodies(operation.body))
        yield Keyword(
            "body",
            (expressions[0] if is_one else CallExpr(runtime_symbol("BodyAlternatives"), (TupleExpr(expressions),))),
        )
    accept = _accept(operation)
    if accept != "application/json":
        yield Keyword("accept", Constant(accept))
    if operation.server is not None:
        yield Keyword("server", Constant(operation.server.url))
    if operation.security is not None:
        yield Keyword("security", security_expr(operation.security))
    if operation.idempotency_key:
        yield Keyword("idempotency_key", Constant(operation.idempotency_key))
    if operation.pagination:
        yield Keyword("pagination", _pagination(operation.pagination))


def _pagination(pagination: Pagination) -> Expr:
    """Return how a list comes in pages. The fields without a default are positional; defaults are left out."""
    arguments = [each for each in fields(pagination) if each.name != "item"]
    values = {each.name: getattr(pagination, each.name) for each in arguments}
    positional = [values[each.name] for each in arguments if each.default is MISSING]
    while positional and positional[-1] == "":
        positional.pop()
    keywords = (
        Keyword(each.name, _pagination(value) if isinstance(value, Pagination) else Constant(value))
        for each in arguments
        if each.default is not MISSING and (value := values[each.name]) != each.default
    )
    return CallExpr(runtime_symbol(type(pagination).__name__), (*map(Constant, positional), *keywords))


def event_types(operation: Operation) -> Iterator[tuple[Expr, Expr]]:
    """Yield the types of an event's data by its name."""
    for response in operation.responses:
        yield from ((Constant(name), type_expr(of)) for name, of in response.event_types)


def security_expr(alternatives: tuple[tuple[str, ...], ...]) -> Expr:
    """Return a security requirement: a tuple of alternatives, each a tuple of scheme names."""
    return TupleExpr(tuple(TupleExpr(tuple(map(Constant, names))) for names in alternatives))


def _accept(operation: Operation) -> str:
    """Return the header that a call sends: the media types of all successes, any of which may come.

    Where none is documented, anything may.
    """
    successes = [response for response in operation.responses if response.success]
    types = dict.fromkeys(each.media_type for each in successes if each.media_type)
    is_open = not types and any(each.type is not None for each in successes)
    return "application/json, */*;q=0.9" if is_open else ", ".join(types) or "application/json"


def _body(body: RequestBody, renames: Sequence[tuple[str, str]], models: Mapping[str, Model], *, is_one: bool) -> Expr:
    """Return the call that makes a body; `is_one` says that it has no alternatives."""
    arguments: list[Expr] = []
    if body.flat:
        arguments.append(type_expr(body.type))
        fields_of_body = [(name, field.name.python) for name, field in zip(body.arguments, body.fields)]
        renamed = tuple((Constant(name), Constant(field)) for name, field in renames if (name, field) in fields_of_body)
        if renamed:
            arguments.append(Keyword("rename", DictExpr(renamed)))
    if not body.required and (body.flat or body.kind is RequestBodyKind.JSON):
        arguments.append(Keyword("required", Constant(False)))
    if body.flat and not (body.required and is_one):
        nulls = [each.name.python for each in body.fields if each.required and is_nullable(each.type)]
        arguments += [Keyword("nullable", TupleExpr(tuple(map(Constant, nulls))))] if nulls else []
    elif body.kind is RequestBodyKind.JSON:
        arguments += [Keyword("nullable", Constant(True))] if is_nullable(body.type) else []
    if not body.flat and body.kind is not RequestBodyKind.RAW:
        arguments += _type_of_values(body.type, models, decimals_below=0)
    if body.takes_text and not is_one:
        arguments.append(Keyword("text", Constant(True)))
    if body.kind is RequestBodyKind.RAW:
        arguments.append(Constant(body.media_type))
    elif body.media_type not in ("application/json", "application/x-www-form-urlencoded", "multipart/form-data"):
        arguments.append(Keyword("media_type", Constant(body.media_type)))
    if body.encoding:
        encodings = tuple(_encoding(each, body.kind) for each in body.encoding)
        arguments.append(Keyword("encoding", TupleExpr(encodings)))
    return CallExpr(runtime_symbol(BODIES[body.kind]), tuple(arguments))


def _encoding(each: Encoding, kind: RequestBodyKind) -> Expr:
    """Return the options of a property of a form that differ from the default."""
    is_form = kind is RequestBodyKind.FORM
    arguments: list[Expr] = [Constant(each.name)]
    arguments += _keywords(
        style=None if each.style == ("form" if is_form else None) else each.style,
        explode=False if each.style and each.style != "deepObject" and not each.explode else None,
        allow_reserved=each.allow_reserved or None,
        content=each.content or None,
    )
    if each.headers and not is_form:
        headers = ((Constant(name), Constant(value)) for name, value in each.headers)
        arguments.append(Keyword("headers", DictExpr(tuple(headers))))
    arguments += _keywords(base64=each.is_base64 or None)
    return CallExpr(runtime_symbol("Query" if is_form else "FormPart"), tuple(arguments))


def parameter_expr(each: Parameter, models: Mapping[str, Model]) -> Expr:
    """Return the call that makes a parameter."""
    arguments: list[Expr] = [Constant(each.name.wire), *_parameter_options(each, models)]
    return CallExpr(runtime_symbol(CLASSES[each.location][0]), tuple(arguments))


def _parameter_options(each: Parameter, models: Mapping[str, Model]) -> list[Keyword]:
    """Return the options of a parameter that differ from the default (OpenAPI 3.2.0, 4.12.2)."""
    is_whole = is_json(each.content or "") or each.location is Location.QUERYSTRING
    has_json = not each.content and each.style != "deepObject"  # in an array or object: what is nested in it
    types = _type_of_values(each.type, models, decimals_below=0 if is_whole else 2 if has_json else None)
    of = [Keyword(one.name, without_none(one.value)) for one in types]  # None leaves the parameter out
    if each.content:
        form = each.location is Location.QUERYSTRING and each.content == "application/x-www-form-urlencoded"
        encodings = TupleExpr(tuple(_encoding(part, RequestBodyKind.FORM) for part in each.encoding))
        encoding = [Keyword("encoding", encodings)] if each.encoding else []
        return [*([] if form else _keywords(content=each.content)), *of, *encoding]
    _, style, explode = CLASSES[each.location]
    styled = _keywords(
        style=None if each.style == style else each.style,
        explode=None if each.explode is explode or each.style == "deepObject" else each.explode,
        allow_reserved=each.allow_reserved or None,
        slashes=each.segments or None,
    )
    return [*styled, *of]


def _type_of_values(of: Type, models: Mapping[str, Model], *, decimals_below: int | None) -> list[Keyword]:
    """Return the type of values if plain bytes or dates need it to be written, or decimals: in itself, or in its
    models.

    Decimals do inside so many arrays and objects, or nowhere; those in a union that is only sent do not.
    """
    pending, passed = [(of, decimals_below)], dict[tuple[Type, int | None], None]()
    while pending:
        if (visit := pending.pop()) in passed:
            continue
        passed[visit] = None
        each, depth = visit
        if each in _BY_TYPE or depth == 0 and each in (Scalar.DECIMAL_NUMBER, Scalar.FLOAT):
            return [Keyword("of", type_expr(of))]
        model = models[each.name] if isinstance(each, ModelRef) else None
        inside = depth and depth - 1
        match model or each:
            case ListOf(item=inner) | MapOf(value=inner):
                pending.append((inner, inside))
            case TupleOf(items=several):
                pending += [(inner, inside) for inner in several]
            case Union(variants=several):
                pending += [(inner, depth) for inner in several]
            case UnionModel(dispatch=UnionDispatch.NEVER, variants=several):
                pending += [(inner, None) for inner in several]
            case ObjectModel() as whole:
                pending += [(inner, inside) for inner in types_of(whole)]
            case AliasModel() | UnionModel() | EnumModel() as other:
                pending += [(inner, depth) for inner in types_of(other)]
            case _:
                pass
    return []


def _keywords(**values: str | bool | None) -> list[Keyword]:
    """Return keyword arguments of all values that are not None."""
    return [Keyword(name, Constant(value)) for name, value in values.items() if value is not None]


def response_types(operation: Operation, models: Mapping[str, Model], *, success: bool) -> Iterator[tuple[Expr, Expr]]:
    """Yield the types of an operation's responses by their status; of failures, those with a body.

    Bytes in JSON are base64; others are what comes.
    """
    for response in operation.responses:
        if response.success is not success or (not success and response.type is None):
            continue
        status = status_code(response.status)
        key = Constant(response.status if status is None else status)
        is_text = aliased_type(response.type, models) is Scalar.BYTES and is_json(response.media_type or "")
        yield key, runtime_symbol("Base64") if is_text else _response_type(response)


def result_type(operation: Operation) -> Expr:
    """Return the annotation of a call's result: all pages of a list have one type, as have all items of a stream."""
    if operation.stream_format:
        types = [type_expr(each.type) for each in operation.responses if each.stream_format and each.type]
    else:
        types = [_response_type(each) for each in operation.responses if each.success]
    return union(*types) if types else ANY


def _response_type(response: Response) -> Expr:
    return NONE if response.type is None else type_expr(response.type)
