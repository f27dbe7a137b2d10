"""Views of resource modules: the constant of each operation, and its two methods."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from fledge.emitter.annotations import ArgumentAnnotations, type_expr
from fledge.emitter.arguments import Argument, body_arguments, parameter_argument
from fledge.emitter.markdown import wrap_markdown
from fledge.emitter.operation_constants import (
    STREAMS,
    constant_arguments,
    event_types,
    parameter_expr,
    response_types,
    result_type,
)
from fledge.emitter.operation_docs import operation_doc
from fledge.emitter.python.docstrings import docstring
from fledge.emitter.python.expr import ANY, UNPACK, CallExpr, Constant, Expr, Subscript, Symbol
from fledge.emitter.python.layout import (
    WIDTH,
    Brackets,
    layout_annotated,
    layout_argument,
    layout_assigned_call,
    layout_class,
    layout_constant,
    layout_dict,
    layout_method,
    layout_return,
    layout_signature,
    layout_spelled,
    prefix_printed,
)
from fledge.emitter.python.symbols import Imports, ModuleScope
from fledge.emitter.resource_properties import (
    ResourceProperty,
    attribute_name,
    held_resources,
    resource_properties,
)
from fledge.emitter.response_views import NESTING, ResponseView, response_views
from fledge.emitter.runtime import runtime_symbol
from fledge.ir import Location, Model, Operation, Resource
from fledge.quick_dataclass import quick_dataclass

# What the template of resources writes itself: always, and where there are methods.
_CLASS_NAMES = ("AsyncBaseClient", "BaseClient", "Resource")
_METHOD_NAMES = ("RequestOptions", "async_raw", "async_streamed", "raw", "streamed")

_DEPRECATED = CallExpr(Symbol("deprecated", "._runtime.deprecation"), (Constant("The API deprecates this operation."),))
"""The decorator of a deprecated method; the type checkers' own stubs define it, and the runtime only when it runs."""


@quick_dataclass(frozen=True, slots=True, kw_only=True)
class ConstantView:
    """The constant of an operation."""

    opening: str
    indent: str
    closing: str
    arguments: tuple[str, ...]
    events: tuple[str, ...]
    parameters: tuple[str, ...]
    success: tuple[str, ...]
    errors: tuple[str, ...]


@quick_dataclass(frozen=True, slots=True, kw_only=True)
class MethodView:
    """The two methods of an operation, spelled out."""

    name: str
    decorator: str
    signature: tuple[str, ...]
    async_signature: tuple[str, ...]
    positional: tuple[str, ...]
    keywords: tuple[str, ...]
    returns: str
    async_returns: str
    doc: str
    call: tuple[str, ...]
    async_def: str
    async_call: tuple[str, ...]


@quick_dataclass(frozen=True, slots=True, kw_only=True)
class DerivedView:
    """The two methods of an operation that take the arguments of others, which they call."""

    decorator: str
    signature: tuple[str, ...]
    async_signature: tuple[str, ...]
    doc: str
    redirected: str
    call: tuple[str, ...]
    async_call: tuple[str, ...]


@quick_dataclass(frozen=True, slots=True, kw_only=True)
class OperationView:
    """The constant of an operation and its two methods, which are spelled out or derived."""

    constant: ConstantView
    method: MethodView | None
    derived: DerivedView | None


@quick_dataclass(frozen=True, slots=True, kw_only=True)
class ResourceModule:
    """A file of `resources/`."""

    doc: str
    imports: Imports
    has_deprecated: bool
    class_line: str
    async_class_line: str
    class_doc: str
    async_class_doc: str
    operations: tuple[OperationView, ...]
    resources: tuple[ResourceProperty, ...]
    async_resources: tuple[ResourceProperty, ...]
    views: tuple[ResponseView, ...]
    async_views: tuple[ResponseView, ...]


def resource_module(resource: Resource, resources: Sequence[Resource], models: Mapping[str, Model]) -> ResourceModule:
    """Return the file of one of all `resources`."""
    scope = ModuleScope(f".resources.{resource.module}")
    scope.use(Symbol("cached_property", "functools"), *map(runtime_symbol, _CLASS_NAMES))
    methods = [each.name.python for each in resource.operations]
    if methods:
        scope.use(UNPACK, *map(runtime_symbol, _METHOD_NAMES))
    nested = [attribute_name(each) for each in held_resources(resources, resource.name.python)]
    if nested:
        scope.use(*map(runtime_symbol, NESTING))
    # Inside the class, its method `list` hides the builtin, and its method `date` an imported type.
    inside = scope.inside({*methods, *nested})
    inputs = ArgumentAnnotations(models)
    text = resource.docs.description or resource.docs.summary
    properties, async_properties = (
        resource_properties(resources, resource.name.python, kind, inside) for kind in ("", "Async")
    )
    return ResourceModule(
        doc=docstring(wrap_markdown(text, WIDTH - 3), 0),
        has_deprecated=any(each.docs.deprecated for each in resource.operations),
        class_line=layout_class(resource.class_name, ["Resource[BaseClient]"]),
        async_class_line=layout_class(f"Async{resource.class_name}", ["Resource[AsyncBaseClient]"]),
        class_doc=docstring([f"The {'operations' if methods else 'resources'} of `client.{resource.name.python}`."], 4),
        async_class_doc=docstring([f"Async version of `{resource.class_name}`."], 4),
        operations=tuple(
            _operation(each, inputs, scope, inside, is_derived=is_derived)
            for each, is_derived in _ordered(resource.operations, inputs)
        ),
        resources=properties,
        async_resources=async_properties,
        views=response_views(resource.class_name, methods, nested, asynchronous=False),
        async_views=response_views(f"Async{resource.class_name}", methods, nested, asynchronous=True),
        imports=scope.imports(),
    )


@quick_dataclass(frozen=True, slots=True, kw_only=True)
class _Call:
    """The kind of an operation: its class, what its two methods return, and how they call it.

    `takes_client` says that the call is a method of the constant, which takes the client.
    """

    operation: str
    returns: Expr
    async_returns: Expr
    call: str
    async_call: str
    async_def: str = "async def"
    takes_client: bool = True


def _call(operation: Operation, constant: str, result: Expr) -> _Call:
    if operation.pagination:
        items = (type_expr(operation.pagination.item),)
        return _Call(
            operation="PagedOperation",
            returns=Subscript(runtime_symbol("Page"), items),
            async_returns=Subscript(runtime_symbol("AsyncPager"), items),
            call=f"{constant}.pages",
            async_call=f"{constant}.async_pages",
            async_def="def",
        )
    if operation.stream_format:
        kind, stream, _ = STREAMS[operation.stream_format]
        return _Call(
            operation=kind,
            returns=Subscript(runtime_symbol(stream), (result,)),
            async_returns=Subscript(runtime_symbol(f"Async{stream}"), (result,)),
            call=f"{constant}.open",
            async_call=f"await {constant}.async_open",
        )
    return _Call(
        operation="Operation",
        returns=result,
        async_returns=result,
        call="self._client.call",
        async_call="await self._client.call",
        takes_client=False,
    )


def _ordered(operations: Sequence[Operation], inputs: ArgumentAnnotations) -> list[tuple[Operation, bool]]:
    """Return operations in their order, and whether the methods of each derive from those before it.

    So does the stream of an operation with the same arguments. A deprecated method needs a decorator, thus a signature.
    """
    methods = {(each.request, each.name.python): each for each in operations}
    streams: dict[str, Operation] = {}
    for each in operations:
        whole = methods.get((each.request, each.buffered_method))
        if whole and not each.docs.deprecated and _signature(whole, inputs) == _signature(each, inputs):
            streams[whole.name.python] = each
    ordered: list[tuple[Operation, bool]] = []
    for each in operations:
        if each not in streams.values():
            ordered.append((each, False))
            if stream := streams.get(each.name.python):
                ordered.append((stream, True))
    return ordered


def _signature(operation: Operation, inputs: ArgumentAnnotations) -> tuple[list[Argument], list[Argument]]:
    """Return the arguments of an operation's methods: those passed by position, and those passed by name."""
    path = [each for each in operation.parameters if each.location is Location.PATH]
    others = [each for each in operation.parameters if each.location is not Location.PATH]
    arguments = [*(parameter_argument(each, inputs) for each in others), *body_arguments(operation.body, inputs)]
    arguments.sort(key=lambda each: each.default is not None)  # required ones first
    return [parameter_argument(each, inputs) for each in path], arguments


def _operation(
    operation: Operation, inputs: ArgumentAnnotations, scope: ModuleScope, inside: ModuleScope, *, is_derived: bool
) -> OperationView:
    """Return the view of an operation: `scope` is for its constant, `inside` for its methods."""
    constant = f"_{operation.name.python.upper().strip('_')}"
    result = result_type(operation)
    call = _call(operation, constant, result)
    positional, arguments = _signature(operation, inputs)
    doc = operation_doc(operation, [each.name for each in (*positional, *arguments)], inputs.models)
    others = [each for each in operation.parameters if each.location is not Location.PATH]
    renames = [(each.name, each.field) for each in arguments if each.name != each.field]

    spelled = scope.annotation(Subscript(runtime_symbol(call.operation), (result,)))
    assert isinstance(spelled, Brackets)
    opening, indent, closing = layout_constant(constant, spelled, call.operation)
    events = sorted(set(map(str, scope.entries(event_types(operation)))))
    success, errors = (
        scope.entries(response_types(operation, inputs.models, success=success)) for success in (True, False)
    )
    parameters = scope.entries((Constant(each.name.python), parameter_expr(each, inputs.models)) for each in others)
    return OperationView(
        constant=ConstantView(
            opening=opening,
            indent=" " * indent,
            closing=closing,
            arguments=tuple(
                layout_argument(indent, scope.expression(each))
                for each in constant_arguments(operation, renames, inputs.models)
            ),
            events=layout_dict("events", events, indent),
            parameters=layout_dict("parameters", parameters, indent, one_a_line=True),
            success=layout_dict("success", success, indent),
            errors=layout_dict("errors", errors, indent),
        ),
        method=None if is_derived else _method(operation, call, constant, positional, arguments, doc, inside),
        derived=_derived(operation, call, constant, doc, inside) if is_derived else None,
    )


def _method(
    operation: Operation,
    call: _Call,
    constant: str,
    positional: Sequence[Argument],
    arguments: Sequence[Argument],
    doc: str,
    scope: ModuleScope,
) -> MethodView:
    """Return the methods of an operation; `call` says how they call its `constant`."""
    name = operation.name.python
    variables = [each.name for each in positional]
    by_position = tuple(
        layout_annotated(8, each.name, scope.annotation(each.annotation), end=",") for each in positional
    )
    returns = async_returns = layout_spelled(4, ") -> ", scope.annotation(call.returns), ":")
    if call.async_returns is not call.returns:
        async_returns = layout_spelled(4, ") -> ", scope.annotation(call.async_returns), ":")
    # What a description adds and takes away is mostly a keyword argument: where there are some, each has its line.
    short = [] if arguments else ["self", *by_position, *["/"] * bool(by_position), "**options: Unpack[RequestOptions]"]
    passed = [f"{each.name}={each.name}" for each in arguments]
    passed += _fixed(operation)
    bound_to = ("options", *variables)
    bound = ["self._client", *bound_to] if call.takes_client else [Brackets(f"{constant}(", bound_to, ")")]
    return MethodView(
        name=name,
        decorator=f"@{scope.expression(_DEPRECATED)}" if operation.docs.deprecated else "",
        signature=layout_signature(f"def {name}", short, returns),
        async_signature=layout_signature(f"{call.async_def} {name}", short, async_returns),
        positional=by_position,
        keywords=tuple(_keyword(each, scope) for each in arguments),
        returns=returns,
        async_returns=async_returns,
        doc=doc,
        call=layout_return(call.call, [*bound, *passed]),
        async_call=layout_return(call.async_call, [*bound, *passed]),
        async_def=call.async_def,
    )


def _derived(operation: Operation, call: _Call, constant: str, doc: str, scope: ModuleScope) -> DerivedView:
    """Return the methods of a stream with the arguments of those that return a whole body."""
    scope.use(ANY)
    name, whole = operation.name.python, operation.buffered_method
    returns, async_returns = (
        layout_spelled(4, ") -> ", scope.annotation(each), ":") for each in (call.returns, call.async_returns)
    )
    any_arguments = ["self", "*path: Any", "**arguments: Any"]
    passed = Brackets(f"streaming.{whole}(", ("*path", "**arguments"), ")")
    redirected = Brackets(f"{constant}.like(", ("self", *_fixed(operation)), ")")
    return DerivedView(
        decorator=f"@{scope.expression(CallExpr(runtime_symbol('signature_of'), (Symbol(whole),)))}",
        signature=layout_method(f"def {name}", any_arguments, returns),
        async_signature=layout_method(f"async def {name}", any_arguments, async_returns),
        doc=doc,
        redirected=layout_assigned_call(8, "streaming", redirected),
        call=layout_return(f"{constant}.opened", [passed]),
        async_call=layout_return(f"{constant}.async_opened", [prefix_printed("await ", passed)]),
    )


def _fixed(operation: Operation) -> list[str]:
    """Return the arguments that the methods set."""
    return [f"{name}={value}" for name, value in (operation.body.fixed if operation.body else ())]


def _keyword(each: Argument, scope: ModuleScope) -> str:
    default = None if each.default is None else scope.expression(each.default)
    return layout_annotated(8, each.name, scope.annotation(each.annotation), default, ",")
