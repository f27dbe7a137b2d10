"""The arguments of an operation's methods."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from fledge.emitter.annotations import ArgumentAnnotations
from fledge.emitter.operation_constants import bodies
from fledge.emitter.python.expr import (
    LITERAL,
    NONE,
    OBJECT,
    STR,
    UNSET,
    UNSET_TYPE,
    Constant,
    Expr,
    Subscript,
    union,
    variants,
    without_none,
)
from fledge.emitter.runtime import runtime_symbol
from fledge.ir import JSONScalar, Parameter, RequestBody, RequestBodyKind, Scalar, Type, Union
from fledge.ir.traversal import is_nullable, walk_types
from fledge.quick_dataclass import quick_dataclass


@quick_dataclass(frozen=True, slots=True, kw_only=True)
class Argument:
    """A keyword argument; `field` is the field or parameter that it is for. One without `default` is required."""

    name: str
    annotation: Expr
    default: Expr | None
    field: str


def takes_files(body: RequestBody) -> bool:
    """Return whether a body has parts that are files."""
    types = [each.type for each in body.fields] if body.flat else [body.type]
    return body.has_parts and any(part is Scalar.FILE for of in types for part in walk_types(of))


def parameter_argument(each: Parameter, inputs: ArgumentAnnotations) -> Argument:
    """Return the argument for a parameter: None is no value of its own, it leaves the parameter out."""
    of = without_none(inputs.expr(each.type))
    name = each.name.python
    if each.required:
        return Argument(name=name, annotation=of, default=None, field=name)
    return Argument(name=name, annotation=_optional(of), default=NONE, field=name)


def _optional(of: Expr) -> Expr:
    return of if of is OBJECT else union(of, NONE)


def body_arguments(body: RequestBody | None, inputs: ArgumentAnnotations) -> Iterator[Argument]:
    """Yield the arguments that make the body, or one of several bodies.

    An argument that not all alternatives need may be left out.
    """
    by_name: dict[str, list[Argument]] = {}
    count = len(bodies(body))
    for each in bodies(body):
        for argument in _alternative_arguments(each, inputs, is_one=count == 1):
            by_name.setdefault(argument.name, []).append(argument)
    for same in by_name.values():
        yield same[0] if count == 1 else _merged(same, is_in_all=len(same) == count)
    if body and body.has_content_type_argument:
        types = tuple(dict.fromkeys(body.media_types))
        has_range = any("*" in name for name in types)
        of: Expr = STR if has_range else Subscript(LITERAL, tuple(map(Constant, types)))
        yield Argument(name="content_type", annotation=union(of, NONE), default=NONE, field="content_type")


def _merged(same: list[Argument], *, is_in_all: bool) -> Argument:
    """Return one argument that takes what an argument of this name takes in any alternative."""
    defaults = [each.default for each in same if each.default is not None]
    of = union(*(each.annotation for each in same))
    default: Expr | None = None
    if defaults or not is_in_all:
        is_null = any(each.default is None and _takes_none(each.annotation) for each in same)
        default = UNSET if is_null or UNSET in defaults else NONE
    optional = UNSET_TYPE if default == UNSET else NONE
    return Argument(
        name=same[0].name,
        annotation=of if default is None or of == OBJECT else union(of, optional),
        default=default,
        field=same[0].field,
    )


def _takes_none(annotation: Expr) -> bool:
    return annotation == OBJECT or NONE in variants(annotation)


def _alternative_arguments(body: RequestBody, inputs: ArgumentAnnotations, *, is_one: bool) -> Iterator[Argument]:
    """Yield the arguments of a body; `is_one` says that it has no alternatives."""
    inputs = ArgumentAnnotations(inputs.models, files=body.has_parts)
    if body.kind is RequestBodyKind.RAW:
        content = runtime_symbol("RawContent")
        described = body.type.variants if isinstance(body.type, Union) else ()
        values = [inputs.expr(each) for each in described if each is not Scalar.BYTES]
        of = union(*values, content)
        if body.required:
            yield Argument(name="body", annotation=of, default=None, field="body")
        else:
            yield Argument(name="body", annotation=union(of, NONE), default=NONE, field="body")
    elif not body.flat:
        yield _argument("body", "body", body.type, body.required, inputs)
    is_alone = body.required and is_one
    for each, name in zip(body.fields, body.arguments):
        argument = _argument(name, each.name.python, each.type, each.required and body.required, inputs)
        yield argument if each.filled_in is None else _constant_argument(argument, each.filled_in, is_sent=is_alone)


def _constant_argument(argument: Argument, value: JSONScalar, *, is_sent: bool) -> Argument:
    """Return the argument for a constant, which callers may pass: its value is the default of a body that `is_sent`."""
    if is_sent:
        return replace(argument, default=Constant(value))
    return replace(argument, annotation=union(without_none(argument.annotation), NONE), default=NONE)


def _argument(name: str, field: str, of: Type, required: bool, inputs: ArgumentAnnotations) -> Argument:
    """Return the argument for a value of a body; absent and null differ where both are possible."""
    spelled = inputs.expr(of)
    default: Expr | None = None
    if not required and of is Scalar.ANY:
        default = UNSET
    elif not required and is_nullable(of):
        spelled, default = union(spelled, UNSET_TYPE), UNSET
    elif not required:
        spelled, default = _optional(spelled), NONE
    return Argument(name=name, annotation=spelled, default=default, field=field)
