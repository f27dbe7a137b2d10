"""The walk over the IR: every type of every part is met, and models are met by their names."""

from __future__ import annotations

from dataclasses import fields, is_dataclass
from typing import get_args, get_origin

import pytest

import fledge.ir as ir
from fledge.diagnostics.source import SourcePointer
from fledge.ir import (
    AliasModel,
    Const,
    CursorPagination,
    Docs,
    EnumModel,
    Field,
    LinkPagination,
    ListOf,
    Location,
    MapOf,
    ModelRef,
    Name,
    NumberPagination,
    ObjectModel,
    OffsetPagination,
    Operation,
    Parameter,
    RequestBody,
    RequestBodyKind,
    Response,
    Scalar,
    TokenPagination,
    TupleOf,
    Type,
    Union,
    UnionModel,
    URLPagination,
    Webhook,
)
from fledge.ir.traversal import Part, reachable_models, referenced_models, rename_models, types_of, walk_types

NAME, DOCS, SOURCE = Name(wire="x", python="x"), Docs(), SourcePointer(source="a.json")
A, B, C, D, E = (ModelRef(name) for name in "ABCDE")


def field(of: Type) -> Field:
    return Field(name=NAME, type=of, required=True, docs=DOCS)


def body(of: Type, *alternatives: RequestBody, fields: tuple[Field, ...] = ()) -> RequestBody:
    return RequestBody(
        kind=RequestBodyKind.JSON,
        media_type="application/json",
        type=of,
        required=True,
        docs=DOCS,
        fields=fields,
        alternatives=alternatives,
    )


PARAMETER = Parameter(name=NAME, location=Location.QUERY, type=A, required=True, style="form", explode=True, docs=DOCS)
RESPONSE = Response(
    status="200", success=True, media_type=None, type=B, docs=DOCS, event_types=(("one", C), ("two", ListOf(D)))
)
PAGES = [
    TokenPagination(items="", item=A, parameter="x", token="y"),
    CursorPagination(items="", item=A, parameter="x", cursor="y"),
    NumberPagination(items="", item=A, parameter="x"),
    OffsetPagination(items="", item=A, parameter="x"),
    URLPagination(items="", item=A, url="y"),
    LinkPagination(items="", item=A),
]
ROWS: list[tuple[Part, tuple[Type, ...]]] = [
    (Scalar.STR, (Scalar.STR,)),
    (ListOf(A), (ListOf(A),)),
    (field(A), (A,)),
    (PARAMETER, (A,)),
    (
        ObjectModel(
            name=NAME, module="m", source=SOURCE, docs=DOCS, fields=(field(A), field(B)), additional_properties=C
        ),
        (A, B, C),
    ),
    (ObjectModel(name=NAME, module="m", source=SOURCE, docs=DOCS, fields=()), ()),
    (EnumModel(name=NAME, module="m", source=SOURCE, docs=DOCS, values=("a",), base=Scalar.STR), (Scalar.STR,)),
    (AliasModel(name=NAME, module="m", source=SOURCE, docs=DOCS, type=A), (A,)),
    (UnionModel(name=NAME, module="m", source=SOURCE, docs=DOCS, variants=(B, A)), (B, A)),
    (body(A, body(B, fields=(field(C),)), fields=(field(D),)), (A, D, B, C)),
    (RESPONSE, (B, C, ListOf(D))),
    (Response(status="204", success=True, media_type=None, type=None, docs=DOCS), ()),
    (Webhook(name=NAME, type=E, source=SOURCE, docs=DOCS), (E,)),
    *((each, (A,)) for each in PAGES),
    (
        Operation(
            name=NAME,
            id=None,
            http_method="GET",
            path="/",
            source=SOURCE,
            docs=DOCS,
            parameters=(PARAMETER,),
            body=body(E),
            responses=(RESPONSE,),
            pagination=PAGES[0],
        ),
        (A, E, B, C, ListOf(D), A),
    ),
]


@pytest.mark.parametrize(("part", "types"), ROWS, ids=lambda each: type(each).__name__)
def test_types_of_a_part(part: Part, types: tuple[Type, ...]) -> None:
    """The types of a part come in the order of its fields."""
    assert tuple(types_of(part)) == types


def test_each_part_that_holds_types_is_walked() -> None:
    """A class of the IR with a field whose annotation names `Type` is one of the parts, or holds no types itself."""
    parts = {get_origin(each) or each for each in get_args(Part)}
    for kind in vars(ir).values():
        if isinstance(kind, type) and is_dataclass(kind) and parts.isdisjoint(kind.__mro__):
            holding = [each.name for each in fields(kind) if "Type" in str(each.type).replace("SourcePointer", "")]
            # An Api is walked by its models, resources and webhooks; the type of a header names no models, and events
            # have the types of webhooks.
            assert not holding or kind in (ir.Api, ir.ResponseHeader, ir.WebhookEvent), kind


def test_walk_meets_outer_types_first() -> None:
    """Whatever a type holds is met after it."""
    of = Union((ListOf(MapOf(A)), TupleOf((B, Const("c"))), Scalar.NONE))
    assert list(walk_types(of)) == [
        of,
        ListOf(MapOf(A)),
        MapOf(A),
        A,
        TupleOf((B, Const("c"))),
        B,
        Const("c"),
        Scalar.NONE,
    ]


def test_models_are_named_once() -> None:
    """Each model is named once, in the order of the first use."""
    assert referenced_models(Union((B, ListOf(A))), A, field(C)) == ("B", "A", "C")
    assert referenced_models() == ()


def test_models_that_lead_to_each_other() -> None:
    """A circle of models is walked once, and nobody asks what a model leads to that none leads to."""
    references = {"A": ["B"], "B": ["C", "A"], "C": []}
    assert set(reachable_models(["A"], references.__getitem__)) == {"A", "B", "C"}
    assert set(reachable_models([], references.__getitem__)) == set()


def test_renamed_types() -> None:
    """Every model in a type gets its name; two that get one name are one variant."""
    names = {"A": "X", "B": "X", "C": "Z"}
    of = TupleOf((ListOf(A), MapOf(C), Union((A, B, Scalar.NONE)), Const(1)))
    assert rename_models(of, names) == TupleOf(
        (ListOf(ModelRef("X")), MapOf(ModelRef("Z")), Union((ModelRef("X"), Scalar.NONE)), Const(1))
    )
    with pytest.raises(KeyError):
        rename_models(D, names)
