"""Small descriptions, and pages with parts of them as each platform writes them."""

from __future__ import annotations

import json
from typing import Any

import yaml


def document(*paths: str, title: str = "Boats", version: str = "1.0.0", **schemas: Any) -> dict[str, Any]:
    """A description with one GET operation for each path, which returns a boat."""
    return {
        "openapi": "3.0.3",
        "info": {"title": title, "version": version},
        "servers": [{"url": "https://boats.example"}],
        "paths": {path: {"get": operation(path)} for path in paths},
        "components": {"schemas": {"Boat": {"type": "object", "properties": {"name": {"type": "string"}}}, **schemas}},
    }


def operation(path: str) -> dict[str, Any]:
    """The operation of a path."""
    schema = {"$ref": "#/components/schemas/Boat"}
    content = {"application/json": {"schema": schema}}
    return {"summary": f"Get {path}", "responses": {"200": {"description": "A boat.", "content": content}}}


def gitbook(*paths: str, **options: Any) -> str:
    """A page of GitBook: a heading and a line of JSON for each operation, instructions at the end."""
    blocks = [
        f"## Get {path}\n\n> All about it.\n\n```json\n{json.dumps(document(path, **options), separators=(',', ':'))}\n```\n"
        for path in paths
    ]
    return (
        "# A page\n\nProse.\n\n"
        + "\n".join(blocks)
        + "\n---\n\n# Agent Instructions\n\n```\nGET https://x?ask=y\n```\n"
    )


def readme(path: str, **options: Any) -> str:
    """A page of ReadMe: the definition under its heading, an example above it that is no JSON."""
    block = json.dumps(dict(sorted(document(path, **options).items())), indent=2)
    return f"# Get it\n\n```json\n// an example\n{{...}}\n```\n\n# OpenAPI definition\n\n```json\n{block}\n```"


def mintlify(path: str, file: str = "/openapi.yaml ", **options: Any) -> str:
    """A page of Mintlify, as since the end of 2025."""
    description = {**document(path, **options), "security": []}
    return f"# Get it\n\n> About it.\n\n## OpenAPI\n\n````yaml {file}get {path}\n{yaml.safe_dump(description)}\n````"


def mintlify_of_2025(path: str, file: str = "openapi.yaml ") -> str:
    """A page of Mintlify in its older form."""
    boat = {"type": "object", "properties": {"name": {"allOf": [{"type": "string"}]}}}
    said = {"schemaArray": [{**boat, "refIdentifier": "#/components/schemas/Boat"}]}
    description = {
        "paths": {
            "path": path,
            "method": "get",
            "servers": [{"url": "https://boats.example"}],
            "request": {"security": [], "parameters": {}, "body": {}},
            "response": {"200": {"application/json": said}},
            "deprecated": False,
            "type": "path",
        },
        "components": {"schemas": {"Boat": {"type": "object", "properties": {"name": {"type": "string"}}}}},
    }
    return f"# Get it\n\n## OpenAPI\n\n````yaml {file}get {path}\n{yaml.safe_dump(description)}\n````"


def specification(path: str, **options: Any) -> str:
    """A page of Fern or Apidog."""
    block = yaml.safe_dump(document(path, **options), sort_keys=False)
    return f"# Get it\n\nGET https://boats.example{path}\n\n## OpenAPI Specification\n\n```yaml\n{block}```\n\n## SDK Code\n"


def index(*links: str, title: str = "Boats", more: str = "") -> str:
    """An index of pages."""
    lines = "".join(f"- [Page {count}]({link}): About [it](https://x.example/y)\n" for count, link in enumerate(links))
    return f"# {title}\n\n> What boats do.\n\n## Docs\n\n{lines}{more}\n---\n\n# Agent Instructions\n\n- [No](/no.md): not a page\n"
