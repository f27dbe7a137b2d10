"""A quick dataclass is one: made, compared, hashed, shown, copied and replaced by its fields."""

from __future__ import annotations

import copy
import pickle
from dataclasses import field, fields, replace

import pytest

from fledge.quick_dataclass import quick_dataclass


@quick_dataclass(frozen=True, slots=True)
class Point:
    """Positional fields, one with a default."""

    x: int
    y: int = 2


@quick_dataclass(frozen=True, slots=True, kw_only=True)
class Line(Point):
    """Fields by keyword behind those of a base; one is no part of comparisons."""

    color: str = "red"
    end: Point
    note: str = field(default="", compare=False, repr=False)


@quick_dataclass(frozen=True, slots=True, kw_only=True)
class Label:
    """Fields by keyword alone, one with a default before one without."""

    color: str = "red"
    text: str


@quick_dataclass(frozen=True, slots=True)
class Sized:
    """What is made of the fields after they were assigned."""

    name: str
    size: int = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "size", len(self.name))


@quick_dataclass(frozen=True, slots=True)
class Nothing:
    """No fields."""


@quick_dataclass(frozen=True, slots=True, eq=False)
class Same:
    """Compared in its own way."""

    name: str

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Same) and self.name.lower() == other.name.lower()

    def __hash__(self) -> int:
        return hash(self.name.lower())

    def __repr__(self) -> str:
        return f"<{self.name}>"


def test_it_is_made_as_a_dataclass_is() -> None:
    """By position and by keyword, with defaults; an argument that is missing or unknown is an error."""
    assert (Point(1).x, Point(1).y, Point(x=1, y=3).y) == (1, 2, 3)
    assert Line(1, end=Point(2)).color == Label(text="a").color == "red"
    assert repr(Label(text="a", color="blue")) == "Label(color='blue', text='a')"
    assert Sized("abc").size == 3
    for wrong in (lambda: Point(), lambda: Point(1, 2, 3), lambda: Line(1, 2, Point(2)), lambda: Point(1, z=2)):  # type: ignore[call-arg, misc]
        with pytest.raises(TypeError):
            wrong()
    with pytest.raises(TypeError):
        Label(color="blue")  # type: ignore[call-arg]  # the fault that is tested
    with pytest.raises(AttributeError):
        Point(1).z = 1  # type: ignore[attr-defined]


def test_it_is_compared_and_hashed_by_its_fields() -> None:
    """But only with its own class, and without fields that do not compare."""
    assert Point(1) == Point(1, 2) != Point(2) and hash(Point(1)) == hash(Point(1, 2))
    assert Line(1, end=Point(2), note="a") == Line(1, end=Point(2), note="b")
    assert {Line(1, end=Point(2), note="a"): 1}[Line(1, end=Point(2))] == 1
    assert Nothing() == Nothing() != Point(1) and hash(Nothing()) == hash(Nothing())
    assert Same("a") == Same("A") and hash(Same("a")) == hash(Same("A"))


def test_it_is_shown_by_its_fields() -> None:
    """With the name of the class, unless that shows itself."""
    assert repr(Line(1, end=Point(2), note="a")) == "Line(x=1, y=2, color='red', end=Point(x=2, y=2))"
    assert (repr(Nothing()), repr(Same("a"))) == ("Nothing()", "<a>")


def test_it_has_what_tools_for_dataclasses_use() -> None:
    """Fields, copies with other values, patterns, and values that go to another process."""
    assert [each.name for each in fields(Line)] == ["x", "y", "color", "end", "note"]
    line = Line(1, end=Point(2))
    assert replace(line, x=5) == Line(5, end=Point(2))
    assert copy.copy(line) == copy.deepcopy(line) == pickle.loads(pickle.dumps(line)) == line
    match Point(1):
        case Point(x, y):
            assert (x, y) == (1, 2)
    assert not hasattr(line, "__dict__")
