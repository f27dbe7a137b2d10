"""Models are ordinary values: they can be built, compared, copied and pickled."""

from __future__ import annotations

import copy
import pickle
from datetime import datetime, timezone

import pytest
from msgspec import structs

from .conftest import Package, Write

MODELS = {
    "person": """
class Person(Model, rename="camel"):
    display_name: str | None = None
    id: str
    born: datetime | None = None
    friends: list[Person] | None = None
""",
}


@pytest.fixture
def package(write: Write) -> Package:
    return write(MODELS)


def test_fields_are_keywords_in_any_order(package: Package) -> None:
    """A required field may follow an optional one, and positions mean nothing."""
    assert package.Person(id="a").display_name is None
    with pytest.raises(TypeError):
        package.Person("a")
    with pytest.raises(TypeError, match="'id'"):
        package.Person()


def test_copies_and_pickles_are_equal(package: Package) -> None:
    """Also those of models that were built tolerantly."""
    born = datetime(2000, 1, 1, tzinfo=timezone.utc)
    person = package.Person(id="a", born=born, friends=[package.Person(id="b")])
    for original in (person, package.construct(package.Person, {"born": 1})):
        for twin in (
            copy.copy(original),
            copy.deepcopy(original),
            pickle.loads(pickle.dumps(original)),
            structs.replace(original),
        ):
            assert twin == original
            assert twin is not original
    assert pickle.loads(pickle.dumps(package.unset)) is package.unset
    assert structs.replace(person, id="c").id == "c"


def test_a_repr_shows_what_is_there(package: Package) -> None:
    """Defaults would only be noise."""
    assert repr(package.Person(id="a")) == "Person(id='a')"
