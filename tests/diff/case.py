"""What the tests of all rules have in common: a case, and parts of descriptions."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tests.diff.description import Step, compare_documents, describe_change, modified


@dataclass(frozen=True, slots=True)
class Case:
    """Steps from the old description to the new one, and all changes between them; `before` are steps to the old one."""

    steps: tuple[Step, ...]
    changes: tuple[str, ...]
    before: tuple[Step, ...] = ()

    def check(self, folder: Path) -> None:
        """Assert that exactly the expected changes are reported."""
        old = modified(*self.before)
        comparison = compare_documents(folder, old, modified(*self.steps, of=old))
        assert [describe_change(change) for change in comparison.diff.changes] == list(self.changes)


def case(*steps: Step, expect: str | tuple[str, ...], before: tuple[Step, ...] = ()) -> Case:
    return Case(steps, (expect,) if isinstance(expect, str) else expect, before)


def operation(**parts: Any) -> dict[str, Any]:
    return {"tags": ["pets"], "responses": {"204": {"description": "Done."}}, **parts}


def content(schema: str) -> dict[str, Any]:
    return {"content": {"application/json": {"schema": {"$ref": f"#/components/schemas/{schema}"}}}}


def streamed(media_type: str, holder: dict[str, Any]) -> dict[str, Any]:
    return operation(
        operationId="listStream", responses={"200": {"description": "Items.", "content": {media_type: holder}}}
    )


SCHEMAS = "components schemas"
PUT = "paths /pets/{petId} put"
TEXT = {"schema": {"type": "string"}}
JSON_TEXT = {"description": "Text.", "content": {"application/json": TEXT}}
SHOP = {"type": "object", "properties": {"sign": {"type": "string"}}}
SHOPS = {"get": {"tags": ["shops"], "responses": {"200": {"description": "Shops.", **content("Shop")}}}}
EVENT = {"requestBody": content("Moved"), "responses": {"200": {"description": "Fine."}}}
STREAM = "paths /stream get responses 200 content"
REGIONS = {
    "url": "https://{region}.example",
    "variables": {"region": {"default": "pets", "enum": ["pets", "eu.pets"]}},
}
TENT = {"type": "object", "required": ["type"], "properties": {"type": {"const": "tent"}}}
