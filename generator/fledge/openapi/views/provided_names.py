"""What the provider of an API calls its operations, arguments, fields and classes in its own clients: extensions."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from fledge.openapi.json_values import JSON, as_object, as_strings

_GROUPS = ("x-fern-sdk-group-name", "x-speakeasy-group", "x-codegen-group")
_METHODS = (
    "x-fern-sdk-method-name",
    "x-speakeasy-name-override",
    "x-methodName",
    "x-ms-client-name",
    "x-codegen-operation-name",
)
_ARGUMENTS = ("x-fern-parameter-name", "x-speakeasy-name-override", "x-stainless-param", "x-ms-client-name")
_FIELDS = ("x-fern-property-name", "x-speakeasy-name-override", "x-ms-client-name")
_CLASSES = ("x-fern-type-name", "x-speakeasy-name-override", "x-ms-client-name")
_NAMING = frozenset({*_METHODS, *_ARGUMENTS, *_FIELDS, *_CLASSES, "x-stainless-naming"})
_QUALIFIED = "x-operation-group"  # `indices.create`: group and method in one


def provided_group(raw: Mapping[str, JSON]) -> list[str]:
    """Return the resources that an operation is nested in, the outermost first; none if its provider does not say."""
    for field in _GROUPS:
        value = raw.get(field)
        if group := value.split(".") if isinstance(value, str) else as_strings(value):
            return group
    return _qualified(raw)[:-1]


def provided_method(raw: Mapping[str, JSON]) -> str:
    """Return what the provider calls an operation; empty if it does not say."""
    return _first(raw, _METHODS, "method_name") or "".join(_qualified(raw)[-1:])


def provided_argument(raw: Mapping[str, JSON]) -> str:
    """Return what the provider calls a parameter."""
    return _first(raw, _ARGUMENTS, "property_name")


def provided_field(raw: JSON) -> str:
    """Return what the provider calls a property, whose schema may be a boolean."""
    if not isinstance(raw, dict) or _NAMING.isdisjoint(raw):  # as nearly all
        return ""
    return _first(raw, _FIELDS, "property_name")


def provided_class(raw: JSON) -> str:
    """Return what the provider calls a schema, which may be a boolean."""
    return _first(as_object(raw), _CLASSES, "type_name")


def _first(raw: Mapping[str, JSON], fields: Iterable[str], key: str) -> str:
    if _NAMING.isdisjoint(raw):  # which is nearly everything
        return ""
    for field in fields:
        if field in raw and isinstance(name := raw[field], str) and name:
            return name
    name = _stainless_name(raw.get("x-stainless-naming"), key)
    return name if isinstance(name, str) else ""


def _stainless_name(naming: JSON, key: str) -> JSON:
    """Return what Stainless calls a thing in Python: `{python: {method_name: …}}`."""
    python = naming.get("python") if isinstance(naming, dict) else naming
    return python.get(key) if isinstance(python, dict) else python


def _qualified(raw: Mapping[str, JSON]) -> list[str]:
    value = raw.get(_QUALIFIED)
    return value.split(".") if isinstance(value, str) else []
