"""Annotations of the IR's types: what a field holds, and what an argument accepts."""

from __future__ import annotations

import pytest

from fledge.diagnostics.source import SourcePointer
from fledge.emitter.annotations import ArgumentAnnotations, annotation
from fledge.emitter.python.expr import text_of
from fledge.ir import (
    AliasModel,
    Const,
    Docs,
    EnumModel,
    Field,
    ListOf,
    MapOf,
    Model,
    ModelRef,
    Name,
    ObjectModel,
    Scalar,
    TupleOf,
    Type,
    Union,
    UnionModel,
)


def about(name: str) -> dict[str, object]:
    """What every model has."""
    return {
        "name": Name(wire=name, python=name),
        "module": name.lower(),
        "source": SourcePointer(source="pets.yaml", pointer=f"/components/schemas/{name}"),
        "docs": Docs(),
    }


def alias(name: str, of: Type) -> AliasModel:
    return AliasModel(**about(name), type=of)


def union_of(name: str, *variants: Type) -> UnionModel:
    return UnionModel(**about(name), variants=variants)


PET, CAT = (ObjectModel(**about(name), fields=()) for name in ("Pet", "Cat"))
MODELS: dict[str, Model] = {
    model.name.python: model
    for model in (
        PET,
        CAT,
        EnumModel(**about("Color"), values=("red",), base=Scalar.STR),
        ObjectModel(**about("Open"), fields=(), additional_properties=Scalar.ANY),
        ObjectModel(
            **about("Nameless"),
            fields=(Field(name=Name(wire="", python="x"), type=Scalar.STR, required=False, docs=Docs()),),
        ),
        alias("CatDict", Scalar.STR),
        alias("Tags", ListOf(Scalar.STR)),
        alias("Labels", MapOf(Scalar.STR)),
        alias("ID", Scalar.UUID),
        alias("Upload", Scalar.FILE),
        alias("Anything", Scalar.ANY),
        alias("Owner", ModelRef("Pet")),
        alias("Value", Union((Scalar.STR, ListOf(ModelRef("Value"))))),
        union_of("Animal", ModelRef("Pet"), ModelRef("Cat")),
        union_of("Moment", Scalar.DATETIME, Scalar.DATE),
        union_of("Rows", ListOf(Scalar.INT), ListOf(ModelRef("Pet"))),
        union_of("Nested", ModelRef("Animal"), ModelRef("Tags"), Scalar.NONE),
    )
}


@pytest.mark.parametrize(
    ("of", "text"),
    [
        (Scalar.ANY, "Any"),
        (Scalar.DURATION, "timedelta"),
        (Scalar.FILE, "str"),
        (Const("a"), 'Literal["a"]'),
        (Const(True), "AlwaysTrue"),  # msgspec has no literals of booleans
        (TupleOf((Scalar.INT, ModelRef("Pet"))), "tuple[int, Pet]"),
        (MapOf(ListOf(ModelRef("Pet"))), "dict[str, list[Pet]]"),
        (Union((Scalar.NONE, Scalar.STR, Scalar.FILE)), "str | None"),
    ],
)
def test_fields(of: Type, text: str) -> None:
    """What a model's field holds after decoding."""
    assert annotation(of) == text


@pytest.mark.parametrize(
    ("of", "text"),
    [
        (Scalar.ANY, "object"),
        (Scalar.UUID, "UUID | str"),
        (ListOf(Scalar.UUID), "Sequence[UUID | str]"),
        (ModelRef("Pet"), "Pet | PetDict"),
        (ModelRef("Cat"), "Cat | CatDict_"),
        (ModelRef("Nameless"), "Nameless | Mapping[str, object]"),  # pyright wants no empty key
        (ModelRef("Open"), "Open | Mapping[str, object]"),
        (ModelRef("Color"), "Color"),
        (ModelRef("Tags"), "Tags | Sequence[str]"),
        (ModelRef("Labels"), "Labels | Mapping[str, str]"),
        (ModelRef("ID"), "ID | str"),
        (ModelRef("Anything"), "Anything"),
        (ModelRef("Owner"), "Owner | OwnerDict"),
        (ModelRef("Value"), "Value | Sequence[Value]"),
        (ModelRef("Animal"), "Animal | AnimalDict"),
        (ModelRef("Moment"), "Moment"),
        (ModelRef("Rows"), "Rows | RowsDict"),
        (ModelRef("Nested"), "Nested | NestedDict"),
        (ListOf(ModelRef("Moment")), "Sequence[Moment]"),
    ],
)
def test_arguments(of: Type, text: str) -> None:
    """A dict only where some member is an object; any sequence and mapping, in unions and aliases, too."""
    assert ArgumentAnnotations(MODELS).annotation(of) == text


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("Owner", "PetDict"),
        ("Animal", "PetDict | CatDict_"),
        ("Rows", "Sequence[int | Pet | PetDict]"),
        ("Nested", "AnimalDict | Sequence[str]"),
    ],
)
def test_dicts_of_aliases_and_unions(name: str, text: str) -> None:
    """What is accepted in place of the models that another name stands for."""
    model = MODELS[name]
    assert isinstance(model, (AliasModel, UnionModel))
    assert text_of(ArgumentAnnotations(MODELS).dict_expr(model)) == text


def test_values_in_dicts() -> None:
    """They may be as they are in JSON."""
    inputs = ArgumentAnnotations(MODELS, in_dict=True)
    assert inputs.annotation(ListOf(Scalar.DATETIME)) == "Sequence[datetime | str]"
    assert inputs.annotation(Scalar.DECIMAL_NUMBER) == "DecimalNumber | float"
    assert inputs.annotation(Scalar.INT) == "int"


def test_files() -> None:
    """In a multipart body, content that is uploaded is an `Uploadable`, also by a name of its own."""
    inputs = ArgumentAnnotations(MODELS, files=True)
    assert inputs.annotation(Scalar.FILE) == "Uploadable"
    assert inputs.annotation(ModelRef("Upload")) == "Upload | Uploadable"


def test_a_lattice_of_aliases_is_looked_at_once() -> None:
    """Thirty levels of unions that each name the next one twice take no time."""
    models: dict[str, Model] = {"L30": alias("L30", Scalar.STR)}
    for level in range(30):
        following = ModelRef(f"L{level + 1}")
        models[f"L{level}"] = union_of(f"L{level}", ListOf(following), MapOf(following), following)
    text = ArgumentAnnotations(models).annotation(ModelRef("L0"))
    assert text.startswith("L0 | Sequence[L1] | Mapping[str, L1] | Sequence[L2]")
    assert text.count("Sequence") == 30
