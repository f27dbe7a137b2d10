"""The JSON Schemas of OpenAPI 3.1, read from the files of the validator's packages.

Importing these packages takes a quarter of a second, mostly for pydantic and for what only the validator needs.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import cache
from importlib.util import find_spec
from pathlib import Path

from fledge.openapi.json_values import JSON

DIALECT = "https://spec.openapis.org/oas/3.1/dialect/base"
"""The id of the schema of schemas."""


@cache
def document_schema() -> Mapping[str, JSON]:
    """Return the schema of documents. Raise LookupError if the packages have another layout than today's."""
    return _read(_folder("openapi_spec_validator") / "resources" / "schemas" / "v3.1" / "schema.json")


@cache
def dialect_schemas() -> Mapping[str, Mapping[str, JSON]]:
    """Return the schemas of schemas by their ids.

    Raise LookupError if the packages have another layout than today's.
    """
    files = (path for path in (_folder("openapi_schema_validator") / "schemas").rglob("*") if path.is_file())
    return {str(schema["$id"]): schema for schema in map(_read, files)}


def _folder(package: str) -> Path:
    spec = find_spec(package)  # which does not import it
    if spec is None or not spec.submodule_search_locations:
        raise LookupError(package)
    return Path(spec.submodule_search_locations[0])


def _read(path: Path) -> Mapping[str, JSON]:
    try:
        schema: Mapping[str, JSON] = json.loads(path.read_bytes())
    except OSError as error:
        raise LookupError(path) from error
    return schema
