"""Absent, null and a value are three different things, in both directions."""

from __future__ import annotations

import pytest

from .conftest import Package, Write

MODELS = {
    "change": """
class Change(Model, rename="camel"):
    kind: Literal["change"] = field(default_factory=lambda: "change")
    display_name: str | None = None
    assigned_to: str | None | Unset = UNSET
    closed_by: str | None
    import_: str | None = field(name="import", default=None)
""",
}


@pytest.fixture
def package(write: Write) -> Package:
    return write(MODELS)


def test_what_was_not_passed_is_not_sent(package: Package) -> None:
    """Only the const and the required null remain of a change that changes nothing."""
    sent = package.encode(package.Change(closed_by=None))
    assert sent == '{"kind":"change","closedBy":null}'


def test_null_is_sent_where_the_document_knows_it(package: Package) -> None:
    """None passed to an optional nullable field is a null on the wire."""
    sent = package.encode(package.Change(closed_by=None, assigned_to=None))
    assert sent == '{"kind":"change","assignedTo":null,"closedBy":null}'


def test_none_of_a_field_that_knows_no_null_is_absent(package: Package) -> None:
    """None passed to an optional field that is not nullable sends nothing."""
    change = package.Change(closed_by="me", display_name=None, import_="x")
    assert package.encode(change) == '{"kind":"change","closedBy":"me","import":"x"}'


@pytest.mark.parametrize(
    ("json", "value"),
    [
        ('{"closedBy":null}', "absent"),
        ('{"closedBy":null,"assignedTo":null}', None),
        ('{"closedBy":null,"assignedTo":""}', ""),
    ],
)
def test_a_reader_can_tell_all_three(package: Package, json: str, value: str | None) -> None:
    """UNSET, None and a value, the empty one included, are told apart."""
    change = package.decode(package.Change, json, strict=True)
    assert change.assigned_to == (package.unset if value == "absent" else value)


def test_a_null_where_absence_was_meant_is_none(package: Package) -> None:
    """A server's null for an optional field is no mismatch, even in strict mode."""
    json = '{"closedBy":null,"displayName":null}'
    assert package.decode(package.Change, json, strict=True).display_name is None


def test_a_const_is_there_without_being_sent(package: Package) -> None:
    """The class fills a const in, whether or not the server sent it."""
    assert package.decode(package.Change, '{"closedBy":null}').kind == "change"


def test_unset_is_left_out_of_plain_values_too(package: Package) -> None:
    """A dict in place of a model, or inside one, may hold UNSET."""
    unset = package.unset
    assert package.encode({"a": unset, "b": [{"c": unset, "d": None}]}) == ('{"b":[{"d":null}]}')
    change = package.Change(closed_by={"a": unset, "b": 1})
    assert package.encode(change) == '{"kind":"change","closedBy":{"b":1}}'
