"""Objects that have declared fields and further properties of one type."""

from __future__ import annotations

import copy
import inspect
import pickle
from datetime import datetime, timezone

import pytest

from .conftest import Package, Write

MODELS = {
    "attributes": """
class Attributes(OpenModel, rename="camel"):
    kind: Literal["a"] = field(default_factory=lambda: "a")
    display_name: str
    visited_at: datetime | None = None
    import_: str | None | Unset = field(name="import", default=UNSET)
    extra_: int | None = field(name="extra", default=None)
    additional_properties: dict[str, Value] = field(default_factory=lambda: {})
""",
    "value": """
class Value(Model):
    amount: int
    of: Attributes | None = None
""",
    "holder": """
class Holder(Model):
    one: Attributes
    many: list[Attributes] | None = None
    either: Either | None = None


Either = union(__name__, "Either", ("Attributes", "str"))
""",
}
JSON = '{"a":{"amount":1},"kind":"a","displayName":"n",' '"visitedAt":"2024-01-02T00:00:00Z","import":null,"extra":3}'


@pytest.fixture
def package(write: Write) -> Package:
    return write(MODELS)


def test_declared_and_further_properties_are_kept_apart(package: Package) -> None:
    """Aliases, dates and nulls are read as in any model; the rest is in `additional_properties`."""
    attributes = package.decode(package.Attributes, JSON, strict=True)
    assert attributes.display_name == "n"
    assert attributes.visited_at == datetime(2024, 1, 2, tzinfo=timezone.utc)
    assert attributes.import_ is None
    assert attributes.extra_ == 3
    assert attributes.additional_properties == {"a": package.Value(amount=1)}


def test_they_are_one_object_on_the_wire(package: Package) -> None:
    """What was read is sent as it came, also from inside other models."""
    attributes = package.decode(package.Attributes, JSON)
    assert package.encode(attributes) == JSON
    holder = package.Holder(one=attributes, many=[attributes], either=attributes)
    json = f'{{"one":{JSON},"many":[{JSON}],"either":{JSON}}}'
    assert package.encode(holder) == json
    assert package.decode(package.Holder, json, strict=True) == holder


def test_what_was_not_passed_is_not_sent(package: Package) -> None:
    """Defaults are left out and consts are sent, as in any model."""
    assert package.encode(package.Attributes(display_name="n")) == ('{"kind":"a","displayName":"n"}')


def test_a_declared_field_wins_over_an_extra_of_its_name(package: Package) -> None:
    """`additional_properties` cannot overwrite what has a field of its own."""
    extra = {"displayName": "shadow"}
    sent = package.encode(package.Attributes(display_name="n", additional_properties=extra))
    assert sent == '{"displayName":"n","kind":"a"}'


def test_fields_are_keywords_and_required_ones_are_missed(package: Package) -> None:
    """Forgotten and misspelt keywords raise TypeError."""
    with pytest.raises(TypeError, match="display_name"):
        package.Attributes()
    with pytest.raises(TypeError, match="dispaly_name"):
        package.Attributes(dispaly_name="n")
    assert package.Attributes(display_name="n").additional_properties == {}


def test_it_is_built_tolerantly(package: Package) -> None:
    """Missing is None, wrong stays, and every extra is built by itself."""
    json = '{"visitedAt":"x","a":{"amount":"1"},"b":{"amount":2},"c":null}'
    attributes = package.decode(package.Attributes, json)
    assert attributes.display_name is None
    assert attributes.visited_at == "x"
    assert attributes.additional_properties == {
        "a": package.Value(amount="1"),
        "b": package.Value(amount=2),
        "c": None,
    }
    assert package.decode(package.Holder, '{"one":7}').one == 7


def test_strict_mode_names_the_path(package: Package) -> None:
    """Faults in declared fields and in further properties are found."""
    json = '{"one":{"displayName":1}}'
    with pytest.raises(package.mismatch_error, match=r"`\$\.one\.displayName`"):
        package.decode(package.Holder, json, strict=True)
    json = '{"one":{"displayName":"","a":{"amount":""}}}'
    with pytest.raises(package.mismatch_error, match=r"`\$\.one\[\.\.\.\]\.amount`"):
        package.decode(package.Holder, json, strict=True)
    with pytest.raises(package.mismatch_error, match=r"`object`, got `int`.*`\$\.one`"):
        package.decode(package.Holder, '{"one":1}', strict=True)


def test_it_is_a_value(package: Package) -> None:
    """Equality, repr, copies and pickles work as those of models do."""
    attributes = package.decode(package.Attributes, JSON)
    assert attributes == package.decode(package.Attributes, JSON)
    assert attributes != package.Attributes(display_name="n")
    assert attributes != "n"
    for twin in (
        copy.copy(attributes),
        copy.deepcopy(attributes),
        pickle.loads(pickle.dumps(attributes)),
    ):
        assert twin == attributes
        assert twin is not attributes
    assert repr(package.Attributes(display_name="n", additional_properties={"a": 1})) == (
        "Attributes(kind='a', display_name='n', visited_at=None, import_=UNSET, "
        "extra_=None, additional_properties={'a': 1})"
    )


def test_an_attribute_that_is_no_field(package: Package) -> None:
    """It would not be sent: a misspelt name raises, as it does for other models."""
    attributes = package.decode(package.Attributes, JSON)
    with pytest.raises(AttributeError, match="'Attributes' object has no attribute 'displayname'"):
        attributes.displayname = "m"
    attributes.display_name = "m"
    attributes.additional_properties = {}
    assert package.encode(attributes).startswith('{"kind":"a","displayName":"m"')


def test_a_class_that_extends_one(package: Package) -> None:
    """Properties and cached values of the user's own class work."""

    # `package` is imported while the test runs: mypy does not know what it has.
    class Own(package.Attributes):  # type: ignore[misc,name-defined]
        label = ""

        @property
        def name(self) -> str:
            return str(self.display_name)

        @name.setter
        def name(self, value: str) -> None:
            self.display_name = value

    own = Own(display_name="n")
    own.name, own.label = "m", "x"
    assert (own.display_name, own.label) == ("m", "x")


def test_the_signature_names_the_arguments(package: Package) -> None:
    """`help` and notebooks show it."""
    parameters = inspect.signature(package.Attributes).parameters
    names = ["kind", "display_name", "visited_at", "import_", "extra_", "additional_properties"]
    assert sorted(parameters) == sorted(names)
    assert parameters["display_name"].default is inspect.Parameter.empty
    assert parameters["additional_properties"].annotation == dict[str, package.Value]
    assert all(each.kind is inspect.Parameter.KEYWORD_ONLY for each in parameters.values())


@pytest.mark.parametrize("value", [None, [], [["displayName", "n"]], "text", 3])
@pytest.mark.parametrize("name", ["Attributes", "Value"])
def test_a_value_that_is_no_object(package: Package, name: str, value: object) -> None:
    """`from_dict` says so with the error of `from_json`."""
    with pytest.raises(ValueError, match=f"The JSON is no {name}."):
        getattr(package, name).from_dict(value)
