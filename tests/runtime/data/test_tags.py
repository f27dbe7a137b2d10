"""Unions that msgspec itself tells apart: each member says by a constant, which is part of its class, what it is."""

from __future__ import annotations

import logging
from typing import Any

import pytest

from .conftest import Package, Write

MODELS = {
    "cat": """
class Cat(Model, rename="camel", tag_field="petType", tag="cat"):
    pet_type: ClassVar[Literal["cat"]] = "cat"
    lives_left: int
    friend: Pet | None = None
""",
    "dog": """
class Dog(Model, rename="camel", tag_field="petType", tag="dog"):
    pet_type: ClassVar[Literal["dog"]] = "dog"
    tricks: list[str]
""",
    "rock": """
class Rock(Model):
    weight: float
""",
    "pet": """
from .cat import Cat
from .dog import Dog

Pet: TypeAlias = Cat | Dog
""",
    "owner": """
class Owner(Model, rename="camel"):
    pets: list[Pet]
    favourite: Cat | None = None


Thing = union(__name__, "Thing", ("Cat", "Dog", "Rock"))
""",
}


@pytest.fixture
def pets(write: Write) -> Package:
    return write(MODELS)


def test_members_are_told_apart(pets: Package) -> None:
    """Each member is found by its tag, which is an attribute and is always sent."""
    found = pets.decode(pets.Owner, '{"pets":[{"petType":"dog","tricks":["sit"]},{"petType":"cat","livesLeft":9}]}')
    assert found.pets == [pets.Dog(tricks=["sit"]), pets.Cat(lives_left=9)]
    assert [pet.pet_type for pet in found.pets] == ["dog", "cat"]
    assert pets.encode(pets.Dog(tricks=[])) == '{"petType":"dog","tricks":[]}'


def test_an_unknown_tag_leaves_the_value(pets: Package, caplog: pytest.LogCaptureFixture) -> None:
    """A kind that is not described stays plain JSON; what is beside it is built, and one warning says so."""
    caplog.set_level(logging.WARNING)
    data = '{"pets":[{"petType":"fish","fins":2},{"petType":"cat","livesLeft":9},{"livesLeft":1}]}'
    found = pets.decode(pets.Owner, data)
    assert found.pets == [{"petType": "fish", "fins": 2}, pets.Cat(lives_left=9), {"livesLeft": 1}]
    assert len(caplog.records) == 1
    with pytest.raises(pets.mismatch_error, match="fish"):
        pets.decode(pets.Owner, data, strict=True)


def test_a_known_tag_with_a_wrong_field(pets: Package) -> None:
    """The tag still decides where a member's own fields are not as described."""
    found = pets.decode(pets.Owner, '{"pets":[{"petType":"cat","livesLeft":"nine"},{"petType":"dog"}]}')
    assert found.pets == [pets.Cat(lives_left="nine"), pets.Dog(tricks=None)]


@pytest.mark.parametrize("tag", ["", '"petType":"tiger",'])
def test_a_member_that_stands_alone(pets: Package, tag: str) -> None:
    """Where only one type is possible, a missing or another tag does not hinder."""
    assert pets.decode(pets.Cat, f'{{{tag}"livesLeft":9}}') == pets.Cat(lives_left=9)
    owner = pets.decode(pets.Owner, f'{{"pets":[],"favourite":{{{tag}"livesLeft":9}}}}')
    assert owner.favourite == pets.Cat(lives_left=9)


@pytest.mark.parametrize(
    ("data", "kind"),
    [('{"petType":"dog","tricks":[]}', "Dog"), ('{"petType":"cat","livesLeft":1}', "Cat"), ('{"weight":1}', "Rock")],
)
def test_tagged_members_of_other_unions(pets: Package, data: str, kind: str) -> None:
    """A union that is found by content counts a tag like any other constant."""
    found: Any = pets.decode(pets.Thing, data)
    assert type(found).__name__ == kind
    assert pets.decode(pets.Thing, '{"petType":"cow"}') == {"petType": "cow"}
