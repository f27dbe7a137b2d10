"""Changes that no edit of a description makes, so the IR is edited."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import fields, replace
from decimal import Decimal
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, TypeVar, cast

import pytest

from fledge.config.client import client_from_arguments
from fledge.diagnostics.diagnostic import DiagnosticCollector
from fledge.diagnostics.source import SourcePointer
from fledge.diff import compare_apis
from fledge.ir import (
    AliasModel,
    Api,
    Const,
    Constraints,
    Docs,
    EnumModel,
    Field,
    Model,
    ModelRef,
    Name,
    ObjectModel,
    Resource,
    Scalar,
    SecurityScheme,
    ServerVariable,
    UnionModel,
)
from fledge.quick_dataclass import quick_dataclass
from fledge.workflows.load import load_api
from fledge.writer import Lock
from tests.diff.description import describe_change, modified

T = TypeVar("T")

# The lock keeps names, so only another configuration or version of Fledge makes these changes: the IR itself is edited.
NAMED: dict[str, tuple[Callable[[Api], Api], str]] = {
    "operation-renamed": (
        lambda api: _resource(api, lambda one: replace(one, operations=tuple(map(_other_name, one.operations)))),
        "operation-renamed client.files.upload: client types",
    ),
    "parameter-renamed": (
        lambda api: replace(api, resources=tuple(map(_other_limit, api.resources))),
        "parameter-renamed client.pets.list(limit=): request types",
    ),
    "resource-renamed": (
        lambda api: _resource(api, lambda one: replace(one, name=Name(wire="images", python="images"))),
        "resource-renamed client.files: client types",
    ),
    "webhook-renamed": (
        lambda api: replace(api, webhooks=tuple(map(_other_name, api.webhooks))),
        "webhook-renamed webhooks.parse_pet_moved: client types",
    ),
    "security-scheme-renamed": (
        lambda api: replace(api, security_schemes=(_other_name(api.security_schemes[0]), *api.security_schemes[1:])),
        "security-scheme-renamed Client(key=): client types",
    ),
    "credential-variable-changed": (
        lambda api: _scheme(api, env="OTHER"),
        "credential-variable-changed Client(key=): client wire",
    ),
    "response-events-changed": (
        lambda api: _response(api, event_types=(("moved", Scalar.INT),)),
        "response-events-changed client.files.upload: response both",
    ),
    "server-variable-renamed": (
        lambda api: replace(
            api, servers=(replace(api.servers[0], variables=(_other_name(VARIABLE),)), *api.servers[1:])
        ),
        "server-variable-renamed Client(region=): client types",
    ),
    "security-scheme-arguments-changed": (
        lambda api: _scheme(api, arguments=(Name(wire="", python="other"),)),
        "security-scheme-arguments-changed Client(key=): client types",
    ),
    "mutual-tls-required": (
        lambda api: replace(api, mutual_tls=True),
        "mutual-tls-required client: request wire",
    ),
    "mutual-tls-not-required": (
        lambda api: replace(api, mutual_tls=False),
        "mutual-tls-not-required client: request nothing",
    ),
    "changed": (
        lambda api: replace(
            api,
            security_schemes=(
                ExtendedScheme(**_values(api.security_schemes[0]), further="b"),
                *api.security_schemes[1:],
            ),
        ),
        "changed Client(key=): client nothing",
    ),
}
BEFORE: dict[str, Callable[[Api], Api]] = {
    "response-events-changed": lambda api: _response(api, event_types=(("moved", Scalar.STR),)),
    "server-variable-renamed": lambda api: replace(
        api, servers=(replace(api.servers[0], variables=(VARIABLE,)), *api.servers[1:])
    ),
    "mutual-tls-not-required": lambda api: replace(api, mutual_tls=True),
    "changed": lambda api: replace(
        api, security_schemes=(ExtendedScheme(**_values(api.security_schemes[0])), *api.security_schemes[1:])
    ),
}
"""Steps to the old Api."""
VARIABLE = ServerVariable(name=Name(wire="region", python="region"), default="eu", docs=Docs())


@quick_dataclass(frozen=True, slots=True, kw_only=True)
class ExtendedScheme(SecurityScheme):
    """A part of the IR with a field that no rule covers."""

    further: str = "a"


def _values(one: SecurityScheme) -> dict[str, Any]:
    return {each.name: getattr(one, each.name) for each in fields(SecurityScheme)}


def _other_name(one: T) -> T:
    value: Any = one
    return cast(T, replace(value, name=Name(wire=value.name.wire, python="other")))


def _other_limit(resource: Resource) -> Resource:
    """The same with another name of the argument `limit`."""
    return replace(
        resource,
        operations=tuple(
            replace(
                operation,
                parameters=tuple(
                    _other_name(each) if each.name.wire == "limit" else each for each in operation.parameters
                ),
            )
            for operation in resource.operations
        ),
    )


def _scheme(api: Api, **values: Any) -> Api:
    return replace(api, security_schemes=(replace(api.security_schemes[0], **values), *api.security_schemes[1:]))


def _response(api: Api, **values: Any) -> Api:
    def step(one: Resource) -> Resource:
        (only,) = one.operations
        return replace(one, operations=(replace(only, responses=(replace(only.responses[0], **values),)),))

    return _resource(api, step)


def _resource(api: Api, step: Callable[[Resource], Resource]) -> Api:
    return replace(api, resources=tuple(step(one) if one.name.python == "files" else one for one in api.resources))


def api() -> Api:
    """The IR of the description."""
    report = DiagnosticCollector()
    with TemporaryDirectory() as folder:
        Path(folder, "pets.json").write_text(json.dumps(modified()), encoding="utf-8")
        client = client_from_arguments(["pets.json"], folder, "pets")
        loaded = load_api(client, report, base=Path(folder), lock=Lock(), validator=False)
    assert loaded is not None
    return loaded.api


@pytest.mark.parametrize("name", NAMED)
def test_exactly_the_expected_change_is_reported(name: str) -> None:
    """Each edit of the IR is one change, with the effect that is expected."""
    step, expected = NAMED[name]
    old = BEFORE[name](api()) if name in BEFORE else api()
    assert [describe_change(change) for change in compare_apis(old, step(old)).changes] == [expected]


def test_values_that_python_takes_for_equal() -> None:
    """In JSON, true is another value than 1, wherever all else of two enums is equal."""
    sides = [
        replace(
            api(), models=tuple(_listing(each, value) if isinstance(each, EnumModel) else each for each in api().models)
        )
        for value in (1, True)
    ]
    codes = {change.code for change in compare_apis(*sides).changes}
    assert codes == {"enum-value-added", "enum-value-removed"}
    assert compare_apis(sides[0], sides[0]).changes == compare_apis(sides[1], sides[1]).changes == ()


def _listing(enum: EnumModel, value: int) -> EnumModel:
    return replace(enum, values=(value, "other"))


def test_an_equal_union_of_models_that_changed() -> None:
    """The constants of its variants are the values of its discriminator."""
    union = UnionModel(**_named("Beast"), variants=(ModelRef("Lion"), ModelRef("Wolf")), discriminator="kind")
    sides = [_with(_beast("Lion", kind), _beast("Wolf", "wolf"), union) for kind in ("lion", "cat")]
    assert [describe_change(change) for change in compare_apis(*sides).changes] == [
        "type-changed Lion.kind: client types",
        "discriminator-value-added Beast: client nothing",
        "discriminator-value-removed Beast: client nothing",
    ]


def test_equal_constraints_of_a_type_that_changed() -> None:
    """What they allow depends on the model that the type refers to: no integer is between 0 and 1."""
    limited: dict[str, Any] = {"type": ModelRef("Weight"), "constraints": Constraints(minimum=Decimal("0.5"))}
    heavy = AliasModel(**_named("Heavy"), **limited)
    weights = [AliasModel(**_named("Weight"), type=of) for of in (Scalar.FLOAT, Scalar.INT)]
    sides = [_response(_with(weight, heavy), media_type="application/json", **limited) for weight in weights]
    assert [describe_change(change) for change in compare_apis(*sides).changes] == [
        "constraint-tightened client.files.upload: response nothing",
        "constraint-tightened Heavy: client nothing",
        "type-changed Weight: response nothing",
    ]


def _named(name: str) -> dict[str, Any]:
    """What all models have."""
    return {
        "name": Name(wire=name, python=name),
        "module": name.lower(),
        "source": SourcePointer(source="pets.json", pointer=f"/components/schemas/{name}"),
        "docs": Docs(),
    }


def _beast(name: str, kind: str) -> ObjectModel:
    field = Field(name=Name(wire="kind", python="kind"), type=Const(kind), required=True, docs=Docs())
    return ObjectModel(**_named(name), fields=(field,))


def _with(*models: Model) -> Api:
    described = api()
    return replace(described, models=(*described.models, *models))
