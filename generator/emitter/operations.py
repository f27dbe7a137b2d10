"""Views of resource modules: the constant of each operation, and its two methods."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from generator.emitter.modules import is_nullable, referenced, said, standard_names
from generator.emitter.runtime import runtime
from generator.emitter.text import WIDTH, annotated, docstring, literal, respelled, sentence, split, spread
from generator.emitter.types import SOURCES, Inputs, annotation, union
from generator.emitter.views import OperationView, ResourceModule, imports
from generator.emitter.wire import (
    BODIES,
    CLASSES,
    PAGINATIONS,
    bodies,
    facts,
    mapping,
    result_type,
    statuses,
    wire_options,
    wire_parameter,
)
from generator.emitter.wrapping import summarized, wrapped
from generator.model.api import (
    Body,
    BodyKind,
    Const,
    Framing,
    Location,
    Model,
    Operation,
    Parameter,
    Resource,
    Scalar,
    Type,
)
from generator.model.phrases import PHRASES, status_code
from generator.model.types import parts
from generator.model.words import words

STATUS_ERRORS = {
    400: "BadRequestError",
    401: "AuthenticationError",
    403: "PermissionDeniedError",
    404: "NotFoundError",
    409: "ConflictError",
    422: "UnprocessableEntityError",
    429: "RateLimitError",
    500: "InternalServerError",
}
"""The runtime's exceptions, by status."""

_STREAMS = {
    Framing.EVENTS: ("EventsOperation", "EventStream", "server-sent events"),
    Framing.LINES: ("LinesOperation", "Stream", "JSON lines"),
    Framing.SEQUENCE: ("SequenceOperation", "Stream", "a JSON text sequence"),
}
"""The runtime's operations and streams, and what comes."""

_EMPTY_WORDS = frozenset(
    "a be could does error exist is no request required requires resource response server status such the there was".split()
)
"""What adds nothing to the phrase of a status, or its exception's name, in the description of a response."""

_BUILTINS = frozenset({"bool", "bytes", "dict", "float", "int", "list", "object", "str", "tuple"})


def error_name(status: int) -> str:
    """The exception that a status raises."""
    if status in STATUS_ERRORS:
        return STATUS_ERRORS[status]
    if status >= 500:
        return STATUS_ERRORS[500]
    return "APIStatusError"


def resource_module(resource: Resource, models: Mapping[str, Model]) -> ResourceModule:
    """The file of one resource."""
    inputs = Inputs(models)
    hidden = tuple(sorted({each.name.python for each in resource.operations} & _BUILTINS))
    views = tuple(_operation(each, inputs, resource.class_name, hidden) for each in resource.operations)
    used = {"AsyncBaseClient", "BaseClient", "Resource", "RequestOptions"}
    running: dict[str, None] = {}
    checking: dict[str, None] = {}
    standard = {"Unpack": "typing"}
    for operation, view in zip(resource.operations, views):
        used.update(_runtime_names(operation, view))
        for of in _running_types(operation):
            running.update(dict.fromkeys(referenced(of)))
            standard.update(standard_names(of))
        checking.update(dict.fromkeys(name for of in _signature_types(operation) for name in referenced(of)))
        if operation.pagination:
            checking.update(dict.fromkeys(referenced(operation.pagination.item)))
        for of in _signature_types(operation):
            standard.update(inputs.needs(of))
        if operation.body and operation.body.chosen and "*" not in "".join(operation.body.media_types):
            standard["Literal"] = SOURCES["Literal"]
        if view.result == "Any":
            standard["Any"] = SOURCES["Any"]
        if operation.pagination:
            standard.update(standard_names(operation.pagination.item))
    if any("builtins." in text for view in views for text in (*view.positional, *view.keywords, view.returns)):
        standard["builtins"] = ""
    only_checked = {name: "..models" for name in checking if name not in running}
    if only_checked:
        standard["TYPE_CHECKING"] = "typing"
    local = runtime(used, "..") | dict.fromkeys(running, "..models")
    text = resource.docs.description or resource.docs.summary
    return ResourceModule(
        doc=docstring(wrapped(text, WIDTH - 3), 0),
        imports=imports(standard, local, only_checked),
        class_name=resource.class_name,
        class_doc=docstring([f"The operations of `client.{resource.name.python}`."], 4),
        async_class_doc=docstring([f"Asynchronous twin of `{resource.class_name}`."], 4),
        operations=views,
    )


def _running_types(operation: Operation) -> Iterable[Type]:
    """Types that the operation's constant holds."""
    for response in operation.responses:
        if response.type is not None:
            yield response.type
        yield from (of for _, of in response.events)
    yield from (each.type for each in bodies(operation.body) if each.flat)


def _sent_types(body: Body) -> Iterable[Type]:
    return [each.type for each in body.fields] if body.flat else [body.type]


def _signature_types(operation: Operation) -> Iterable[Type]:
    """Types of the arguments of an operation."""
    for parameter in operation.parameters:
        yield parameter.type
    for body in bodies(operation.body):
        if body.flat:
            yield from (each.type for each in body.fields if not (each.required and isinstance(each.type, Const)))
        elif body.kind is not BodyKind.RAW:
            yield body.type


def _runtime_names(operation: Operation, view: OperationView) -> Iterable[str]:
    if operation.pagination:
        yield from ("AsyncPager", "Page", "PagedOperation", PAGINATIONS[type(operation.pagination)])
    elif operation.framing:
        kind, stream, _ = _STREAMS[operation.framing]
        yield from (kind, stream, f"Async{stream}")
    else:
        yield "Operation"
    for each in operation.parameters:
        if each.location is not Location.PATH or wire_options(each):
            yield CLASSES[each.location][0]
    for body in bodies(operation.body):
        yield BODIES[body.kind]
        if body.kind is BodyKind.RAW:
            yield "RawContent"
        if body.kind in (BodyKind.MULTIPART, BodyKind.PARTS) and any(
            part is Scalar.FILE for of in _sent_types(body) for part in parts(of)
        ):
            yield "Uploadable"
        if body.encoding:
            yield "Query" if body.kind is BodyKind.FORM else "FormPart"
    if operation.body and operation.body.alternatives:
        yield "OneOf"
    if any(each.endswith("UNSET") for each in view.keywords):
        yield "UNSET"
    if any(" | Unset" in each for each in view.keywords):
        yield "Unset"


# --- one operation


def _operation(operation: Operation, inputs: Inputs, class_name: str, hidden: tuple[str, ...]) -> OperationView:
    """The view of an operation; `hidden` are the builtins that methods of the same class are called like."""
    result = result_type(operation)
    path = [each for each in operation.parameters if each.location is Location.PATH]
    others = [each for each in operation.parameters if each.location is not Location.PATH]
    keywords = [_parameter(each, inputs) for each in others]
    arguments = [each.name.python for each in others]
    renames: list[tuple[str, str]] = []
    for name, spelled, default, field_name in _body_arguments(operation.body, inputs):
        keywords.append((name, spelled, default))
        arguments.append(name)
        if name != field_name:
            renames.append((name, field_name))
    constant = f"_{operation.name.python.upper().strip('_')}"
    page = operation.pagination
    kind, returns, async_returns = "Operation", result, result
    call, async_call, definition = "self._client.call", "await self._client.call", "async def"
    if page:
        kind, definition = "PagedOperation", "def"
        returns, async_returns = (f"{of}[{annotation(page.item)}, {result}]" for of in ("Page", "AsyncPager"))
        call, async_call = f"{constant}.pages", f"{constant}.async_pages"
    elif operation.framing:
        kind, stream, _ = _STREAMS[operation.framing]
        returns, async_returns = f"{stream}[{result}]", f"Async{stream}[{result}]"
        call, async_call = f"{constant}.open", f"await {constant}.async_open"
    opening, indent, closing = _constant(constant, kind, result)
    positional = tuple(_laid_out(each.name.python, _seen(inputs.annotation(each.type), hidden), "") for each in path)
    returns = spread(4, ") -> ", _seen(returns, hidden), ":")
    async_returns = spread(4, ") -> ", _seen(async_returns, hidden), ":")
    method = operation.name.python
    short = [] if keywords else ["self", *positional, "**options: Unpack[RequestOptions]"]
    names = ["options", *(each.name.python for each in path)]
    passed = [f"{name}={name}" for name in arguments]
    passed += [f"{name}={value}" for name, value in (operation.body.fixed if operation.body else ())]
    bound = [_bound(constant, names)] if kind == "Operation" else ["self._client", *names]
    return OperationView(
        constant=constant,
        opening=opening,
        indent=" " * indent,
        closing=closing,
        result=result,
        facts=tuple(fact if "\n" in fact else _fact(fact, indent) for fact in facts(operation, renames, indent)),
        parameters=mapping(
            "parameters",
            [(literal(each.name.python), wire_parameter(each)) for each in others],
            indent,
            one_a_line=True,
        ),
        success=mapping("success", statuses(operation, success=True), indent),
        errors=mapping("errors", statuses(operation, success=False), indent),
        method=method,
        signature=_signature(f"def {method}", short, returns),
        async_signature=_signature(f"{definition} {method}", short, async_returns),
        positional=positional,
        keywords=tuple(_laid_out(name, _seen(spelled, hidden), default) for name, spelled, default in keywords),
        returns=returns,
        async_returns=async_returns,
        doc=_doc(operation, path, others, inputs),
        async_doc=docstring([f"Asynchronous twin of `{class_name}.{operation.name.python}`."], 8),
        call=_call(call, [*bound, *passed]),
        async_call=_call(async_call, [*bound, *passed]),
        async_def=definition,
    )


def _signature(definition: str, arguments: list[str], end: str) -> tuple[str, ...]:
    """The lines of the signature of a method without keyword arguments, if Black would leave its list on one line.

    What a description adds and takes away is mostly a keyword argument: where there are some, each has its line.
    """
    inner = ", ".join(arguments)
    if not arguments or "\n" in inner + end:
        return ()
    if len(line := f"{definition}({inner}{end}") + 4 <= WIDTH:
        return (line,)
    return (f"{definition}(", f"    {inner}", end) if len(inner) + 8 <= WIDTH else ()


def _constant(name: str, kind: str, result: str) -> tuple[str, int, str]:
    """How the constant of an operation begins, how far its facts are indented, and how it ends, as Black has it."""
    line = f"{name}: {kind}[{result}] = "
    if len(f"{line}{kind}(") > WIDTH >= len(f"{line}("):
        return f"{line}(\n    {kind}(", 8, "    )\n)"
    return spread(0, f"{name}: ", f"{kind}[{result}]", f" = {kind}("), 4, ")"


def _fact(line: str, indent: int) -> str:
    """A fact on one line, or, where a call does not fit, with its arguments on a line of their own if these are short."""
    head, call, argument = line.partition("(")
    several = "," in argument and not line.startswith("pagination=")
    if indent + len(line) < WIDTH or not call or several or not argument.endswith(")"):
        return line
    pad = " " * indent
    return f"{head}(\n{pad}    {argument[:-1]}\n{pad})"


def _bound(constant: str, arguments: list[str]) -> str:
    """An operation with what is not passed by name, which is broken where it does not fit on a line of its own."""
    inner = ", ".join(arguments)
    if len(line := f"{constant}({inner})") + 13 <= WIDTH:
        return line
    if len(inner) + 16 > WIDTH:
        inner = f",\n{' ' * 16}".join(arguments) + ","
    return f"{constant}(\n{' ' * 16}{inner}\n{' ' * 12})"


def _call(function: str, arguments: list[str]) -> tuple[str, ...]:
    """The lines of a method's return statement, as Black lays them out."""
    inner = ", ".join(arguments)
    if len(line := f"return {function}({inner})") + 8 <= WIDTH:
        return (line,)
    if len(inner) + 12 <= WIDTH and "\n" not in inner:
        return (f"return {function}(", f"    {inner}", ")")
    return (f"return {function}(", *(f"    {argument}," for argument in arguments), ")")


# --- arguments


def _seen(spelled: str, hidden: tuple[str, ...]) -> str:
    """An annotation with the builtins spelled out that are something else in the class: its method `list`."""
    return respelled(spelled, hidden, "builtins.")


def _laid_out(name: str, spelled: str, default: str) -> str:
    return annotated(8, name, spelled, default, ",")


def _parameter(each: Parameter, inputs: Inputs) -> tuple[str, str, str]:
    spelled = union([part for part in split(inputs.annotation(each.type), " | ") if part != "None"])
    return each.name.python, *((spelled, "") if each.required else _optional(spelled))


def _optional(spelled: str) -> tuple[str, str]:
    return (spelled if spelled == "object" else union([*split(spelled, " | "), "None"]), "None")


def _body_arguments(body: Body | None, inputs: Inputs) -> Iterable[tuple[str, str, str, str]]:
    """Arguments that make the body: name, annotation, default, and the field that it is for.

    What not all alternatives need may be left out.
    """
    named: dict[str, list[tuple[str, str, str]]] = {}
    for each in bodies(body):
        for name, spelled, default, field in _own_arguments(each, inputs):
            named.setdefault(name, []).append((spelled, default, field))
    for name, ways in named.items():
        spelled, default, field = ways[0]
        if len(bodies(body)) > 1:
            default = max(way[1] for way in ways) or ("None" if len(ways) < len(bodies(body)) else "")
            found = dict.fromkeys(part for way in ways for part in split(way[0], " | "))
            last = [part for part in ("None", "Unset") if part in found or part == default]
            spelled = " | ".join([*(part for part in found if part not in last), *last])
        yield name, spelled, default, field
    if body and body.chosen:
        types = [literal(name) for name in dict.fromkeys(body.media_types)]
        spelled = "str" if any("*" in name for name in types) else f"Literal[{', '.join(types)}]"
        yield "content_type", f"{spelled} | None", "None", "content_type"


def _own_arguments(body: Body, inputs: Inputs) -> Iterable[tuple[str, str, str, str]]:
    """The arguments of one of several bodies."""
    inputs = Inputs(inputs.models, files=body.kind in (BodyKind.MULTIPART, BodyKind.PARTS))
    if body.kind is BodyKind.RAW:
        spelled = "str | RawContent" if Scalar.STR in parts(body.type) else "RawContent"
        yield "body", spelled if body.required else f"{spelled} | None", "" if body.required else "None", "body"
    elif not body.flat:
        yield "body", *_argument(body.type, body.required, inputs), "body"
    for each, name in zip(body.fields, body.arguments):
        if not (each.required and isinstance(each.type, Const)):
            yield name, *_argument(each.type, each.required, inputs), each.name.python


def _argument(of: Type, required: bool, inputs: Inputs) -> tuple[str, str]:
    """Annotation and default of an argument; absent and null are told apart where both may be."""
    spelled = inputs.annotation(of)
    if required:
        return spelled, ""
    if of is Scalar.ANY:
        return spelled, "UNSET"
    if is_nullable(of):
        return f"{spelled} | Unset", "UNSET"
    return _optional(spelled)


# --- docs


def _doc(operation: Operation, path: list[Parameter], others: list[Parameter], inputs: Inputs) -> str:
    """Summary, description, arguments and exceptions; each said once, in the synchronous method."""
    indent = 8
    width = WIDTH - indent
    if operation.whole and operation.framing:
        comes = _STREAMS[operation.framing][2]
        return docstring(wrapped(f"`{operation.whole}`, answered by a stream: {comes}.", width - 3), indent)
    summary, description = operation.docs.summary, operation.docs.description
    first, rest = summarized(description)
    if not summary or sentence(summary) == first:
        summary, description = first or f"{operation.method} {operation.path}", rest
    lines = wrapped(sentence(summary), width - 3)
    if description:
        lines += ["", *wrapped(description, width)]
    if operation.docs.deprecated:
        lines += ["", "Deprecated."]
    described = [(each.name.python, text) for each in (*path, *others) if (text := said(each.docs, each.facts))] + [
        (name, text) for name, text in _body_docs(operation.body)
    ]
    if described:
        lines += ["", "Args:"]
        for name, text in described:
            lines += [f"    {line}" if line else "" for line in wrapped(f"{name}: {text}", width - 4, hanging=4)]
    flat = [annotation(each.type) for each in bodies(operation.body) if each.flat and each.fields]
    if flat:
        fields = f"the fields of {' or '.join(f'`{each}`' for each in dict.fromkeys(flat))}."
        if described:
            lines += [f"    {line}" for line in wrapped(f"The others are {fields}", width - 4)]
        else:
            lines += ["", *wrapped(f"Keyword arguments are {fields}", width)]
    raised = _raised(operation)
    if len(raised) == 1:
        lines += ["", *wrapped(f"Raises: {sentence(raised[0])}", width)]
    elif raised:
        lines += ["", "Raises:"]
        for text in raised:
            lines += [f"    {line}" if line else "" for line in wrapped(text, width - 4, hanging=4)]
    if operation.inferred:
        lines += ["", *wrapped(f"Inferred, not documented: {', '.join(operation.inferred)}.", width)]
    return docstring(lines, indent)


def _raised(operation: Operation) -> list[str]:
    """What a docstring says of exceptions; those of which the document says no more than their names are one item."""
    plain: list[str] = []
    told: list[str] = []
    for response in operation.responses:
        code = status_code(response.status)
        if code is not None and code >= 400:
            said = sentence(response.docs.description)
            known = words(f"{code} {PHRASES.get(code, '')} {error_name(code)}")
            if _EMPTY_WORDS.issuperset({word.lower() for word in words(said)} - {word.lower() for word in known}):
                plain.append(error_name(code))
            else:
                told.append(f"{error_name(code)}: {said}")
    return [*([", ".join(dict.fromkeys(plain))] if plain else []), *told]


def _body_docs(body: Body | None) -> Iterable[tuple[str, str]]:
    """The argument `body`; fields of a flattened body are described where the model is, and only there."""
    for each in bodies(body):
        if not each.flat and (text := said(each.docs, ())):
            yield "body", text
            return
