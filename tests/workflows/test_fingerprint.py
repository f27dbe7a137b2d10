"""The fingerprint covers each field of the configuration."""

from __future__ import annotations

from dataclasses import fields, is_dataclass, replace
from pathlib import Path
from typing import Any

import pytest

from fledge.config.client import ClientConfig, UpstreamConfig
from fledge.config.filters import Filter
from fledge.config.pagination import PaginationConfig
from fledge.config.security import SecuritySchemeConfig
from fledge.config.webhooks import WebhookSignatureConfig
from fledge.workflows.fingerprint import inputs_digest

CLIENT = ClientConfig(
    name="pets",
    sources=("specs/pets.json",),
    package_dir=Path("generated/pets"),
    names={"getPet": "pets.fetch"},
    env_prefix="PETS",
    hosts=("example.com",),
    apis=("Pets",),
    upstream=UpstreamConfig(url="https://example.com", headers={"Accept": "text/yaml"}),
    overlays=("fix.yaml",),
    include=Filter(tags=("pets",)),
    exclude=Filter(paths=("/internal/**",)),
    webhooks=WebhookSignatureConfig(signature_header="X-Signature", env="PETS_SECRET"),
    testing=True,
    pagination={"listPets": PaginationConfig(items="data", page="page")},
    aiohttp=True,
    security={"token": SecuritySchemeConfig(fields={"type": "http"})},
)


def other(value: Any) -> Any:
    """Another value of the same type."""
    match value:
        case None:
            return "another"
        case bool():
            return not value
        case int() | float():
            return value + 1
        case str():
            return f"{value}x"
        case Path():
            return value.with_name("another")
        case tuple():
            return (*value, "another")
        case dict():
            key, item = next(iter(value.items()))
            return {**value, key: other(item)}
    name = fields(value)[0].name
    return replace(value, **{name: other(getattr(value, name))})


def nested_fields(value: Any, path: tuple[str, ...] = ()) -> list[tuple[str, ...]]:
    """The paths of all fields of a dataclass, and of the dataclasses that it holds."""
    paths = []
    for each in fields(value):
        if not each.compare:  # where it is configured, for messages
            continue
        paths.append((*path, each.name))
        inner = getattr(value, each.name)
        if is_dataclass(inner):
            paths += nested_fields(inner, (*path, each.name))
    return paths


def changed(value: Any, path: tuple[str, ...]) -> Any:
    """A value whose field at a path is another."""
    name, *rest = path
    inner = getattr(value, name)
    return replace(value, **{name: changed(inner, tuple(rest)) if rest else other(inner)})


@pytest.mark.parametrize("path", nested_fields(CLIENT), ids=".".join)
def test_each_field_changes_the_fingerprint(path: tuple[str, ...]) -> None:
    """A field that is changed, whichever it is, makes another fingerprint: new fields are covered by themselves."""
    assert inputs_digest(changed(CLIENT, path), {}) != inputs_digest(CLIENT, {})


@pytest.mark.parametrize("name", [each.name for each in fields(PaginationConfig)])
def test_each_field_of_pagination_changes_the_fingerprint(name: str) -> None:
    """The values of a table of the user's keys count, field by field."""
    page = CLIENT.pagination["listPets"]
    client = replace(CLIENT, pagination={"listPets": replace(page, **{name: other(getattr(page, name))})})
    assert inputs_digest(client, {}) != inputs_digest(CLIENT, {})


def test_order_of_tables_does_not_change_the_fingerprint() -> None:
    """Keys have no order."""
    one = replace(CLIENT, names={"a": "b", "c": "d"})
    assert inputs_digest(one, {}) == inputs_digest(replace(CLIENT, names={"c": "d", "a": "b"}), {})


def test_working_directory_does_not_change_the_fingerprint(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Paths count by where they lead from the package."""
    monkeypatch.chdir(tmp_path)
    below = replace(
        CLIENT,
        sources=("../specs/pets.json",),
        overlays=("../fix.yaml",),
        package_dir=Path("../generated/pets"),
    )
    before = inputs_digest(CLIENT, {})
    (tmp_path / "below").mkdir()
    monkeypatch.chdir(tmp_path / "below")
    assert inputs_digest(below, {}) == before


def test_names_of_the_lock_change_the_fingerprint() -> None:
    """The names that the lock keeps are an input."""
    assert inputs_digest(CLIENT, {"getPet": "pets.get"}) != inputs_digest(CLIENT, {})
