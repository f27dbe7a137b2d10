"""Names of null: components that can have no other value, directly or by another name."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tests.client import document, imported, make_from, operation, put

NULL = {"type": "null"}


@pytest.mark.parametrize("nothing", [NULL, {"const": None}, {"allOf": [NULL]}], ids=["type", "const", "all of"])
def test_another_name_of_null_is_null(tmp_path: Path, nothing: dict[str, Any]) -> None:
    """Null or null is null: the type of a result, of an item and of a property can be imported."""
    schemas: dict[str, Any] = {
        "Nothing": nothing,
        "Also": {"anyOf": [{"$ref": "#/components/schemas/Nothing"}, NULL]},
        "Holder": {"type": "object", "properties": {"also": {"$ref": "#/components/schemas/Also"}}},
    }
    paths = {
        f"/{name}": {
            "get": operation(
                operationId=f"get{name}",
                tags=["x"],
                responses={"200": {"description": "d", "content": {"application/json": {"schema": of}}}},
            )
        }
        for name, of in (
            ("also", {"$ref": "#/components/schemas/Also"}),
            ("list", {"type": "array", "items": {"$ref": "#/components/schemas/Also"}}),
            ("holder", {"$ref": "#/components/schemas/Holder"}),
        )
    }
    put(make_from(document(paths, **schemas), tmp_path), tmp_path / "nothing_client")
    with imported(tmp_path, "nothing_client") as package:
        assert package.Client(base_url="https://example.com").x
        assert package.models.Holder.from_json(b'{"also":null}') == package.models.Holder()
