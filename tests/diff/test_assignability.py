"""Models that hold each other: whether the values of one type are values of another, in time that is no power."""

from __future__ import annotations

import random
from collections.abc import Mapping

import pytest

from fledge.diagnostics.source import SourcePointer
from fledge.diff.assignability import Assignability, ScopedType
from fledge.ir import Docs, Field, ListOf, Model, ModelRef, Name, ObjectModel, Scalar, Type, Union

Shapes = Mapping[str, Mapping[str, tuple[Type, bool]]]
"""Objects by name, with the types of their properties, and whether these are required."""


def models(shapes: Shapes) -> dict[str, Model]:
    return {
        name: ObjectModel(
            name=Name(wire=name, python=name),
            module=name.lower(),
            source=SourcePointer(source="a"),
            docs=Docs(),
            fields=tuple(
                Field(name=Name(wire=wire, python=wire), type=of, required=required, docs=Docs())
                for wire, (of, required) in fields.items()
            ),
        )
        for name, fields in shapes.items()
    }


def is_compatible(old: Shapes, new: Shapes, of: Type, *, sent: bool) -> bool:
    """Whether a type of the old side may be one of the new side, none of whose models is matched by name."""
    sides = (ScopedType(of, models(shapes), ()) for shapes in (old, new))
    return Assignability(models={}, sent=sent).is_wire_compatible(*sides)


def allows(
    source: Type, sources: Shapes, target: Type, targets: Shapes, path: tuple[object, ...] = (), *, sent: bool
) -> bool:
    """The same by the definition: what a value asks of itself, on the way inside, holds."""
    ones, others = ((of.variants if isinstance(of, Union) else (of,)) for of in (source, target))
    return all(any(_allows(one, sources, other, targets, path, sent=sent) for other in others) for one in ones)


def _allows(one: Type, sources: Shapes, other: Type, targets: Shapes, path: tuple[object, ...], *, sent: bool) -> bool:
    if isinstance(one, ListOf) and isinstance(other, ListOf):
        return allows(one.item, sources, other.item, targets, path, sent=sent)
    if not (isinstance(one, ModelRef) and isinstance(other, ModelRef)):
        return one == other
    pair = one.name, other.name
    if pair in path:
        return True
    if sent and sources[one.name].keys() - targets[other.name].keys():
        return False  # the server ignores what it does not declare
    return all(
        wire in sources[one.name]
        and (sources[one.name][wire][1] or not required)
        and allows(sources[one.name][wire][0], sources, of, targets, (*path, pair), sent=sent)
        or not required
        and wire not in sources[one.name]
        for wire, (of, required) in targets[other.name].items()
    )


def _type(chance: random.Random, names: list[str]) -> Type:
    match chance.randrange(6):
        case 0:
            return chance.choice((Scalar.STR, Scalar.BOOL))
        case 1:
            return ListOf(_type(chance, names))
        case 2 | 3:
            return Union(tuple(ModelRef(name) for name in chance.sample(names, 2)))
        case _:
            return ModelRef(chance.choice(names))


def _shapes(chance: random.Random, names: list[str]) -> Shapes:
    return {
        name: {
            wire: (_type(chance, names), chance.random() < 0.7) for wire in chance.sample("abc", chance.randrange(4))
        }
        for name in names
    }


def test_the_answer_is_that_of_the_definition() -> None:
    """Random models that hold each other, of which one or two properties differ."""
    answers: list[bool] = []
    for seed in range(1500):
        chance = random.Random(seed)
        names = ["A", "B", "C"]
        old = _shapes(chance, names)
        new = {name: dict(fields) for name, fields in old.items()}
        for _ in range(chance.randrange(3)):
            new[chance.choice(names)][chance.choice("abc")] = (_type(chance, names), chance.random() < 0.5)
        of = Union((ModelRef("A"), ModelRef("B")))
        answers.append(is_compatible(old, new, of, sent=True))
        assert answers[-1] == allows(of, old, of, new, sent=True), seed
        assert is_compatible(new, old, of, sent=False) == allows(of, old, of, new, sent=False), seed
    assert 300 < sum(answers) < 1200


@pytest.mark.parametrize("differs", [False, True])
def test_many_models_that_all_hold_each_other(differs: bool) -> None:
    """The pairs are looked into, and not each way that leads to one: there are more of these than atoms."""
    names = [f"M{index}" for index in range(30)]
    every = Union(tuple(map(ModelRef, names)))
    old: Shapes = {name: {"next": (every, True), "items": (ListOf(every), False)} for name in names}
    new = {**old, "M7": {**old["M7"], "id": (Scalar.STR, True)}} if differs else old
    assert is_compatible(old, new, every, sent=True)
    new = {name: {**fields, "id": (Scalar.STR, True)} for name, fields in new.items()} if differs else new
    assert is_compatible(old, new, every, sent=True) is not differs
