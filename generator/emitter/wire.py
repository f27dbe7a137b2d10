"""The wire facts of an operation, as the constant that holds them has them: one place for each."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import MISSING, fields

from generator.emitter.modules import is_nullable
from generator.emitter.text import WIDTH, Node, arranged, literal
from generator.emitter.types import annotation, union
from generator.model.api import (
    Body,
    BodyKind,
    CursorPages,
    Encoding,
    LinkPages,
    Location,
    NumberPages,
    OffsetPages,
    Operation,
    Pagination,
    Parameter,
    TokenPages,
    URLPages,
)
from generator.model.phrases import status_code

PAGINATIONS = {
    TokenPages: "TokenPagination",
    CursorPages: "CursorPagination",
    NumberPages: "NumberPagination",
    OffsetPages: "OffsetPagination",
    URLPages: "URLPagination",
    LinkPages: "LinkPagination",
}
"""The runtime's kinds of pages, by those of the model."""

CLASSES = {
    Location.QUERY: ("Query", "form", True),
    Location.HEADER: ("Header", "simple", False),
    Location.COOKIE: ("Cookie", "form", True),
    Location.PATH: ("Path", "simple", False),
    Location.QUERYSTRING: ("QueryString", "form", True),
}
"""The runtime's classes of parameters, and how they write a value unless they are told."""

BODIES = {
    BodyKind.FIELDS: "Fields",
    BodyKind.JSON: "JSONBody",
    BodyKind.FORM: "FormBody",
    BodyKind.MULTIPART: "MultipartBody",
    BodyKind.PARTS: "PartsBody",
    BodyKind.RAW: "RawBody",
}
"""The runtime's classes of bodies."""


def bodies(body: Body | None) -> tuple[Body, ...]:
    """A body and its alternatives."""
    return (body, *body.alternatives) if body else ()


def facts(operation: Operation, renames: list[tuple[str, str]], indent: int) -> Iterable[str]:
    """Wire facts that stand on a line of their own in the constant."""
    yield literal(f"{operation.method} {operation.path}")
    styled = [each for each in operation.parameters if each.location is Location.PATH and wire_options(each)]
    if styled:
        yield "path_styles={" + ", ".join(
            f"{literal(p.name.wire)}: Path({literal(p.name.wire)}, {wire_options(p)})" for p in styled
        ) + "}"
    body = operation.body
    if body:
        yield arranged(indent, _body_fact(body, renames), ",")
    accept = _accept(operation)
    if accept != "application/json":
        yield f"accept={literal(accept)}"
    if operation.server is not None:
        yield f"server={literal(operation.server.url)}"
    if operation.security is not None:
        yield f"security={security(operation.security)}"
    if operation.idempotency_key:
        yield f"idempotency_key={literal(operation.idempotency_key)}"
    page = operation.pagination
    if page:
        yield f"pagination={_pagination(page)}"
    events = mapping("events", sorted(set(_events(operation))), indent)
    if events:
        yield f"\n{' ' * indent}".join(events).removesuffix(",")


def _pagination(page: Pagination) -> str:
    """How a list comes in pages; what is as usual is left out."""
    kind = PAGINATIONS[type(page)]
    match page:
        case TokenPages():
            needed = [page.items, page.token, page.parameter]
        case CursorPages():
            needed = [page.items, page.cursor, page.parameter]
        case NumberPages() | OffsetPages():
            needed = [page.items, page.parameter]
        case URLPages():
            needed = [page.items, page.url]
        case LinkPages():
            needed = [page.items] if page.items else []
    others = [
        f"{each.name}={literal(value) if isinstance(value, str) else value}"
        for each in fields(page)
        if each.default is not MISSING and (value := getattr(page, each.name)) != each.default
    ]
    return f"{kind}({', '.join([*(literal(each) for each in needed), *others])})"


def _events(operation: Operation) -> Iterable[tuple[str, str]]:
    """Types of an event's data by its name."""
    for response in operation.responses:
        yield from ((literal(name), annotation(of)) for name, of in response.events)


def security(alternatives: tuple[tuple[str, ...], ...]) -> str:
    """A security requirement: a tuple of alternatives, each a tuple of scheme names."""
    return packed([packed([literal(name) for name in each]) for each in alternatives])


def packed(parts: list[str]) -> str:
    """A tuple of expressions."""
    return f"({parts[0]},)" if len(parts) == 1 else f"({', '.join(parts)})"


def mapping(name: str, entries: Iterable[tuple[str, str]], indent: int, *, one_a_line: bool = False) -> tuple[str, ...]:
    """The lines of `name={...}`: a single one where it fits, else one an entry; none where there is nothing."""
    lines = [f"{key}: {value}" for key, value in entries]
    line = f"{name}={{{', '.join(lines)}}},"
    if not lines:
        return ()
    if len(line) + indent <= WIDTH and (len(lines) == 1 or not one_a_line):
        return (line,)
    return (f"{name}={{", *(f"    {line}," for line in lines), "},")


def _accept(operation: Operation) -> str:
    """What the caller understands: the media types of all successes, any of which may come."""
    types = dict.fromkeys(r.media_type for r in operation.responses if r.media_type and r.success)
    return ", ".join(types) or "application/json"


def _body_fact(body: Body, renames: list[tuple[str, str]]) -> Node:
    made: list[Node] = [_body(each, renames) for each in bodies(body)]
    if len(made) > 1:
        return ("body=OneOf(", [("(", made, ")")], ")")
    head, arguments, end = _body(body, renames)
    return (f"body={head}", arguments, end)


def _body(body: Body, renames: list[tuple[str, str]]) -> tuple[str, list[Node], str]:
    """The expression that makes a body; `renames` are the arguments that are not called like fields."""
    arguments: list[Node] = []
    if body.flat:
        own = [(name, field.name.python) for name, field in zip(body.arguments, body.fields)]
        renamed: list[Node] = [f"{literal(name)}: {literal(field)}" for name, field in renames if (name, field) in own]
        arguments += [annotation(body.type), *([("rename={", renamed, "}")] if renamed else [])]
    if body.kind is BodyKind.JSON:
        arguments += [] if body.required else ["required=False"]
        arguments += ["nullable=True"] if is_nullable(body.type) else []
    if body.kind is BodyKind.RAW:
        arguments.append(literal(body.media_type))
    elif body.media_type not in ("application/json", "application/x-www-form-urlencoded", "multipart/form-data"):
        arguments.append(f"media_type={literal(body.media_type)}")
    if body.encoding:
        encodings = [_encoding(each, body.kind) for each in body.encoding]
        arguments.append(("encoding=(", encodings, ",)" if len(encodings) == 1 else ")"))
    return (f"{BODIES[body.kind]}(", arguments, ")")


def _encoding(each: Encoding, kind: BodyKind) -> Node:
    """How a property of a form is written, where it is not as usual."""
    usual = "form" if kind is BodyKind.FORM else None
    differing = {
        "style": None if each.style in (None, usual) else literal(each.style),
        "explode": False if each.style and each.style != "deepObject" and not each.explode else None,
        "allow_reserved": each.allow_reserved or None,
        "content": literal(each.content) if each.content else None,
    }
    arguments: list[Node] = [f"{name}={value}" for name, value in differing.items() if value is not None]
    if each.headers and kind is not BodyKind.FORM:
        headers: list[Node] = [f"{literal(name)}: {literal(value)}" for name, value in each.headers]
        arguments.append(("headers={", headers, "}"))
    return (f"{'Query' if kind is BodyKind.FORM else 'FormPart'}(", [literal(each.name), *arguments], ")")


def wire_parameter(each: Parameter) -> str:
    options = wire_options(each)
    return f"{CLASSES[each.location][0]}({literal(each.name.wire)}{', ' + options if options else ''})"


def wire_options(each: Parameter) -> str:
    """What of a parameter differs from the usual (OpenAPI 3.2.0, 4.12.2)."""
    if each.content:
        form = each.location is Location.QUERYSTRING and each.content == "application/x-www-form-urlencoded"
        return "" if form else f"content={literal(each.content)}"
    _, style, explode = CLASSES[each.location]
    differing = {
        "style": None if each.style == style else literal(each.style),
        "explode": None if each.explode is explode or each.style == "deepObject" else each.explode,
        "allow_reserved": each.allow_reserved or None,
        "slashes": each.segments or None,
    }
    return ", ".join(f"{name}={value}" for name, value in differing.items() if value is not None)


def statuses(operation: Operation, *, success: bool) -> Iterable[tuple[str, str]]:
    for response in operation.responses:
        if response.success is not success or (not success and response.type is None):
            continue
        key = response.status if status_code(response.status) is not None else literal(response.status)
        yield key, "None" if response.type is None else annotation(response.type)


def result_type(operation: Operation) -> str:
    """What a call returns, as an annotation: all pages of a list have one type, and so have all items of a stream."""
    if operation.framing:
        return union([annotation(each.type) for each in operation.responses if each.framing and each.type])
    spelled = [value for _, value in statuses(operation, success=True)]
    return union(spelled) if spelled else "Any"
